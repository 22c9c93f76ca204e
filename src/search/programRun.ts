import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/** The number of no process that could be ours. */
export const NOBODY = 0;

export interface Running {
  pid: number;
  port: number;
  key: string;
}

export const urlOf = ({ port }: Running) => `http://127.0.0.1:${port}`;
const runFile = (home: string) => join(home, "run.json");

/** What the last start wrote; null when there was none, or nothing that can be read. */
export async function readRunning(home: string): Promise<Running | null> {
  try {
    const { pid, port, key } = JSON.parse(await readFile(runFile(home), "utf8"));
    return Number.isInteger(pid) && Number.isInteger(port) && typeof key === "string"
      ? { pid, port, key }
      : null;
  } catch {
    return null;
  }
}

/** Readable by nobody else: it holds the key. */
async function writeRunning(home: string, running: Running): Promise<void> {
  const beside = `${runFile(home)}.new`;
  await writeFile(beside, JSON.stringify(running), { mode: 0o600 });
  await rename(beside, runFile(home));
}

/** Whether the server of this data answers: another program on its port would not know the key, or not this answer. */
export async function answers(at: Running): Promise<boolean> {
  try {
    const headers = { authorization: `Bearer ${at.key}` };
    const answer = await fetch(`${urlOf(at)}/version`, { headers, signal: AbortSignal.timeout(1_500) });
    const said: unknown = await answer.json();
    return answer.ok && typeof said === "object" && said !== null && "pkgVersion" in said;
  } catch {
    return false;
  }
}

/** Whether a process is a server of this data: process numbers come again, and the next one is somebody else's. */
async function isOurs(pid: number, home: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() =>
    run("ps", ["-p", String(pid), "-o", "command="]).then(
      ({ stdout }) => stdout,
      () => "",
    ),
  );
  return command.includes(join(home, "data"));
}

async function isGoneWithin(at: Running, home: string, ms: number): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; await pause(50))
    if (!(await isOurs(at.pid, home))) return true;
  return false;
}

function signal(pid: number, name: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(pid, name);
  } catch {
    // it is gone already
  }
}

/** Ends the server and waits until it has let go of its data: a second one beside it would ruin them. */
export async function stopProgram(home: string): Promise<void> {
  const at = await readRunning(home);
  if (at !== null && (await isOurs(at.pid, home))) {
    signal(at.pid, "SIGTERM");
    if (!(await isGoneWithin(at, home, 10_000))) {
      signal(at.pid, "SIGKILL"); // what it was at is taken up again by the next start
      await isGoneWithin(at, home, 5_000);
    }
  }
  await rm(runFile(home), { force: true });
}

/** @param wanted this one when it is free */
function freePort(wanted = 0): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on("error", wanted === 0 ? fail : () => freePort().then(done, fail));
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function masterKey(home: string): Promise<string> {
  const file = join(home, "key");
  const known = await readFile(file, "utf8").catch(() => "");
  if (known.trim().length >= 16) return known.trim();
  const key = randomBytes(24).toString("hex");
  await writeFile(file, key, { mode: 0o600 });
  return key;
}

/** Data of another version can't be opened. They are only an index, and made again from the database. */
async function clearOtherVersions(home: string, version: string): Promise<void> {
  for (const name of await readdir(home))
    if (/^data(-|$)/.test(name) && name !== `data-${version}`)
      await rm(join(home, name), { recursive: true });
}

/**
 * It shares the machine with PostgreSQL and with us. By default it takes two thirds of all memory, and setting aside a share of that
 * for each task takes a second of a task that is over in a tenth, and a fifth of the build of 35,000 documents.
 */
const indexingMebibytes = () => Math.floor(Math.min(1_024, totalmem() / 4 / 2 ** 20));

async function launch(
  home: string,
  program: { path: string; version: string },
  port: number,
): Promise<Running> {
  const key = await masterKey(home);
  const log = openSync(join(home, "server.log"), "a", 0o600);
  const folders = { "db-path": `data-${program.version}`, "dump-dir": "dumps", "snapshot-dir": "snapshots" };
  const child = spawn(
    program.path,
    [
      ...Object.entries(folders).flatMap(([option, folder]) => [`--${option}`, join(home, folder)]),
      ...["--http-addr", `127.0.0.1:${port}`, "--no-analytics", "--env", "production", "--log-level", "WARN"],
      ...["--max-indexing-memory", `${indexingMebibytes()}MiB`],
    ],
    {
      cwd: home,
      // Not as an argument: those can be read by everybody on the machine.
      env: { PATH: process.env.PATH, HOME: home, MEILI_MASTER_KEY: key },
      stdio: ["ignore", log, log],
      detached: true,
    },
  );
  closeSync(log);
  child.unref();
  const ended = new Promise<never>((_, fail) => {
    child.on("error", fail);
    child.on("exit", (code) => fail(new Error(`it ended with ${code}; see server.log beside its data`)));
  });
  ended.catch(() => undefined);
  const running: Running = { pid: child.pid ?? 0, port, key };
  // Before it answers: if this process dies now, the next one knows what to end.
  await writeRunning(home, running);
  try {
    await Promise.race([ended, untilAnswers(running)]);
    return running;
  } catch (error) {
    await stopProgram(home);
    throw error;
  }
}

async function untilAnswers(at: Running): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(50)) if (await answers(at)) return;
  throw new Error("it does not answer within 30 seconds");
}

/** An own server that has just been started may take a moment to answer; one that doesn't is ended. */
async function answersSoon(before: Running, home: string): Promise<boolean> {
  for (
    const until = Date.now() + 3_000;
    (await isOurs(before.pid, home)) && Date.now() < until;
    await pause(100)
  )
    if (await answers(before)) return true;
  await stopProgram(home);
  return false;
}

/**
 * Starts the server, on the port it had when that is free, so that who knew it finds it again. Data that can't be opened are left
 * behind: they are only an index. Only one process at a time may do this.
 * @throws what keeps it from starting; the run file then holds the port and the key that the next try will use
 */
export async function startProgram(
  home: string,
  program: { path: string; version: string },
): Promise<Running> {
  const before = await readRunning(home);
  if (before !== null && (await answersSoon(before, home))) return before;
  const port = await freePort(before?.port);
  try {
    await clearOtherVersions(home, program.version);
    return await launch(home, program, port).catch(async () => {
      await clearOtherVersions(home, "");
      return launch(home, program, port);
    });
  } catch (error) {
    await writeRunning(home, { pid: NOBODY, port, key: await masterKey(home) });
    throw error;
  }
}
