import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import {
  findMeilisearchProgram,
  type OpenProgram,
  openMeilisearchProgram,
} from "../../../src/search/program.ts";
import { freshDatabase } from "../../database.ts";
import { freePort, whyNoMeilisearch } from "../../realMeilisearch.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
const open: OpenProgram[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "credit-program-"));
});
afterEach(async () => {
  for (const program of open.splice(0)) await program.close();
  vi.unstubAllEnvs();
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const home = () => join(folder, "meilisearch");
const runFile = async () => JSON.parse(await readFile(join(home(), "run.json"), "utf8"));

async function start(): Promise<OpenProgram> {
  const program = await openMeilisearchProgram(folder, database.sql);
  if (program === null) throw new Error("no program");
  open.push(program);
  return program;
}

const isUp = ({ url, key }: { url: string; key: string }) =>
  fetch(`${url}/version`, { headers: { authorization: `Bearer ${key}` } }).then(
    (answer) => answer.ok,
    () => false,
  );

const missing =
  (await findMeilisearchProgram())?.usable === true ? null : ((await whyNoMeilisearch()) ?? "no program");
describe.skipIf(missing !== null)(
  `the program on the PATH${missing === null ? "" : ` (skipped: ${missing})`}`,
  () => {
    test("is started once, shared, and stopped by the last who uses it", async () => {
      const first = await start();
      const second = await start();
      expect(second.url).toBe(first.url);
      expect(await isUp(first)).toBe(true);
      await open.shift()?.close();
      expect(await isUp(second)).toBe(true);
      await open.shift()?.close();
      expect(await isUp(first)).toBe(false);
    });

    test("two that start at once start one", async () => {
      const [first, second] = await Promise.all([start(), start()]);
      expect(second.url).toBe(first.url);
    });

    test("asks for its key, which nobody else may read, and listens on loopback only", async () => {
      const program = await start();
      expect((await fetch(`${program.url}/indexes`)).status).toBe(401);
      expect(new URL(program.url).hostname).toBe("127.0.0.1");
      for (const file of ["key", "run.json", "server.log"])
        expect((await stat(join(home(), file))).mode & 0o077).toBe(0);
    });

    test("is started again where it was after it was killed", async () => {
      const program = await start();
      process.kill((await runFile()).pid, "SIGKILL");
      await vi.waitFor(async () => expect(await isUp(program)).toBe(true), {
        timeout: 25_000,
        interval: 500,
      });
    });

    test("a run file of a server that is gone, or that can't be read, keeps nobody from starting", async () => {
      await start();
      const { key } = await runFile();
      await open.shift()?.close();
      await writeFile(
        join(home(), "run.json"),
        JSON.stringify({ pid: process.pid, port: await freePort(), key }),
      );
      expect(await isUp(await start())).toBe(true);
      await open.shift()?.close();
      await writeFile(join(home(), "run.json"), "{");
      expect(await isUp(await start())).toBe(true);
    });

    test("another program on its old port is not taken for it", async () => {
      const port = await freePort();
      const other = createServer((_, response) => response.end("{}"));
      await new Promise<void>((up) => other.listen(port, "127.0.0.1", up));
      await writeFile(join(home(), "run.json"), JSON.stringify({ pid: 1, port, key: "x".repeat(16) }));
      const program = await start();
      expect(await isUp(program)).toBe(true);
      expect(program.url).not.toContain(String(port));
      other.close();
    });

    test("one that does not start is said, tried again, and found where it was said to be", async () => {
      const real = (await findMeilisearchProgram())?.path;
      const bin = await mkdtemp(join(tmpdir(), "credit-ill-"));
      const healthy = join(bin, "healthy");
      await writeFile(
        join(bin, "meilisearch"),
        `#!/bin/sh\nif [ "$1" = --version ] || [ -e ${healthy} ]; then exec ${real} "$@"; fi\necho no space left; exit 1\n`,
        { mode: 0o755 },
      );
      vi.stubEnv("PATH", `${bin}:${process.env.PATH}`);
      const said: string[] = [];
      const program = await openMeilisearchProgram(folder, database.sql, (text) => said.push(text));
      if (program === null) throw new Error("no program");
      open.push(program);
      expect(said).toEqual([expect.stringContaining("does not start")]);
      expect(await isUp(program)).toBe(false);
      await writeFile(healthy, "");
      await vi.waitFor(async () => expect(await isUp(program)).toBe(true), {
        timeout: 25_000,
        interval: 200,
      });
      await rm(bin, { recursive: true });
    });

    test("data that can't be opened are made anew: they are only an index", async () => {
      const before = await start();
      const { port, key, pid } = await runFile();
      await open.shift()?.close();
      const { version } = (await findMeilisearchProgram()) ?? { version: "" };
      await writeFile(join(home(), `data-${version}`, "VERSION"), "0.1.2");
      await writeFile(join(home(), "run.json"), JSON.stringify({ port, key, pid }));
      const after = await start();
      expect(await isUp(after)).toBe(true);
      expect(after.url).toBe(before.url); // where who used it finds it again
    });
  },
);

test("a program that is too old is not started, and that is said", async () => {
  const bin = await mkdtemp(join(tmpdir(), "credit-old-"));
  await writeFile(join(bin, "meilisearch"), "#!/bin/sh\necho meilisearch 1.43.0\n");
  await chmod(join(bin, "meilisearch"), 0o755);
  vi.stubEnv("PATH", bin);
  const said: string[] = [];
  expect(await openMeilisearchProgram(folder, database.sql, (text) => said.push(text))).toBeNull();
  expect(said).toEqual([expect.stringContaining("1.43.1 or later is needed")]);
  await rm(bin, { recursive: true });
});

test("without a program there is none", async () => {
  vi.stubEnv("PATH", folder);
  expect(await findMeilisearchProgram()).toBeNull();
  expect(await openMeilisearchProgram(folder, database.sql)).toBeNull();
});
