import { parseArgs } from "node:util";
import { analyseName, type CompanyName } from "../../src/enterprise/companyName.ts";
import { CreditError } from "../../src/errors.ts";
import { openTable } from "../read/openTable.ts";
import { UnreadableFile } from "../read/table.ts";
import type { Command } from "./command.ts";

const USAGE = "credit name NAME… | --in FILE --column NAME";
/** The header stands in one of the first rows, as in deliveries. */
const HEADER_ROWS = 10;

/** A file that can't be read is a refusal of the words given, not a bug. */
function refuse(error: unknown): never {
  if (error instanceof UnreadableFile) throw new CreditError("bad_usage", error.message, { cause: error });
  throw error;
}

/** The names in one column of a file of any format that can be delivered, in order; empty cells as empty names. */
async function* namesIn(path: string, column: string): AsyncGenerator<string[]> {
  const table = await openTable(path).catch(refuse);
  const wanted = column.trim().toLowerCase();
  const indexIn = (cells: readonly string[]) =>
    cells.findIndex((cell) => cell.trim().toLowerCase() === wanted);
  let at = -1;
  let seen = 0;
  try {
    for await (const batch of table.rows) {
      const names: string[] = [];
      for (const { cells } of batch) {
        if (at === -1 && table.keys !== undefined) at = indexIn(table.keys);
        else if (at === -1 && seen++ < HEADER_ROWS) {
          at = indexIn(cells);
          continue;
        }
        if (at === -1) throw new CreditError("bad_usage", `${path} has no column ${column}`);
        names.push(cells[at] ?? "");
      }
      yield names;
    }
    if (at === -1) throw new CreditError("bad_usage", `${path} has no column ${column}`);
  } catch (error) {
    refuse(error);
  } finally {
    await table.close();
  }
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
  let isFirst = true;
  for await (const batch of names) {
    const texts = batch.map(analyseName).map((read) => (json ? JSON.stringify(read) : told(read)));
    if (texts.length === 0) continue;
    yield (json ? (isFirst ? "[" : ",\n") : "") + texts.join(json ? ",\n" : "\n") + (json ? "" : "\n");
    isFirst = false;
  }
  if (json) yield isFirst ? "[]\n" : "]\n";
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
