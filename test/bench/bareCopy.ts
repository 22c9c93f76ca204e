import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openTable } from "../../ingest/read/openTable.ts";
import { copyLine } from "../../ingest/stage/copyText.ts";
import type { Sql } from "../../src/db/client.ts";

/** Writes a delivered file's rows as plain COPY text of equally wide rows. @returns its width in columns */
async function asCopyText(path: string, out: string): Promise<number> {
  let width = 0;
  for (const pass of ["measure", "write"] as const) {
    const table = await openTable(path);
    const lines = async function* () {
      for await (const batch of table.rows) {
        if (pass === "measure") width = Math.max(width, ...batch.map((row) => row.cells.length));
        else
          yield batch
            .map(({ cells }) => copyLine([...cells, ...Array(width - cells.length).fill("")]))
            .join("");
      }
    };
    if (pass === "measure") for await (const _ of lines());
    else await pipeline(Readable.from(lines()), createWriteStream(out));
    await table.close();
  }
  return width;
}

/** Seconds that the server takes to COPY the same rows, as text, into a table without index. */
export async function bareCopySeconds(sql: Sql, paths: readonly string[], scratch: string): Promise<number> {
  let seconds = 0;
  for (const path of paths) {
    const width = await asCopyText(path, scratch);
    const columns = Array.from({ length: width }, (_, i) => `c${i}`);
    await sql`drop table if exists public.bare`;
    await sql.unsafe(`create table public.bare (${columns.map((name) => `${name} text`).join(", ")})`);
    const start = performance.now();
    const writable = await sql`copy public.bare from stdin`.writable();
    await pipeline(createReadStream(scratch, { highWaterMark: 1 << 17 }), writable);
    seconds += (performance.now() - start) / 1000;
  }
  await sql`drop table if exists public.bare`;
  await rm(scratch, { force: true });
  return seconds;
}
