import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageRoot } from "../../src/packageRoot.ts";
import { freePort } from "../realMeilisearch.ts";

const root = packageRoot();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "credit-node-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** `npm start` without npm; no search program on its PATH, so that it does the same on every machine. */
function start(env: Record<string, string>): { child: ChildProcess; said(): string } {
  const { DATABASE_URL: _, MEILI_URL: __, ...inherited } = process.env;
  const path = `${join(root, "node_modules/.bin")}:/usr/bin:/bin`;
  const child = spawn(process.execPath, [join(root, "node_modules/tsx/dist/cli.mjs"), "src/node.ts"], {
    cwd: root,
    env: { ...inherited, PATH: path, DATA_DIR: folder, LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += String(chunk)));
  return { child, said: () => said };
}

async function until(what: () => Promise<boolean>, seconds: number): Promise<boolean> {
  for (let i = 0; i < seconds * 5; i++) {
    if (await what().catch(() => false)) return true;
    await new Promise((wake) => setTimeout(wake, 200));
  }
  return false;
}

test("an empty folder becomes a service with demo data, labelled as such, and stops without a trace", async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { child, said } = start({ PORT: String(port), DEMO_ENTERPRISES: "60" });
  try {
    expect(await until(async () => (await fetch(`${origin}/healthz`)).ok, 60), said()).toBe(true);
    expect(await until(async () => (await fetch(`${origin}/readyz`)).ok, 100), said()).toBe(true);
    const answer = await (await fetch(`${origin}/api/v1/enterprises?q=`)).json();
    expect(answer).toMatchObject({ total: 60, demo: true });
    expect(await (await fetch(origin)).text()).toContain("演示数据");
    expect(said()).toContain("loading demo data of 60 enterprises");
  } finally {
    child.kill("SIGTERM");
  }
  expect((await once(child, "exit"))[0]).toBe(0);
  await expect(access(join(folder, "postgres/data/postmaster.pid"))).rejects.toThrow();
}, 180_000);

test("a wrong configuration stops the start with every problem", async () => {
  const { child, said } = start({ PORT: "none", DEMO: "perhaps" });
  const [code] = await once(child, "exit");
  expect(code).toBe(2);
  expect(said()).toContain("PORT");
  expect(said()).toContain("DEMO");
}, 60_000);
