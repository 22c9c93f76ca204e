import Papa from "papaparse";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ListEntry, ListOverview, ListPage } from "../../../src/api/answers.ts";
import { Problem } from "../../../src/api/problem.ts";
import { createApp } from "../../../src/app.ts";
import { LIST_COLUMNS } from "../../../src/enterprise/listEntry.ts";
import { LIST_IDS } from "../../../src/enterprise/record.ts";
import { freshDatabase } from "../../database.ts";
import { publishFixture } from "../../publishedFixture.ts";
import { FIRMS, RECORDS } from "../../publishedNights.ts";
import { testResources } from "../../resources.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
  await publishFixture(db.sql);
});
afterAll(() => db.close());

const app = createApp();
const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`/api/v1/lists${path}`, { headers }, testResources(db.sql));

test("the overview has every list with its basis, effects and number of entries", async () => {
  const response = await get("");
  const overview = ListOverview.parse(await response.json());
  expect(overview.lists.map((one) => one.list)).toEqual([...LIST_IDS]);
  expect(overview.lists.find((one) => one.list === "dishonest")).toMatchObject({
    title: { zh: "失信被执行人名单" },
    total: 24,
    lastReceivedAt: "2026-10-01T10:00:00.000Z",
  });
  expect(response.headers.get("Credit-Snapshot")).toBe("3");
});

test("a list is paged by its cursor to the end", async () => {
  const ids: string[] = [];
  let next: string | null = "";
  for (let pages = 0; next !== null && pages < 10; pages++) {
    const query: string = next === "" ? "" : `&cursor=${encodeURIComponent(next)}`;
    const page = ListPage.parse(await (await get(`/dishonest?size=10${query}`)).json());
    expect(page).toMatchObject({ list: "dishonest", total: 24, snapshot: "3", demo: true });
    ids.push(...page.entries.map((entry) => entry.id));
    next = page.next;
  }
  expect(new Set(ids).size).toBe(24);
  expect(ids).toHaveLength(24);
});

test("an entry of an enterprise known here links to it, others stand without a link, removed ones are gone", async () => {
  const serious = ListPage.parse(await (await get("/serious")).json());
  expect(serious.entries[0]?.subject).toMatchObject({ uscc: FIRMS.full, name: "宁波恒达精密机械有限公司" });
  const dishonest = ListPage.parse(await (await get("/dishonest")).json());
  expect(dishonest.entries.every((entry) => entry.subject.uscc === null)).toBe(true);
  expect(dishonest.entries.map((entry) => entry.id)).not.toContain(RECORDS.removedEntry);
});

test("an empty list is an empty list", async () => {
  expect(ListPage.parse(await (await get("/evasion")).json())).toMatchObject({
    total: 0,
    entries: [],
    next: null,
  });
});

test("as CSV the whole list is streamed, and cells that a spreadsheet would run are defused", async () => {
  const response = await get("/dishonest", { Accept: "text/csv" });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="dishonest-3-demo.csv"',
    "credit-snapshot": "3",
    vary: "Accept",
  });
  const { data, meta } = Papa.parse<Record<string, string>>(await response.text(), {
    header: true,
    skipEmptyLines: true,
  });
  expect(meta.fields).toEqual([...LIST_COLUMNS, "demo"]);
  expect(data).toHaveLength(24);
  expect(data.every((row) => row.demo === "true" && row.list === "dishonest")).toBe(true);
  expect(data.map((row) => row.name)).toContain('\'=HYPERLINK("http://example.com")公司');
});

test("as NDJSON each line is an entry and says that it is a demonstration", async () => {
  const response = await get("/dishonest?district=330281", { Accept: "application/x-ndjson" });
  expect(response.headers.get("Content-Type")).toBe("application/x-ndjson; charset=utf-8");
  const lines = (await response.text()).trimEnd().split("\n");
  expect(lines).toHaveLength(24);
  for (const line of lines) {
    const value: unknown = JSON.parse(line);
    ListEntry.parse(value);
    expect(value).toMatchObject({ demo: true });
  }
});

test.each([
  ["text/html,application/xhtml+xml,*/*;q=0.8", 200, "application/json"],
  ["*/*", 200, "application/json"],
  ["application/json;q=0.5, text/csv", 200, "text/csv"],
  ["text/csv;q=0, application/json", 200, "application/json"],
  ["TEXT/CSV", 200, "text/csv"],
  ["image/png", 406, "application/problem+json"],
])("Accept: %s is answered with %i %s", async (accept, status, type) => {
  const response = await get("/serious", { Accept: accept });
  expect(response.status).toBe(status);
  expect(response.headers.get("Content-Type")).toBe(`${type}; charset=utf-8`);
  await response.body?.cancel();
});

test("a link may name the format, which outranks Accept", async () => {
  const response = await get("/serious?format=csv", { Accept: "application/json" });
  expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  await response.body?.cancel();
  const refused = await get("/serious?format=xml");
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ parameter: "format" });
});

test("an unknown list is not found, and says which there are", async () => {
  for (const path of ["/blacklist", "/Serious", "/%00"]) {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(Problem.parse(await response.json())).toMatchObject({
      code: "list_not_found",
      lists: [...LIST_IDS],
    });
  }
});

test.each([
  ["size=1001", "size"],
  ["size=0", "size"],
  ["cursor=x", "cursor"],
  ["cursor=", "cursor"],
  ["district=33", "district"],
  ["district=", "district"],
  ["page=2", "page"],
  ["district=330281&district=330282", "district"],
])("%s is refused by name", async (query, parameter) => {
  const response = await get(`/dishonest?${query}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: "invalid_parameter", parameter });
});

test("a page that holds is answered with 304", async () => {
  const etag = (await get("/serious")).headers.get("ETag") ?? "";
  expect((await get("/serious", { "If-None-Match": etag })).status).toBe(304);
});
