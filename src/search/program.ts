import { execFile } from "node:child_process";
import { access, constants, mkdir } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { ReservedSql, Sql } from "../db/client.ts";
import { CreditError } from "../errors.ts";
import {
  answers,
  NOBODY,
  type Running,
  readRunning,
  startProgram,
  stopProgram,
  urlOf,
} from "./programRun.ts";

/** Held shared by every process that uses the program of one data folder; the last one out stops it. */
const LEASE = 7_301_003;
/** Held while one process starts it. */
const STARTING = 7_301_005;
const OLDEST = [1, 43, 1] as const;
/** A server that has ended is missed after two of these, and started again. */
const LOOK_EVERY_MS = 5_000;

export interface MeilisearchProgram {
  path: string;
  version: string;
  /** Whether it is recent enough; an older one is never started. */
  usable: boolean;
}

const run = promisify(execFile);

/** The first usable `meilisearch` program on the PATH, else the first that says its version at all. */
export async function findMeilisearchProgram(): Promise<MeilisearchProgram | null> {
  let unusable: MeilisearchProgram | null = null;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, "meilisearch");
    if (folder === "" || !(await isExecutable(path))) continue;
    const said = await run(path, ["--version"], { timeout: 5_000 }).then(
      ({ stdout }) => stdout,
      () => "",
    );
    const version = /(\d+)\.(\d+)\.(\d+)/.exec(said);
    if (version === null) continue;
    const found = { path, version: version[0], usable: isRecent(version.slice(1).map(Number)) };
    if (found.usable) return found;
    unusable ??= found;
  }
  return unusable;
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

/** One process's hold on the server of a data folder. */
interface Hold {
  home: string;
  program: MeilisearchProgram;
  held: ReservedSql;
}

/** Joins the server that runs, or starts it; one process at a time. */
async function joinOrStart({ home, program, held }: Hold): Promise<Running> {
  await held`select pg_advisory_lock(${STARTING}, hashtext(${home}))`;
  try {
    const known = await readRunning(home);
    return known !== null && (await answers(known)) ? known : await startProgram(home, program);
  } finally {
    await held`select pg_advisory_unlock(${STARTING}, hashtext(${home}))`;
  }
}

async function letGo({ home, held }: Hold): Promise<void> {
  try {
    await held`select pg_advisory_unlock_shared(${LEASE}, hashtext(${home}))`;
    const [row] = await held<{ last: boolean }[]>`
      select pg_try_advisory_lock(${LEASE}, hashtext(${home})) as last`;
    if (row?.last !== true) return;
    await stopProgram(home);
    await held`select pg_advisory_unlock(${LEASE}, hashtext(${home}))`;
  } finally {
    held.release();
  }
}

/** Starts the server again when it has ended, or could not be started. @returns what stops the watch, and waits for what it is at */
function watch(hold: Hold, running: Running): () => Promise<void> {
  let missed = running.pid === NOBODY ? 1 : 0;
  let work: Promise<unknown> = Promise.resolve();
  const look = async () => {
    missed = (await answers(running)) ? 0 : missed + 1;
    if (missed < 2) return;
    missed = 0;
    await joinOrStart(hold);
  };
  const timer = setInterval(() => {
    work = work.then(look).catch(() => undefined); // it is looked at again soon; meanwhile the other engine answers
  }, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await work;
  };
}

/** A full disk, say, keeps it from starting now and not for good: who asks finds it where it will be. */
async function joinOrStartSoon(hold: Hold, warn: (text: string) => void): Promise<Running> {
  try {
    return await joinOrStart(hold);
  } catch (error) {
    const place = await readRunning(hold.home);
    if (place === null) throw error;
    warn(`The meilisearch program at ${hold.program.path} does not start, and is tried again: ${error}`);
    return place;
  }
}

export interface OpenProgram {
  url: string;
  key: string;
  /** Lets go of the server; stops it when nobody else uses it. */
  close(): Promise<void>;
}

/**
 * The search engine of a data folder, when a `meilisearch` program is on the PATH: started on loopback, or joined when
 * another process of ours has started it. Any number of processes may use it; the last one stops it. While one is open, a
 * server that ends, or doesn't start, is started again. Takes one connection of the pool.
 * @param warn told when there is a program, but too old a one, or one that doesn't start
 * @returns null without a program that is recent enough
 * @throws CreditError `engine_unavailable` when its folder can't be written
 */
export async function openMeilisearchProgram(
  dataDir: string,
  sql: Sql,
  warn: (text: string) => void = (text) => process.emitWarning(text),
): Promise<OpenProgram | null> {
  const program = await findMeilisearchProgram();
  if (program === null) return null;
  if (!program.usable) {
    warn(
      `${program.path} is Meilisearch ${program.version}; ${OLDEST.join(".")} or later is needed, so it is not used`,
    );
    return null;
  }
  const home = resolve(dataDir, "meilisearch");
  await mkdir(home, { recursive: true, mode: 0o700 });
  const hold: Hold = { home, program, held: await sql.reserve() };
  try {
    await hold.held`select pg_advisory_lock_shared(${LEASE}, hashtext(${home}))`;
    const running = await joinOrStartSoon(hold, warn);
    const unwatch = watch(hold, running);
    return {
      url: urlOf(running),
      key: running.key,
      async close() {
        await unwatch();
        await letGo(hold);
      },
    };
  } catch (cause) {
    await hold.held`select pg_advisory_unlock_all()`.catch(() => undefined);
    hold.held.release();
    throw new CreditError(
      "engine_unavailable",
      `The meilisearch program at ${program.path} can't be started`,
      {
        cause,
      },
    );
  }
}
