import { once } from "node:events";
import { readConfig } from "../src/config.ts";
import { CreditError, isRefusal } from "../src/errors.ts";
import type { Command, CommandResult } from "./commands/command.ts";
import { compare } from "./commands/compare.ts";
import { deliver } from "./commands/deliver.ts";
import { demo, loadDemo } from "./commands/demo.ts";
import { doctor } from "./commands/doctor.ts";
import { linksCommand } from "./commands/links.ts";
import { nameCommand } from "./commands/name.ts";
import { nightly } from "./commands/nightly.ts";
import { reindex } from "./commands/reindex.ts";
import { rejections } from "./commands/rejections.ts";
import { reviewCommand } from "./commands/review.ts";
import { same } from "./commands/same.ts";
import { tokenCommand } from "./commands/token.ts";
import { noProgress, terminalProgress } from "./progress.ts";

const COMMANDS: Readonly<Record<string, { run: Command; does: string }>> = {
  deliver: { run: deliver, does: "SOURCE/FEED FILE… [--full]  reads, validates and stages a delivery" },
  nightly: { run: nightly, does: "[--inbox DIR]  stages the inbox, links, merges, publishes, indexes" },
  rejections: { run: rejections, does: "DELIVERY [--out FILE.csv]  the refused rows of a delivery" },
  links: { run: linksCommand, does: "[--delivery D] [--out FILE.ndjson]  where every record went" },
  same: {
    run: same,
    does: "[list] | CODE CODE [same|different|open --reason TEXT [--by WHO]]  which codes are one enterprise",
  },
  review: {
    run: reviewCommand,
    does: 'list [--size N] [--after ID] | show ID | decide ID same|different|unsure --reason "…"  uncertain links',
  },
  reindex: { run: reindex, does: "rebuilds the search index beside the old one" },
  demo: {
    run: demo,
    does: "--out DIR [--enterprises N] [--seed S] [--base FILE]  writes generated deliveries and their truth",
  },
  "load-demo": {
    run: loadDemo,
    does: "[--enterprises N]  fills an empty database with generated deliveries",
  },
  name: { run: nameCommand, does: "NAME… | --in FILE --column NAME  how company names are read" },
  compare: { run: compare, does: "--pairs FILE  whether the two parties of each row are one enterprise" },
  token: {
    run: tokenCommand,
    does: "--role ROLE [--sub S] [--uscc U] [--scope S…] [--ttl 1h]  a signed token for self-hosted use",
  },
  doctor: { run: doctor, does: "checks configuration and dependencies" },
};

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { does }]) => `  ${name.padEnd(11)} ${does}`);
  return `credit COMMAND [--json]\n${lines.join("\n")}`;
}

/** A word of `parseArgs` about the command's words is a refusal, not a bug. */
function isBadWords(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words.filter((word) => word !== "--json");
  const json = words.includes("--json");
  const command = name === undefined ? undefined : COMMANDS[name];
  if (command === undefined) {
    process.stderr.write(`${usage()}\n`);
    return name === undefined || name === "help" || name === "--help" ? 0 : 2;
  }
  const own = `credit ${name} ${command.does}`;
  if (rest.includes("--help")) {
    process.stdout.write(`${own}\n`);
    return 0;
  }
  const progress = json && !process.stderr.isTTY ? noProgress() : terminalProgress();
  const printed = { begun: false };
  try {
    const config = readConfig(process.env);
    const result = await command.run({ config, args: rest, json, progress, now: new Date() });
    progress.stop();
    await print(result, json, printed);
    return result.exitCode ?? 0;
  } catch (error) {
    progress.stop();
    if (isBadWords(error)) process.stderr.write(`${own}\n`);
    return report(error, json && !printed.begun);
  }
}

/** `printed.begun`: a later error may not add a second value to what stands on stdout. */
async function print(result: CommandResult, json: boolean, printed: { begun: boolean }): Promise<void> {
  if (result.pieces === undefined) {
    const text = json ? JSON.stringify(result.value) : result.text;
    if (text !== "") process.stdout.write(`${text}\n`);
    return;
  }
  for await (const piece of result.pieces) {
    printed.begun = true;
    if (!process.stdout.write(piece)) await once(process.stdout, "drain");
  }
}

function report(error: unknown, json: boolean): number {
  const refusal =
    isRefusal(error) ||
    isBadWords(error) ||
    (error instanceof CreditError && error.code === "bad_configuration");
  const code = error instanceof CreditError ? error.code : refusal ? "bad_usage" : "internal";
  const message = error instanceof Error ? error.message : String(error);
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  process.stderr.write(`credit: ${message}\n`);
  if (!refusal && error instanceof Error) {
    if (error.cause instanceof Error) process.stderr.write(`  because: ${error.cause.message}\n`);
    if (code === "internal" && process.env.LOG_LEVEL === "debug") process.stderr.write(`${error.stack}\n`);
  }
  return refusal ? 2 : 1;
}

process.exitCode = await main(process.argv.slice(2));
