import type { ISql } from "../../src/db/client.ts";

/**
 * Brings the addresses of former codes up to the snapshot: each begins with the version of the profile that took the code in, and
 * ends with the one that let it go, so that it never leads to where its records are not.
 */
export async function publishFormerCodes(tx: ISql, snapshot: number): Promise<void> {
  await tx`
    create temporary table changed_code on commit drop as
    select coalesce(p.code, m.code) as code, coalesce(p.uscc, m.uscc) as uscc, p.code is not null as was, m.code is not null as is
    from (
      select f.code, f.uscc from published.former_code f join ledger.touched t on t.uscc = f.uscc
      where f.to_snapshot = 2147483647
    ) p
    full join (
      select code, m.uscc from ledger.merged m cross join unnest(m.former_codes) as code where m.former_codes <> '{}'
    ) m on m.code = p.code and m.uscc = p.uscc
    where p.code is null or m.code is null`;
  await tx`
    update published.former_code f set to_snapshot = ${snapshot} from changed_code c
    where c.was and f.code = c.code and f.uscc = c.uscc and f.to_snapshot = 2147483647`;
  await tx`
    insert into published.former_code (code, uscc, from_snapshot) select code, uscc, ${snapshot}::int from changed_code where "is"`;
}
