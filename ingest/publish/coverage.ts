import type { ISql } from "../../src/db/client.ts";
import type { SourceCoverage } from "../../src/enterprise/profile.ts";
import type { Feed } from "../feed.ts";

/** Writes the feeds as declared, so that the service can say what was promised. */
export async function storeFeeds(sql: ISql, feeds: ReadonlyMap<string, Feed>): Promise<void> {
  for (const feed of feeds.values())
    await sql`
      insert into published.feed (source, feed, kind, list, title, keeper, disclosure, every_days)
      values (${feed.source}, ${feed.feed}, ${feed.kind}, ${feed.list ?? null}, ${JSON.stringify(feed.title)}::text::json,
        ${JSON.stringify(feed.keeper)}::text::json, ${feed.disclosure}, ${feed.expect.everyDays})
      on conflict (source, feed) do update set kind = excluded.kind, list = excluded.list, title = excluded.title,
        keeper = excluded.keeper, disclosure = excluded.disclosure, every_days = excluded.every_days`;
}

/** What each public feed has delivered so far; in order of source and feed. Restricted feeds are not spoken of. */
export async function readCoverage(sql: ISql, feeds: ReadonlyMap<string, Feed>): Promise<SourceCoverage[]> {
  const rows = await sql<{ source: string; feed: string; last_at: Date; last: string; records: number }[]>`
    select source, feed, max(received_at) as last_at, (array_agg(id order by seq desc))[1] as last, sum(accepted)::int as records
    from archive.delivery where applied_in is not null group by source, feed`;
  const delivered = new Map(rows.map((row) => [`${row.source}/${row.feed}`, row]));
  return [...feeds]
    .filter(([, feed]) => feed.disclosure === "public")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, feed]) => {
      const last = delivered.get(name);
      return {
        source: feed.source,
        feed: feed.feed,
        title: feed.title,
        keeper: feed.keeper,
        available: last !== undefined,
        lastReceivedAt: last?.last_at.toISOString() ?? null,
        lastDelivery: last?.last ?? null,
        records: last?.records ?? 0,
      };
    });
}
