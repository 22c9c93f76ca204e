import type { ISql } from "../../src/db/client.ts";

/**
 * Brings the lists up to the snapshot: entries of touched enterprises and touched entries without one.
 * An entry that is no longer among what was merged ends here, the same night.
 */
export async function publishEntries(tx: ISql, snapshot: number): Promise<void> {
  await tx`
    create temporary table changed_entry on commit drop as
    with concerned as (
      select e.list, e.id, e.hash from published.list_entry e join ledger.touched t on t.uscc = e.uscc
      where e.to_snapshot = 2147483647 and e.uscc is not null
      union
      select e.list, e.id, e.hash from published.list_entry e join ledger.touched_entry t on t.id = e.id
      where e.to_snapshot = 2147483647
      union
      -- an entry that moved from one enterprise to another is met under its new one only
      select e.list, e.id, e.hash from published.list_entry e join ledger.merged_entry m on m.id = e.id and m.list = e.list
      where e.to_snapshot = 2147483647
    )
    select coalesce(c.list, m.list) as list, coalesce(c.id, m.id) as id, c.id is not null as was, m.id is not null as is
    from concerned c full join ledger.merged_entry m on m.list = c.list and m.id = c.id
    where c.hash is distinct from m.hash`;
  await tx`
    update published.list_entry e set to_snapshot = ${snapshot} from changed_entry c
    where c.was and e.list = c.list and e.id = c.id and e.to_snapshot = 2147483647`;
  await tx`
    insert into published.list_entry (list, id, from_snapshot, uscc, district, listed_on, rebuild_on, hash, body)
    select m.list, m.id, ${snapshot}, m.uscc, m.district, m.listed_on, m.rebuild_on, m.hash, m.body
    from ledger.merged_entry m join changed_entry c on c.list = m.list and c.id = m.id
    order by m.list, m.listed_on desc, m.id`;
}
