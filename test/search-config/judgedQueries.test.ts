import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { REVIEWED_QUERIES } from "../../search-config/judgedQueries.ts";
import type { ReviewedQuery } from "../../search-config/reviewedQuery.ts";
import { liveIndex, meilisearchClient, stateIndex } from "../../src/search/meilisearchClient.ts";
import { finished } from "../../src/search/meilisearchTasks.ts";
import { type Answered, type Loaded, loadMeilisearch, loadPostgres } from "../bench/search/engines.ts";
import { freshDatabase } from "../database.ts";
import { JUDGED_FIRMS } from "../judgedFirms.ts";
import { realMeilisearch, whyNoMeilisearch } from "../realMeilisearch.ts";

/** What is wrong with an answer, in words; empty when it is as the list says. */
function faultsOf(query: ReviewedQuery, { names, relaxed }: Answered): string[] {
  const { first, among = [], never = [], nothing } = query;
  const faults: string[] = [];
  if (first !== undefined && names[0] !== first) faults.push(`${names[0] ?? "nothing"} comes first`);
  for (const name of among) if (!names.includes(name)) faults.push(`${name} is not among ten`);
  for (const name of never) if (names.includes(name)) faults.push(`${name} is answered`);
  if (nothing === true && names.length > 0) faults.push(`${names.join(", ")} is answered`);
  if (query.relaxed !== undefined && relaxed !== query.relaxed)
    faults.push(relaxed === true ? "it says that it is relaxed" : "it doesn't say that it is relaxed");
  return faults;
}

function answersAsReviewed(name: "postgresql" | "meilisearch", engine: () => Loaded): void {
  const isOpen = ({ open = [] }: ReviewedQuery) => open.includes(name);
  const closed = REVIEWED_QUERIES.filter((query) => !isOpen(query));

  test.each(closed.map((query) => ({ ...query, query })))("$typed: $reason", async ({ typed, query }) =>
    expect(faultsOf(query, await engine().search(typed))).toEqual([]),
  );

  test("what the list says isn't answered yet isn't: otherwise the mark comes off", async () => {
    const mended: string[] = [];
    for (const query of REVIEWED_QUERIES.filter(isOpen))
      if (faultsOf(query, await engine().search(query.typed)).length === 0) mended.push(query.typed);
    expect(mended).toEqual([]);
  });
}

test("the list speaks of firms that are there, says something of each query, and why", () => {
  const names = new Set(JUDGED_FIRMS.map((firm) => firm.name));
  for (const { typed, first, among = [], never = [], nothing, reason } of REVIEWED_QUERIES) {
    for (const name of [...among, ...never, ...(first === undefined ? [] : [first])])
      expect(names, typed).toContain(name);
    expect(first !== undefined || among.length + never.length > 0 || nothing === true, typed).toBe(true);
    expect(reason.length, typed).toBeGreaterThan(10);
  }
  expect(new Set(REVIEWED_QUERIES.map(({ typed }) => typed)).size).toBe(REVIEWED_QUERIES.length);
});

describe("the reviewed queries on PostgreSQL", () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let engine: Loaded;
  beforeAll(async () => {
    database = await freshDatabase();
    engine = await loadPostgres(database.sql, JUDGED_FIRMS);
  });
  afterAll(() => database.close());
  answersAsReviewed("postgresql", () => engine);
});

const missing = await whyNoMeilisearch();
describe.skipIf(missing !== null)(
  `the reviewed queries on a real Meilisearch${missing === null ? "" : ` (skipped: ${missing})`}`,
  () => {
    let server: Awaited<ReturnType<typeof realMeilisearch>>;
    let engine: Loaded;
    beforeAll(async () => {
      server = await realMeilisearch();
      engine = await loadMeilisearch(server, JUDGED_FIRMS);
    });
    afterAll(async () => {
      const client = meilisearchClient(server, 30_000);
      for (const uid of [liveIndex(server), stateIndex(server)])
        await finished(client, client.deleteIndex(uid));
      await server.close();
    });
    answersAsReviewed("meilisearch", () => engine);
  },
);
