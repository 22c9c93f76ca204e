import type { ISql, Sql } from "../../src/db/client.ts";
import { dayInShanghai } from "../../src/enterprise/dates.ts";
import type { Feed } from "../feed.ts";
import { uuidOf } from "../stage/deliveryId.ts";
import { readCoverage, storeFeeds } from "./coverage.ts";
import { publishEntries } from "./entries.ts";
import { publishFormerCodes } from "./formerCodes.ts";
import { publishDocuments, publishProfiles } from "./profiles.ts";

export interface Published {
  snapshot: number;
  /** Enterprises in the snapshot. */
  enterprises: number;
  /** Profiles whose content changed, those that came and went included. */
  changed: number;
}

export interface PublishNight {
  snapshot: number;
  now: Date;
  feeds: ReadonlyMap<string, Feed>;
}

/**
 * Publishes what was merged as one snapshot: readers see the one before, whole, until this transaction ends, and this one,
 * whole, after it. Only what differs from what stands is written.
 */
export async function publishNight(sql: Sql, night: PublishNight): Promise<Published> {
  return sql.begin(async (tx) => {
    await tx`set local work_mem = '192MB'`;
    await storeFeeds(tx, night.feeds);
    const { changed, delta } = await publishProfiles(tx, night.snapshot);
    await publishDocuments(tx, night.snapshot);
    await publishFormerCodes(tx, night.snapshot);
    await publishEntries(tx, night.snapshot);
    const enterprises = (await enterprisesBefore(tx)) + delta;
    await insertSnapshot(tx, night, { enterprises, changed });
    await tx`truncate ledger.touched, ledger.touched_entry`;
    return { snapshot: night.snapshot, enterprises, changed };
  });
}

async function enterprisesBefore(tx: ISql): Promise<number> {
  const [row] = await tx<
    { enterprises: number }[]
  >`select enterprises from published.snapshot order by id desc limit 1`;
  return row?.enterprises ?? 0;
}

async function insertSnapshot(
  tx: ISql,
  night: PublishNight,
  counts: { enterprises: number; changed: number },
): Promise<void> {
  const coverage = JSON.stringify(await readCoverage(tx, night.feeds));
  const totals = await tx<{ list: string; entries: number }[]>`
    select list, count(*)::int as entries from published.list_entry where to_snapshot = 2147483647 group by list order by list`;
  await tx`
    insert into published.snapshot (id, published_at, day, enterprises, changed, list_totals, coverage, coverage_hash, demo)
    values (${night.snapshot}, ${night.now.toISOString()}, ${dayInShanghai(night.now)}, ${counts.enterprises}, ${counts.changed},
      ${JSON.stringify(Object.fromEntries(totals.map((row) => [row.list, row.entries])))}::text::json, ${coverage}::text::json,
      ${uuidOf(coverage).slice(0, 8)},
      exists (select from archive.delivery where demo and refused_code is null))`;
}

/** The number of the next snapshot. Only the holder of the night's lock may ask. */
export async function nextSnapshot(sql: ISql): Promise<number> {
  const [row] = await sql<
    { next: number }[]
  >`select coalesce(max(id), 0) + 1 as next from published.snapshot`;
  return row?.next ?? 1;
}
