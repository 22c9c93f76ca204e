import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inPieces } from "../../../ingest/link/pieces.ts";
import { freshDatabase } from "../../database.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const numbers = (rows: readonly { n: number }[]) => rows.map(({ n }) => n);

describe("rows in pieces", () => {
  test("are all there, each once and in order, and statements may come in between", async () => {
    const sizes: number[] = [];
    const found: number[] = [];
    const [stored] = await database.sql.begin(async (tx) => {
      await tx`create temporary table seen (n integer not null) on commit drop`;
      const rows = tx`select n::int from generate_series(1, 4500) as n order by n`;
      for await (const piece of inPieces<{ n: number }>(tx, { cursor: "counting", rows })) {
        sizes.push(piece.length);
        found.push(...numbers(piece));
        await tx`insert into seen select unnest(${numbers(piece)}::int[])`;
      }
      return tx<{ count: number }[]>`select count(*)::int as count from seen`;
    });
    expect(sizes).toEqual([2_000, 2_000, 500]);
    expect(found).toEqual(Array.from({ length: 4_500 }, (_, i) => i + 1));
    expect(stored).toEqual({ count: 4_500 });
  });

  test("are none of nothing, and the cursor's name is free again", async () => {
    const pieces = await database.sql.begin(async (tx) => {
      const seen: number[][] = [];
      for (const least of ["10", "1"])
        for await (const piece of inPieces<{ n: number }>(tx, {
          cursor: "counting",
          rows: tx`select n::int from generate_series(${tx.unsafe(least)}, 3) as n`,
        }))
          seen.push(numbers(piece));
      return seen;
    });
    expect(pieces).toEqual([[1, 2, 3]]);
  });

  test("of a query that fails say why", async () => {
    const failing = database.sql.begin(async (tx) => {
      const rows = tx`select 1 / (n - 2100) as n from generate_series(1, 4500) as n`;
      for await (const piece of inPieces<{ n: number }>(tx, { cursor: "counting", rows }))
        expect(piece).toHaveLength(2_000);
    });
    await expect(failing).rejects.toThrow(/division by zero/);
  });
});
