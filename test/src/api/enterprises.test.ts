import { afterAll, beforeAll, expect, test } from "vitest";
import { SearchPage, Suggestions } from "../../../src/api/answers.ts";
import { Problem } from "../../../src/api/problem.ts";
import { createApp } from "../../../src/app.ts";
import { CreditError } from "../../../src/errors.ts";
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
const get = (path: string, init: RequestInit = {}) =>
  app.request(`/api/v1${path}`, init, testResources(db.sql));
const search = async (query: string) => SearchPage.parse(await (await get(`/enterprises?${query}`)).json());

test("a full name is found, with counts, lists and who answered", async () => {
  const response = await get(`/enterprises?q=${encodeURIComponent("宁波恒达精密机械有限公司")}`);
  expect(response.headers.get("Credit-Snapshot")).toBe("3");
  const page = SearchPage.parse(await response.json());
  expect(page).toMatchObject({
    query: { q: "宁波恒达精密机械有限公司", relaxed: false },
    total: 1,
    page: 1,
    size: 20,
    engine: "postgresql",
    degraded: true,
    snapshot: "3",
    demo: true,
  });
  expect(page.hits[0]).toMatchObject({
    uscc: FIRMS.full,
    lists: ["abnormal", "serious"],
    counts: { lists: 1, abnormal: 2, penalties: 1, licences: 2 },
    matched: { field: "name" },
  });
});

test("an empty search lists what the filters leave, and pages through it without repetition", async () => {
  const first = await search("district=330282&district=330281&size=2&sort=name");
  expect(first.total).toBeGreaterThan(4);
  expect(first.hits.every((hit) => ["330282", "330281"].includes(hit.district?.code ?? ""))).toBe(true);
  const second = await search("district=330282&district=330281&size=2&sort=name&page=2");
  const ids = [...first.hits, ...second.hits].map((hit) => hit.uscc);
  expect(new Set(ids).size).toBe(4);
  expect((await search("list=serious")).hits.map((hit) => hit.uscc)).toEqual([FIRMS.full]);
});

test("empty values of a form's filters are as good as none", async () => {
  const page = await search("q=&district=&status=&industry=&type=&list=");
  expect(page.total).toBe(35);
});

test.each([
  ["page=0", "page"],
  ["page=-1", "page"],
  ["page=1.5", "page"],
  ["page=1e2", "page"],
  ["page=", "page"],
  ["page=abc", "page"],
  ["size=101", "size"],
  ["size=0", "size"],
  ["sort=newest", "sort"],
  ["sort=", "sort"],
  ["page=1&page=2", "page"],
  ["q=a&q=b", "q"],
  ["q=%00", "q"],
  ["limit=5", "limit"],
  ["Q=a", "Q"],
  ["__proto__=1", "__proto__"],
  ["district=999999", "district"],
  ["district=3302", "district"],
  ["status=dead", "status"],
  ["industry=Ω", "industry"],
  ["type=0000", "type"],
  ["list=blacklist", "list"],
  [`q=${"宁".repeat(201)}`, "q"],
])("%s is refused by name", async (query, parameter) => {
  const response = await get(`/enterprises?${query}`);
  expect(response.status).toBe(400);
  const problem = Problem.parse(await response.json());
  expect(problem).toMatchObject({ code: "invalid_parameter", parameter });
  expect(problem.detail).toContain(`${parameter}: `);
});

test("every parameter that is off is named at once", async () => {
  const problem = Problem.parse(await (await get("/enterprises?page=0&size=x&foo=1")).json());
  expect(problem.parameters).toMatchObject([{ name: "foo" }, { name: "page" }, { name: "size" }]);
});

test("two hundred characters are still searched for, whatever their bytes", async () => {
  expect((await get(`/enterprises?q=${encodeURIComponent("𠮷".repeat(200))}`)).status).toBe(200);
});

test("the first ten thousand results can be paged through and no more", async () => {
  expect((await get("/enterprises?page=100&size=100")).status).toBe(200);
  for (const query of ["page=101&size=100", "page=501", "page=999999999"]) {
    const response = await get(`/enterprises?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "page_too_deep" });
  }
});

test("a search that holds is answered with 304", async () => {
  const etag = (await get("/enterprises?q=机械")).headers.get("ETag") ?? "";
  expect((await get("/enterprises?q=机械", { headers: { "If-None-Match": etag } })).status).toBe(304);
  expect((await get("/enterprises?q=电器", { headers: { "If-None-Match": etag } })).status).toBe(200);
});

test("suggestions are at most ten, each with what matched", async () => {
  const response = await get(`/suggest?q=${encodeURIComponent("宁波")}`);
  const answer = Suggestions.parse(await response.json());
  expect(answer.suggestions).toHaveLength(10);
  expect(answer.relaxed).toBe(false);
  expect(answer).toMatchObject({ q: "宁波", snapshot: "3", demo: true });
  expect(response.headers.get("Credit-Snapshot")).toBe("3");
  expect((await get("/suggest?q=a&size=3")).status).toBe(400);
});

test("hits no longer count what expired in a night that was missed", async () => {
  const ask = async (now: string) => {
    const resources = testResources(db.sql, { now: () => new Date(now) });
    const response = await app.request(`/api/v1/enterprises?q=${FIRMS.ending}`, {}, resources);
    return SearchPage.parse(await response.json()).hits[0];
  };
  expect(await ask("2026-11-24T15:59:00Z")).toMatchObject({
    lists: ["wage-arrears"],
    counts: { lists: 1, penalties: 2 },
  });
  expect(await ask("2026-11-24T16:00:00Z")).toMatchObject({ lists: [], counts: { lists: 0, penalties: 1 } });
});

test("a search that can't be made is a failure, never an empty result", async () => {
  const down = () => Promise.reject(new CreditError("engine_unavailable", "No engine answers"));
  const resources = testResources(db.sql, { search: { search: down, suggest: down, standing: down } });
  for (const path of ["/enterprises?q=a", "/suggest?q=a"]) {
    const response = await app.request(`/api/v1${path}`, {}, resources);
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("10");
    expect(await response.json()).toMatchObject({ code: "engine_unavailable" });
  }
});
