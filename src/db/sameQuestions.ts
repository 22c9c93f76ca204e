import type { ISql } from "./client.ts";

/** Two codes that may be one enterprise: nothing but a person may say so. */
export interface SameQuestion {
  uscc: string;
  other: string;
  names: [string, string];
  /**
   * `same_name`: one name and representative, one of them closed. `same_place`: one representative and address, a sole trader that
   * closed and an enterprise (个转企). `org_code`: one organisation code, and nothing else that agrees. `contradiction`: evidence joins
   * them, but with it two codes that people called different.
   */
  why: "same_name" | "same_place" | "org_code" | "contradiction";
}

const CLOSED = ["cancelled", "revoked", "revoked_cancelled", "rescinded", "moved_out"];

/**
 * Pairs that people should look at, as the ledger stands: never stored, so they are always those of the last night. Pairs that people
 * decided, and those that are shown as one, are left out. Reads every base record.
 */
export async function sameQuestions(sql: ISql): Promise<SameQuestion[]> {
  const rows = await sql<(Omit<SameQuestion, "names"> & { name: string; other_name: string })[]>`
    with firm as materialized (
      select r.uscc, r.name, r.name_keys[1] as name_key, r.rep, j.body ->> 'address' as address,
        j.body -> 'status' ->> 'code' = any(${CLOSED}::text[]) as closed
      from ledger.record r cross join lateral (select r.body::json as body) j
      where r.kind = 'base' and r.withdrawn is null
    ), pair as (
      select a.uscc as one, b.uscc as two, 'same_name' as why, 2 as rank
      from firm a join firm b on b.name_key = a.name_key and b.rep = a.rep
      where a.closed and a.uscc <> b.uscc
      union all
      select a.uscc, b.uscc, 'same_place', 3
      from firm a join firm b on b.rep = a.rep and b.address = a.address
      where a.closed and a.uscc like '92%' and not b.closed and b.uscc not like '92%'
      union all
      select a.uscc, b.uscc, 'org_code', 1
      from firm a join firm b on substr(b.uscc, 9, 9) = substr(a.uscc, 9, 9) and a.uscc < b.uscc
      union all
      select s.uscc, s.other, 'contradiction', 0 from ledger.same_now s where s.verdict = 'same' and s.applied_in is not null
    )
    select distinct on (least(p.one collate "C", p.two), greatest(p.one collate "C", p.two))
      least(p.one collate "C", p.two) as uscc, greatest(p.one collate "C", p.two) as other, a.name, b.name as other_name, p.why
    from pair p
    join firm a on a.uscc = least(p.one collate "C", p.two) join firm b on b.uscc = greatest(p.one collate "C", p.two)
    left join ledger.former_code fa on fa.code = a.uscc left join ledger.former_code fb on fb.code = b.uscc
    where coalesce(fa.uscc, a.uscc) <> coalesce(fb.uscc, b.uscc) and not exists (
      select from ledger.same_now d where d.uscc = a.uscc and d.other = b.uscc and d.basis = 'judgement' and d.verdict <> 'open')
    order by 1, 2, p.rank`;
  return rows.map(({ name, other_name, ...pair }) => ({ ...pair, names: [name, other_name] }));
}
