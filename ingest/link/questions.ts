import type { ISql } from "../../src/db/client.ts";

/** What is left to people, as questions: one for each enterprise that a party may be. Those of earlier nights keep their number. */
export async function storeQuestions(tx: ISql, snapshot: number): Promise<void> {
  await tx`
    create temporary table asked_now on commit drop as
    select distinct on (w.party, e ->> 'uscc') w.party, e ->> 'uscc' as uscc, (e ->> 'probability')::real as probability, d.why,
      e::text as evidence
    from weighed w
    join decided d on d.record = w.record and d.outcome = 'review'
    cross join lateral json_array_elements(w.explained::json) e
    order by w.party, e ->> 'uscc', w.record`;
  await tx`
    insert into ledger.question (id, party, uscc, probability, why, stated, evidence, asked_in)
    select left(md5(n.party || n.uscc), 16), n.party, n.uscc, n.probability, n.why,
      json_build_object('name', a.name, 'uscc', a.uscc, 'badCode', a.bad_code, 'orgCode', a.org_code, 'regNo', a.reg_no,
        'legalRepresentative', a.rep, 'region', a.region, 'address', a.address)::text,
      n.evidence, ${snapshot}
    from asked_now n join asking a on a.party = n.party
    on conflict (id) do update set probability = excluded.probability, why = excluded.why, stated = excluded.stated,
      evidence = excluded.evidence`;
  await tx`
    delete from ledger.question q
    where q.party in (select party from undecided)
      and not exists (select from asked_now n where n.party = q.party and n.uscc = q.uscc)`;
}
