import { z } from "zod";
import { IsoDate, LIST_IDS, ListId } from "../enterprise/record.ts";
import { CreditError } from "../errors.ts";
import type { ISql } from "./client.ts";
import { needSnapshot, type Snapshot, snapshotById } from "./snapshots.ts";

export interface ListCount {
  list: ListId;
  total: number;
  /** When its feed was last received, RFC 3339; null when never. */
  lastReceivedAt: string | null;
}

const OPEN = 2_147_483_647;

/** Every list with the entries that may be shown today, those without any included. */
export async function listOverview(sql: ISql, snapshot: Snapshot, today: string): Promise<ListCount[]> {
  const overdue = await overdueEntries(sql, today);
  const feeds = await sql<{ list: ListId; source: string; feed: string }[]>`
    select list, source, feed from published.feed where list is not null`;
  return LIST_IDS.map((list) => {
    const own = feeds.filter((feed) => feed.list === list);
    const received = snapshot.coverage
      .filter((one) => own.some((feed) => feed.source === one.source && feed.feed === one.feed))
      .map((one) => one.lastReceivedAt)
      .filter((at) => at !== null)
      .sort();
    const total = (snapshot.listTotals[list] ?? 0) - (overdue.get(list) ?? 0);
    return { list, total, lastReceivedAt: received.at(-1) ?? null };
  });
}

/** Entries whose period ended while no night ran: few, and found by index. */
async function overdueEntries(sql: ISql, today: string): Promise<Map<ListId, number>> {
  const rows = await sql<{ list: ListId; count: number }[]>`
    select list, count(*)::int as count from published.list_entry
    where to_snapshot = 2147483647 and rebuild_on is not null and rebuild_on <= ${today} group by list`;
  return new Map(rows.map((row) => [row.list, row.count]));
}

/** Where a page starts: behind this entry, in this snapshot of this list. */
const Cursor = z.tuple([
  z
    .number()
    .int()
    .min(1)
    .max(OPEN - 1),
  ListId,
  z.string().nullable(),
  IsoDate,
  z.guid(),
]);
type Cursor = z.infer<typeof Cursor>;

const base64url = (text: string) => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const encodeCursor = (cursor: Cursor) => base64url(JSON.stringify(cursor));

function decodeCursor(text: string, expected: { list: ListId; district: string | null }): Cursor {
  try {
    const decoded: unknown = JSON.parse(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
    const cursor = Cursor.parse(decoded);
    if (cursor[1] === expected.list && cursor[2] === expected.district) return cursor;
  } catch {
    // not one of ours: told below, in the same words as one of another list
  }
  throw badCursor();
}

function badCursor(): CreditError {
  return new CreditError(
    "invalid_parameter",
    "cursor: expected the `next` of an earlier answer for the same list and district",
    { details: { parameter: "cursor" } },
  );
}

export interface ListQuery {
  list: ListId;
  /** A GB/T 2260 code of six digits. */
  district?: string | undefined;
  /** `next` of the page before. */
  cursor?: string | undefined;
  /** 1 to 1,000. */
  size: number;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  today: string;
}

export interface ListPage {
  list: ListId;
  total: number;
  /** Each a ListedEntry as JSON text. */
  entries: string[];
  next: string | null;
  snapshot: Snapshot;
}

interface Position {
  snapshot: Snapshot;
  /** Whether it is the snapshot that readers see now. */
  current: boolean;
  after: { listedOn: string; id: string } | null;
}

async function position(sql: ISql, query: ListQuery): Promise<Position> {
  const current = await needSnapshot(sql);
  if (query.cursor === undefined) return { snapshot: current, current: true, after: null };
  const [id, , , listedOn, entry] = decodeCursor(query.cursor, {
    list: query.list,
    district: query.district ?? null,
  });
  const snapshot = id === current.id ? current : await snapshotById(sql, id);
  if (snapshot === null) throw badCursor();
  return { snapshot, current: snapshot === current, after: { listedOn, id: entry } };
}

/**
 * One page of a list, newest listing first. The cursor pins the snapshot of the first page: nothing moves between pages,
 * but an entry that may no longer be shown is left out, whatever snapshot it stood in.
 * @throws CreditError `invalid_parameter` for a broken cursor, `no_snapshot`
 */
export async function listPage(sql: ISql, query: ListQuery): Promise<ListPage> {
  const from = await position(sql, query);
  const [total, { entries, next }] = await Promise.all([
    countEntries(sql, query, from),
    readEntries(sql, query, from),
  ]);
  return { list: query.list, total, entries, next, snapshot: from.snapshot };
}

/** What may be shown: the entry stood in that snapshot, stands now, and no period of it has ended. */
function shown(sql: ISql, query: ListQuery, snapshot: Snapshot) {
  return sql`
    e.list = ${query.list} and e.from_snapshot <= ${snapshot.id} and e.to_snapshot > ${snapshot.id}
    and (e.rebuild_on is null or e.rebuild_on > ${query.today})
    and (e.to_snapshot = 2147483647 or exists (
      select from published.list_entry c
      where c.id = e.id and c.list = e.list and c.to_snapshot = 2147483647
        and (c.rebuild_on is null or c.rebuild_on > ${query.today})))
    ${query.district === undefined ? sql`` : sql`and e.district = ${query.district}`}`;
}

/** The snapshot knows the total of a whole list; only a part of one, or a past one, is counted. */
async function countEntries(sql: ISql, query: ListQuery, from: Position): Promise<number> {
  const { snapshot, current } = from;
  if (current && query.district === undefined) {
    const overdue = await overdueEntries(sql, query.today);
    return (snapshot.listTotals[query.list] ?? 0) - (overdue.get(query.list) ?? 0);
  }
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from published.list_entry e where ${shown(sql, query, snapshot)}`;
  return row?.count ?? 0;
}

async function readEntries(
  sql: ISql,
  query: ListQuery,
  { snapshot, after }: Pick<Position, "snapshot" | "after">,
): Promise<{ entries: string[]; next: string | null }> {
  const rows = await sql<{ id: string; listed_on: string; body: string }[]>`
    select e.id, e.listed_on, e.body from published.list_entry e
    where ${shown(sql, query, snapshot)}
    ${after === null ? sql`` : sql`and e.listed_on <= ${after.listedOn} and (e.listed_on < ${after.listedOn} or e.id > ${after.id})`}
    order by e.listed_on desc, e.id limit ${query.size + 1}`;
  const page = rows.slice(0, query.size);
  const last = page.at(-1);
  const next =
    rows.length <= query.size || last === undefined
      ? null
      : encodeCursor([snapshot.id, query.list, query.district ?? null, last.listed_on, last.id]);
  return { entries: page.map((row) => row.body), next };
}

/** Entries read at a time by a stream. */
const STREAM_PIECE = 1_000;

/**
 * A whole list, or what is left of it behind a cursor, over one snapshot: pieces of at most a thousand entries as JSON
 * text, each read when it is asked for. On Workers the database must stay open until the answer's body has ended.
 */
export async function streamList(
  sql: ISql,
  query: Omit<ListQuery, "size">,
): Promise<{ snapshot: Snapshot; pieces: AsyncGenerator<string[]> }> {
  const whole = { ...query, size: STREAM_PIECE };
  const from = await position(sql, whole);
  return { snapshot: from.snapshot, pieces: pieces(sql, whole, from) };
}

async function* pieces(sql: ISql, query: ListQuery, from: Position): AsyncGenerator<string[]> {
  let { after } = from;
  for (;;) {
    const { entries, next } = await readEntries(sql, query, { snapshot: from.snapshot, after });
    if (entries.length > 0) yield entries;
    if (next === null) return;
    const [, , , listedOn, id] = decodeCursor(next, { list: query.list, district: query.district ?? null });
    after = { listedOn, id };
  }
}
