import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ISql } from "../../src/db/client.ts";

/** Joins small lines into pieces worth a packet each. */
async function* pieces(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let piece = "";
  for await (const line of lines) {
    piece += line;
    if (piece.length > 131_072) {
      yield piece;
      piece = "";
    }
  }
  if (piece !== "") yield piece;
}

/**
 * Streams lines of COPY text into a table, at the pace of the slower side.
 * @param table schema-qualified name
 */
export async function copyInto(
  sql: ISql,
  target: { table: string; columns: readonly string[] },
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  const writable = await sql`copy ${sql(target.table)} (${sql(target.columns)}) from stdin`.writable();
  await pipeline(Readable.from(pieces(lines), { objectMode: true, highWaterMark: 2 }), writable);
}
