import type { Fragment, ISql } from "../../src/db/client.ts";

/** Makes the empty temporary tables that `decide` reads (`pending`) and writes (`decided`). */
export async function prepareDecisions(tx: ISql): Promise<void> {
  await tx`
    create temporary table pending (record uuid not null, uscc text, org_code text, reg_no text, name text, name_keys text[] not null)
    on commit drop`;
  await tx`
    create temporary table decided (record uuid not null, enterprise text, outcome text not null, rule text not null, score real,
      why text not null, rivals text[] not null)
    on commit drop`;
}

/**
 * Takes records up to be decided. Most name a known code and its enterprise's own name: they are decided at once, and only the
 * others are `pending`.
 * @param records a query of (record, uscc, org_code, reg_no, name, name_keys)
 */
export async function pend(tx: ISql, records: Fragment): Promise<void> {
  await tx`
    with taken as materialized (
      select r.*, e.uscc is not null and (r.name is null or e.name_key = any(r.name_keys)) as by_code
      from (${records}) r left join ledger.enterprise e on e.uscc = r.uscc
    ), settled as (
      insert into decided (record, enterprise, outcome, rule, score, why, rivals)
      select record, uscc, 'linked', 'uscc', 1, 'code', '{}' from taken where by_code
    )
    insert into pending (record, uscc, org_code, reg_no, name, name_keys)
    select record, uscc, org_code, reg_no, name, name_keys from taken where not by_code`;
}

/**
 * Decides whose the pending records are, from exact evidence only, and empties `pending`.
 * Order of evidence: code, organisation code, registration number, current name, former name.
 * A code that agrees with nothing known, a name of several (now or formerly), or evidence that disagrees is never linked here.
 */
export async function decide(tx: ISql): Promise<void> {
  await tx`analyze pending`;
  await findByCode(tx);
  await findByName(tx);
  await writeDecisions(tx);
  await tx`drop table coded, named`;
  await tx`truncate pending`;
}

/** `coded`: the enterprise that the record's codes point at; more than one in `rivals` when they disagree. */
async function findByCode(tx: ISql): Promise<void> {
  await tx`
    create temporary table coded on commit drop as
    select c.record, min(c.enterprise) as enterprise, (array_agg(c.rule order by c.rank))[1] as rule,
      array_agg(distinct c.enterprise) as enterprises,
      bool_or(p.name is null or e.name_key = any(p.name_keys)) as agrees
    from (
      select p.record, e.uscc as enterprise, 'uscc' as rule, 1 as rank
      from pending p join ledger.enterprise e on e.uscc = p.uscc
      union all
      select p.record, k.uscc, k.kind, 2
      from pending p join ledger.enterprise_key k on k.kind = 'org_code' and k.value = p.org_code where p.uscc is null
      union all
      select p.record, k.uscc, k.kind, 3
      from pending p join ledger.enterprise_key k on k.kind = 'reg_no' and k.value = p.reg_no where p.uscc is null
    ) c
    join pending p on p.record = c.record
    join ledger.enterprise e on e.uscc = c.enterprise
    group by c.record`;
  await tx`create unique index on coded (record)`;
  await tx`analyze coded`;
}

/** `named`: who bears the record's name, now or formerly; only asked where the codes leave a question. */
async function findByName(tx: ISql): Promise<void> {
  await tx`
    create temporary table named on commit drop as
    select p.record,
      coalesce(array_agg(distinct k.uscc) filter (where k.kind = 'name'), '{}') as bearers,
      coalesce(array_agg(distinct k.uscc) filter (where k.kind = 'former_name'), '{}') as former_bearers
    from pending p
    left join coded c on c.record = p.record
    cross join unnest(p.name_keys) as n (key)
    join ledger.enterprise_key k on k.kind in ('name', 'former_name') and k.value = n.key
    where c.record is null or not c.agrees
    group by p.record`;
  await tx`create unique index on named (record)`;
  await tx`analyze named`;
}

async function writeDecisions(tx: ISql): Promise<void> {
  await tx`
    insert into decided (record, enterprise, outcome, rule, score, why, rivals)
    select p.record,
      case when v.outcome = 'linked' then coalesce(c.enterprise, n.bearers[1], n.former_bearers[1]) end,
      v.outcome,
      case when v.outcome <> 'linked' then ''
        else coalesce(c.rule, case when cardinality(n.bearers) = 1 then 'name' else 'former_name' end) end,
      v.score, v.why,
      case when v.outcome = 'review' then array(
        select distinct r from unnest(coalesce(c.enterprises, '{}') || coalesce(n.bearers, '{}') || coalesce(n.former_bearers, '{}')) as r
        order by r)
      else '{}' end
    from pending p
    left join coded c on c.record = p.record
    left join named n on n.record = p.record
    cross join lateral (
      select (case
        when cardinality(c.enterprises) > 1 then '{review,0.5,codes_disagree}'
        when c.agrees then '{linked,1,code}'
        when c.enterprise is not null and c.enterprise = any(n.bearers || n.former_bearers) then '{linked,1,code_former_name}'
        when c.enterprise is not null and n.record is not null then '{review,0.5,name_is_anothers}'
        when c.enterprise is not null then '{linked,0.99,code_name_differs}'
        when p.uscc is not null and n.record is not null then '{review,0.5,unknown_code_known_name}'
        when p.uscc is not null then '{unlinked,0,unknown_code}'
        when cardinality(n.bearers) = 1 and cardinality(n.former_bearers) = 0 then '{linked,0.98,name}'
        when cardinality(n.bearers) > 0 then '{review,0.5,name_of_several}'
        when cardinality(n.former_bearers) = 1 then '{linked,0.97,former_name}'
        when cardinality(n.former_bearers) > 1 then '{review,0.5,name_of_several}'
        when cardinality(p.name_keys) = 0 and p.org_code is null and p.reg_no is null then '{unlinked,0,no_key}'
        else '{unlinked,0,no_match}'
      end)::text[] as verdict
    ) w
    cross join lateral (select w.verdict[1] as outcome, w.verdict[2]::real as score, w.verdict[3] as why) v`;
}
