import { access, constants, mkdir } from "node:fs/promises";
import type { Config } from "../../src/config.ts";
import { openDatabase, type Sql } from "../../src/db/client.ts";
import { openEmbedded } from "../../src/db/embedded.ts";
import { readMigrations } from "../../src/db/migrate.ts";
import { loadFeeds } from "../feedRegistry.ts";
import type { Command } from "./command.ts";
import { engineFinding, type Finding } from "./doctorEngine.ts";

const OLDEST_POSTGRES = 150_000;

/** `doctor`: checks what the service depends on and says what to do. Exit 1 when something needed is missing. */
export const doctor: Command = async ({ config }) => {
  const findings = [
    nodeVersion(),
    await dataFolder(config),
    await feeds(),
    ...(await database(config)),
    await engineFinding(config),
    auth(config),
  ];
  const text = findings.map(({ check, ok, needed, found, advice }) => {
    const mark = ok ? "ok  " : needed ? "FAIL" : "note";
    return `${mark} ${check}: ${found}${advice === undefined ? "" : `\n       ${advice}`}`;
  });
  return {
    value: findings,
    text: text.join("\n"),
    exitCode: findings.every((f) => f.ok || !f.needed) ? 0 : 1,
  };
};

const why = (error: unknown) => (error instanceof Error ? error.message : String(error));

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  const finding = { check: "Node.js", ok, needed: true, found: process.versions.node };
  return ok ? finding : { ...finding, advice: "Install Node.js 20.19 or later" };
}

async function dataFolder(config: Config): Promise<Finding> {
  const finding = { check: "DATA_DIR", needed: true, found: config.dataDir };
  try {
    await mkdir(config.dataDir, { recursive: true });
    await access(config.dataDir, constants.W_OK);
    return { ...finding, ok: true };
  } catch (error) {
    return {
      ...finding,
      ok: false,
      advice: `It can't be written (${why(error)}): set DATA_DIR to a folder of yours`,
    };
  }
}

async function feeds(): Promise<Finding> {
  try {
    const found = await loadFeeds();
    return { check: "feeds", ok: found.size > 0, needed: true, found: `${found.size} declared` };
  } catch (error) {
    return { check: "feeds", ok: false, needed: true, found: "not readable", advice: why(error) };
  }
}

async function database(config: Config): Promise<Finding[]> {
  const check = config.databaseUrl === undefined ? "embedded PostgreSQL" : "DATABASE_URL";
  try {
    const embedded = config.databaseUrl === undefined ? await openEmbedded(config.dataDir) : undefined;
    const sql = openDatabase(config.databaseUrl ?? embedded?.url ?? "", { max: 1 });
    try {
      return await inspectDatabase(sql, check);
    } finally {
      await sql.end({ timeout: 2 });
      await embedded?.close();
    }
  } catch (error) {
    const advice =
      config.databaseUrl === undefined
        ? "Run npm ci again, or set DATABASE_URL"
        : "Is the server up, and are name and password right?";
    return [{ check, ok: false, needed: true, found: why(error), advice }];
  }
}

async function inspectDatabase(sql: Sql, check: string): Promise<Finding[]> {
  const [server] = await sql<{ number: number; version: string }[]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version`;
  const recent = (server?.number ?? 0) >= OLDEST_POSTGRES;
  const version = { check, ok: recent, needed: true, found: `PostgreSQL ${server?.version}` };
  const [table] = await sql<{ made: boolean }[]>`select to_regclass('public.migration') is not null as made`;
  const applied = table?.made === true ? await sql`select number from public.migration` : [];
  const missing = (await readMigrations()).length - applied.length;
  const [published] =
    table?.made === true
      ? await sql<{ id: number | null }[]>`select max(id) as id from published.snapshot`
      : [];
  return [
    recent ? version : { ...version, advice: "PostgreSQL 15 or later is needed" },
    {
      check: "migrations",
      ok: missing <= 0,
      needed: false,
      found: `${applied.length} applied, ${Math.max(0, missing)} missing`,
      ...(missing > 0 ? { advice: "npm start or any credit command applies them" } : {}),
    },
    {
      check: "snapshot",
      ok: typeof published?.id === "number",
      needed: false,
      found: typeof published?.id === "number" ? String(published.id) : "none yet",
      ...(typeof published?.id === "number"
        ? {}
        : { advice: "Run credit nightly --inbox DIR, or npm start for demo data" }),
    },
  ];
}

function auth(config: Config): Finding {
  const found = config.auth === undefined ? "a key pair of this service's own" : config.auth.issuer;
  return { check: "identity provider", ok: true, needed: false, found };
}
