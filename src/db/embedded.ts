import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { CreditError } from "../errors.ts";
import { openDatabase } from "./client.ts";
import { type Programs, programs, type RunAs, runAs } from "./embeddedPrograms.ts";

/** Held shared by every process that uses the server of one data folder; the last one out stops it. */
const LEASE = 7_301_002;

const SETTINGS = [
  "listen_addresses = '127.0.0.1'",
  "unix_socket_directories = ''",
  "max_connections = 60",
  "shared_buffers = 256MB",
  "work_mem = 48MB",
  "maintenance_work_mem = 256MB",
  "wal_level = minimal",
  "max_wal_senders = 0",
  "max_wal_size = 4GB",
  "checkpoint_timeout = 15min",
  "jit = off",
  "log_statement = none",
  "log_min_error_statement = panic", // statements carry data: they stay out of the log
  "log_error_verbosity = terse",
];

export interface EmbeddedDatabase {
  url: string;
  /** Lets go of the server; stops it when nobody else uses it. */
  close(): Promise<void>;
}

function execute(who: RunAs, command: string, args: string[], cwd: string): Promise<string> {
  const [first = command, ...rest] = [...who.prefix, command, ...args];
  const ids = who.prefix.length === 0 && who.uid !== undefined ? { uid: who.uid, gid: who.gid } : {};
  return new Promise((done, fail) => {
    // The server inherits these streams, so they must not be pipes that end with this process.
    const child = spawn(first, rest, { ...ids, cwd, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += String(chunk)));
    child.on("error", fail);
    child.on("exit", (code) =>
      code === 0 ? done(said) : fail(new Error(`${command}: ${said.trim() || code}`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Makes the cluster beside and renames it into place, so that a start that was cut off leaves nothing half-made. */
async function initialise(home: string, bin: Programs, who: RunAs): Promise<void> {
  const beside = `${home}.new-${process.pid}-${randomBytes(3).toString("hex")}`;
  await mkdir(beside, { recursive: true, mode: 0o700 });
  const password = randomBytes(18).toString("hex");
  const passwordFile = join(beside, "password");
  const data = join(beside, "data");
  await writeFile(passwordFile, password, { mode: 0o600 });
  await mkdir(data, { mode: 0o700 });
  if (who.uid !== undefined && who.gid !== undefined)
    for (const path of [beside, passwordFile, data]) await chown(path, who.uid, who.gid);
  await execute(
    who,
    bin.initdb,
    [
      ...[`--pgdata=${data}`, "--username=credit", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
      ...[
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-sync",
      ],
    ],
    beside,
  );
  await writeFile(join(data, "postgresql.auto.conf"), `${SETTINGS.join("\n")}\n`);
  try {
    await rename(beside, home);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (!(await exists(join(home, "data/PG_VERSION")))) throw error; // another process was faster
  }
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}

/** The port of the server that the data folder's pid file names, when there is one. */
async function portInUse(data: string): Promise<number | undefined> {
  const lines = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "");
  const port = Number(lines.split("\n")[3]);
  return Number.isInteger(port) && port > 0 ? port : undefined;
}

async function lease(url: string) {
  const sql = openDatabase(url, { max: 1, name: "credit-ningbo lease" });
  try {
    const held = await sql.reserve();
    await held`select pg_advisory_lock_shared(${LEASE})`;
    return { sql, held };
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
}

/**
 * Opens the embedded PostgreSQL of a data folder: makes it, starts it, or joins the one that another
 * process of ours has started. Any number of processes may use it; the last one stops it.
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const home = resolve(dataDir, "postgres");
  const data = join(home, "data");
  const bin = await programs();
  await mkdir(dirname(home), { recursive: true });
  const who = await runAs(bin.initdb, dirname(home));
  if (!(await exists(join(data, "PG_VERSION")))) await initialise(home, bin, who);
  const password = (await readFile(join(home, "password"), "utf8")).trim();

  let failure: unknown;
  for (let attempt = 0; attempt < 20; attempt++) {
    const port = await portInUse(data);
    if (port !== undefined) {
      const url = `postgres://credit:${password}@127.0.0.1:${port}/postgres`;
      try {
        const { sql, held } = await lease(url);
        return {
          url,
          close: () =>
            release(sql, held, () =>
              execute(who, bin.pg_ctl, ["stop", "-D", data, "-m", "fast", "-w"], home),
            ),
        };
      } catch (error) {
        failure = error; // starting, stopping, or a pid file left behind: try to start it
      }
    }
    const options = `-p ${await freePort()}`;
    await execute(
      who,
      bin.pg_ctl,
      ["start", "-D", data, "-l", join(data, "server.log"), "-w", "-t", "60", "-o", options],
      home,
    ).catch((error) => {
      failure = error;
    });
    if (attempt > 0) await new Promise((wake) => setTimeout(wake, 250));
  }
  throw new CreditError("database_unavailable", `The embedded PostgreSQL in ${home} does not start`, {
    cause: failure,
  });
}

async function release(
  sql: Awaited<ReturnType<typeof lease>>["sql"],
  held: Awaited<ReturnType<typeof lease>>["held"],
  stop: () => Promise<string>,
): Promise<void> {
  await held`select pg_advisory_unlock_shared(${LEASE})`;
  const [row] = await held<{ last: boolean }[]>`select pg_try_advisory_lock(${LEASE}) as last`;
  if (row?.last === true) await stop().catch(() => undefined);
  held.release();
  await sql.end({ timeout: 1 }).catch(() => undefined);
}
