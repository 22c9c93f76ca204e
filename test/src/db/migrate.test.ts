import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate, readMigrations } from "../../../src/db/migrate.ts";
import { freshDatabase } from "../../database.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

test("migrations are numbered without a gap and applied once", async () => {
  const migrations = await readMigrations();
  expect(migrations.map((migration) => migration.number)).toEqual(migrations.map((_, index) => index + 1));
  expect(await migrate(db.sql)).toEqual([]);
  const [row] = await db.sql`select count(*)::int as n from public.migration`;
  expect(row?.n).toBe(migrations.length);
});
