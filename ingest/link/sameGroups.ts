import type { ISql } from "../../src/db/client.ts";

/**
 * Temporary table `same_edge` (uscc, other, judged, bases): pairs that are one enterprise tonight. A person's "different" takes
 * away what the evidence says of its pair.
 */
async function collectEdges(tx: ISql): Promise<void> {
  await tx`
    create temporary table same_edge on commit drop as
    select s.uscc, s.other, bool_or(s.basis = 'judgement') as judged, array_agg(s.basis order by s.basis) as bases
    from ledger.same_now s
    where s.verdict = 'same' and not exists (
      select from ledger.same_now d where d.uscc = s.uscc and d.other = s.other and d.verdict = 'different')
    group by s.uscc, s.other`;
  await tx`analyze same_edge`;
}

/** Temporary table `same_group` (uscc, head): codes that edges join, however many lie between them; `head` names the group. */
async function joinGroups(tx: ISql): Promise<void> {
  await tx`
    create temporary table same_group on commit drop as
    with recursive both_ways (one, two) as (
      select uscc, other from same_edge union all select other, uscc from same_edge
    ), reach (uscc, member) as (
      select one, one from both_ways
      union
      select r.uscc, b.two from reach r join both_ways b on b.one = r.member
    ) select uscc, min(member collate "C") as head from reach group by uscc`;
  await tx`analyze same_group`;
}

/**
 * A group that joins two codes that people called different is joined by people's words alone, which never contradict each other:
 * of the evidence one piece must be wrong, and which one only people can tell.
 */
async function withoutContradictions(tx: ISql): Promise<void> {
  const dropped = await tx`
    delete from same_edge e using same_group g
    where not e.judged and g.uscc = e.uscc and g.head in (
      select a.head from ledger.same_now d
      join same_group a on a.uscc = d.uscc join same_group b on b.uscc = d.other and b.head = a.head
      where d.verdict = 'different')`;
  if (dropped.count === 0) return;
  await tx`drop table same_group`;
  await joinGroups(tx);
}

/**
 * Temporary table `former` (code, uscc, bases): every code but the one that stays. That is one of a known enterprise: one that is
 * still there before one that is closed, then the one established and approved last, then the smallest code. So it depends on
 * what is known, and not on the order in which that came.
 */
async function chooseCodes(tx: ISql): Promise<void> {
  await tx`
    create temporary table former on commit drop as
    select g.uscc as code, c.uscc, w.bases
    from same_group g
    join (
      select x.code, array_agg(distinct b order by b) as bases
      from same_edge e cross join unnest(e.bases) as b cross join unnest(array[e.uscc, e.other]) as x (code) group by x.code
    ) w on w.code = g.uscc
    join (
      select distinct on (m.head) m.head, m.uscc
      from same_group m join firm_now f on f.uscc = m.uscc
      order by m.head, f.closed, f.established desc nulls last, f.approved desc nulls last, m.uscc collate "C"
    ) c on c.head = g.head
    where g.uscc <> c.uscc`;
}

/**
 * Works out which codes are former ones and brings `ledger.former_code` up to it. What changes is to be merged again, and the keys
 * of its codes are announced in `new_key`, so that records that could not tell the codes apart are looked at again.
 * @returns how many codes joined, left or changed the profile that they are shown under
 */
export async function regroup(tx: ISql): Promise<number> {
  await collectEdges(tx);
  await joinGroups(tx);
  await withoutContradictions(tx);
  await chooseCodes(tx);
  await tx`
    create temporary table regrouped on commit drop as
    select coalesce(n.code, o.code) as code, o.uscc as old, n.uscc as new, n.bases
    from former n full join ledger.former_code o on o.code = n.code
    where n.uscc is distinct from o.uscc or n.bases is distinct from o.bases`;
  await tx`analyze regrouped`;
  await tx`delete from ledger.former_code f using regrouped r where f.code = r.code`;
  await tx`insert into ledger.former_code (code, uscc, bases) select code, new, bases from regrouped where new is not null`;
  await tx`
    create temporary table regrouped_code on commit drop as
    select distinct x.code from regrouped r cross join unnest(array[r.code, r.old, r.new]) as x (code) where x.code is not null`;
  await tx`insert into ledger.touched select code from regrouped_code on conflict do nothing`;
  await tx`
    insert into new_key
    select 'uscc', code, code from regrouped_code
    union
    select k.kind, k.value, k.uscc from regrouped_code r join ledger.enterprise_key k on k.uscc = r.code`;
  const [moved] = await tx<
    { count: number }[]
  >`select count(*)::int as count from regrouped where old is distinct from new`;
  return moved?.count ?? 0;
}
