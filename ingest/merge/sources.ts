import type { ISql } from "../../src/db/client.ts";
import { dayInShanghai } from "../../src/enterprise/dates.ts";
import type { LinkedRecord, SeenName } from "./linkedRecord.ts";

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
  body: string;
}

/** One touched enterprise with all that is public and current of it. */
export interface TouchedEnterprise {
  uscc: string;
  records: LinkedRecord[];
  seenNames: SeenName[];
}

export function linkedRecord(row: LedgerRow & { id: string }, origins: Origins): LinkedRecord {
  const { id, kind, source, feed, name, uscc, body } = row;
  return {
    ...{ id, kind, source, feed, name, uscc, body },
    delivery: origins.delivery(row.delivery),
    publishedOn: origins.publishedOn(row.linked_in),
  };
}

/** Touched enterprises in order of their code, read as a stream: memory holds one piece of rows at a time. */
export async function* touchedEnterprises(sql: ISql, origins: Origins): AsyncGenerator<TouchedEnterprise[]> {
  const names = await seenNames(sql, origins);
  const rows = sql<LedgerRow[]>`
    select t.uscc as touched, r.id, r.kind, r.source, r.feed, r.delivery, r.linked_in, r.name, r.uscc, r.body
    from ledger.touched t
    left join ledger.record_public r on r.enterprise = t.uscc and r.withdrawn is null
    order by t.uscc`.cursor(4_000);
  let current: TouchedEnterprise | undefined;
  for await (const piece of rows) {
    const done: TouchedEnterprise[] = [];
    for (const row of piece) {
      if (current === undefined || current.uscc !== row.touched) {
        if (current !== undefined) done.push(current);
        current = { uscc: row.touched, records: [], seenNames: names.get(row.touched) ?? [] };
      }
      if (row.id !== null) current.records.push(linkedRecord({ ...row, id: row.id }, origins));
    }
    yield done;
  }
  if (current !== undefined) yield [current];
}

/** Names without a change record are few: one in some hundred enterprises. */
async function seenNames(sql: ISql, origins: Origins): Promise<Map<string, SeenName[]>> {
  const names = new Map<string, SeenName[]>();
  const rows = sql<{ uscc: string; name: string; delivery: number }[]>`
    select f.uscc, f.name, f.delivery from ledger.former_name f join ledger.touched t on t.uscc = f.uscc`.cursor(
    4_000,
  );
  for await (const piece of rows)
    for (const { uscc, name, delivery } of piece) {
      const { id, source, feed } = origins.delivery(delivery);
      names.set(uscc, [...(names.get(uscc) ?? []), { name, source, feed, delivery: id }]);
    }
  return names;
}

/** Touched list entries that belong to no enterprise here. */
export async function* touchedEntries(sql: ISql, origins: Origins): AsyncGenerator<LinkedRecord[]> {
  const rows = sql<LedgerRow[]>`
    select r.id as touched, r.id, r.kind, r.source, r.feed, r.delivery, r.linked_in, r.name, r.uscc, r.body
    from ledger.touched_entry t
    join ledger.record_public r on r.id = t.id and r.withdrawn is null and r.enterprise is null`.cursor(
    4_000,
  );
  for await (const piece of rows)
    yield piece.map((row) => linkedRecord({ ...row, id: row.touched }, origins));
}
