import { afterAll, beforeAll, expect, test } from "vitest";
import { joined, NOTHING, piece, rowsOf } from "../../../src/db/statement.ts";
import { freshDatabase } from "../../database.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("what is put into a statement is a value, whatever it says, and pieces stand where they are put", async () => {
  const hostile = `'; drop table x; -- $1 \${2} "`;
  const [column, list] = [piece`${hostile}::text as text`, ["a", 'b"\\', null]];
  const rows = await rowsOf(
    database.sql,
    piece`select ${column}, ${7}::int as number, to_json(${list}::text[])::text as list, ${null}::text as nothing
      ${NOTHING} from generate_series(${1}::int, ${2}::int)`,
  );
  const row = { text: hostile, number: 7, list: JSON.stringify(list), nothing: null };
  expect([...rows]).toEqual([row, row]);
});

test("conditions are joined, one or many, and none are nothing", async () => {
  const conditions = [1, 2, 3].map((n) => piece`n <> ${n}`);
  const left = async (some: typeof conditions) => {
    const where = some.length === 0 ? NOTHING : piece`where ${joined(some, " and ")}`;
    const rows = await rowsOf<{ n: number }>(
      database.sql,
      piece`select n from generate_series(1, ${4}::int) as n ${where} order by 1`,
    );
    return rows.map(({ n }) => n);
  };
  expect(await left(conditions)).toEqual([4]);
  expect(await left(conditions.slice(0, 1))).toEqual([2, 3, 4]);
  expect(await left([])).toEqual([1, 2, 3, 4]);
  expect(joined([], " and ")).toBe(NOTHING);
});

test("a statement without a value is answered too, and a wrong one fails as a query does", async () => {
  expect([...(await rowsOf(database.sql, piece`select 1 as one`))]).toEqual([{ one: 1 }]);
  await expect(rowsOf(database.sql, piece`select ${"x"}::int`)).rejects.toMatchObject({ code: "22P02" });
});
