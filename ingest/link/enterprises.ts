import type { ISql } from "../../src/db/client.ts";
import { nameKey } from "../../src/enterprise/nameKey.ts";
import { withoutKeyIndexes } from "./ledgerIndexes.ts";

/**
 * Takes the base records of `news` into the register of enterprises and of what they are known by.
 * Makes temporary table `new_key` (kind, value, uscc): keys that nobody could be found by until tonight.
 */
export async function registerEnterprises(tx: ISql, deliveries: readonly number[]): Promise<void> {
  await keepFormerNames(tx, deliveries);
  await tx`
    create temporary table new_key on commit drop as
    select k.kind, k.value, n.uscc
    from news n
    cross join lateral (values ('uscc', n.uscc), ('org_code', substr(n.uscc, 9, 9)), ('reg_no', n.reg_no), ('name', n.name_keys[1]))
      as k (kind, value)
    where n.kind = 'base' and n.withdrawn is null and k.value is not null
    union
    select 'former_name', f.name_key, f.uscc from ledger.former_name f join news n on n.uscc = f.uscc and n.kind = 'base'`;
  const [ledger] = await tx<
    { filled: boolean }[]
  >`select exists (select from ledger.enterprise_key) as filled`;
  if (ledger?.filled === false) {
    await withoutKeyIndexes(tx, () => fillKeys(tx));
    await tx`analyze new_key`;
    return;
  }
  await tx`
    insert into ledger.enterprise (uscc, name_key)
    select uscc, name_keys[1] from news where kind = 'base' and withdrawn is null
    on conflict (uscc) do update set name_key = excluded.name_key where enterprise.name_key <> excluded.name_key`;
  await tx`
    delete from ledger.enterprise_key k using news n
    where n.kind = 'base' and k.uscc = n.uscc and k.kind = 'name' and k.value <> n.name_keys[1]`;
  await tx`
    insert into ledger.enterprise_key (kind, value, uscc)
    select kind, value, uscc from new_key where kind <> 'uscc' order by kind, value, uscc on conflict do nothing`;
  await tx`analyze new_key`;
}

async function fillKeys(tx: ISql): Promise<void> {
  await tx`
    insert into ledger.enterprise (uscc, name_key)
    select uscc, name_keys[1] from news where kind = 'base' and withdrawn is null order by uscc`;
  await tx`
    insert into ledger.enterprise_key (kind, value, uscc) select kind, value, uscc from new_key where kind <> 'uscc'`;
}

/** A name that a base record no longer has, and that no change record explains, is a former name all the same. */
async function keepFormerNames(tx: ISql, deliveries: readonly number[]): Promise<void> {
  await tx`
    insert into ledger.former_name (uscc, name_key, name, delivery)
    select distinct on (o.uscc, o.name_key) o.uscc, o.name_key, o.name, o.delivery
    from (
      select r.uscc, r.name_keys[1] as name_key, r.name, r.delivery
      from news n join ledger.record r on r.id = n.record
      where n.kind = 'base' and r.name_keys[1] <> n.name_keys[1]
      union all
      select a.uscc, a.name_keys[1], a.name, a.delivery
      from news n join archive.received a on a.record = n.record
      where n.kind = 'base' and n.versions > 1 and a.delivery = any(${[...deliveries]}::int[])
        and a.name_keys[1] <> n.name_keys[1]
    ) o
    order by o.uscc, o.name_key, o.delivery desc
    on conflict (uscc, name_key) do nothing`;
}

/**
 * What the changes that are being decided tell of names, as temporary table `name_change` (record, body): of tonight's from the archive, of
 * earlier ones from the ledger. Materialized, because the texts of all other records would be parsed before the joins.
 */
export async function collectNameChanges(tx: ISql): Promise<void> {
  await tx`
    create temporary table name_change on commit drop as
    with changed as materialized (
      select record, delivery, line, restricted from news where kind = 'change' and withdrawn is null
    ), told as materialized (
      select n.record, a.body
      from changed n join archive.received a on a.delivery = n.delivery and a.line = n.line and a.restricted = n.restricted
      where a.delivery = any(array(select distinct delivery from changed))
      union all
      select r.id, r.body
      from (select record from pending union all select record from decided) p
      join ledger.record r on r.id = p.record and r.kind = 'change' and r.withdrawn is null
      where not exists (select from news n where n.record = p.record)
    ) select record, body from told where body::json -> 'item' ->> 'code' = '01'`;
  await tx`analyze name_change`;
}

/** Takes in the names before and after each change whose enterprise is known by now; in pieces, so that memory stays bounded. */
export async function registerChangedNames(tx: ISql): Promise<void> {
  const changes = tx<{ uscc: string; body: string }[]>`
    select d.enterprise as uscc, c.body from name_change c join decided d on d.record = c.record and d.outcome = 'linked'`.cursor(
    5_000,
  );
  const keys: { value: string; uscc: string }[] = [];
  for await (const rows of changes)
    for (const row of rows) {
      const { before, after } = JSON.parse(row.body);
      for (const name of [before, after])
        if (typeof name === "string" && name !== "") keys.push({ value: nameKey(name), uscc: row.uscc });
    }
  for (let from = 0; from < keys.length; from += 20_000) {
    const piece = keys.slice(from, from + 20_000);
    await tx`
      with told as (
        insert into new_key
        select distinct 'former_name', k.value, k.uscc
        from unnest(${piece.map((key) => key.value)}::text[], ${piece.map((key) => key.uscc)}::text[]) as k (value, uscc)
        join ledger.enterprise e on e.uscc = k.uscc
        where k.value <> '' and k.value <> e.name_key
        returning kind, value, uscc
      ) insert into ledger.enterprise_key (kind, value, uscc) select * from told order by kind, value, uscc on conflict do nothing`;
  }
  await tx`delete from name_change c using decided d where d.record = c.record and d.outcome = 'linked'`;
  await tx`analyze new_key`;
}

/** Enterprises whose base record was taken back: they are known no more; what was theirs is looked at again. */
export async function forgetWithdrawn(tx: ISql): Promise<void> {
  await tx`
    create temporary table forgotten on commit drop as
    select e.uscc from ledger.enterprise e
    where e.uscc in (select uscc from news where kind = 'base' and withdrawn is not null)
      or e.uscc in (select r.uscc from absent a join ledger.record r on r.id = a.id where a.kind = 'base')`;
  await tx`delete from ledger.enterprise e using forgotten f where e.uscc = f.uscc`;
  await tx`delete from ledger.enterprise_key k using forgotten f where k.uscc = f.uscc`;
  await tx`insert into ledger.touched select uscc from forgotten on conflict do nothing`;
}
