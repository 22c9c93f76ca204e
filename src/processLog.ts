import { pino } from "pino";
import type { Config } from "./config.ts";
import { describeError } from "./errors.ts";
import type { Log } from "./resources.ts";

/** JSON lines on stdout. Errors stand under `err`, without values. */
export function processLog(level: Config["logLevel"]): Log {
  return pino({ level, base: null, serializers: { err: describeError } });
}

/** Words for whoever sits at the terminal: on stderr, so that stdout is the log's own. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
