import type { Config } from "../../src/config.ts";
import type { Progress } from "../progress.ts";

/** What a command is given. Whatever it returns is printed: as JSON with `--json`, else by `print`. */
export interface CommandContext {
  config: Config;
  args: readonly string[];
  json: boolean;
  progress: Progress & { stop(): void };
  now: Date;
}

export interface CommandResult {
  /** The one JSON value of `--json`. */
  value: unknown;
  /** The same for people. */
  text: string;
  exitCode?: number;
  /** Printed in place of `value` and `text`, as it comes: for answers too long for one string. */
  pieces?: AsyncIterable<string>;
}

export type Command = (context: CommandContext) => Promise<CommandResult>;
