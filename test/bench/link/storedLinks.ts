import type { Sql } from "../../../src/db/client.ts";
import { placeOf, type StoredLink } from "./tally.ts";

/** Where the ledger put each row of these deliveries, by its place, as `credit links` says it. */
export async function storedLinks(sql: Sql, deliveries: readonly number[]): Promise<Map<string, StoredLink>> {
  const found = new Map<string, StoredLink>();
  const rows = sql<StoredLink[]>`
    select d.source, d.feed, d.file, a.line, r.outcome, r.enterprise as uscc, nullif(r.rule, '') as rule, r.score, r.why, r.evidence,
      q.uscc as asked, q.probability
    from archive.delivery d
    join archive.received a on a.delivery = d.seq
    join ledger.record r on r.id = a.record
    left join lateral (
      select uscc, probability from ledger.question
      where party = r.party and r.outcome = 'review' order by probability desc, uscc limit 1
    ) q on true
    where d.seq = any(${[...deliveries]}::int[]) and not a.natural_person`.cursor(5_000);
  for await (const piece of rows) for (const link of piece) found.set(placeOf(link), link);
  return found;
}
