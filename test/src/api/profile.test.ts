import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { EnterpriseHistory, EnterpriseProfile } from "../../../src/api/answers.ts";
import { Problem } from "../../../src/api/problem.ts";
import { createApp } from "../../../src/app.ts";
import { readProfile } from "../../../src/db/profiles.ts";
import { freshDatabase } from "../../database.ts";
import { TODAY } from "../../inventedFirms.ts";
import { publishFixture } from "../../publishedFixture.ts";
import { FIRMS, RECORDS } from "../../publishedNights.ts";
import { testResources } from "../../resources.ts";
import { stands } from "../../stands.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
  await publishFixture(db.sql);
});
afterAll(() => db.close());

const app = createApp();
const get = (path: string, init: RequestInit = {}) =>
  app.request(`/api/v1/enterprises/${path}`, init, testResources(db.sql));
const problemOf = async (response: Response) => {
  expect(response.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  return Problem.parse(await response.json());
};

test("a profile is the stored text, with its snapshot, tag and caching in the headers", async () => {
  const response = await get(FIRMS.full);
  expect(response.status).toBe(200);
  const text = await response.text();
  const read = stands(await readProfile(db.sql, FIRMS.full, { today: TODAY }));
  expect(text).toBe(new TextDecoder().decode(read.bytes));
  EnterpriseProfile.parse(JSON.parse(text));
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "credit-snapshot": "3",
    "credit-demo": "true",
    "cache-control": "public, no-cache",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("default-src 'none'"),
  });
});

test("a caller who has the version gets 304 without a body, by weak comparison", async () => {
  const etag = (await get(FIRMS.full)).headers.get("ETag") ?? "";
  expect(etag).toMatch(/^W\/"/);
  for (const header of [etag, etag.slice(2), `"other", ${etag}`, "*"]) {
    const response = await get(FIRMS.full, { headers: { "If-None-Match": header } });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe("");
    expect(response.headers.get("ETag")).toBe(etag);
    expect(response.headers.get("Credit-Snapshot")).toBe("3");
  }
  expect((await get(FIRMS.full, { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
});

test("HEAD answers like GET, without the body", async () => {
  const response = await get(FIRMS.full, { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(response.headers.get("ETag")).toBe((await get(FIRMS.full)).headers.get("ETag"));
  expect(await response.text()).toBe("");
});

test("as of a day or a snapshot, what was published then and may still be published is shown", async () => {
  const response = await get(`${FIRMS.full}?asOf=2026-11-20`);
  const profile = EnterpriseProfile.parse(await response.json());
  expect(profile).toMatchObject({ snapshot: "1", asOf: "2026-11-20", withheld: 2, demo: true });
  expect(JSON.stringify(profile)).not.toContain(RECORDS.removedEntry);
  expect(response.headers.get("Credit-Snapshot")).toBe("1");
});

test("asOf is refused in the future and before the first night", async () => {
  const future = await get(`${FIRMS.full}?asOf=2030-01-01`);
  expect(future.status).toBe(400);
  expect(await problemOf(future)).toMatchObject({ code: "invalid_parameter", parameter: "asOf" });
  const before = await get(`${FIRMS.full}?asOf=2020-01-01`);
  expect(before.status).toBe(404);
  expect(await problemOf(before)).toMatchObject({ code: "snapshot_not_found" });
});

test.each([
  ["small letters", (code: string) => code.toLowerCase()],
  [
    "full-width",
    (code: string) => [...code].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(""),
  ],
  ["spaces", (code: string) => `${code.slice(0, 8)} ${code.slice(8)} `],
])("a code in %s leads to its canonical address", async (_, spoil) => {
  const code = [FIRMS.full, FIRMS.bare, FIRMS.ending, FIRMS.late, FIRMS.cancelled].find((one) =>
    /[A-Z]/.test(one),
  );
  expect(code).toBeDefined();
  const spoilt = encodeURIComponent(spoil(code ?? ""));
  const response = await get(`${spoilt}?asOf=${TODAY}`);
  expect(response.status).toBe(308);
  expect(response.headers.get("Location")).toBe(`/api/v1/enterprises/${code}?asOf=${TODAY}`);
  const history = await get(`${spoilt}/history`);
  expect(history.headers.get("Location")).toBe(`/api/v1/enterprises/${code}/history`);
});

test("an unsound code is refused with its checks and repairs, known enterprises first", async () => {
  const last = FIRMS.full.at(-1) === "0" ? "1" : "0";
  const response = await get(FIRMS.full.slice(0, 17) + last);
  expect(response.status).toBe(400);
  const problem = await problemOf(response);
  expect(problem).toMatchObject({ code: "invalid_uscc", status: 400 });
  expect(problem.checks).toContainEqual(expect.objectContaining({ check: "check_digit", ok: false }));
  const repairs = z
    .array(z.object({ uscc: z.string(), name: z.string().nullable() }))
    .max(5)
    .parse(problem.repairs);
  expect(repairs[0]).toEqual({ uscc: FIRMS.full, name: "宁波恒达精密机械有限公司" });
  expect(repairs.slice(1).map((one) => one.name)).toEqual(repairs.slice(1).map(() => null));
  expect(repairs.length).toBeGreaterThan(1);
});

test.each(["1234", `${FIRMS.full}99999`, "宁波恒达", "%00", "%FF%FE", "x".repeat(60)])(
  "the code %s is refused, not looked up",
  async (code) => {
    const response = await get(encodeURI(code).replaceAll("%25", "%"));
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ code: "invalid_uscc" });
  },
);

test("a sound code that nobody has is not found", async () => {
  for (const path of [FIRMS.unknown, `${FIRMS.unknown}/history`, FIRMS.gone]) {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await problemOf(response)).toMatchObject({ code: "enterprise_not_found" });
  }
});

test("an unknown or repeated parameter is refused by name", async () => {
  const unknown = await problemOf(await get(`${FIRMS.full}?as_of=2026-11-20`));
  expect(unknown).toMatchObject({ code: "invalid_parameter", parameter: "as_of" });
  const twice = await problemOf(await get(`${FIRMS.full}?asOf=1&asOf=2`));
  expect(twice).toMatchObject({ code: "invalid_parameter", parameter: "asOf" });
  expect((await get(`${FIRMS.full}/history?page=1`)).status).toBe(400);
});

test("history tells nights, changes and deliveries", async () => {
  const response = await get(`${FIRMS.full}/history`);
  const history = EnterpriseHistory.parse(await response.json());
  expect(history.entries.map((entry) => entry.snapshot)).toEqual(["3", "2", "1"]);
  expect(history).toMatchObject({ uscc: FIRMS.full, snapshot: "3", demo: true });
  const again = await get(`${FIRMS.full}/history`, {
    headers: { "If-None-Match": response.headers.get("ETag") ?? "" },
  });
  expect(again.status).toBe(304);
});

test("look-ups that were answered are counted", async () => {
  const resources = testResources(db.sql);
  await app.request(`/api/v1/enterprises/${FIRMS.full}`, {}, resources);
  await app.request(`/api/v1/enterprises/${FIRMS.unknown}`, {}, resources);
  await resources.lookups.flush(db.sql);
  const rows = await db.sql`select route, count from published.lookup where day = ${TODAY}`;
  expect(rows).toEqual([{ route: "profile", count: "1" }]);
});

test("real data is not labelled as a demonstration", async () => {
  const real = await freshDatabase();
  try {
    await publishFixture(real.sql, { demo: false });
    const response = await app.request(`/api/v1/enterprises/${FIRMS.bare}`, {}, testResources(real.sql));
    expect(await response.json()).toMatchObject({ demo: false });
    expect(response.headers.has("Credit-Demo")).toBe(false);
  } finally {
    await real.close();
  }
});
