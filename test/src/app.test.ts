import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { Problem } from "../../src/api/problem.ts";
import { createApp } from "../../src/app.ts";
import { openDatabase } from "../../src/db/client.ts";
import { readMigrations } from "../../src/db/migrate.ts";
import { SCHEMA_VERSION } from "../../src/db/schemaVersion.ts";
import { isUscc } from "../../src/enterprise/identifiers.ts";
import { freshDatabase } from "../database.ts";
import { proxyTo } from "../proxy.ts";
import { publishFixture } from "../publishedFixture.ts";
import { FIRMS } from "../publishedNights.ts";
import { testResources } from "../resources.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
  await publishFixture(db.sql);
});
afterAll(() => db.close());

const app = createApp();
const get = (path: string, init: RequestInit = {}) => app.request(path, init, testResources(db.sql));

test("the OpenAPI document is valid 3.1 and has every route of the contract", async () => {
  const response = await get("/api/v1/openapi.json");
  const document = z
    .object({ openapi: z.string(), paths: z.record(z.string(), z.object({ get: z.looseObject({}) })) })
    .loose()
    .parse(await response.json());
  expect(document.openapi).toBe("3.1.0");
  expect(await new Validator().validate(document)).toEqual({ valid: true });
  expect(Object.keys(document.paths)).toEqual([
    "/enterprises",
    "/suggest",
    "/enterprises/{uscc}",
    "/enterprises/{uscc}/history",
    "/lists",
    "/lists/{list}",
    "/sources",
    "/snapshots",
    "/stats",
    "/review",
    "/review/{id}",
  ]);
  expect(document.paths["/enterprises"]?.get.parameters).toContainEqual(
    expect.objectContaining({
      name: "size",
      in: "query",
      required: false,
      schema: { type: "integer", minimum: 1, maximum: 100, default: 20 },
    }),
  );
  const again = await get("/api/v1/openapi.json", {
    headers: { "If-None-Match": response.headers.get("ETag") ?? "" },
  });
  expect(again.status).toBe(304);
});

test("the code that the document gives as an example is a sound one", async () => {
  const text = await (await get("/api/v1/openapi.json")).text();
  const examples = [...text.matchAll(/"example":"(\w{18})"/g)].map(([, code = ""]) => code);
  expect(examples.length).toBeGreaterThan(0);
  for (const code of examples) expect({ code, sound: isUscc(code) }).toEqual({ code, sound: true });
});

test("the document and its page are found at the root as well", async () => {
  expect((await get("/openapi.json")).headers.get("Location")).toBe("/api/v1/openapi.json");
  expect((await get("/api/v1/docs")).headers.get("Location")).toBe("/docs");
  expect((await get("/docs")).status).toBe(200);
});

test("every answer carries a request id; a sane one of the caller is kept", async () => {
  for (const path of ["/healthz", "/api/v1/lists", "/api/v1/none", "/", "/none", "/api/v1/enterprises/x"]) {
    const own = (await get(path)).headers.get("X-Request-Id");
    expect(own).toMatch(/^[0-9a-f-]{36}$/);
    const kept = await get(path, { headers: { "X-Request-Id": "abc-123" } });
    expect(kept.headers.get("X-Request-Id")).toBe("abc-123");
  }
  for (const bad of ["a b", "x".repeat(65), "<script>", "1;2"])
    expect(
      (await get("/healthz", { headers: { "X-Request-Id": bad } })).headers.get("X-Request-Id"),
    ).not.toBe(bad);
});

test("a problem says its request id", async () => {
  const response = await get("/api/v1/none", { headers: { "X-Request-Id": "abc-123" } });
  expect(Problem.parse(await response.json())).toMatchObject({ requestId: "abc-123" });
});

test.each([
  "/api/v1/",
  "/api/v1",
  "/api/v1/none",
  "/api/v1/enterprises/x/y",
  "/api/v1/Lists",
  "/api/v1/lists/",
])("%s is no address of the API", async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  expect(response.headers.get("Content-Type")).toContain("application/problem+json");
  expect(await response.json()).toMatchObject({ code: "not_found", status: 404 });
});

test.each(["POST", "PUT", "PATCH", "DELETE"])("%s is not allowed where one can only read", async (method) => {
  for (const path of ["/api/v1/enterprises", `/api/v1/enterprises/${FIRMS.full}`, "/api/v1/openapi.json"]) {
    const response = await get(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe("GET, HEAD");
    expect(await response.json()).toMatchObject({ code: "method_not_allowed" });
  }
});

test("HEAD is answered wherever GET is", async () => {
  for (const path of [
    "/healthz",
    "/readyz",
    "/api/v1/lists",
    "/api/v1/lists/dishonest",
    "/api/v1/stats",
    "/",
  ]) {
    const response = await get(path, { method: "HEAD" });
    expect([path, response.status]).toEqual([path, 200]);
    expect(await response.text()).toBe("");
  }
});

test("the process says that it is up without asking the database", async () => {
  const gone = openDatabase("postgres://nobody@127.0.0.1:1/none");
  const response = await app.request("/healthz", {}, testResources(gone));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok" });
  expect(response.headers.get("Cache-Control")).toBe("no-store");
});

test("ready says database, migrations, snapshot and engine, and names late sources without failing for them", async () => {
  const response = await get("/readyz");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    ready: true,
    reasons: [],
    checks: {
      database: { ok: true },
      migrations: { ok: true, applied: SCHEMA_VERSION, expected: SCHEMA_VERSION },
      snapshot: { ok: true, snapshot: "3", publishedAt: "2026-11-23T18:30:00.000Z" },
      engine: {
        engine: "postgresql",
        degraded: true,
        snapshot: "3",
        reason: "no other engine is configured",
        notCompared: null,
      },
      sources: { late: ["court/dishonest", "registration/abnormal", "tax/major"] },
    },
    demo: true,
  });
});

test("before the first night the service is not ready, for that reason", async () => {
  const empty = await freshDatabase();
  try {
    const response = await app.request("/readyz", {}, testResources(empty.sql));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      code: "no_snapshot",
      ready: false,
      reasons: ["no_snapshot"],
      checks: { database: { ok: true }, migrations: { ok: true }, snapshot: { ok: false } },
    });
  } finally {
    await empty.close();
  }
});

test("a database without its migrations is not ready, for that reason", async () => {
  const old = await freshDatabase();
  try {
    await old.sql`delete from public.migration where number > 1`;
    const response = await app.request("/readyz", {}, testResources(old.sql));
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      code: "migrations_missing",
      checks: { migrations: { ok: false, applied: 1, expected: SCHEMA_VERSION } },
    });
    await old.sql`drop table public.migration`;
    expect((await app.request("/readyz", {}, testResources(old.sql))).status).toBe(503);
  } finally {
    await old.close();
  }
});

test("the expected schema is that of the newest migration", async () => {
  expect((await readMigrations()).at(-1)?.number).toBe(SCHEMA_VERSION);
});

test("a lost database is a 503 that says so, and the service comes back by itself", async () => {
  const proxy = await proxyTo(db.url);
  const sql = openDatabase(proxy.url);
  try {
    const resources = testResources(sql);
    const ask = (path: string) => app.request(path, {}, resources);
    expect((await ask(`/api/v1/enterprises/${FIRMS.full}`)).status).toBe(200);
    await proxy.cut();
    for (const path of [
      "/readyz",
      `/api/v1/enterprises/${FIRMS.full}`,
      "/api/v1/enterprises?q=a",
      "/api/v1/lists",
    ]) {
      const response = await ask(path);
      expect([path, response.status]).toEqual([path, 503]);
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ code: "database_unavailable" });
      expect(text).not.toMatch(/ECONN|127\.0\.0\.1|node_modules|at /);
    }
    await proxy.restore();
    await expect
      .poll(async () => (await ask("/readyz")).status, { timeout: 15_000, interval: 300 })
      .toBe(200);
  } finally {
    await sql.end({ timeout: 1 });
    await proxy.cut();
  }
});

test("a failure of ours is answered without a word of its cause, which goes to the log", async () => {
  const broken = () => Promise.reject(new Error("secret words of a bug"));
  const resources = testResources(db.sql, { search: { search: broken, suggest: broken, standing: broken } });
  const response = await app.request("/api/v1/enterprises?q=%E6%9F%90%E4%BA%BA", {}, resources);
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ code: "internal", detail: "The service failed to answer" });
  expect(text).not.toContain("secret");
  const [failure] = resources.lines.filter((line) => line.level === "error");
  expect(failure?.fields).toMatchObject({
    code: "internal",
    requestId: response.headers.get("X-Request-Id"),
    err: expect.objectContaining({ message: "secret words of a bug" }),
  });
});

test("the log has one line a request, without what was asked for", async () => {
  const resources = testResources(db.sql);
  const typed = "某某私密";
  for (const path of [
    `/api/v1/enterprises?q=${typed}`,
    `/api/v1/enterprises/${typed}`,
    `/none/${typed}`,
    `/search?q=${typed}`,
  ])
    await app.request(encodeURI(path), {}, resources);
  const requests = resources.lines.filter((line) => line.message === "request");
  expect(requests.map((line) => line.fields)).toEqual([
    expect.objectContaining({
      method: "GET",
      route: "/api/v1/enterprises",
      status: 200,
      requestId: expect.any(String),
    }),
    expect.objectContaining({ route: "/api/v1/enterprises/:uscc", status: 400 }),
    expect.objectContaining({ status: 404 }),
    expect.objectContaining({ route: "/search", status: 200 }),
  ]);
  expect(decodeURI(JSON.stringify(resources.lines))).not.toContain(typed);
});

test("metrics are given where they are kept, with requests counted by route", async () => {
  const seen: { method: string; route: string; status: number }[] = [];
  const metrics = {
    request: ({ method, route, status }: { method: string; route: string; status: number }) => {
      seen.push({ method, route, status });
    },
    expose: async () => ({ contentType: "text/plain; version=0.0.4; charset=utf-8", text: "up 1\n" }),
  };
  const resources = testResources(db.sql, { metrics });
  await app.request(`/api/v1/enterprises/${FIRMS.full}/history`, {}, resources);
  const response = await app.request("/metrics", {}, resources);
  expect(response.headers.get("Content-Type")).toContain("version=0.0.4");
  expect(await response.text()).toBe("up 1\n");
  expect(seen).toEqual([
    { method: "GET", route: "/api/v1/enterprises/:uscc/history", status: 200 },
    { method: "GET", route: "/metrics", status: 200 },
  ]);
  expect((await get("/metrics")).status).toBe(404);
});
