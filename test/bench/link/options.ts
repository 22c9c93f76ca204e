import { parseArgs } from "node:util";

export interface LinkBenchOptions {
  /** Firms of the register; of a given one, at most so many. */
  enterprises: number;
  /** Records that a careful clerk could link; those that none could come on top. */
  records: number;
  seed: number;
  /** A register to take firms from; an invented one without. */
  register: string | null;
  /** Labelled pairs of names, `name_a,name_b,same`; pairs alone are measured when it is given. */
  pairs: string | null;
  /** Generated hard negatives beside the labelled pairs. */
  negatives: number;
  /** Numbers of records to time the link stage with; none: quality is measured. */
  speed: readonly number[];
  /** A folder whose server and loaded register stay for the next run. */
  keep: string | null;
  databaseUrl: string | null;
  /** A folder that takes the record deliveries and truth.ndjson. */
  out: string | null;
  json: string | null;
  showWrong: number;
}

function whole(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new RangeError(`--${name} takes a whole number from 1, not ${text}`);
  return number;
}

/** @throws RangeError for a value that makes no sense; TypeError for an unknown option */
export function readLinkOptions(args: readonly string[], databaseUrl: string | null): LinkBenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      enterprises: { type: "string", default: "100000" },
      records: { type: "string", default: "24000" },
      seed: { type: "string", default: "1" },
      register: { type: "string" },
      pairs: { type: "string" },
      negatives: { type: "string", default: "2880" },
      speed: { type: "string" },
      keep: { type: "string" },
      out: { type: "string" },
      json: { type: "string" },
      "show-wrong": { type: "string", default: "10" },
    },
  });
  return {
    enterprises: whole("enterprises", values.enterprises),
    records: whole("records", values.records),
    seed: whole("seed", values.seed),
    register: values.register ?? null,
    pairs: values.pairs ?? null,
    negatives: whole("negatives", values.negatives),
    speed: values.speed?.split(",").map((text) => whole("speed", text)) ?? [],
    keep: values.keep ?? null,
    databaseUrl,
    out: values.out ?? null,
    json: values.json ?? null,
    showWrong: Number(values["show-wrong"]),
  };
}
