import type { ISql } from "../../src/db/client.ts";

/**
 * Everything that no code settled tonight, as temporary table `undecided` (record, day, party, what it says of its subject, the
 * outcome of exact evidence). A change that evidence links shows on its profile, but the names in it are no exact evidence for others.
 * Row by row the JSON is read once, because the code that failed its checks and the authority stand in it.
 */
export async function collectUndecided(tx: ISql): Promise<void> {
  await tx`
    create temporary table undecided on commit drop as
    with told as materialized (
      select d.record, d.outcome, d.enterprise, d.why, d.rivals, n.uscc, n.org_code, n.reg_no, n.name, n.name_keys, n.rep, a.body
      from decided d
      join news n on n.record = d.record and n.kind <> 'base'
      join archive.received a on a.delivery = n.delivery and a.line = n.line and a.restricted = n.restricted
      where d.why not in ('code', 'code_former_name', 'withdrawn') and a.delivery = any(array(select distinct delivery from news))
      union all
      select d.record, d.outcome, d.enterprise, d.why, d.rivals, r.uscc, r.org_code, r.reg_no, r.name, r.name_keys, r.rep, r.body
      from decided d
      join ledger.record r on r.id = d.record and r.kind <> 'base'
      where d.why not in ('code', 'code_former_name', 'withdrawn') and not exists (select from news n where n.record = d.record)
    )
    select t.record, t.outcome, t.enterprise, t.why, t.rivals, t.uscc, t.org_code, t.reg_no, s.name, t.name_keys[2] as region, t.rep,
      s.bad_code, b.authority, b."subjectAddress" as address,
      coalesce(b."decidedOn", b."listedOn", b."filedOn", case when b.month ~ '^\\d{4}-\\d\\d$' then (b.month || '-28')::date end) as day,
      ledger.party_of(t.uscc, s.bad_code, t.org_code, t.reg_no, s.name, t.name_keys[2], t.rep, b."subjectAddress") as party
    from told t
    cross join lateral json_to_record(t.body::json)
      as b (authority text, "decidedOn" date, "listedOn" date, "filedOn" date, month text, notes json, "subjectAddress" text)
    cross join lateral (select translate(t.name, '()〔〕[]【】 　', '（）（）（）（）') as name,
      (select note ->> 'text' from json_array_elements(b.notes) note
        where note ->> 'code' in ('bad_code', 'digits_lost') and note ->> 'field' in ('uscc', 'code') limit 1) as bad_code
      offset 0 -- once a row, not once for each use
    ) s`;
  await tx`create index on undecided (party)`;
  await tx`analyze undecided`;
}

/**
 * Applies what people decided: `same` links, `different` takes an enterprise off the list for good. Makes temporary table
 * `excluded` (party, uscc).
 */
export async function applyJudgements(tx: ISql, snapshot: number): Promise<void> {
  await tx`
    create temporary table judged on commit drop as
    select j.party, j.uscc, j.verdict from ledger.judgement j
    where j.party in (select party from undecided) and not exists (select from ledger.judgement s where s.supersedes = j.seq)`;
  await tx`
    create temporary table excluded on commit drop as select party, uscc from judged where verdict = 'different'`;
  await tx`
    update undecided u set rivals = array(select r from unnest(u.rivals) r where not exists (
      select from excluded x where x.party = u.party and x.uscc = r))
    where u.party in (select party from excluded)`;
  await tx`
    update undecided u set outcome = 'unlinked', enterprise = null, why = 'judged_different'
    from excluded x
    where x.party = u.party and (x.uscc = u.enterprise or (u.outcome <> 'linked' and cardinality(u.rivals) = 0))`;
  await tx`
    update undecided u set outcome = 'linked', enterprise = j.uscc, why = 'judged_same', rivals = '{}'
    from judged j join ledger.enterprise e on e.uscc = j.uscc
    where j.party = u.party and j.verdict = 'same'`;
  await tx`
    update decided d set outcome = u.outcome, enterprise = u.enterprise, why = u.why, rivals = u.rivals,
      rule = case u.why when 'judged_same' then 'judgement' else '' end, score = case u.why when 'judged_same' then 1 else 0 end
    from undecided u where u.record = d.record and u.why in ('judged_same', 'judged_different')`;
  await tx`update ledger.judgement set applied_in = ${snapshot} where applied_in is null`;
}
