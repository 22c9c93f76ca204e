import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "./packageRoot.ts";

/**
 * V8's limit for the old generation of a process that runs nights, in MB; the script `credit` of package.json says the same. Without
 * one the heap grows with the machine's memory, not with what a night needs. Threads have limits of their own.
 */
export const COMMAND_HEAP = ["--max-old-space-size=256"] as const;

/** `credit WORDS…` beside the service, with its environment. What it says goes to the terminal. */
export function startCommand(words: readonly string[]): ChildProcess {
  const fromSources = import.meta.url.endsWith(".ts");
  const command = join(packageRoot(), fromSources ? "ingest/cli.ts" : "dist/ingest/cli.js");
  // From the sources this process runs with tsx's loader, and so must the child.
  return spawn(process.execPath, [...process.execArgv, ...COMMAND_HEAP, command, ...words], {
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
