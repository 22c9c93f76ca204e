import { parseArgs } from "node:util";
import { benchLink } from "./link/benchLink.ts";
import { readLinkOptions } from "./link/options.ts";
import { benchNames } from "./names.ts";
import { benchNight } from "./night.ts";
import { benchHostile } from "./search/benchHostile.ts";
import { benchSearch } from "./search/benchSearch.ts";
import { readSearchOptions } from "./search/options.ts";
import { compareWithTruth } from "./truth.ts";

// `npm run bench`: nights and reads. `npm run bench -- search`: what searches find. `npm run bench -- truth TRUTH.ndjson LINKS.ndjson`:
// links against what is true. `npm run bench -- link`: how well and how fast records are linked (exit code 1 below a floor). `npm run bench -- names FILE…`: how names are read.
// `npm run bench -- hostile`: what becomes of texts that nobody sane types.
async function linesOf(args: readonly string[]): Promise<string[]> {
  const [first, ...others] = args;
  if (first === "names") return (await Promise.all(others.map(benchNames))).flat();
  if (first === "link") {
    const { lines, passes } = await benchLink(readLinkOptions(others, process.env.DATABASE_URL ?? null));
    if (!passes) process.exitCode = 1;
    return lines;
  }
  if (first === "hostile") return benchHostile(others);
  if (first === "search") return benchSearch(readSearchOptions(others));
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      enterprises: { type: "string", default: "100000" },
      records: { type: "string", default: "8" },
      seed: { type: "string", default: "1" },
      seconds: { type: "string", default: "4" },
      inbox: { type: "string" },
    },
  });
  const [what, truth, links] = positionals;
  if (what === "truth" && truth !== undefined && links !== undefined) return compareWithTruth(truth, links);
  return benchNight({
    enterprises: Number(values.enterprises),
    records: Number(values.records),
    seed: Number(values.seed),
    seconds: Number(values.seconds),
    inbox: values.inbox,
  });
}

process.stdout.write(`${(await linesOf(process.argv.slice(2))).join("\n")}\n`);
