import { parseArgs } from "node:util";
import { analyseName, type CompanyName } from "../../src/enterprise/companyName.ts";
import { CreditError } from "../../src/errors.ts";
import type { Command } from "./command.ts";
import { printedArray, readRows } from "./rowFiles.ts";

const USAGE = "credit name NAME… | --in FILE --column NAME";
/** The names in one column of a file of any format that can be delivered, in order; empty cells as empty names. */
async function* namesIn(path: string, column: string): AsyncGenerator<string[]> {
  for await (const rows of readRows(path, [column])) yield rows.map((row) => row.cell(column));
}

function told(name: CompanyName): string {
  const { input, aliases, pinyin, initials, ...parts } = name;
  const lines = Object.entries(parts).map(([part, text]) => `  ${part.padEnd(10)} ${text ?? "–"}`);
  return [
    input,
    ...lines,
    `  aliases    ${aliases.join(" ")}`,
    `  pinyin     ${pinyin.join(" ")}`,
    `  initials   ${initials.join(" ")}`,
  ].join("\n");
}

/** The one JSON array of `--json`, or the texts, name by name. */
async function* printed(names: AsyncIterable<string[]>, json: boolean): AsyncGenerator<string> {
  const read = async function* () {
    for await (const batch of names) yield batch.map(analyseName);
  };
  if (json) yield* printedArray(read());
  else for await (const batch of read()) yield `${batch.map(told).join("\n")}\n`;
}

/** `name NAME…` and `name --in FILE --column NAME`: how company names are read. Needs no database. */
export const nameCommand: Command = async ({ args, json }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { in: { type: "string" }, column: { type: "string" } },
  });
  const { in: path, column } = values;
  if (path !== undefined && column !== undefined && positionals.length === 0)
    return { value: null, text: "", pieces: printed(namesIn(path, column), json) };
  if (path !== undefined || column !== undefined || positionals.length === 0)
    throw new CreditError("bad_usage", USAGE);
  const read = positionals.map(analyseName);
  return { value: read, text: read.map(told).join("\n") };
};
