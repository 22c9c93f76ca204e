import type { ChildProcess } from "node:child_process";
import { createApp } from "./app.ts";
import { type Config, readConfig } from "./config.ts";
import { endChild, startCommand } from "./creditCommand.ts";
import { asCreditError } from "./db/databaseError.ts";
import { loadDemo, wantsDemo } from "./demoProcess.ts";
import { answerStarting, type Listener, listen } from "./listener.ts";
import { openService, type Service } from "./openService.ts";
import { processLog, say } from "./processLog.ts";
import type { Resources } from "./resources.ts";

const app = createApp();

/** What this process has opened so far; a signal at any moment closes what is there. */
const opened: { listener?: Listener; service?: Promise<Service>; demo?: ChildProcess } = {};
let resources: Resources | null = null;
let stopping = false;

function answer(request: Request): Response | Promise<Response> {
  return resources === null ? answerStarting(request) : app.fetch(request, resources);
}

async function start(config: Config): Promise<void> {
  const log = processLog(config.logLevel);
  say("信用宁波 Credit Ningbo");
  opened.listener = await listen(config, answer);
  say(`  listening on ${opened.listener.address}`);
  opened.service = openService({ config, log, say, reindex: () => startCommand(["reindex", "--if-needed"]) });
  const service = await opened.service;
  if (stopping) return;
  resources = service.resources;
  if (config.demo && (await wantsDemo(resources.sql))) startDemo(config);
  else say(`  ready: ${opened.listener.address}`);
}

/** The database is empty: invented enterprises fill it, each labelled so wherever it shows. */
function startDemo(config: Config): void {
  say(
    `  the database is empty: loading demo data of ${config.demoEnterprises} enterprises (DEMO=off leaves it empty)`,
  );
  const child = loadDemo();
  opened.demo = child;
  child.on("exit", (code) => {
    if (stopping) return;
    say(code === 0 ? `  ready: ${opened.listener?.address}` : "  loading the demo data failed; see above");
  });
}

async function stop(exitCode: number): Promise<never> {
  stopping = true;
  await opened.listener?.close();
  if (opened.demo !== undefined) await endChild(opened.demo);
  const service = await opened.service?.catch(() => undefined);
  await service?.close();
  process.exit(exitCode);
}

function onSignal(): void {
  if (stopping) process.exit(130); // asked twice
  say("\n  stopping: requests at hand are finished first (again to stop at once)");
  void stop(0);
}

/** Says what went wrong and why. @returns the exit code: 2 when the configuration is to be mended, else 1 */
function report(error: unknown): number {
  const known = asCreditError(error);
  const cause = known.cause instanceof Error ? known.cause : undefined;
  const code = cause !== undefined && "code" in cause ? String(cause.code) : "";
  say(`credit: ${known.message}`);
  if (cause !== undefined) say(`  because: ${cause.message || code}`);
  return known.code === "bad_configuration" ? 2 : 1;
}

process.on("SIGINT", onSignal);
process.on("SIGTERM", onSignal);
try {
  await start(readConfig(process.env));
} catch (error) {
  if (!stopping) await stop(report(error));
}
