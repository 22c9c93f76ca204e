import type { Sql } from "../src/db/client.ts";
import { dayInShanghai } from "../src/enterprise/dates.ts";
import type { SearchIndex } from "../src/search/searchIndex.ts";
import type { Feed } from "./feed.ts";
import { type StageInbox, stageInbox } from "./inbox.ts";
import { indexNight } from "./index/indexNight.ts";
import { type LinkCounts, linkNight } from "./link/linkNight.ts";
import { mergeNight } from "./merge/mergeNight.ts";
import { withNightLock } from "./nightLock.ts";
import type { Progress } from "./progress.ts";
import { nextSnapshot, publishNight } from "./publish/publishNight.ts";
import type { DeliveryAnswer } from "./stage/stageDelivery.ts";

export interface Night {
  sql: Sql;
  feeds: ReadonlyMap<string, Feed>;
  /** The index beside the database, or null when the PostgreSQL engine answers alone. */
  index: SearchIndex | null;
  inbox: string | null;
  now: Date;
  progress: Progress;
  /** Threads that may stage a large inbox and merge many enterprises, and the database that they open; null: all in this thread. */
  threads: StageInbox["threads"];
}

export interface NightReport extends LinkCounts {
  snapshot: string;
  deliveries: DeliveryAnswer[];
  enterprises: number;
  changed: number;
  indexed: number;
  engine: "meilisearch" | "postgresql";
  /** Why the search index was built anew as a whole, or null. */
  rebuilt: string | null;
  /** Why the search index is not of this night: PostgreSQL answers, and the next night or `reindex` catches up. Null when all is well. */
  indexFailure: string | null;
  seconds: { read: number; link: number; merge: number; publish: number; index: number };
}

/**
 * The whole path, in order: deliveries in, one snapshot out. Cut off anywhere, it leaves the snapshot before standing, and
 * the next night takes up what was left.
 * @throws CreditError `night_running` when another one runs on this database
 */
export function nightly(night: Night): Promise<NightReport> {
  return withNightLock(night.sql, () => runNight(night));
}

async function runNight(night: Night): Promise<NightReport> {
  const { sql, feeds, now, progress } = night;
  const seconds = { read: 0, link: 0, merge: 0, publish: 0, index: 0 };
  const timed = async <T>(
    stage: keyof typeof seconds,
    work: () => Promise<T>,
    total?: number,
  ): Promise<T> => {
    const start = performance.now();
    progress.stage(stage, total);
    const result = await work();
    seconds[stage] = Math.round(performance.now() - start) / 1000;
    return result;
  };

  const deliveries = await timed("read", () =>
    night.inbox === null ? Promise.resolve([]) : stageInbox(night, night.inbox),
  );
  const snapshot = await nextSnapshot(sql);
  const waiting = await waitingDeliveries(sql);
  const counts = await timed("link", () =>
    sql.begin((tx) => linkNight(tx, { deliveries: waiting, feeds, snapshot })),
  );
  const day = dayInShanghai(now);
  const merge = () =>
    mergeNight(sql, { snapshot, day, threads: night.threads, onProgress: (done) => progress.done(done) });
  await timed("merge", merge, await touchedCount(sql));
  const published = await timed("publish", () => publishNight(sql, { snapshot, now, feeds }));
  const indexed = await timed("index", () => indexNight(night), published.changed);
  return {
    snapshot: String(snapshot),
    deliveries,
    ...counts,
    enterprises: published.enterprises,
    changed: published.changed,
    indexed: indexed.documents,
    engine: indexed.engine,
    rebuilt: indexed.rebuilt,
    indexFailure: indexed.failure,
    seconds,
  };
}

async function waitingDeliveries(sql: Sql): Promise<number[]> {
  const rows = await sql<{ seq: number }[]>`
    select seq from archive.delivery where applied_in is null and refused_code is null order by seq`;
  return rows.map((row) => row.seq);
}

async function touchedCount(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from ledger.touched`;
  return row?.count ?? 0;
}
