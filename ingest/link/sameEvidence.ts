import type { ISql } from "../../src/db/client.ts";

/** Statuses under which an enterprise is there no more (src/enterprise/statuses.ts), the one that moved away included. */
const CLOSED = ["cancelled", "revoked", "revoked_cancelled", "rescinded", "moved_out"];

/**
 * Temporary table `suspect` (uscc, other): pairs about which tonight's rows may say something, or have taken something back.
 * Reads `new_key`, `forgotten` and `code_touched`.
 */
export async function collectSuspects(tx: ISql): Promise<void> {
  await tx`
    create temporary table affected on commit drop as
    select uscc from new_key where kind = 'uscc' union select uscc from forgotten union select code from code_touched`;
  await tx`analyze affected`;
  await tx`
    create temporary table suspect on commit drop as
    select distinct least(p.one collate "C", p.two collate "C") as uscc, greatest(p.one collate "C", p.two collate "C") as other
    from (
      select n.uscc as one, k.uscc as two
      from new_key n join ledger.enterprise_key k on k.kind = 'org_code' and k.value = n.value where n.kind = 'org_code'
      union all
      select n.uscc, k.uscc
      from new_key n join ledger.enterprise_key k on k.kind = 'reg_no' and k.value = n.value
      join ledger.enterprise a on a.uscc = n.uscc join ledger.enterprise b on b.uscc = k.uscc and b.name_key = a.name_key
      where n.kind = 'reg_no'
      union all
      select c.before, c.after from ledger.code_change c
      where length(c.before) = 18 and c.after is not null
        and (c.before in (select uscc from affected) or c.after in (select uscc from affected))
      union all
      select s.uscc, s.other from ledger.same_now s
      where s.basis <> 'judgement' and s.verdict = 'same'
        and (s.uscc in (select uscc from affected) or s.other in (select uscc from affected))
    ) p
    where p.one <> p.two and length(p.two) = 18`;
  await tx`analyze suspect`;
}

/**
 * Temporary table `firm_now`: what the base records of suspects, and of codes about which anything was ever decided, say as of
 * tonight. They are few, and without any nothing is read.
 */
export async function readFirms(tx: ISql): Promise<void> {
  await tx`
    create temporary table wanted_firm on commit drop as
    select uscc from suspect union select other from suspect
    union select uscc from ledger.same_enterprise union select other from ledger.same_enterprise`;
  await tx`analyze wanted_firm`;
  await tx`
    create temporary table firm_now (uscc text primary key, name_key text not null, name text not null, reg_no text, rep text,
      address text, status text not null, closed boolean not null, established text, approved text) on commit drop`;
  const [wanted] = await tx<{ any: boolean }[]>`select exists (select from wanted_firm) as any`;
  if (wanted?.any !== true) return;
  await tx`
    insert into firm_now
    select b.uscc, b.name_key, b.name, b.reg_no, b.rep, j.body ->> 'address', j.body -> 'status' ->> 'code',
      j.body -> 'status' ->> 'code' = any(${CLOSED}::text[]), j.body ->> 'established', j.body ->> 'approved'
    from (
      select n.uscc, n.name_keys[1] as name_key, n.name, n.reg_no, n.rep, a.body
      from news n join archive.received a on a.delivery = n.delivery and a.line = n.line and a.restricted = n.restricted
        and a.delivery = any(array(select distinct delivery from news where kind = 'base'))
      where n.kind = 'base' and n.withdrawn is null and n.uscc in (select uscc from wanted_firm)
      union all
      select r.uscc, r.name_keys[1], r.name, r.reg_no, r.rep, r.body
      from wanted_firm w join ledger.record r on r.enterprise = w.uscc and r.kind = 'base' and r.withdrawn is null
      where not exists (select from news n where n.record = r.id)
    ) b cross join lateral (select b.body::json as body) j`;
  await tx`analyze firm_now`;
}

/**
 * Decides what hard evidence says of the suspects, and supersedes what it says no more. A shared organisation code counts when
 * the two base records agree in anything else; a change record when it was delivered under one of its two codes.
 */
export async function decideByEvidence(tx: ISql, snapshot: number): Promise<void> {
  await tx`
    create temporary table evident on commit drop as
    select s.uscc, s.other, 'org_code' as basis, 'the organisation code is the same' as reason,
      json_build_object('orgCode', substr(s.uscc, 9, 9), 'names', json_build_array(a.name, b.name)) as evidence
    from suspect s join firm_now a on a.uscc = s.uscc join firm_now b on b.uscc = s.other
    where substr(s.uscc, 9, 9) = substr(s.other, 9, 9)
      and (a.name_key = b.name_key or a.reg_no = b.reg_no or a.rep = b.rep or a.established = b.established or a.address = b.address)
    union all
    select s.uscc, s.other, 'reg_no', 'the registration number and the name are the same',
      json_build_object('regNo', a.reg_no, 'names', json_build_array(a.name, b.name))
    from suspect s join firm_now a on a.uscc = s.uscc join firm_now b on b.uscc = s.other
    where length(a.reg_no) = 15 and a.reg_no = b.reg_no and a.name_key = b.name_key
    union all
    (select distinct on (s.uscc, s.other) s.uscc, s.other, 'change', 'a change record gives the one code for the other',
      json_build_object('record', c.record, 'before', c.before, 'after', c.after)
    from suspect s join ledger.code_change c on c.before in (s.uscc, s.other) and c.after in (s.uscc, s.other)
    where c.subject in (c.before, c.after)
      and (exists (select from firm_now f where f.uscc = s.uscc) or exists (select from firm_now f where f.uscc = s.other))
    order by s.uscc, s.other, c.record)`;
  await tx`analyze evident`;
  await tx`
    insert into ledger.same_enterprise (uscc, other, verdict, basis, decided_by, reason, evidence, supersedes, applied_in)
    select e.uscc, e.other, 'same', e.basis, 'rule', e.reason, e.evidence::text, s.seq, ${snapshot}::int
    from evident e left join ledger.same_now s on s.uscc = e.uscc and s.other = e.other and s.basis = e.basis
    where s.verdict is distinct from 'same'
    union all
    select s.uscc, s.other, 'open', s.basis, 'rule', 'the evidence is gone', s.evidence, s.seq, ${snapshot}::int
    from ledger.same_now s join suspect p on p.uscc = s.uscc and p.other = s.other
    where s.basis <> 'judgement' and s.verdict = 'same'
      and not exists (select from evident e where e.uscc = s.uscc and e.other = s.other and e.basis = s.basis)
    order by 1, 2, 4`;
}
