import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GRAMS_FORMAT } from "../../../search-config/postgres.ts";
import type { Sql } from "../../../src/db/client.ts";
import { postgresEngine } from "../../../src/search/postgres.ts";
import { commonReadings } from "../../../src/search/postgresCommon.ts";
import { renewKeys } from "../../../src/search/postgresKeys.ts";
import { readQuery } from "../../../src/search/readQuery.ts";
import { freshDatabase } from "../../database.ts";
import { inventedUscc } from "../../ingest/merge/records.ts";
import { CALLED, expectCalledFirst } from "./callingContract.ts";
import { engineContract } from "./engineContract.ts";
import { DOCUMENTS, named, query } from "./engineDocuments.ts";
import {
  AMONG_MANY,
  ANSWERING,
  expectFour,
  expectNone,
  expectOnly,
  lookingAlike,
} from "./lookalikeContract.ts";
import { filledDatabase, putDocuments } from "./searchDatabase.ts";

type Database = Awaited<ReturnType<typeof freshDatabase>>;

const fill = (): Promise<Database> => filledDatabase(DOCUMENTS);

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
    // On a slow machine the server might take its statistics by itself meanwhile.
    await full.sql`alter table published.search_document set (autovacuum_enabled = false)`;
    if (analysed) await full.sql`analyze published.search_document`;
  });
  afterAll(() => full.close());

  engineContract(() => ({ engine: postgresEngine(full.sql), empty: postgresEngine(empty.sql) }));

  test("it knows which parts most names have", async () => {
    const { isCommon } = commonReadings(full.sql);
    const asked = (...parts: string[]) =>
      isCommon({ readAs: "name", relaxed: false, parts, alike: null, called: null });
    expect(await asked("加油站")).toBe(analysed);
    expect(await asked("加油站", "恒达")).toBe(false);
    expect(await asked()).toBe(false);
  });

  test("it knows with what letters and parts many names begin", async () => {
    const { isFrequent } = commonReadings(full.sql);
    const frequent = (q: string) => isFrequent(readQuery(q)[0]);
    for (const q of ["n", "nb", "ningbo", "加油站"]) expect([q, await frequent(q)]).toEqual([q, analysed]);
    for (const q of ["hdjx", "恒达机械", "91330201MA2AB00N7X", ""])
      expect([q, await frequent(q)]).toEqual([q, false]);
  });
});

test("statistics that come after the first search are looked at in the next one", async () => {
  const { sql, close } = await fill();
  await sql`alter table published.search_document set (autovacuum_enabled = false)`;
  const { isCommon, isFrequent } = commonReadings(sql);
  const told = async () => [
    await isCommon({ readAs: "name", relaxed: false, parts: ["加油站"], alike: null, called: null }),
    await isFrequent(readQuery("n")[0]),
  ];
  expect(await told()).toEqual([false, false]);
  await sql`analyze published.search_document`;
  expect(await told()).toEqual([true, true]);
  await close();
});

test.each([false, true])(
  "a firm comes first by what everybody calls it, before a crowd that holds it (all names read: %s)",
  async (analysed) => {
    const { sql, close } = await filledDatabase(CALLED);
    await sql`alter table published.search_document set (autovacuum_enabled = false)`;
    if (analysed) await sql`analyze published.search_document`;
    await expectCalledFirst(postgresEngine(sql));
    await close();
  },
);

test.each([25, 120])("%i names that only look like an answer are none", async (many) => {
  const { sql, close } = await filledDatabase(lookingAlike(many));
  await expectNone(postgresEngine(sql));
  await close();
});

test("an answer behind a page of names that only look like one is found", async () => {
  const documents = [...lookingAlike(25), ...ANSWERING];
  const { sql, close } = await filledDatabase(documents);
  await expectOnly(postgresEngine(sql));
  await close();
});

test("of many that only look like an answer all are compared before any are counted", async () => {
  const { sql, close } = await filledDatabase(AMONG_MANY);
  await expectFour(postgresEngine(sql));
  await close();
});

describe("what PostgreSQL counts", () => {
  test("follows the documents when they come, change and go", async () => {
    const { sql, close } = await fill();
    const engine = postgresEngine(sql);
    const [first, second, third] = DOCUMENTS;
    if (first === undefined || second === undefined || third === undefined) throw new Error("no documents");
    const before = await engine.search(query({ status: ["active"] }));
    await putDocuments(sql, [{ ...second, status: { code: "revoked", label: "吊销" }, lists: [] }]);
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

describe("keys that another version made", () => {
  const found = async (sql: Sql) => (await postgresEngine(sql).search(query({ q: "恒达" }))).total;

  test("are not read, but written again from the documents, all at once", async () => {
    const { sql, close } = await fill();
    const others =
      await sql`select uscc, changed_in, document::text from published.search_document order by uscc`;
    const totals = await sql`select * from published.search_total order by 1, 2, 3, 4, 5`;
    expect(await renewKeys(sql)).toBe(0);
    await sql`update published.search_document set grams = '{1}', name_key = 'X', grams_format = ${GRAMS_FORMAT - 1}`;
    await expect(found(sql)).rejects.toMatchObject({ code: "engine_unavailable" });
    await expect(postgresEngine(sql).suggest("恒")).rejects.toMatchObject({ code: "engine_unavailable" });
    expect(await renewKeys(sql)).toBe(DOCUMENTS.length);
    expect(await found(sql)).toBe(3);
    expect(await renewKeys(sql)).toBe(0);
    expect(
      await sql`select uscc, changed_in, document::text from published.search_document order by uscc`,
    ).toEqual(others);
    expect(await sql`select * from published.search_total order by 1, 2, 3, 4, 5`).toEqual(totals);
    await close();
  });

  test("spoil every answer while one of them is left, and one is written without building the index anew", async () => {
    const { sql, close } = await fill();
    const { uscc } = named("宁波恒达贸易有限公司");
    await sql`update published.search_document set grams = '{}', grams_format = 0 where uscc = ${uscc}`;
    await expect(found(sql)).rejects.toMatchObject({ code: "engine_unavailable" });
    const indexOf = () => sql`select 'published.search_document_grams'::regclass::oid`;
    const before = await indexOf();
    expect(await renewKeys(sql)).toBe(1);
    expect(await indexOf()).toEqual(before);
    expect(await found(sql)).toBe(3);
    await close();
  });
});

test("what nearly all names have is counted once a night, and again after the next, however many ask at once", async () => {
  const { sql, close } = await fill();
  await sql`analyze published.search_document`;
  const engine = postgresEngine(sql);
  const totals = () =>
    Promise.all(
      [1, 2, 1].map(async (page) => {
        const { total, hits, snapshot } = await engine.search(query({ q: "加油站", page, size: 30 }));
        return { total, hits: hits.length, snapshot };
      }),
    );
  const all = { total: 100, hits: 30, snapshot: 7 };
  expect(await totals()).toEqual([all, all, all]);
  await sql`delete from published.search_document where uscc = (
    select uscc from published.search_document where name_key like '%加油站%' order by uscc limit 1)`;
  expect(await totals()).toEqual([all, all, all]);
  await sql`
    insert into published.snapshot (id, published_at, day, enterprises, changed, list_totals, coverage, coverage_hash, demo)
    select 8, now(), day, enterprises - 1, 1, list_totals, coverage, coverage_hash, demo from published.snapshot where id = 7`;
  const next = { total: 99, hits: 30, snapshot: 8 };
  expect(await totals()).toEqual([next, next, next]);
  await close();
});

test.each([
  ["are kept till the next night", true, 1],
  ["are asked for each time where nothing is kept", false, 0],
])("suggestions for letters that many names begin with %s", async (_, keeps, left) => {
  const { sql, close } = await fill();
  await sql`analyze published.search_document`;
  const engine = postgresEngine(sql, { keeps });
  const first = await engine.suggest("n");
  const [gone] = first.suggestions;
  if (gone === undefined) throw new Error("nothing begins with n");
  const holding = async () => {
    const { suggestions, snapshot } = await engine.suggest("n");
    return [suggestions.filter(({ uscc }) => uscc === gone.uscc).length, snapshot];
  };
  await sql`delete from published.search_document where uscc = ${gone.uscc}`;
  expect(await holding()).toEqual([left, 7]);
  await sql`
    insert into published.snapshot (id, published_at, day, enterprises, changed, list_totals, coverage, coverage_hash, demo)
    select 8, now(), day, enterprises - 1, 1, list_totals, coverage, coverage_hash, demo from published.snapshot where id = 7`;
  expect(await holding()).toEqual([0, 8]);
  await close();
});

test("the first suggestions for a letter are the first results for it, however many names begin so", async () => {
  const numbers = Array.from({ length: 700 }, (_, i) => i);
  const { sql, close } = await filledDatabase(
    numbers.map((i) => ({ ...named("宁海克己茶社"), uscc: inventedUscc(i), name: `澥浦第${700 - i}加油站` })),
  );
  await sql`analyze published.search_document`;
  const engine = postgresEngine(sql);
  const { hits } = await engine.search(query({ q: "x", size: 10 }));
  expect(hits[0]?.name).toMatch(/^澥浦第\d加油站$/);
  expect((await engine.suggest("x")).suggestions.map(({ uscc }) => uscc)).toEqual(
    hits.map(({ uscc }) => uscc),
  );
  await close();
});

test("any number of long former names can be indexed", async () => {
  const { sql, close } = await fill();
  const [first] = DOCUMENTS;
  if (first === undefined) throw new Error("no documents");
  const formerNames = Array.from({ length: 300 }, (_, i) => `宁波市鄞州区首南街道第${i}号贸易有限责任公司`);
  await putDocuments(sql, [{ ...first, formerNames }]);
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
