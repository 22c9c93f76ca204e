import type { Fragment, ISql } from "../../src/db/client.ts";
import { withoutLedgerIndexes } from "./ledgerIndexes.ts";

interface StoredNight {
  snapshot: number;
  deliveries: readonly number[];
}

/** The snapshot that first published a record under its enterprise. A list entry is published when it is nobody's, too. */
const publishedFirst = (
  tx: ISql,
  was: { kind: Fragment; enterprise: Fragment; linkedIn: Fragment },
  snapshot: number,
) => tx`
  case when d.enterprise is not distinct from ${was.enterprise} and ${was.linkedIn} is not null then ${was.linkedIn}
    when d.enterprise is null and ${was.kind} <> 'list' then null else ${snapshot}::int end`;

/**
 * The news with their outcomes and cleaned forms, as rows of the ledger; what is merged together lies together. What the night
 * knows of each is put together first, so that only narrow rows wait in memory while the archive's go by.
 */
const newsRows = (tx: ISql, { snapshot, deliveries }: StoredNight) => tx`
  insert into ledger.record (restricted, id, source, feed, kind, delivery, line, content, withdrawn, uscc, org_code, reg_no, name,
    name_keys, rep, enterprise, outcome, rule, score, why, rivals, linked_in, party, evidence, body)
  with known as (
    select n.restricted, n.record, n.source, n.feed, n.kind, n.delivery, n.line, d.enterprise, d.outcome, d.rule, d.score, d.why, d.rivals,
      ${publishedFirst(tx, { kind: tx`n.kind`, enterprise: tx`n.old_enterprise`, linkedIn: tx`n.old_linked_in` }, snapshot)} as linked_in,
      u.party, w.explained
    from news n
    join decided d on d.record = n.record
    left join undecided u on u.record = n.record
    left join weighed w on w.record = n.record and d.rule = 'evidence'
    offset 0
  )
  select k.restricted, k.record, k.source, k.feed, k.kind, k.delivery, k.line, a.content, a.withdrawn, a.uscc, a.org_code, a.reg_no,
    a.name, a.name_keys, a.rep, k.enterprise, k.outcome, k.rule, k.score, k.why, k.rivals, k.linked_in, k.party, k.explained, a.body
  from known k
  join archive.received a on a.delivery = k.delivery and a.line = k.line and a.restricted = k.restricted
    and a.delivery = any(${[...deliveries]}::int[]) -- said outright, else all rows of the archive are read
  order by k.enterprise, k.record`;

/** Writes the news, linked or not, into the ledger. A record that stays with its enterprise keeps its first publication. */
export async function storeNews(tx: ISql, night: StoredNight): Promise<void> {
  const [ledger] = await tx<{ filled: boolean }[]>`select exists (select from ledger.record) as filled`;
  if (ledger?.filled === false)
    return withoutLedgerIndexes(tx, async () => {
      await newsRows(tx, night);
    });
  await tx`
    delete from ledger.record r using news n
    where r.id = n.record and r.restricted = n.old_restricted and n.old_restricted <> n.restricted`;
  await tx`${newsRows(tx, night)}
    on conflict (id, restricted) do update set
      delivery = excluded.delivery, line = excluded.line, content = excluded.content, withdrawn = excluded.withdrawn,
      uscc = excluded.uscc, org_code = excluded.org_code, reg_no = excluded.reg_no, name = excluded.name,
      name_keys = excluded.name_keys, rep = excluded.rep, enterprise = excluded.enterprise, outcome = excluded.outcome,
      rule = excluded.rule, score = excluded.score, why = excluded.why, rivals = excluded.rivals, linked_in = excluded.linked_in,
      party = excluded.party, evidence = excluded.evidence, body = excluded.body`;
}

/**
 * Stores what changed for records of earlier nights, as temporary table `moved` with the enterprise they left.
 * @returns how many have another outcome or enterprise
 */
export async function storeReconsidered(tx: ISql, snapshot: number): Promise<number> {
  await tx`
    create temporary table moved on commit drop as
    select r.id, r.restricted, r.kind, r.enterprise as old_enterprise, d.enterprise, r.outcome as old_outcome, d.outcome, u.party, w.explained as evidence
    from decided d join ledger.record r on r.id = d.record
    left join undecided u on u.record = d.record
    left join weighed w on w.record = d.record and d.rule = 'evidence'
    where not exists (select from news n where n.record = d.record)
      and (r.enterprise is distinct from d.enterprise or r.outcome <> d.outcome or r.why <> d.why or r.rivals <> d.rivals
        or r.rule <> d.rule or r.score is distinct from d.score or r.party is distinct from u.party or r.evidence is distinct from w.explained)`;
  await tx`
    update ledger.record r set enterprise = d.enterprise, outcome = d.outcome, rule = d.rule, score = d.score, why = d.why,
      rivals = d.rivals, party = m.party, evidence = m.evidence,
      linked_in = ${publishedFirst(tx, { kind: tx`m.kind`, enterprise: tx`m.old_enterprise`, linkedIn: tx`r.linked_in` }, snapshot)}
    from moved m join decided d on d.record = m.id
    where r.id = m.id and r.restricted = m.restricted`;
  const [row] = await tx<
    { count: number }[]
  >`select count(*)::int as count from moved where outcome <> old_outcome or enterprise is distinct from old_enterprise`;
  return row?.count ?? 0;
}

/** Notes every enterprise and every unlinked list entry whose public side the night may have changed. */
export async function touch(tx: ISql): Promise<void> {
  await tx`
    insert into ledger.touched
    select distinct t.enterprise from (
      select d.enterprise from news n join decided d on d.record = n.record where not n.restricted
      union all
      select old_enterprise from news where not old_restricted or not restricted
      union all
      select unnest(array[enterprise, old_enterprise]) from moved where not restricted and enterprise is distinct from old_enterprise
    ) t where t.enterprise is not null
    on conflict do nothing`;
  await tx`
    insert into ledger.touched_entry
    select n.record from news n join decided d on d.record = n.record
    where n.kind = 'list' and not (n.restricted and coalesce(n.old_restricted, true))
      and (d.enterprise is null or (n.old_restricted is not null and n.old_enterprise is null))
    union
    select id from moved where kind = 'list' and (enterprise is null or old_enterprise is null)
    on conflict do nothing`;
}
