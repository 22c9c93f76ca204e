import { parseArgs } from "node:util";
import { benchNight } from "./night.ts";

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    enterprises: { type: "string", default: "100000" },
    records: { type: "string", default: "8" },
    seed: { type: "string", default: "1" },
    seconds: { type: "string", default: "4" },
  },
});

const lines = await benchNight({
  enterprises: Number(values.enterprises),
  records: Number(values.records),
  seed: Number(values.seed),
  seconds: Number(values.seconds),
});
process.stdout.write(`${lines.join("\n")}\n`);
