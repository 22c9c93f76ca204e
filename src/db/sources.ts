import { addDays, dayInShanghai } from "../enterprise/dates.ts";
import type { ISql } from "./client.ts";

interface Words {
  zh: string;
  en: string;
}

/** Who may see what a feed holds: anyone, departments for their duties, or those with the enterprise's written consent. */
type Disclosure = "public" | "government" | "consent";

/** One feed: what was promised and what came. */
export interface FeedFreshness {
  source: string;
  feed: string;
  title: Words;
  keeper: Words;
  disclosure: Disclosure;
  /** A delivery is due every so many days; 0: no promise. */
  everyDays: number;
  /** RFC 3339, UTC; null when nothing was ever received. */
  lastReceivedAt: string | null;
  lastDelivery: string | null;
  /** Rows accepted so far; null for feeds that are not public. */
  records: number | null;
  /** The last day on which the next delivery is in time (Asia/Shanghai); null without a promise or a first delivery. */
  dueOn: string | null;
  /** Due and not received; a feed that promised and never delivered is late. */
  late: boolean;
}

interface FeedRow {
  source: string;
  feed: string;
  title: string;
  keeper: string;
  disclosure: Disclosure;
  every_days: number;
  last_at: Date | null;
  last_id: string | null;
  records: number;
}

/** Every declared feed, in order of source and feed. @param now the instant that lateness is judged at */
export async function sourceFreshness(sql: ISql, now: Date): Promise<FeedFreshness[]> {
  const rows = await sql<FeedRow[]>`
    select f.source, f.feed, f.title, f.keeper, f.disclosure, f.every_days, d.last_at, d.last_id, d.records
    from published.feed f
    cross join lateral (
      select max(received_at) as last_at, (array_agg(id order by seq desc))[1] as last_id,
        coalesce(sum(accepted) filter (where applied_in is not null), 0)::int as records
      from archive.delivery d where d.source = f.source and d.feed = f.feed and d.refused_code is null) d
    order by f.source, f.feed`;
  const today = dayInShanghai(now);
  return rows.map((row) => {
    const dueOn =
      row.every_days === 0 || row.last_at === null
        ? null
        : addDays(dayInShanghai(row.last_at), row.every_days);
    return {
      source: row.source,
      feed: row.feed,
      title: JSON.parse(row.title),
      keeper: JSON.parse(row.keeper),
      disclosure: row.disclosure,
      everyDays: row.every_days,
      lastReceivedAt: row.last_at?.toISOString() ?? null,
      lastDelivery: row.last_id,
      records: row.disclosure === "public" ? row.records : null,
      dueOn,
      late: row.every_days > 0 && (dueOn === null || dueOn < today),
    };
  });
}
