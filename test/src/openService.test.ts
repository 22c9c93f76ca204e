import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { openDatabase } from "../../src/db/client.ts";
import { wantsDemo } from "../../src/demoProcess.ts";
import { describeError } from "../../src/errors.ts";
import { openService } from "../../src/openService.ts";
import { freshDatabase } from "../database.ts";
import { TODAY } from "../inventedFirms.ts";
import { publishFixture } from "../publishedFixture.ts";

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

test("opening brings the database up to date; closing writes the look-ups that were counted", async () => {
  const db = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "credit-service-"));
  try {
    const config = readConfig({ DATABASE_URL: db.url, DATA_DIR: dataDir });
    const said: string[] = [];
    const service = await openService({ config, log: quiet, say: (text) => said.push(text) });
    expect(said.join("\n")).toMatch(/PostgreSQL \d+.* ready/);
    service.resources.lookups.count("profile", TODAY);
    await service.close();
    const rows = await db.sql`select route, count from published.lookup`;
    expect(rows).toEqual([{ route: "profile", count: "1" }]);
    await expect(service.resources.sql`select 1`).rejects.toThrow();
  } finally {
    await db.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});

test("metrics count requests by route and read what is published", async () => {
  const db = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "credit-service-"));
  await publishFixture(db.sql);
  const config = readConfig({ DATABASE_URL: db.url, DATA_DIR: dataDir });
  const service = await openService({ config, log: quiet, say: () => undefined });
  try {
    const { metrics } = service.resources;
    metrics?.request({ method: "GET", route: "/api/v1/lists", status: 200, seconds: 0.003 });
    metrics?.request({ method: "BREW", route: "/api/v1/*", status: 405, seconds: 0.001 });
    const text = (await metrics?.expose())?.text ?? "";
    expect(text).toContain('http_requests_total{method="GET",route="/api/v1/lists",status="200"} 1');
    expect(text).toContain('http_requests_total{method="other",route="/api/v1/*",status="405"} 1');
    expect(text).toContain(
      'http_request_duration_seconds_bucket{le="0.005",method="GET",route="/api/v1/lists"} 1',
    );
    expect(text).toMatch(/^credit_database_up 1$/m);
    expect(text).toMatch(/^credit_snapshot 3$/m);
    expect(text).toMatch(/^credit_enterprises 35$/m);
    expect(text).toMatch(/^credit_search_degraded 1$/m);
  } finally {
    await service.close();
    await db.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});

test("a database that is not there ends the opening with what is wrong", async () => {
  const config = readConfig({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
  await expect(openService({ config, log: quiet, say: () => undefined })).rejects.toMatchObject({
    code: "ECONNREFUSED",
  });
});

test("demo data is wanted on an empty database, and again after a load that was cut off, and never beside real data", async () => {
  const db = await freshDatabase();
  const deliver = (id: string, demo: boolean) => db.sql`
    insert into archive.delivery (id, source, feed, file, sha256, is_full, demo, received_at)
    values (${id}, 'registration', 'enterprises', ${`${id}.csv`}, ${id}, false, ${demo}, now())`;
  try {
    expect(await wantsDemo(db.sql)).toBe(true);
    await deliver("d1", true);
    expect(await wantsDemo(db.sql)).toBe(true);
    await deliver("d2", false);
    expect(await wantsDemo(db.sql)).toBe(false);
  } finally {
    await db.close();
  }
  const published = await freshDatabase();
  try {
    await publishFixture(published.sql);
    expect(await wantsDemo(published.sql)).toBe(false);
  } finally {
    await published.close();
  }
});

test("the log says where an error came from, and not what data it stumbled over", async () => {
  const db = await freshDatabase();
  const seen = async (work: Promise<unknown>) =>
    JSON.stringify(describeError(await work.catch((error) => error)));
  try {
    const value = await seen(db.sql`select ${"secret-value"}::text::int`);
    expect(value).toContain("22P02");
    expect(value).not.toContain("secret-value");
    expect(await seen(db.sql`select * from published.nothing`)).toContain("published.nothing");
  } finally {
    await db.close();
  }
  const gone = openDatabase("postgres://nobody@127.0.0.1:1/none");
  expect(await seen(gone`select 1`)).toContain("ECONNREFUSED");
  const wrapped = describeError(new Error("outer", { cause: new Error("inner") }));
  expect(wrapped).toMatchObject({ message: "outer", cause: { message: "inner" }, at: expect.any(Array) });
});
