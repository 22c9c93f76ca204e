import { afterAll, beforeAll, expect, test } from "vitest";
import { type ListQuery, listOverview, listPage, streamList } from "../../../src/db/lists.ts";
import { currentSnapshot } from "../../../src/db/snapshots.ts";
import { ListedEntry } from "../../../src/enterprise/listEntry.ts";
import { LIST_IDS } from "../../../src/enterprise/record.ts";
import { freshDatabase } from "../../database.ts";
import { recordId, TODAY } from "../../inventedFirms.ts";
import { publishFixture } from "../../publishedFixture.ts";
import { FIRMS, RECORDS } from "../../publishedNights.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
  await publishFixture(db.sql);
});
afterAll(() => db.close());

const query = (over: Partial<ListQuery> = {}): ListQuery => ({
  list: "dishonest",
  size: 10,
  today: TODAY,
  ...over,
});
const parsed = (entries: readonly string[]) => entries.map((text) => ListedEntry.parse(JSON.parse(text)));

async function pages(over: Partial<ListQuery> = {}) {
  const found: ListedEntry[] = [];
  let cursor: string | undefined;
  for (let i = 0; i < 50; i++) {
    const page = await listPage(db.sql, query({ ...over, cursor }));
    found.push(...parsed(page.entries));
    if (page.next === null) return found;
    cursor = page.next;
  }
  throw new Error("the pages never end");
}

test("pages follow one another without a gap or a repetition, newest listing first", async () => {
  const all = await pages({ size: 7 });
  expect(all).toHaveLength(24);
  expect(new Set(all.map((entry) => entry.id)).size).toBe(24);
  const days = all.map((entry) => entry.listedOn ?? "");
  expect(days).toEqual([...days].sort().reverse());
  expect((await listPage(db.sql, query())).total).toBe(24);
});

test("a page that ends with the list has no next", async () => {
  const page = await listPage(db.sql, query({ size: 24 }));
  expect(page.entries).toHaveLength(24);
  expect(page.next).toBeNull();
});

test("a district leaves its own entries, and their total", async () => {
  const page = await listPage(db.sql, query({ list: "serious", district: "330212" }));
  expect(parsed(page.entries).map((entry) => entry.subject.uscc)).toEqual([FIRMS.full]);
  expect(page.total).toBe(1);
  expect((await listPage(db.sql, query({ district: "330203" }))).total).toBe(0);
});

test("the cursor stays in the snapshot it began in", async () => {
  const own = await freshDatabase();
  try {
    await publishFixture(own.sql);
    const first = await listPage(own.sql, query());
    await own.sql`
      insert into published.snapshot select 4, published_at + interval '1 day', day, enterprises, changed,
        '{"dishonest": 25}', coverage, coverage_hash, demo from published.snapshot where id = 3`;
    await own.sql`
      insert into published.list_entry (list, id, from_snapshot, listed_on, hash, body)
      select list, gen_random_uuid(), 4, '2026-01-01', hash, body from published.list_entry where id = ${recordId(601)}`;
    const second = await listPage(own.sql, query({ size: 100, cursor: first.next ?? "" }));
    expect(second.snapshot.id).toBe(3);
    expect(second).toMatchObject({ total: 24, next: null });
    expect(second.entries).toHaveLength(14);
    expect((await listPage(own.sql, query())).total).toBe(25);
  } finally {
    await own.close();
  }
});

test("a cursor made up for a past night does not bring removed entries back", async () => {
  const forged = (cursor: unknown) => Buffer.from(JSON.stringify(cursor)).toString("base64url");
  const cursor = forged([1, "dishonest", null, "2099-01-01", "00000000-0000-4000-8000-000000000000"]);
  const page = await listPage(db.sql, query({ size: 100, cursor }));
  expect(page.snapshot.id).toBe(1);
  const ids = parsed(page.entries).map((entry) => entry.id);
  expect(ids).not.toContain(RECORDS.removedEntry);
  expect(ids).toHaveLength(23);
  expect(page.total).toBe(23);
});

test("a broken cursor, or one of another list or district, is refused", async () => {
  const { next } = await listPage(db.sql, query());
  const refused = { code: "invalid_parameter", details: { parameter: "cursor" } };
  for (const cursor of [
    "",
    "x",
    "%%%",
    `${next}x`,
    btoa("[]"),
    btoa('[1,"dishonest",null,"2026-01-01","x"]'),
  ])
    await expect(listPage(db.sql, query({ cursor }))).rejects.toMatchObject(refused);
  await expect(listPage(db.sql, query({ list: "serious", cursor: next ?? "" }))).rejects.toMatchObject(
    refused,
  );
  await expect(listPage(db.sql, query({ district: "330281", cursor: next ?? "" }))).rejects.toMatchObject(
    refused,
  );
  const unknownNight = btoa(JSON.stringify([77, "dishonest", null, "2026-01-01", recordId(1)]));
  await expect(listPage(db.sql, query({ cursor: unknownNight }))).rejects.toMatchObject(refused);
});

test("an entry whose term ends today is no longer shown or counted", async () => {
  const list = "wage-arrears";
  expect(await listPage(db.sql, query({ list }))).toMatchObject({ total: 1 });
  const page = await listPage(db.sql, query({ list, today: "2026-11-25" }));
  expect(page).toMatchObject({ total: 0, entries: [] });
});

test("a stream gives the whole list in pieces", async () => {
  const { pieces, snapshot } = await streamList(db.sql, { list: "dishonest", today: TODAY });
  const found: string[] = [];
  for await (const piece of pieces) found.push(...piece);
  expect(found).toEqual((await listPage(db.sql, query({ size: 100 }))).entries);
  expect(snapshot.id).toBe(3);
});

test("a list longer than one piece is streamed to its end", async () => {
  const own = await freshDatabase();
  try {
    await publishFixture(own.sql);
    await own.sql`
      insert into published.list_entry (list, id, from_snapshot, listed_on, hash, body)
      select 'evasion', gen_random_uuid(), 1, date '2020-01-01' + (n % 7), gen_random_uuid(), '{"n":' || n || '}'
      from generate_series(1, 2500) n`;
    const { pieces } = await streamList(own.sql, { list: "evasion", today: TODAY });
    const sizes: number[] = [];
    const seen = new Set<string>();
    for await (const piece of pieces) {
      sizes.push(piece.length);
      for (const text of piece) seen.add(text);
    }
    expect(sizes).toEqual([1000, 1000, 500]);
    expect(seen.size).toBe(2500);
  } finally {
    await own.close();
  }
});

test("the overview has every list, with what may be shown today and when its feed last came", async () => {
  const snapshot = await currentSnapshot(db.sql);
  if (snapshot === null) throw new Error("the fixture publishes three nights");
  const lists = await listOverview(db.sql, snapshot, TODAY);
  expect(lists.map((one) => one.list)).toEqual([...LIST_IDS]);
  expect(Object.fromEntries(lists.map((one) => [one.list, one.total]))).toMatchObject({
    abnormal: 2,
    serious: 1,
    dishonest: 24,
    "wage-arrears": 1,
    evasion: 0,
  });
  expect(lists.find((one) => one.list === "dishonest")?.lastReceivedAt).toBe("2026-10-01T10:00:00.000Z");
  expect(lists.find((one) => one.list === "tax-major")?.lastReceivedAt).toBeNull();
  const later = await listOverview(db.sql, snapshot, "2026-11-25");
  expect(later.find((one) => one.list === "wage-arrears")?.total).toBe(0);
});
