import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { loadFeeds } from "../../../ingest/feedRegistry.ts";
import { stageInbox } from "../../../ingest/inbox.ts";
import { type LinkCounts, linkNight } from "../../../ingest/link/linkNight.ts";
import { noProgress } from "../../../ingest/progress.ts";
import { openDatabase, type Sql } from "../../../src/db/client.ts";
import { openEmbedded } from "../../../src/db/embedded.ts";
import { migrate } from "../../../src/db/migrate.ts";
import { writeRegister } from "./deliveries.ts";
import type { LinkWorld } from "./firm.ts";

const say = (text: string) => process.stderr.write(`${text}\n`);

export interface BenchServer {
  /** A server with the right to make databases. */
  url: string;
  /** Where files of this run may lie. */
  scratch: string;
  close(): Promise<void>;
}

/** The server of DATABASE_URL, of a kept folder, or one that lives as long as this run. */
export async function openServer(of: {
  keep: string | null;
  databaseUrl: string | null;
}): Promise<BenchServer> {
  const scratch = await mkdtemp(join(tmpdir(), "credit-bench-"));
  const clear = () => rm(scratch, { recursive: true, force: true });
  if (of.databaseUrl !== null) return { url: of.databaseUrl, scratch, close: clear };
  const embedded = await openEmbedded(of.keep ?? scratch);
  return {
    url: embedded.url,
    scratch,
    close: async () => {
      await embedded.close();
      await clear();
    },
  };
}

const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;

export interface Night {
  sql: Sql;
  url: string;
  inbox: string;
  snapshot: number;
}

/** Seconds of the stage alone, and its counts. */
export interface LinkedNight {
  counts: LinkCounts;
  seconds: number;
  deliveries: number[];
  rejected: number;
}

/** Stages an inbox, untimed, and links it in a night of its own; nothing is merged or published. */
export async function linkInbox(
  night: Night,
  around: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
): Promise<LinkedNight> {
  const { sql, url, inbox, snapshot } = night;
  const feeds = await loadFeeds();
  const threads = { databaseUrl: url, count: availableParallelism() };
  const answers = await stageInbox({ sql, feeds, now: new Date(), progress: noProgress(), threads }, inbox);
  const waiting = await sql<{ seq: number; rejected: number }[]>`
    select seq, rows - accepted as rejected from archive.delivery
    where applied_in is null and refused_code is null order by seq`;
  if (waiting.length !== answers.length)
    throw new Error(`${answers.length} files, but ${waiting.length} deliveries wait: some were refused`);
  await sql`vacuum analyze archive.received`;
  const deliveries = waiting.map(({ seq }) => seq);
  const start = performance.now();
  const counts = await around(() => sql.begin((tx) => linkNight(tx, { deliveries, feeds, snapshot })));
  const seconds = (performance.now() - start) / 1000;
  return { counts, seconds, deliveries, rejected: waiting.reduce((sum, one) => sum + one.rejected, 0) };
}

/** Makes the world's database once: the register with its changes of name, linked. @returns its name */
async function loadedRegister(server: BenchServer, admin: Sql, world: LinkWorld): Promise<string> {
  const name = `link_bench_${createHash("md5").update(world.id).digest("hex").slice(0, 12)}`;
  const [known] = await admin`select from pg_database where datname = ${name}`;
  if (known !== undefined) return name;
  say(`loading a register of ${world.size} enterprises …`);
  const making = `${name}_making`;
  await admin`drop database if exists ${admin(making)} with (force)`;
  await admin`create database ${admin(making)}`;
  const url = at(server.url, making);
  const sql = openDatabase(url, { max: 6 });
  try {
    await migrate(sql);
    const inbox = join(server.scratch, "register");
    await writeRegister(inbox, world);
    const { seconds, rejected } = await linkInbox({ sql, url, inbox, snapshot: 1 });
    await rm(inbox, { recursive: true, force: true });
    await sql`vacuum analyze`;
    say(`the register linked in ${seconds.toFixed(1)} s, ${rejected} rows of it rejected`);
  } finally {
    await sql.end({ timeout: 5 });
  }
  await admin`alter database ${admin(making)} rename to ${admin(name)}`;
  return name;
}

/** Gives `work` a database of its own that holds the world's register and no record. */
export async function withRegister<T>(
  server: BenchServer,
  world: LinkWorld,
  work: (database: { sql: Sql; url: string }) => Promise<T>,
): Promise<T> {
  const admin = openDatabase(server.url, { max: 1 });
  const run = `link_bench_run_${process.pid}`;
  try {
    const base = await loadedRegister(server, admin, world);
    await admin`drop database if exists ${admin(run)} with (force)`;
    await admin`create database ${admin(run)} template ${admin(base)} strategy file_copy`;
    const url = at(server.url, run);
    const sql = openDatabase(url, { max: 6 });
    try {
      return await work({ sql, url });
    } finally {
      await sql.end({ timeout: 5 });
      await admin`drop database if exists ${admin(run)} with (force)`;
    }
  } finally {
    await admin.end({ timeout: 5 });
  }
}
