import type { ISql } from "../../src/db/client.ts";

/**
 * The night's rows, one per record: the version that came last, from the delivery that said so first.
 * Made as temporary table `batch` (restricted, record, delivery, line, content, kind, keys …, versions), which ends with
 * the transaction. `versions` counts the rows that were delivered of the record tonight.
 * What of it is news, as view `news`: unknown records, other content, or back after a withdrawal. The same content again, however
 * often it is delivered, is none. Natural persons stay in the archive and go no further.
 */
export async function collectBatch(
  tx: ISql,
  deliveries: readonly number[],
  kinds: ReadonlyMap<string, string>,
): Promise<void> {
  const feeds = [...kinds.keys()];
  await tx`
    create temporary table feed_kind on commit drop as
    select * from unnest(${feeds}::text[], ${feeds.map((feed) => kinds.get(feed) ?? "")}::text[]) as k (feed, kind)`;
  await tx`
    create temporary table batch on commit drop as
    select b.*, e.enterprise as old_enterprise, e.restricted as old_restricted, e.linked_in as old_linked_in,
      e.id is null or e.content <> b.content or e.restricted <> b.restricted or (e.withdrawn is not null and b.withdrawn is null) as is_news
    from (
      select distinct on (v.record) v.record, v.restricted, v.delivery, v.line, v.content, v.withdrawn, v.uscc, v.org_code, v.reg_no,
        v.name, v.name_keys, v.rep, v.versions, v.source, v.feed, k.kind
      from (
        select r.record, r.restricted, r.delivery, r.line, r.content, r.withdrawn, r.uscc, r.org_code, r.reg_no, r.name, r.name_keys, r.rep,
          d.source, d.feed, d.id as delivery_id,
          first_value(r.content) over by_record as final,
          count(*) over (partition by r.record)::int as versions
        from archive.received r join archive.delivery d on d.seq = r.delivery
        where r.delivery = any(${[...deliveries]}::int[]) and not r.natural_person
        window by_record as (partition by r.record order by r.delivery desc, r.line desc)
      ) v
      join feed_kind k on k.feed = v.source || '/' || v.feed
      where v.content = v.final
      order by v.record, v.delivery_id, v.line
    ) b
    left join ledger.record e on e.id = b.record`;
  await tx`create unique index on batch (record)`;
  await tx`create index on batch (kind) where is_news and kind in ('base', 'change')`;
  await tx`analyze batch`;
  await tx`create temporary view news as select * from batch where is_news`;
}

/**
 * A full delivery replaces its feed: its records that stand in no row of it, or of one that came later, are withdrawn. Comes before
 * the batch, which asks what is withdrawn.
 */
export async function withdrawAbsent(tx: ISql, deliveries: readonly number[]): Promise<void> {
  await tx`
    create temporary table absent on commit drop as
    select r.restricted, r.id, r.kind, r.enterprise
    from (
      select source, feed, max(seq) as seq from archive.delivery
      where seq = any(${[...deliveries]}::int[]) and is_full group by source, feed
    ) f
    join ledger.record r on r.source = f.source and r.feed = f.feed and r.withdrawn is null
    where not exists (
      select from archive.received a join archive.delivery d on d.seq = a.delivery
      where a.record = r.id and d.source = f.source and d.feed = f.feed and a.delivery >= f.seq
        and a.delivery = any(${[...deliveries]}::int[]))`;
  await tx`
    update ledger.record r set withdrawn = 'absent_from_full' from absent a where r.restricted = a.restricted and r.id = a.id`;
  await tx`insert into ledger.touched select distinct enterprise from absent where enterprise is not null on conflict do nothing`;
  await tx`insert into ledger.touched_entry select id from absent where kind = 'list' and enterprise is null on conflict do nothing`;
}
