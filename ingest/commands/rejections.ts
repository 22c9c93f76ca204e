import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline as pipe } from "node:stream/promises";
import { parseArgs } from "node:util";
import Papa from "papaparse";
import type { Sql } from "../../src/db/client.ts";
import { CreditError } from "../../src/errors.ts";
import { openPipeline } from "../pipeline.ts";
import type { Command } from "./command.ts";

interface Rejection {
  line: number;
  cells: string[];
  code: string;
  field: string | null;
  expected: string | null;
  message: string;
}

const ADDED = ["_line", "_code", "_field", "_expected", "_message"];

async function* rejectedRows(sql: Sql, seq: number): AsyncGenerator<Rejection[]> {
  yield* sql<Rejection[]>`
    select line, cells, code, field, expected, message from restricted.rejection where delivery = ${seq} order by line`.cursor(
    1_000,
  );
}

/** The original header and cells, and after them what was wrong: the file can be mended and delivered again. */
async function* csv(sql: Sql, seq: number, header: readonly string[]): AsyncGenerator<string> {
  yield `\ufeff${Papa.unparse([[...header, ...ADDED]], { newline: "\r\n" })}\r\n`;
  for await (const rows of rejectedRows(sql, seq)) {
    const lines = rows.map((row) => {
      const cells = header.map((_, column) => row.cells[column] ?? "");
      return [...cells, String(row.line), row.code, row.field ?? "", row.expected ?? "", row.message];
    });
    yield `${Papa.unparse(lines, { newline: "\r\n" })}\r\n`;
  }
}

/** `rejections DELIVERY [--out FILE.csv]` */
export const rejections: Command = async ({ config, args }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: "string" } },
  });
  const [id] = positionals;
  if (id === undefined) throw new CreditError("bad_usage", "credit rejections DELIVERY [--out FILE.csv]");
  const { sql, close } = await openPipeline(config);
  try {
    const [delivery] = await sql<{ seq: number; rejected: number; header: string[] | null }[]>`
      select seq, rejected, header from archive.delivery where id = ${id}`;
    if (delivery === undefined) throw new CreditError("bad_usage", `There is no delivery ${id}`);
    const header = delivery.header ?? [];
    if (values.out !== undefined) {
      await pipe(
        Readable.from(csv(sql, delivery.seq, header)),
        createWriteStream(values.out, { mode: 0o600 }),
      );
      const value = { delivery: id, rejected: delivery.rejected, out: values.out };
      return { value, text: `${delivery.rejected} rejected rows in ${values.out}` };
    }
    const found: (Rejection & { record: Record<string, string> })[] = [];
    for await (const rows of rejectedRows(sql, delivery.seq))
      for (const row of rows)
        found.push({
          ...row,
          record: Object.fromEntries(header.map((name, i) => [name, row.cells[i] ?? ""])),
        });
    const text = found
      .map((row) => `${row.line}\t${row.code}\t${row.field ?? ""}\t${row.message}`)
      .join("\n");
    return { value: found, text };
  } finally {
    await close();
  }
};
