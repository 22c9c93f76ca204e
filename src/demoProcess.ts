import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Sql } from "./db/client.ts";
import { packageRoot } from "./packageRoot.ts";

/** Whether nothing was ever published or delivered; a load that was cut off counts as nothing and is taken up again. */
export async function wantsDemo(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ empty: boolean }[]>`
    select not exists (select from published.snapshot) and not exists (select from archive.delivery where not demo) as empty`;
  return row?.empty === true;
}

/** `credit load-demo` beside the service, so that requests are answered while it runs. Its progress goes to the terminal. */
export function loadDemo(): ChildProcess {
  const fromSources = import.meta.url.endsWith(".ts");
  const command = join(packageRoot(), fromSources ? "ingest/cli.ts" : "dist/ingest/cli.js");
  // From the sources this process runs with tsx's loader, and so must the child.
  return spawn(process.execPath, [...process.execArgv, command, "load-demo"], {
    stdio: ["ignore", process.stderr, process.stderr],
  });
}

/** Resolves when a child has ended; asks it to first. */
export function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once("exit", () => done());
    child.kill("SIGTERM");
  });
}
