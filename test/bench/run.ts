import { parseArgs } from "node:util";
import { benchNight } from "./night.ts";
import { compareWithTruth } from "./truth.ts";

// `npm run bench`: nights and reads. `npm run bench -- truth TRUTH.ndjson LINKS.ndjson`: links against what is true.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    enterprises: { type: "string", default: "100000" },
    records: { type: "string", default: "8" },
    seed: { type: "string", default: "1" },
    seconds: { type: "string", default: "4" },
  },
});

const [what, truth, links] = positionals;
const lines =
  what === "truth" && truth !== undefined && links !== undefined
    ? await compareWithTruth(truth, links)
    : await benchNight({
        enterprises: Number(values.enterprises),
        records: Number(values.records),
        seed: Number(values.seed),
        seconds: Number(values.seconds),
      });
process.stdout.write(`${lines.join("\n")}\n`);
