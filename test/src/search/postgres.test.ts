import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sql } from "../../../src/db/client.ts";
import type { SearchDocument } from "../../../src/enterprise/searchDocument.ts";
import { postgresRow } from "../../../src/search/grams.ts";
import { postgresEngine } from "../../../src/search/postgres.ts";
import { commonReadings } from "../../../src/search/postgresCommon.ts";
import { freshDatabase } from "../../database.ts";
import { engineContract } from "./engineContract.ts";
import { DOCUMENTS, query } from "./engineDocuments.ts";

type Database = Awaited<ReturnType<typeof freshDatabase>>;

async function put(sql: Sql, documents: readonly SearchDocument[]): Promise<void> {
  for (const document of documents) {
    const row = postgresRow(document);
    await sql`
      insert into published.search_document (uscc, name_key, grams, grams_format, status, district, industry, type, lists, established, document)
      values (${document.uscc}, ${row.nameKey}, ${row.grams}, ${row.gramsFormat}, ${row.status}, ${row.district}, ${row.industry}, ${row.type},
        ${[...row.lists]}, ${row.established}, ${JSON.stringify(document)}::text::json)
      on conflict (uscc) do update set name_key = excluded.name_key, grams = excluded.grams, status = excluded.status,
        district = excluded.district, lists = excluded.lists, document = excluded.document`;
  }
}

async function fill(): Promise<Database> {
  const database = await freshDatabase();
  await database.sql`
    insert into published.snapshot (id, published_at, day, enterprises, changed, list_totals, coverage, coverage_hash, demo)
    values (7, now(), '2026-11-24', ${DOCUMENTS.length}, 0, '{}', '[]', '', false)`;
  await put(database.sql, DOCUMENTS);
  return database;
}

let empty: Database;
beforeAll(async () => {
  empty = await freshDatabase();
});
afterAll(() => empty.close());

describe.each([
  ["before it has statistics", false],
  ["with statistics, so that parts that most names have are read from end to end", true],
])("PostgreSQL %s", (_, analysed) => {
  let full: Database;
  beforeAll(async () => {
    full = await fill();
    if (analysed) await full.sql`analyze published.search_document`;
  });
  afterAll(() => full.close());

  engineContract(() => ({ engine: postgresEngine(full.sql), empty: postgresEngine(empty.sql) }));

  test("it knows which parts most names have", async () => {
    const common = commonReadings(full.sql);
    const asked = (...parts: string[]) => common({ readAs: "name", relaxed: false, parts });
    expect(await asked("加油站")).toBe(analysed);
    expect(await asked("加油站", "恒达")).toBe(false);
    expect(await asked()).toBe(false);
  });
});

describe("what PostgreSQL counts", () => {
  test("follows the documents when they come, change and go", async () => {
    const { sql, close } = await fill();
    const engine = postgresEngine(sql);
    const [first, second, third] = DOCUMENTS;
    if (first === undefined || second === undefined || third === undefined) throw new Error("no documents");
    const before = await engine.search(query({ status: ["active"] }));
    await put(sql, [{ ...second, status: { code: "revoked", label: "吊销" }, lists: [] }]);
    await sql`delete from published.search_document where uscc = ${third.uscc}`;
    const after = await engine.search(query());
    expect(after.total).toBe(DOCUMENTS.length - 1);
    expect(after.facets.status.find(({ code }) => code === "revoked")?.count).toBe(1);
    expect((await engine.search(query({ status: ["active"] }))).total).toBe(before.total - 2);
    await sql`delete from published.search_document`;
    expect(await engine.search(query())).toMatchObject({ total: 0, facets: { status: [], list: [] } });
    await close();
  });
});

test("any number of long former names can be indexed", async () => {
  const { sql, close } = await fill();
  const [first] = DOCUMENTS;
  if (first === undefined) throw new Error("no documents");
  const formerNames = Array.from({ length: 300 }, (_, i) => `宁波市鄞州区首南街道第${i}号贸易有限责任公司`);
  await put(sql, [{ ...first, formerNames }]);
  expect((await postgresEngine(sql).search(query({ q: "首南街道第3号" }))).hits).toHaveLength(1);
  await close();
});

test("a lost database is a failure, not an empty answer", async () => {
  const { sql, close } = await fill();
  await close();
  await expect(postgresEngine(sql).search(query({ q: "恒达" }))).rejects.toMatchObject({
    code: "engine_unavailable",
  });
  await expect(postgresEngine(sql).suggest("恒")).rejects.toMatchObject({ code: "engine_unavailable" });
  await expect(postgresEngine(sql).snapshot()).rejects.toMatchObject({ code: "engine_unavailable" });
});
