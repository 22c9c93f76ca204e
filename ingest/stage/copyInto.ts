import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ISql } from "../../src/db/client.ts";
import { linePacker } from "./linePacker.ts";

async function* pieces(lines: Lines): AsyncGenerator<Buffer> {
  const packer = linePacker();
  for await (const line of lines) {
    packer.add(line);
    yield* packer.take();
  }
  yield* packer.take(true);
}

type Lines = AsyncIterable<string> | Iterable<string>;

export interface CopyTarget {
  /** Schema-qualified name. */
  table: string;
  columns: readonly string[];
  /** Of what is copied; text when left out. */
  format?: "text" | "binary";
}

/** Streams lines of COPY text into a table, at the pace of the slower side. */
export function copyInto(sql: ISql, target: CopyTarget, lines: Lines): Promise<void> {
  return copyPieces(sql, target, pieces(lines));
}

/** The same of lines or binary rows that are packed already. */
export async function copyPieces(
  sql: ISql,
  target: CopyTarget,
  packed: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<void> {
  const { table, columns, format = "text" } = target;
  const options = format === "binary" ? sql`(format binary)` : sql``;
  const writable = await sql`copy ${sql(table)} (${sql(columns)}) from stdin ${options}`.writable();
  await pipeline(Readable.from(packed, { objectMode: true, highWaterMark: 2 }), writable);
}
