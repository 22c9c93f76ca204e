import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMeilisearchProgram } from "../src/search/program.ts";

/** Why the tests that need a real Meilisearch can't run here, or null. */
export async function whyNoMeilisearch(): Promise<string | null> {
  if (process.env.MEILI_URL !== undefined || (await findMeilisearchProgram())?.usable === true) return null;
  return "no MEILI_URL and no recent meilisearch program on the PATH";
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** `MEILI_URL` with index names of our own, or the program on the PATH in a folder of its own. */
export async function realMeilisearch(): Promise<{
  url: string;
  key: string;
  prefix: string;
  kill(): void;
  close(): Promise<void>;
}> {
  const prefix = `t${randomBytes(4).toString("hex")}_`;
  const given = process.env.MEILI_URL;
  if (given !== undefined)
    return {
      url: given,
      key: process.env.MEILI_KEY ?? "",
      prefix,
      kill: () => undefined,
      close: async () => undefined,
    };
  const program = await findMeilisearchProgram();
  if (program === null) throw new Error("no meilisearch program");
  const home = await mkdtemp(join(tmpdir(), "credit-meili-"));
  const key = randomBytes(16).toString("hex");
  const url = `http://127.0.0.1:${await freePort()}`;
  const args = [
    "--db-path",
    join(home, "data"),
    "--http-addr",
    url.slice(7),
    "--no-analytics",
    "--log-level",
    "OFF",
  ];
  const child = spawn(program.path, args, {
    cwd: home,
    env: { ...process.env, MEILI_MASTER_KEY: key },
    stdio: "ignore",
  });
  for (let attempt = 0; attempt < 200; attempt++) {
    const up = await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) break;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return {
    url,
    key,
    prefix,
    kill: () => child.kill("SIGKILL"),
    async close() {
      child.kill("SIGKILL");
      await rm(home, { recursive: true, force: true });
    },
  };
}
