import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { openSync } from "node:fs";
import { access, constants, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Sql } from "../db/client.ts";
import { CreditError } from "../errors.ts";

/** Held shared by every process that uses the program of one data folder; the last one out stops it. */
const LEASE = 7_301_003;
/** Held while one process starts it. */
const STARTING = 7_301_005;
const OLDEST = [1, 43, 1] as const;

export interface MeilisearchProgram {
  path: string;
  version: string;
}

const run = promisify(execFile);

/** The `meilisearch` program on the PATH, when it is recent enough; else null. */
export async function findMeilisearchProgram(): Promise<MeilisearchProgram | null> {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, "meilisearch");
    if (folder === "" || !(await isExecutable(path))) continue;
    const said = await run(path, ["--version"], { timeout: 5_000 }).then(
      ({ stdout }) => stdout,
      () => "",
    );
    const version = /(\d+)\.(\d+)\.(\d+)/.exec(said);
    if (version !== null && isRecent(version.slice(1).map(Number))) return { path, version: version[0] };
  }
  return null;
}

const isExecutable = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

function isRecent(version: readonly number[]): boolean {
  for (let i = 0; i < OLDEST.length; i++) {
    const [found = 0, needed = 0] = [version[i], OLDEST[i]];
    if (found !== needed) return found > needed;
  }
  return true;
}

interface RunFile {
  pid: number;
  url: string;
  key: string;
}

async function readRunFile(file: string): Promise<RunFile | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}

async function answers(at: RunFile): Promise<boolean> {
  const headers = { authorization: `Bearer ${at.key}` };
  // A route that needs the key: another program on the same port would not know it.
  return fetch(`${at.url}/version`, { headers, signal: AbortSignal.timeout(1_500) }).then(
    (answer) => answer.ok,
    () => false,
  );
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

async function masterKey(home: string): Promise<string> {
  const file = join(home, "key");
  const known = await readFile(file, "utf8").catch(() => null);
  if (known !== null) return known.trim();
  const key = randomBytes(24).toString("hex");
  await writeFile(file, key, { mode: 0o600 });
  return key;
}

async function start(home: string, program: MeilisearchProgram): Promise<RunFile> {
  const key = await masterKey(home);
  const port = await freePort();
  const log = openSync(join(home, "server.log"), "a", 0o600);
  const args = [
    "--db-path",
    join(home, "data"),
    "--dump-dir",
    join(home, "dumps"),
    "--snapshot-dir",
    join(home, "snapshots"),
  ];
  const address = [
    "--http-addr",
    `127.0.0.1:${port}`,
    "--no-analytics",
    "--env",
    "production",
    "--log-level",
    "WARN",
  ];
  const child = spawn(program.path, [...args, ...address], {
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, MEILI_MASTER_KEY: key },
    stdio: ["ignore", log, log],
    detached: true,
  });
  child.unref();
  const failed = new Promise<never>((_, fail) => {
    child.on("error", fail);
    child.on("exit", (code) => fail(new Error(`it ended with ${code}; see server.log beside its data`)));
  });
  failed.catch(() => undefined);
  const running: RunFile = { pid: child.pid ?? 0, url: `http://127.0.0.1:${port}`, key };
  await Promise.race([failed, untilAnswers(running)]);
  const file = join(home, "run.json");
  await writeFile(`${file}.new`, JSON.stringify(running), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return running;
}

async function untilAnswers(at: RunFile): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (await answers(at)) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error("it does not answer within 30 seconds");
}

function stop(pid: number): void {
  try {
    process.kill(pid, "SIGTERM");
  } catch {
    // it is gone already
  }
}

/**
 * The search engine of a data folder, when a `meilisearch` program is on the PATH: started on loopback, or joined when
 * another process of ours has started it. Any number of processes may use it; the last one stops it.
 * @returns null without a program that is recent enough
 * @throws CreditError `engine_unavailable` when the program does not start
 */
export async function openMeilisearchProgram(
  dataDir: string,
  sql: Sql,
): Promise<{ url: string; key: string; close(): Promise<void> } | null> {
  const program = await findMeilisearchProgram();
  if (program === null) return null;
  const home = resolve(dataDir, "meilisearch");
  await mkdir(home, { recursive: true, mode: 0o700 });
  const held = await sql.reserve();
  try {
    await held`select pg_advisory_lock(${STARTING}, hashtext(${home}))`;
    await held`select pg_advisory_lock_shared(${LEASE}, hashtext(${home}))`;
    const known = await readRunFile(join(home, "run.json"));
    const running = known !== null && (await answers(known)) ? known : await start(home, program);
    await held`select pg_advisory_unlock(${STARTING}, hashtext(${home}))`;
    return {
      url: running.url,
      key: running.key,
      async close() {
        try {
          await held`select pg_advisory_unlock_shared(${LEASE}, hashtext(${home}))`;
          const [row] = await held<
            { last: boolean }[]
          >`select pg_try_advisory_lock(${LEASE}, hashtext(${home})) as last`;
          if (row?.last === true) {
            const now = await readRunFile(join(home, "run.json"));
            if (now !== null) stop(now.pid);
            await rm(join(home, "run.json"), { force: true });
            await held`select pg_advisory_unlock(${LEASE}, hashtext(${home}))`;
          }
        } finally {
          held.release();
        }
      },
    };
  } catch (cause) {
    await held`select pg_advisory_unlock_all()`.catch(() => undefined);
    held.release();
    throw new CreditError("engine_unavailable", `The meilisearch program at ${program.path} does not start`, {
      cause,
    });
  }
}
