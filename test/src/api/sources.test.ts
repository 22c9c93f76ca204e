import { afterAll, beforeAll, expect, test } from "vitest";
import { Snapshots, Sources, Stats } from "../../../src/api/answers.ts";
import { createApp } from "../../../src/app.ts";
import { freshDatabase } from "../../database.ts";
import { publishFixture } from "../../publishedFixture.ts";
import { FIRMS } from "../../publishedNights.ts";
import { testResources } from "../../resources.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
  await publishFixture(db.sql);
});
afterAll(() => db.close());

const app = createApp();
const get = (path: string) => app.request(`/api/v1${path}`, {}, testResources(db.sql));

test("sources say what was promised, what came and what is late", async () => {
  const { sources, snapshot, demo } = Sources.parse(await (await get("/sources")).json());
  expect({ snapshot, demo }).toEqual({ snapshot: "3", demo: true });
  expect(sources.filter((one) => one.late).map((one) => `${one.source}/${one.feed}`)).toEqual([
    "court/dishonest",
    "registration/abnormal",
    "tax/major",
  ]);
});

test("snapshots are paged newest first", async () => {
  const first = Snapshots.parse(await (await get("/snapshots?size=2")).json());
  expect(first.snapshots.map((one) => one.snapshot)).toEqual(["3", "2"]);
  expect(first.next).toBe("2");
  const second = Snapshots.parse(await (await get(`/snapshots?size=2&before=${first.next}`)).json());
  expect(second.snapshots.map((one) => one.snapshot)).toEqual(["1"]);
  expect(second.next).toBeNull();
  expect((await get("/snapshots?before=0")).status).toBe(400);
});

test("statistics count coverage and the look-ups that were served", async () => {
  const resources = testResources(db.sql);
  await app.request(`/api/v1/enterprises/${FIRMS.full}`, {}, resources);
  await app.request("/api/v1/enterprises?q=a", {}, resources);
  await resources.lookups.flush(db.sql);
  const stats = Stats.parse(await (await get("/stats")).json());
  expect(stats).toMatchObject({
    enterprises: 35,
    lists: { dishonest: 24 },
    records: { penalties: 9 },
    lookups: { today: 2, total: 2 },
    snapshot: "3",
  });
});

test("none of them takes a parameter it does not know", async () => {
  for (const path of ["/sources?x=1", "/snapshots?x=1", "/stats?x=1", "/lists?x=1"]) {
    const response = await get(path);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ parameter: "x" });
  }
});

test("before the first night sources and snapshots are empty, and statistics say why there are none", async () => {
  const empty = await freshDatabase();
  try {
    const ask = (path: string) => app.request(`/api/v1${path}`, {}, testResources(empty.sql));
    expect(await (await ask("/sources")).json()).toEqual({ sources: [], snapshot: null, demo: false });
    expect(await (await ask("/snapshots")).json()).toEqual({ snapshots: [], next: null, demo: false });
    for (const path of ["/stats", "/lists", "/lists/serious", "/enterprises", `/enterprises/${FIRMS.full}`]) {
      const response = await ask(path);
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ code: "no_snapshot" });
    }
  } finally {
    await empty.close();
  }
});
