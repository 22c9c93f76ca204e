import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMeilisearchProgram } from "../src/search/program.ts";
import type { PublishedNight } from "../src/search/searchIndex.ts";

/** Why the tests that need a real Meilisearch can't run here, or null. */
export async function whyNoMeilisearch(): Promise<string | null> {
  if (process.env.MEILI_URL !== undefined || (await findMeilisearchProgram())?.usable === true) return null;
  return "no MEILI_URL and no recent meilisearch program on the PATH";
}

/** A published night of an invented past. */
export const nightOf = (snapshot: number, documents: number): PublishedNight => ({
  snapshot,
  publishedAt: `2026-11-${String(10 + snapshot)}T18:00:00.000Z`,
  documents,
});

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

export interface RealMeilisearch {
  url: string;
  key: string;
  /** Of index names, so that nothing else on a shared server is touched. */
  prefix: string;
  /** Ends a server of our own at once, wherever it is. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with its data or without. */
  again(options: { empty: boolean } & ServerOptions): Promise<void>;
  /** Puts its data aside as they are, or takes those that were put aside, as from a backup; for a server that is down. */
  keep(): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** Of the program. */
  args?: readonly string[];
  /** May take as much memory for a task as a server does by default; setting that aside takes longer than a small task. */
  wholeMemory?: boolean;
  /** No file may grow larger, as on a full disk. */
  mostKilobytes?: number;
  /** Another master key than the one that is known. */
  key?: string;
}

async function isUp(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const up = await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error("meilisearch does not start");
}

/** `MEILI_URL` with index names of our own, or the program on the PATH in a folder of its own. */
export async function realMeilisearch(): Promise<RealMeilisearch> {
  const prefix = `t${randomBytes(4).toString("hex")}_`;
  const given = process.env.MEILI_URL;
  if (given !== undefined) {
    const notOurs = () => Promise.reject(new Error("a server given by MEILI_URL is not ours to end"));
    const key = process.env.MEILI_KEY ?? "";
    const own = { kill: notOurs, again: notOurs, keep: notOurs, restore: notOurs };
    return { url: given, key, prefix, ...own, close: async () => undefined };
  }
  return ownMeilisearch(prefix);
}

/** A server of our own, whatever `MEILI_URL` says: tests may end it. */
export async function ownMeilisearch(prefix = "", options: ServerOptions = {}): Promise<RealMeilisearch> {
  const program = await findMeilisearchProgram();
  if (program === null) throw new Error("no meilisearch program");
  const home = await mkdtemp(join(tmpdir(), "credit-meili-"));
  const key = randomBytes(16).toString("hex");
  const url = `http://127.0.0.1:${await freePort()}`;
  const data = join(home, "data");
  const start = async (of: ServerOptions): Promise<ChildProcess> => {
    const words = [
      ...["--db-path", data, "--http-addr", url.slice(7), "--no-analytics", "--log-level", "OFF"],
      ...(of.wholeMemory === true ? [] : ["--max-indexing-memory", "256MiB"]),
    ];
    // A write beyond the limit is refused by the system; the shell counts in blocks of 512 bytes.
    const limit = of.mostKilobytes === undefined ? "" : `trap '' XFSZ; ulimit -f ${of.mostKilobytes * 2};`;
    const child = spawn("sh", ["-c", `${limit} exec "$0" "$@"`, program.path, ...words, ...(of.args ?? [])], {
      cwd: home,
      env: { ...process.env, MEILI_MASTER_KEY: of.key ?? key },
      stdio: "ignore",
    });
    await isUp(url);
    return child;
  };
  let child = await start(options);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  const empty = () => rm(data, { recursive: true, force: true });
  return {
    ...{ url, key, prefix, kill },
    async again(of) {
      await kill();
      if (of.empty) await empty();
      child = await start(of);
    },
    keep: () => cp(data, join(home, "kept"), { recursive: true }),
    async restore() {
      await empty();
      await cp(join(home, "kept"), data, { recursive: true });
    },
    async close() {
      await kill();
      await rm(home, { recursive: true, force: true });
    },
  };
}
