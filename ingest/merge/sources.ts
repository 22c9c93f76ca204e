import type { ISql } from "../../src/db/client.ts";
import { dayInShanghai } from "../../src/enterprise/dates.ts";
import type { GroupedCode, LinkedRecord, SeenName } from "./linkedRecord.ts";

/** What turns the numbers in a ledger row into what is published: ids of deliveries and days of snapshots. */
export interface Origins {
  delivery(seq: number): { id: string; source: string; feed: string; receivedOn: string };
  publishedOn(snapshot: number | null): string;
}

/** @param tonight the snapshot being made, and its day */
export async function readOrigins(sql: ISql, tonight: { snapshot: number; day: string }): Promise<Origins> {
  const deliveries = new Map<number, ReturnType<Origins["delivery"]>>();
  const rows = await sql<{ seq: number; id: string; source: string; feed: string; received_at: Date }[]>`
    select seq, id, source, feed, received_at from archive.delivery where refused_code is null`;
  for (const { seq, received_at, ...rest } of rows)
    deliveries.set(seq, { ...rest, receivedOn: dayInShanghai(received_at) });
  const days = new Map<number, string>([[tonight.snapshot, tonight.day]]);
  for (const row of await sql<{ id: number; day: string }[]>`select id, day from published.snapshot`)
    days.set(row.id, row.day);
  return {
    delivery(seq) {
      const found = deliveries.get(seq);
      if (found === undefined)
        throw new Error(`the ledger names delivery ${seq}, which the archive does not have`);
      return found;
    },
    publishedOn: (snapshot) => (snapshot === null ? tonight.day : (days.get(snapshot) ?? tonight.day)),
  };
}

interface LedgerRow {
  touched: string;
  id: string | null;
  kind: LinkedRecord["kind"];
  source: string;
  feed: string;
  delivery: number;
  linked_in: number | null;
  name: string | null;
  uscc: string | null;
  enterprise: string | null;
  body: string;
}

/** One touched enterprise with all that is public and current of it. */
export interface TouchedEnterprise {
  uscc: string;
  records: LinkedRecord[];
  seenNames: SeenName[];
  /** Its other codes, in their order. */
  formerCodes: GroupedCode[];
}

export function linkedRecord(row: LedgerRow & { id: string }, origins: Origins): LinkedRecord {
  const { id, kind, source, feed, name, uscc, enterprise, body } = row;
  return {
    ...{ id, kind, source, feed, name, uscc, enterprise, body },
    delivery: origins.delivery(row.delivery),
    publishedOn: origins.publishedOn(row.linked_in),
  };
}

/** What touches a former code touches the enterprise that it is shown under. */
export async function touchWhatIsShown(sql: ISql): Promise<void> {
  await sql`
    insert into ledger.touched
    select f.uscc from ledger.touched t join ledger.former_code f on f.code = t.uscc on conflict do nothing`;
}

/** Codes behind one and up to another; null: from the first, to the last. */
export interface Range {
  behind: string | null;
  to: string | null;
}

/** Ranges of the touched enterprises, as many as `count`, each of about as many; only one where they are fewer than `least`. */
export async function rangesOfTouched(sql: ISql, of: { count: number; least: number }): Promise<Range[]> {
  const borders = await sql<{ uscc: string }[]>`
    select max(uscc) as uscc
    from (select uscc, ntile(${of.count}) over (order by uscc) as part, count(*) over () as touched from ledger.touched) t
    where touched >= ${of.least} and part < ${of.count}
    group by part order by part`;
  const ends = [...borders.map(({ uscc }) => uscc), null];
  return ends.map((to, i) => ({ behind: ends[i - 1] ?? null, to }));
}

const inRange = (sql: ISql, { behind, to }: Range) =>
  sql`(${behind}::text is null or t.uscc > ${behind}::text) and (${to}::text is null or t.uscc <= ${to}::text)`;

/**
 * Touched enterprises of a range in order of their code, with the records of all their codes; a former code has none of its own. Read as a
 * stream: memory holds one piece of rows at a time.
 */
export async function* touchedEnterprises(
  sql: ISql,
  origins: Origins,
  range: Range,
): AsyncGenerator<TouchedEnterprise[]> {
  const names = await seenNames(sql, origins, range);
  const codes = await formerCodes(sql, range);
  const rows = sql<LedgerRow[]>`
    select c.touched, r.id, r.kind, r.source, r.feed, r.delivery, r.linked_in, r.name, r.uscc, r.enterprise, r.body
    from (
      select t.uscc as touched, case when f.code is null then t.uscc end as code
      from ledger.touched t left join ledger.former_code f on f.code = t.uscc
      where ${inRange(sql, range)}
      union all
      select f.uscc, f.code from ledger.former_code f join ledger.touched t on t.uscc = f.uscc where ${inRange(sql, range)}
    ) c
    left join ledger.record_public r on r.enterprise = c.code and r.withdrawn is null
    order by c.touched`.cursor(4_000);
  let current: TouchedEnterprise | undefined;
  for await (const piece of rows) {
    const done: TouchedEnterprise[] = [];
    for (const row of piece) {
      if (current === undefined || current.uscc !== row.touched) {
        if (current !== undefined) done.push(current);
        const [seen, former] = [names.get(row.touched) ?? [], codes.get(row.touched) ?? []];
        current = { uscc: row.touched, records: [], seenNames: seen, formerCodes: former };
      }
      if (row.id !== null) current.records.push(linkedRecord({ ...row, id: row.id }, origins));
    }
    yield done;
  }
  if (current !== undefined) yield [current];
}

/** Names without a change record are few: one in some hundred enterprises. */
async function seenNames(sql: ISql, origins: Origins, range: Range): Promise<Map<string, SeenName[]>> {
  const names = new Map<string, SeenName[]>();
  const rows = sql<{ uscc: string; name: string; delivery: number }[]>`
    select c.uscc, f.name, f.delivery
    from (
      select t.uscc, t.uscc as code from ledger.touched t where ${inRange(sql, range)}
      union all
      select f.uscc, f.code from ledger.former_code f join ledger.touched t on t.uscc = f.uscc where ${inRange(sql, range)}
    ) c join ledger.former_name f on f.uscc = c.code`.cursor(4_000);
  for await (const piece of rows)
    for (const { uscc, name, delivery } of piece) {
      const { id, source, feed } = origins.delivery(delivery);
      names.set(uscc, [...(names.get(uscc) ?? []), { name, source, feed, delivery: id }]);
    }
  return names;
}

async function formerCodes(sql: ISql, range: Range): Promise<Map<string, GroupedCode[]>> {
  const codes = new Map<string, GroupedCode[]>();
  const rows = await sql<{ uscc: string; code: string; bases: string[] }[]>`
    select f.uscc, f.code, f.bases from ledger.former_code f join ledger.touched t on t.uscc = f.uscc
    where ${inRange(sql, range)} order by f.code collate "C"`;
  for (const { uscc, code, bases } of rows) codes.set(uscc, [...(codes.get(uscc) ?? []), { code, bases }]);
  return codes;
}

/** Touched list entries that belong to no enterprise here. */
export async function* touchedEntries(sql: ISql, origins: Origins): AsyncGenerator<LinkedRecord[]> {
  const rows = sql<LedgerRow[]>`
    select r.id as touched, r.id, r.kind, r.source, r.feed, r.delivery, r.linked_in, r.name, r.uscc, r.enterprise, r.body
    from ledger.touched_entry t
    join ledger.record_public r on r.id = t.id and r.withdrawn is null and r.enterprise is null`.cursor(
    4_000,
  );
  for await (const piece of rows)
    yield piece.map((row) => linkedRecord({ ...row, id: row.touched }, origins));
}
