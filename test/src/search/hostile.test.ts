import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../src/app.ts";
import { matcher } from "../../../src/search/mark.ts";
import { postgresEngine } from "../../../src/search/postgres.ts";
import { readQuery } from "../../../src/search/readQuery.ts";
import { scorer } from "../../../src/search/score.ts";
import { wantedBy } from "../../../src/search/wanted.ts";
import { freshDatabase } from "../../database.ts";
import { publishFixture } from "../../publishedFixture.ts";
import { testResources } from "../../resources.ts";
import { DOCUMENTS, query } from "./engineDocuments.ts";
import { hostileQuery } from "./hostileQueries.ts";
import { filledDatabase } from "./searchDatabase.ts";

const SEED = 20_261_125;
const QUERIES = 10_000;
const all = (count: number) => Array.from({ length: count }, (_, i) => hostileQuery(SEED, i));

const HUGE: readonly (readonly [string, string])[] = [
  ["one character 100,000 times", "宁".repeat(100_000)],
  ["one letter 100,000 times", "a".repeat(100_000)],
  ["syllables", "xian".repeat(25_000)],
  ["characters and letters", "宁a波b".repeat(25_000)],
  ["words", "宁 ".repeat(50_000)],
  ["digits", "9".repeat(100_000)],
  ["emoji", "👨‍👩‍👧".repeat(10_000)],
  ["labels", "企业名称：".repeat(20_000)],
  ["addresses", "示范路1号".repeat(20_000)],
  ["combining marks", "e\u0301".repeat(50_000)],
];

describe("whatever is typed", () => {
  test(`${QUERIES} texts are each read in few ways, that ask for little`, () => {
    for (const q of all(QUERIES)) {
      const readings = readQuery(q);
      expect(readings.length, JSON.stringify(q)).toBeLessThanOrEqual(7);
      for (const reading of readings) {
        const wanted = wantedBy(reading) ?? [];
        expect(wanted.length, JSON.stringify(q)).toBeLessThanOrEqual(30);
        const grams = wanted.flatMap(({ all, any }) => [...all, ...any.flat()]);
        expect(grams.length, JSON.stringify(q)).toBeLessThanOrEqual(4_000);
        expect(
          grams.filter((gram) => !gram.isWellFormed()),
          JSON.stringify(q),
        ).toEqual([]);
      }
    }
  }, 60_000);

  test("no document is marked or scored wrongly for it", () => {
    for (const [i, q] of all(1_000).entries()) {
      const document = DOCUMENTS[i % DOCUMENTS.length];
      if (document === undefined) throw new Error("no document");
      for (const reading of readQuery(q)) {
        const score = scorer(reading)(document);
        expect(score, JSON.stringify(q)).toBeGreaterThanOrEqual(0);
        expect(score, JSON.stringify(q)).toBeLessThanOrEqual(1);
        const text = matcher(reading)(document)?.text ?? "«»";
        expect(text.split("«").length, JSON.stringify(q)).toBe(text.split("»").length);
      }
    }
  });

  test.each(HUGE)("a hundred thousand characters take no time: %s", (_, q) => {
    const start = performance.now();
    for (const reading of readQuery(q)) wantedBy(reading);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("PostgreSQL", () => {
  let database: Awaited<ReturnType<typeof filledDatabase>>;
  beforeAll(async () => {
    database = await filledDatabase(DOCUMENTS);
  });
  afterAll(() => database.close());

  test("answers each of two thousand texts, and suggests for them", async () => {
    const engine = postgresEngine(database.sql);
    const some = all(2_000);
    for (const [i, q] of some.entries()) {
      const { total, hits, relaxed } = await engine.search(query({ q }));
      expect(hits.length, JSON.stringify(q)).toBe(Math.min(20, total));
      if (relaxed) expect(total, JSON.stringify(q)).toBeGreaterThan(0);
      if (i % 4 === 0)
        expect((await engine.suggest(q)).suggestions.length, JSON.stringify(q)).toBeLessThanOrEqual(10);
    }
  }, 120_000);

  test.each(HUGE)("and a hundred thousand characters: %s", async (_, q) => {
    const answer = await postgresEngine(database.sql).search(query({ q }));
    expect(answer.hits.length).toBe(Math.min(20, answer.total));
  });
});

test("the API answers six hundred texts, or says that they are none", async () => {
  const { sql, close } = await freshDatabase();
  await publishFixture(sql);
  const resources = testResources(sql);
  const app = createApp();
  const statuses = new Map<number, number>();
  for (const [i, q] of all(600).entries()) {
    const path = i % 3 === 0 ? "suggest" : "enterprises";
    const typed = encodeURIComponent(q.toWellFormed());
    const answer = await app.fetch(new Request(`http://test/api/v1/${path}?q=${typed}`), resources);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    expect([200, 400], `${answer.status} for ${JSON.stringify(q)}`).toContain(answer.status);
    if (answer.status === 400) expect(await answer.json()).toMatchObject({ code: "invalid_parameter" });
  }
  expect(statuses.get(200)).toBeGreaterThan(400);
  expect(resources.lines.filter(({ level }) => level === "error")).toEqual([]);
  await close();
}, 60_000);
