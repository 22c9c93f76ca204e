import { afterAll, beforeAll, expect, test } from "vitest";
import { copyInto } from "../../../ingest/stage/copyInto.ts";
import { copyLine } from "../../../ingest/stage/copyText.ts";
import { freshDatabase } from "../../database.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
  await db.sql`create table public.probe (a text, b text[], c integer, d boolean, e json)`;
});
afterAll(() => db.close());

test("whatever a cell holds comes back from the database as it went in", async () => {
  const hostile = [
    "\\N",
    "\\.",
    "a\tb\nc\rd",
    '"quoted", {braces}',
    "back\\slash\\",
    "",
    " ",
    "NULL",
    "宁波😀",
    "{}",
    "'; drop table x; --",
  ];
  const json = JSON.stringify({ text: hostile });
  const lines = hostile.map((text, i) => copyLine([text, hostile, i, i % 2 === 0, { json }]));
  await copyInto(db.sql, { table: "public.probe", columns: ["a", "b", "c", "d", "e"] }, [
    ...lines,
    copyLine([null, [], null, null, null]),
  ]);
  const rows = await db.sql`select * from public.probe order by c nulls last`;
  expect(rows.slice(0, -1).map((row) => row.a)).toEqual(hostile);
  expect(rows[0]?.b).toEqual(hostile);
  expect(JSON.parse(String(rows[0]?.e))).toEqual({ text: hostile });
  expect(rows.at(-1)).toMatchObject({ a: null, b: [], c: null, d: null, e: null });
});
