import { afterAll, beforeAll, expect, test } from "vitest";
import { BinaryRows } from "../../../ingest/stage/copyBinary.ts";
import { copyPieces } from "../../../ingest/stage/copyInto.ts";
import { freshDatabase } from "../../database.ts";

const TARGET = {
  table: "public.probe",
  columns: ["a", "b", "c", "d", "e", "f"],
  format: "binary",
} as const;
const RECORD = "00ff1e2d3c4b5a69788796a5b4c3d2e1";
const HOSTILE = [
  ...["\\N", "\\.", "a\tb\nc\rd", '"quoted", {braces}', "back\\slash\\", "", " ", "NULL", "{}"],
  ...["'; drop table x; --", "宁波😀", "longer than what is written here itself: 宁波市镇海区、鄞州区"],
];

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
  await db.sql`create table public.probe (a text, b text[], c integer, d boolean, e uuid, f text)`;
});
afterAll(() => db.close());

function add(
  rows: BinaryRows,
  row: { a: string | null; b: readonly string[]; c: number; d: boolean; f: string },
): void {
  rows.begin(6);
  rows.text(row.a);
  rows.texts(row.b);
  rows.integer(row.c);
  rows.boolean(row.d);
  rows.uuid(RECORD);
  rows.bytes(Buffer.from(row.f));
}

test("whatever a row holds comes back from the database as it went in", async () => {
  const rows = new BinaryRows();
  for (const [c, text] of HOSTILE.entries()) add(rows, { a: text, b: HOSTILE, c, d: c % 2 === 0, f: text });
  add(rows, { a: null, b: [], c: -1, d: false, f: "" });
  await copyPieces(db.sql, TARGET, rows.take(true));
  const found = await db.sql`select * from public.probe where c >= 0 order by c`;
  expect(found.map((row) => row.a)).toEqual(HOSTILE);
  expect(found.map((row) => row.f)).toEqual(HOSTILE);
  expect(found.map((row) => row.d)).toEqual(HOSTILE.map((_, c) => c % 2 === 0));
  expect(found[0]?.b).toEqual(HOSTILE);
  expect(String(found[0]?.e).replaceAll("-", "")).toBe(RECORD);
  const [nothing] = await db.sql`select * from public.probe where c = -1`;
  expect(nothing).toMatchObject({ a: null, b: [], d: false, f: "" });
});

test("half a character and a NUL, which no database can store, do not stop a copy", async () => {
  const rows = new BinaryRows();
  add(rows, { a: "a\0b", b: ["\ud83d"], c: 100, d: true, f: "" });
  await copyPieces(db.sql, TARGET, rows.take(true));
  const [found] = await db.sql`select a, b from public.probe where c = 100`;
  expect(found).toEqual({ a: "ab", b: ["\ufffd"] });
});

test("rows of any length fill pieces of memory without being cut", async () => {
  const rows = new BinaryRows();
  const lengths = [1, 70_000, 200_000, 3, 1_000_000, 130_000, ...Array<number>(300).fill(2_000)];
  const pieces: Buffer[] = [];
  for (const [i, length] of lengths.entries()) {
    add(rows, { a: "甬".repeat(length), b: [], c: 1_000 + i, d: true, f: "x" });
    pieces.push(...rows.take());
  }
  pieces.push(...rows.take(true));
  await copyPieces(db.sql, TARGET, pieces);
  const found = await db.sql`select length(a) as length from public.probe where c >= 1000 order by c`;
  expect(found.map((row) => row.length)).toEqual(lengths);
  expect(pieces.length).toBeGreaterThan(3);
});
