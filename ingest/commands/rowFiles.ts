import { CreditError } from "../../src/errors.ts";
import { MissingColumn, type NamedRow, rowsByColumn } from "../read/columns.ts";
import { UnreadableFile } from "../read/table.ts";

/** The rows of a file given on the command line. One that can't be read is a refusal of the words given, not a bug. */
export async function* readRows(path: string, required: readonly string[]): AsyncGenerator<NamedRow[]> {
  try {
    yield* rowsByColumn(path, required);
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof MissingColumn)
      throw new CreditError("bad_usage", error.message, { cause: error });
    throw error;
  }
}

/** Batches of values as the one JSON array of `--json`, piece by piece. */
export async function* printedArray(batches: AsyncIterable<unknown[]>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield (isFirst ? "[" : ",\n") + batch.map((value) => JSON.stringify(value)).join(",\n");
    isFirst = false;
  }
  yield isFirst ? "[]\n" : "]\n";
}
