import { afterAll, beforeAll, expect, test } from "vitest";
import { lookupCounter } from "../../../src/db/lookups.ts";
import { listSnapshots, needSnapshot } from "../../../src/db/snapshots.ts";
import { sourceFreshness } from "../../../src/db/sources.ts";
import { coverageOf, lookupCounts } from "../../../src/db/stats.ts";
import { freshDatabase } from "../../database.ts";
import { TODAY } from "../../inventedFirms.ts";
import { publishFixture } from "../../publishedFixture.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
  await publishFixture(db.sql);
});
afterAll(() => db.close());

test("each feed says when it last came, when the next is due and whether it is late", async () => {
  const feeds = await sourceFreshness(db.sql, new Date(`${TODAY}T04:00:00Z`));
  const of = (name: string) => feeds.find((feed) => `${feed.source}/${feed.feed}` === name);
  expect(feeds).toHaveLength(6);
  expect(of("registration/enterprises")).toMatchObject({
    lastReceivedAt: "2026-11-23T10:00:00.000Z",
    lastDelivery: "d000000000000003",
    records: 38,
    dueOn: TODAY,
    late: false,
  });
  expect(of("court/dishonest")).toMatchObject({ dueOn: "2026-10-08", late: true });
  expect(of("tax/major")).toMatchObject({ lastReceivedAt: null, dueOn: null, late: true });
  expect(of("banking/credit")).toMatchObject({ disclosure: "consent", records: null, late: false });
});

test("a feed is late from the day after it was due", async () => {
  const late = async (instant: string) =>
    (await sourceFreshness(db.sql, new Date(instant))).find((feed) => feed.feed === "enterprises")?.late;
  expect(await late("2026-11-24T15:59:59Z")).toBe(false);
  expect(await late("2026-11-24T16:00:00Z")).toBe(true);
});

test("snapshots are listed newest first and paged by number", async () => {
  const all = await listSnapshots(db.sql, { size: 10 });
  expect(all.map((one) => one.id)).toEqual([3, 2, 1]);
  expect(all[0]).toMatchObject({ day: TODAY, publishedAt: "2026-11-23T18:30:00.000Z", demo: true });
  expect((await listSnapshots(db.sql, { size: 1, before: 3 })).map((one) => one.id)).toEqual([2]);
});

test("coverage counts enterprises by code and records by kind", async () => {
  const snapshot = await needSnapshot(db.sql);
  const [coverage, same] = await Promise.all([coverageOf(db.sql, snapshot), coverageOf(db.sql, snapshot)]);
  expect(same).toBe(coverage);
  const sum = (counts: { count: number }[]) => counts.reduce((total, one) => total + one.count, 0);
  for (const facet of ["district", "status", "industry", "type"] as const)
    expect(sum(coverage[facet])).toBe(snapshot.enterprises);
  expect(coverage.status).toContainEqual({ code: "cancelled", label: "注销", count: 1 });
  expect(coverage.records).toEqual({ lists: 2, abnormal: 2, penalties: 9, licences: 12 });
  expect(coverage.withRecords).toEqual({ lists: 2, abnormal: 1, penalties: 8, licences: 11 });
  expect(await coverageOf(db.sql, snapshot)).toBe(coverage);
});

test("look-ups are added up by day, whoever flushes", async () => {
  const [one, other] = [lookupCounter(), lookupCounter()];
  one.count("profile", TODAY);
  one.count("profile", TODAY);
  one.count("search", "2026-11-23");
  other.count("profile", TODAY);
  await Promise.all([one.flush(db.sql), other.flush(db.sql)]);
  await one.flush(db.sql);
  expect(await lookupCounts(db.sql, TODAY)).toEqual({
    today: 3,
    last30Days: 4,
    total: 4,
    days: [
      { day: TODAY, count: 3 },
      { day: "2026-11-23", count: 1 },
    ],
  });
});

test("look-ups that can't be written are kept for the next time", async () => {
  const counter = lookupCounter();
  counter.count("list", "2026-11-01");
  const gone = await freshDatabase();
  await gone.close();
  await expect(counter.flush(gone.sql)).rejects.toThrow();
  await counter.flush(db.sql);
  const rows = await db.sql`select count from published.lookup where day = '2026-11-01' and route = 'list'`;
  expect(rows[0]?.count).toBe("1");
});
