import type { ISql } from "../../src/db/client.ts";
import { codeChange } from "../../src/enterprise/codeChange.ts";

/**
 * Brings `ledger.code_change` up to tonight's change records. Makes temporary table `code_touched` (code): codes of which
 * such a record came, changed or went.
 */
export async function collectCodeChanges(tx: ISql): Promise<void> {
  await tx`create temporary table code_touched (code text not null) on commit drop`;
  await tx`
    with gone as (
      delete from ledger.code_change c
      where c.record in (select record from news where kind = 'change') or c.record in (select id from absent where kind = 'change')
      returning c.before, c.after
    ) insert into code_touched select x.code from gone cross join unnest(array[gone.before, gone.after]) as x (code)
      where x.code is not null`;
  const found: { record: string; subject: string; before: string; after: string | null }[] = [];
  const changes = tx<{ record: string; subject: string; body: string }[]>`
    select n.record, n.uscc as subject, a.body
    from news n join archive.received a on a.delivery = n.delivery and a.line = n.line and a.restricted = n.restricted
      and a.delivery = any(array(select distinct delivery from news where kind = 'change'))
    where n.kind = 'change' and n.withdrawn is null and not n.restricted and n.uscc is not null
      and (position('"code":"25"' in a.body) > 0 or position('信用代码' in a.body) > 0 or position('注册号' in a.body) > 0
        or position('登记号' in a.body) > 0)`.cursor(5_000);
  for await (const rows of changes)
    for (const { record, subject, body } of rows) {
      const codes = codeChange(JSON.parse(body));
      if (codes !== null) found.push({ record, subject, ...codes });
    }
  await storeCodeChanges(tx, found);
}

async function storeCodeChanges(
  tx: ISql,
  found: readonly { record: string; subject: string; before: string; after: string | null }[],
): Promise<void> {
  if (found.length === 0) return;
  await tx`
    insert into ledger.code_change (record, subject, before, after)
    select * from json_to_recordset(${JSON.stringify(found)}::text::json)
      as c (record uuid, subject text, before text, after text)`;
  await tx`
    insert into code_touched
    select x.code from json_to_recordset(${JSON.stringify(found)}::text::json) as c (before text, after text)
    cross join unnest(array[c.before, c.after]) as x (code) where x.code is not null`;
}

/** Registration numbers that were given up are still what their enterprise is known by. */
export async function registerGivenUpNumbers(tx: ISql): Promise<void> {
  await tx`
    create temporary table given_up on commit drop as
    select distinct c.before as value, c.subject as uscc
    from ledger.code_change c
    where length(c.before) = 15 and exists (select from ledger.enterprise e where e.uscc = c.subject)
      and not exists (
        select from ledger.enterprise_key k where k.kind = 'reg_no' and k.value = c.before and k.uscc = c.subject)`;
  await tx`insert into ledger.enterprise_key (kind, value, uscc) select 'reg_no', value, uscc from given_up`;
  await tx`insert into new_key select 'reg_no', value, uscc from given_up`;
}
