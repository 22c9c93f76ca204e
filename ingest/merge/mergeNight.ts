import type { Sql } from "../../src/db/client.ts";
import { ask, startThread, withThreads } from "../threads/nightThread.ts";
import { type MergedNight, mergeEntries, mergeRange } from "./mergeRange.ts";
import { type Range, rangesOfTouched, touchWhatIsShown } from "./sources.ts";

export interface MergeNight extends MergedNight {
  onProgress?: (enterprises: number) => void;
  /** Threads that may merge side by side, and the database that they open; null: all in this thread. */
  threads: { databaseUrl: string; count: number } | null;
}

/** Fewer are merged sooner by one thread that is warm: a new one loads and compiles everything again, some seconds of its core. */
const WORTH_THREADS = 40_000;

/**
 * Merges every touched enterprise into `ledger.merged`, and its list entries (and those without an enterprise)
 * into `ledger.merged_entry`. Both are emptied first; a night cut off here is simply run again.
 */
export async function mergeNight(sql: Sql, night: MergeNight): Promise<void> {
  await touchWhatExpires(sql, night.day);
  await touchWhatIsShown(sql);
  await sql`truncate ledger.merged, ledger.merged_entry`;
  const { snapshot, day } = night;
  const ranges = await rangesOfTouched(sql, { count: night.threads?.count ?? 1, least: WORTH_THREADS });
  const [whole] = ranges;
  if (night.threads === null || ranges.length === 1)
    await mergeRange(sql, {
      snapshot,
      day,
      range: whole ?? { behind: null, to: null },
      onDone: night.onProgress,
    });
  else await mergeOnThreads(night, night.threads.databaseUrl, ranges);
  await mergeEntries(sql, { snapshot, day });
  await sql`analyze ledger.merged, ledger.merged_entry`;
}

/** A range a thread. */
export async function mergeOnThreads(
  { snapshot, day, onProgress }: MergeNight,
  databaseUrl: string,
  ranges: readonly Range[],
): Promise<void> {
  const done = ranges.map(() => 0);
  const threads = ranges.map(() => startThread("merge/mergeThread", { databaseUrl }));
  await withThreads(threads, async (thread, index) => {
    const range = ranges[index];
    await ask<MergedNight & { range: Range | undefined }, null>(thread, { snapshot, day, range }, (count) => {
      done[index] = count;
      onProgress?.(done.reduce((sum, one) => sum + one, 0));
    });
  });
}

/** Periods that end by today, without any delivery: found by index, not by reading everything. */
async function touchWhatExpires(sql: Sql, day: string): Promise<void> {
  await sql`
    insert into ledger.touched
    select uscc from published.profile where to_snapshot = 2147483647 and rebuild_on <= ${day} on conflict do nothing`;
  await sql`
    insert into ledger.touched_entry
    select id from published.list_entry where to_snapshot = 2147483647 and uscc is null and rebuild_on <= ${day}
    on conflict do nothing`;
}
