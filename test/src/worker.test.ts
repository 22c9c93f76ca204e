import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import workerd from "workerd";
import { makeSigningKey, signToken } from "../../src/auth/signingKey.ts";
import { freshDatabase } from "../database.ts";
import { publishFixture } from "../publishedFixture.ts";
import { freePort } from "../realMeilisearch.ts";
import { STEWARD } from "../tokens.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
let server: ChildProcess;
let origin: string;
let said = "";
let uscc: string;

const config = (port: number, databaseUrl: string) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-11-01",
  compatibilityFlags = ["nodejs_compat"],
  bindings = [(name = "DATABASE_URL", text = ${JSON.stringify(databaseUrl)}), (name = "DEMO", text = "off")],
);
`;

beforeAll(async () => {
  db = await freshDatabase();
  await publishFixture(db.sql);
  const [row] =
    await db.sql`select uscc from published.profile where to_snapshot = 2147483647 order by uscc limit 1`;
  uscc = String(row?.uscc);
  folder = await mkdtemp(join(tmpdir(), "credit-worker-"));
  await build({
    entryPoints: ["src/worker.ts"],
    outfile: join(folder, "worker.js"),
    bundle: true,
    format: "esm",
    target: "es2023",
    conditions: ["workerd", "worker", "browser"],
    external: ["cloudflare:*", "node:*"],
    logLevel: "error",
  });
  const port = await freePort();
  await writeFile(join(folder, "config.capnp"), config(port, db.url));
  server = spawn(workerd, ["serve", join(folder, "config.capnp")], { stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (chunk) => (said += String(chunk)));
  origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    if (
      await fetch(`${origin}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error(`workerd does not answer: ${said}`);
});
afterAll(async () => {
  server.kill("SIGKILL");
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

test("the same app answers on Cloudflare's runtime, request after request", async () => {
  for (let turn = 0; turn < 3; turn++) {
    const profile = await fetch(`${origin}/api/v1/enterprises/${uscc}`);
    expect([profile.status, said]).toEqual([200, said]);
    expect(await profile.json()).toMatchObject({ uscc });
    expect(profile.headers.get("credit-snapshot")).not.toBeNull();
    const etag = profile.headers.get("etag") ?? "";
    expect(
      (await fetch(`${origin}/api/v1/enterprises/${uscc}`, { headers: { "if-none-match": etag } })).status,
    ).toBe(304);
  }
});

test("searches are answered, as degraded, by PostgreSQL", async () => {
  const answer = await fetch(`${origin}/api/v1/enterprises?q=${uscc}`);
  expect(await answer.json()).toMatchObject({ engine: "postgresql", degraded: true, hits: [{ uscc }] });
});

test("pages, their stylesheet and their script are served, and requests at once do not share a socket", async () => {
  const paths = [
    "/",
    "/en/",
    `/enterprise/${uscc}`,
    "/lists",
    "/sources",
    "/stats",
    "/docs",
    "/readyz",
    "/api/v1/openapi.json",
  ];
  const answers = await Promise.all(paths.map((path) => fetch(origin + path)));
  expect(answers.map((answer) => answer.status)).toEqual(paths.map(() => 200));
  const home = await answers[0]?.text();
  const css = /href="(\/assets\/[^"]+\.css)"/.exec(home ?? "")?.[1];
  expect((await fetch(origin + css)).headers.get("content-type")).toContain("text/css");
  const script = await fetch(origin + /src="(\/assets\/[^"]+\.js)"/.exec(home ?? "")?.[1]);
  expect([script.status, script.headers.get("content-type")]).toEqual([
    200,
    "text/javascript; charset=utf-8",
  ]);
});

test("a whole list is streamed to its end", async () => {
  const answer = await fetch(`${origin}/api/v1/lists/abnormal`, {
    headers: { accept: "application/x-ndjson" },
  });
  expect(answer.status).toBe(200);
  const lines = (await answer.text()).trim().split("\n");
  const [row] =
    await db.sql`select count(*)::int as n from published.list_entry where list = 'abnormal' and to_snapshot = 2147483647`;
  expect(lines.filter((line) => line !== "")).toHaveLength(Number(row?.n));
});

test("what is not there is a problem document here too", async () => {
  const answer = await fetch(`${origin}/api/v1/enterprises/91330200750364874C`);
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  expect(await answer.json()).toMatchObject({ code: "enterprise_not_found" });
});

test("without an identity provider no token is accepted here", async () => {
  for (const path of ["/api/v1/review", "/review"]) {
    const none = await fetch(origin + path);
    expect([path, none.status]).toEqual([path, 401]);
    await none.text();
  }
  const key = await makeSigningKey();
  const token = await signToken(key, { caller: STEWARD, now: new Date(), seconds: 60 });
  const answer = await fetch(`${origin}/api/v1/review`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ code: "unauthenticated", reason: "untrusted" });
});
