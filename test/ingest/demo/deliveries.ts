import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type DemoOptions, writeDemo } from "../../../ingest/demo/demo.ts";
import type { Feed } from "../../../ingest/feed.ts";
import { openTable } from "../../../ingest/read/openTable.ts";
import { type JudgedRow, readRows } from "../../../ingest/stage/readRows.ts";

export const TODAY = "2026-11-24";

const Truth = z.strictObject({
  source: z.string(),
  feed: z.string(),
  file: z.string(),
  line: z.int().positive(),
  kind: z.string(),
  uscc: z.string().length(18).nullable(),
  dirt: z.array(z.string()),
  expect: z.enum(["accepted", "rejected"]),
  linkable: z.boolean(),
  naturalPerson: z.boolean(),
});
export type Truth = z.infer<typeof Truth>;

export async function readTruth(path: string): Promise<Truth[]> {
  const text = await readFile(path, "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => Truth.parse(JSON.parse(line)));
}

export type Written = Awaited<ReturnType<typeof writeDemo>>;

export function write(out: string, options: Partial<DemoOptions> = {}): Promise<Written> {
  return writeDemo({ out, enterprises: 600, seed: 5, today: TODAY, ...options });
}

/** Every row of a delivered file with its verdict, as the pipeline reads it. */
export async function judged(feed: Feed, path: string): Promise<JudgedRow[]> {
  const table = await openTable(path);
  const rows: JudgedRow[] = [];
  for await (const batch of readRows(feed, table, TODAY, { header: null, rows: 0 })) rows.push(...batch);
  await table.close();
  return rows;
}

export const keyOf = (of: { source: string; feed: string; file: string; line: number }) =>
  join(of.source, of.feed, `${of.file}:${of.line}`);
