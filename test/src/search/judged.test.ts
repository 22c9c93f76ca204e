import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { liveIndex, meilisearchClient, stateIndex } from "../../../src/search/meilisearchClient.ts";
import { finished } from "../../../src/search/meilisearchTasks.ts";
import { chooseQueries } from "../../bench/search/chooseQueries.ts";
import { type Loaded, loadMeilisearch, loadPostgres } from "../../bench/search/engines.ts";
import { withFormerNames } from "../../bench/search/inflate.ts";
import { type Measured, measure } from "../../bench/search/measure.ts";
import type { JudgedQuery, QueryClass } from "../../bench/search/queryClass.ts";
import { QUERY_CLASSES } from "../../bench/search/queryClasses.ts";
import { inventedCompanies } from "../../bench/search/register.ts";
import { worldOf } from "../../bench/search/world.ts";
import { freshDatabase } from "../../database.ts";
import { realMeilisearch, whyNoMeilisearch } from "../../realMeilisearch.ts";
import { floorOf } from "./judgedFloors.ts";

// `npm run bench -- search --names 3000 --queries 20 --show-misses 5` asks the same queries, and shows which of them fail.
const SEED = 1;
const companies = withFormerNames(inventedCompanies(3_000, SEED), SEED);
/** Short names are asked for with a list of them only. */
const classes = QUERY_CLASSES.filter(({ id }) => id !== "shortName");
const queries = chooseQueries(worldOf(companies), classes, { seed: SEED, queries: 20 });

/** What failed, so that a floor that breaks says where. */
const missesOf = (measured: Measured) =>
  measured.misses.map(({ q, about, answered }) => `${q} ← ${about}: ${answered.join(" | ")}`).join("\n");

function holdsFloors(name: "postgres" | "meilisearch", engine: () => Loaded): void {
  const measured = (of: QueryClass, some: readonly JudgedQuery[]) => measure(engine(), of, some);
  const meant = [...queries].filter(([of]) => of.meant !== "none");
  const absent = [...queries].filter(([of]) => of.meant === "none");

  test.each(meant.map(([of, some]) => ({ id: of.id, of, some })))(
    "$id is found as often as it was",
    async ({ id, of, some }) => {
      const found = await measured(of, some);
      const floor = floorOf(name, id);
      expect(found.recall10, missesOf(found)).toBeGreaterThanOrEqual(floor.recall10);
      if (of.meant === "one") expect(found.success1, missesOf(found)).toBeGreaterThanOrEqual(floor.success1);
    },
  );

  test.each(absent.map(([of, some]) => ({ id: of.id, of, some })))(
    "$id is answered by nothing as typed, and by nothing unlike it",
    async ({ of, some }) => {
      const found = await measured(of, some);
      expect(found.falseHits, missesOf(found)).toBe(0);
      if (of.nothingNear === true) expect(found.relaxed, missesOf(found)).toBe(0);
      if (found.unlike !== null) expect(found.unlike, missesOf(found)).toBe(0);
    },
  );
}

test("every class has its twenty queries", () => {
  for (const [{ id }, some] of queries) {
    expect(some.length, id).toBe(id === "brackets" ? some.length : 20);
    expect(some.length, id).toBeGreaterThan(0);
  }
});

describe("the sample on PostgreSQL", () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let engine: Loaded;
  beforeAll(async () => {
    database = await freshDatabase();
    engine = await loadPostgres(database.sql, companies);
  });
  afterAll(() => database.close());
  holdsFloors("postgres", () => engine);
});

const missing = await whyNoMeilisearch();
describe.skipIf(missing !== null)(
  `the sample on a real Meilisearch${missing === null ? "" : ` (skipped: ${missing})`}`,
  () => {
    let server: Awaited<ReturnType<typeof realMeilisearch>>;
    let engine: Loaded;
    beforeAll(async () => {
      server = await realMeilisearch();
      engine = await loadMeilisearch(server, companies);
    });
    afterAll(async () => {
      const client = meilisearchClient(server, 30_000);
      for (const uid of [liveIndex(server), stateIndex(server)])
        await finished(client, client.deleteIndex(uid));
      await server.close();
    });
    holdsFloors("meilisearch", () => engine);
  },
);
