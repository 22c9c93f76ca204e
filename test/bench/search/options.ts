import { parseArgs } from "node:util";
import { ENGINES, type EngineName } from "./engines.ts";

export interface SearchBenchOptions {
  /** A register to take companies from; invented ones without. */
  register: string | null;
  shortNames: string | null;
  /** How many names to load; null: as many as there are. */
  names: number | null;
  queries: number;
  seed: number;
  /** Ids of classes; null: all. */
  classes: readonly string[] | null;
  engines: readonly EngineName[];
  json: string | null;
  showMisses: number;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0)
    throw new RangeError(`--${name} takes a whole number, not ${text}`);
  return number;
}

function engineNames(text: string): EngineName[] {
  return text.split(",").map((name) => {
    const found = ENGINES.find((engine) => engine === name);
    if (found === undefined) throw new RangeError(`--engines takes ${ENGINES.join(", ")}, not ${name}`);
    return found;
  });
}

/** @throws RangeError for a value that makes no sense; TypeError for an unknown option */
export function readSearchOptions(args: readonly string[]): SearchBenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      register: { type: "string" },
      "short-names": { type: "string" },
      names: { type: "string" },
      queries: { type: "string", default: "300" },
      seed: { type: "string", default: "1" },
      classes: { type: "string" },
      engines: { type: "string", default: ENGINES.join(",") },
      json: { type: "string" },
      "show-misses": { type: "string", default: "0" },
    },
  });
  return {
    register: values.register ?? null,
    shortNames: values["short-names"] ?? null,
    names: values.names === undefined ? null : wholeNumber("names", values.names),
    queries: wholeNumber("queries", values.queries),
    seed: wholeNumber("seed", values.seed),
    classes: values.classes?.split(",") ?? null,
    engines: engineNames(values.engines),
    json: values.json ?? null,
    showMisses: wholeNumber("show-misses", values["show-misses"]),
  };
}
