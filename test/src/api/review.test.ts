import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ReviewDetail, ReviewJudgement, ReviewPage } from "../../../src/api/answers.ts";
import { createApp } from "../../../src/app.ts";
import { freshDatabase } from "../../database.ts";
import { inventedUscc } from "../../ingest/merge/records.ts";
import { publishFixture } from "../../publishedFixture.ts";
import { testResources } from "../../resources.ts";
import { fillReview } from "../../reviewFixture.ts";
import { testToken } from "../../tokens.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let ids: Awaited<ReturnType<typeof fillReview>>;
let resources: ReturnType<typeof testResources>;
let bearer: string;
beforeAll(async () => {
  db = await freshDatabase();
  await publishFixture(db.sql);
  bearer = `Bearer ${await testToken({ sub: "王管理员" })}`;
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.sql`truncate ledger.question, ledger.judgement, ledger.record, ledger.known_party`;
  ids = await fillReview(db.sql);
  resources = testResources(db.sql);
});

const app = createApp();
const ask = async (path: string, init: RequestInit = {}) =>
  app.request(`/api/v1${path}`, { ...init, headers: { Authorization: bearer, ...init.headers } }, resources);
const post = (id: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(`/review/${id}`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "Content-Type": "application/json", ...headers },
  });
const same = { verdict: "same", reason: "地址和代表人都核对过" };

describe("without the right token", () => {
  test.each([
    ["none", undefined, "missing"],
    ["another scheme", "Basic dTpw", "malformed"],
    ["no token", "Bearer x", "malformed"],
    ["a huge one", `Bearer ${"a".repeat(20_000)}`, "malformed"],
  ])("(%s) the queue is closed, and the answer says how to ask", async (_, header, reason) => {
    for (const path of ["/review", `/review/${ids.hengda}`]) {
      const init = header === undefined ? {} : { headers: { Authorization: header } };
      const response = await app.request(`/api/v1${path}`, init, resources);
      expect(response.status).toBe(401);
      expect(response.headers.get("WWW-Authenticate")).toMatch(
        reason === "missing" ? /^Bearer realm="credit-ningbo"$/ : /^Bearer .*error="invalid_token"/,
      );
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      expect(await response.json()).toMatchObject({ code: "unauthenticated", reason, status: 401 });
    }
  });

  test("an expired token is told to be so", async () => {
    const old = await testToken({}, -3_600);
    const response = await ask("/review", { headers: { Authorization: `Bearer ${old}` } });
    expect(await response.json()).toMatchObject({ code: "unauthenticated", reason: "expired" });
  });

  test("a token in the address or in a cookie counts for nothing", async () => {
    const token = bearer.slice(7);
    for (const [path, headers] of [
      [`/review?access_token=${token}`, {}],
      ["/review", { Cookie: `session=${token}` }],
    ] as const)
      expect((await app.request(`/api/v1${path}`, { headers }, resources)).status).toBe(401);
  });

  test.each(["public", "enterprise", "authorised", "government"] as const)("%s may not", async (role) => {
    const token = await testToken({ role, uscc: inventedUscc(1) });
    const headers = { Authorization: `Bearer ${token}` };
    for (const response of [await ask("/review", { headers }), await post(ids.hengda, same, headers)]) {
      expect(response.status).toBe(403);
      expect(response.headers.get("WWW-Authenticate")).toContain("insufficient_scope");
      expect(await response.json()).toMatchObject({ code: "forbidden", role });
    }
    expect(await db.sql`select from ledger.judgement`).toHaveLength(0);
  });
});

test("a steward reads the queue page by page, and nothing keeps it", async () => {
  const response = await ask("/review?size=3");
  expect(response.status).toBe(200);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(response.headers.get("ETag")).toBeNull();
  const page = ReviewPage.parse(await response.json());
  expect(page).toMatchObject({ open: 4, unsure: 0, next: ids.hostile });
  const rest = ReviewPage.parse(await (await ask(`/review?size=3&after=${page.next}`)).json());
  expect(rest.questions.map(({ id }) => id)).toEqual([ids.branch]);
  expect(rest.next).toBeNull();
});

test("a steward decides by name of the token, and the question tells it", async () => {
  const shown = ReviewDetail.parse(await (await ask(`/review/${ids.hengda}`)).json());
  expect(shown).toMatchObject({ open: true, judgements: [] });
  const response = await post(ids.hengda, { ...same, version: shown.version });
  expect(response.status).toBe(200);
  const made = ReviewJudgement.parse(await response.json());
  expect(made).toMatchObject({ ...same, by: "王管理员", supersedes: null });
  const after = ReviewDetail.parse(await (await ask(`/review/${ids.hengda}`)).json());
  expect(after).toMatchObject({ open: false, judgements: [made] });
});

test("conflicts are told with what stands", async () => {
  const first = ReviewJudgement.parse(await (await post(ids.hengda, same)).json());
  const again = await post(ids.hengda, { ...same, verdict: "different" });
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({
    code: "judgement_stands",
    title: "Conflict",
    standing: { seq: first.seq, verdict: "same" },
  });
  const other = await post(ids.branch, same);
  expect(await other.json()).toMatchObject({ code: "judged_anothers", standing: { seq: first.seq } });
  const superseding = await post(ids.hengda, { ...same, verdict: "different", supersedes: first.seq });
  expect(superseding.status).toBe(200);
});

test.each([
  ["no JSON", "{"],
  ["a list", "[]"],
  ["nothing", ""],
  ["an unknown verdict", { ...same, verdict: "perhaps" }],
  ["no reason", { verdict: "same" }],
  ["an empty reason", { verdict: "same", reason: " \n" }],
  ["a reason that is too long", { verdict: "same", reason: "字".repeat(2_001) }],
  ["a NUL", { verdict: "same", reason: "a\u0000" }],
  ["somebody else's name", { ...same, by: "another" }],
  ["a seq that is a text", { ...same, supersedes: "1" }],
  ["half a seq", { ...same, supersedes: 1.5 }],
])("%s is refused and decides nothing", async (_, body) => {
  const response = await post(ids.hengda, body);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: "invalid_parameter" });
  expect(await db.sql`select from ledger.judgement`).toHaveLength(0);
});

test("a decision comes as JSON and in good measure, so that no form of another site can send one", async () => {
  const body = JSON.stringify(same);
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
    expect((await post(ids.hengda, body, { "Content-Type": type })).status).toBe(400);
  const huge = await post(ids.hengda, { ...same, reason: "a".repeat(20_000) });
  expect(huge.status).toBe(413);
  expect(await huge.json()).toMatchObject({ code: "too_large" });
  expect((await post(ids.hengda, { verdict: "same", reason: "字".repeat(2_000) })).status).toBe(200);
});

test("what is not there, and what is not done, has a problem of its own", async () => {
  for (const id of ["0123456789abcdef", "x", "%00", encodeURIComponent("' or 1=1 --")])
    expect((await ask(`/review/${id}`)).status).toBe(404);
  expect((await ask("/review?colour=red")).status).toBe(400);
  expect((await ask("/review?after=x")).status).toBe(400);
  expect((await ask("/review?size=101")).status).toBe(400);
  const put = await ask(`/review/${ids.hengda}`, { method: "PUT" });
  expect([put.status, put.headers.get("Allow")]).toEqual([405, "GET, HEAD, POST"]);
});

test("the log tells neither who decided nor about whom, not even when the database fails", async () => {
  await ask(`/review/${ids.hengda}`);
  await post(ids.hengda, { verdict: "same", reason: "机密理由" });
  await db.sql`alter table ledger.judgement add constraint odd check (reason <> '坏理由')`;
  const failed = await post(ids.blank, { verdict: "same", reason: "坏理由" });
  await db.sql`alter table ledger.judgement drop constraint odd`;
  expect(failed.status).toBe(500);
  expect(await failed.text()).not.toMatch(/坏理由|judgement/);
  const lines = JSON.stringify(
    resources.lines.map(({ fields, message }) => ({ message, ...fields, err: undefined })),
  );
  expect(lines).not.toMatch(/王管理员|李四|机密|恒|eyJ|[0-9a-f]{16}/);
});
