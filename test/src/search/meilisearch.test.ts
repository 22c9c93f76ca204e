import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SearchDocument } from "../../../src/enterprise/searchDocument.ts";
import { meilisearchEngine } from "../../../src/search/meilisearch.ts";
import { meilisearchIndex } from "../../../src/search/meilisearchIndex.ts";
import { realMeilisearch, whyNoMeilisearch } from "../../realMeilisearch.ts";
import { DOCUMENTS, engineContract, query } from "./engineContract.ts";

async function* batches(documents: SearchDocument[]): AsyncGenerator<SearchDocument[]> {
  for (let from = 0; from < documents.length; from += 30) yield documents.slice(from, from + 30);
}

const missing = await whyNoMeilisearch();
describe.skipIf(missing !== null)(
  `on a real Meilisearch${missing === null ? "" : ` (skipped: ${missing})`}`,
  () => {
    let server: Awaited<ReturnType<typeof realMeilisearch>>;
    beforeAll(async () => {
      server = await realMeilisearch();
      await meilisearchIndex(server).build(7, batches(DOCUMENTS), DOCUMENTS.length);
    });
    afterAll(() => server.close());

    engineContract(() => ({
      engine: meilisearchEngine(server),
      empty: meilisearchEngine({ ...server, prefix: `${server.prefix}none_` }),
    }));

    describe("its index", () => {
      const own = () => ({ ...server, prefix: `${server.prefix}own_` });
      const hits = async (q: string) =>
        (await meilisearchEngine(own()).search(query({ q }))).hits.map((hit) => hit.name);

      test("says what it holds, and nothing before the first build", async () => {
        const index = meilisearchIndex(own());
        expect(await index.state()).toBeNull();
        expect(await index.build(1, batches(DOCUMENTS.slice(0, 5)), 5)).toBe(5);
        expect(await index.state()).toMatchObject({ snapshot: 1, documents: 5 });
      });

      test("takes changes and removals, and says the new snapshot", async () => {
        const index = meilisearchIndex(own());
        const [first, second] = DOCUMENTS;
        const renamed = { ...DOCUMENTS[0], ...first, name: "宁波飞龙精密机械有限公司" } as SearchDocument; // the first document, renamed
        expect(await index.update(2, batches([renamed]), [second?.uscc ?? ""])).toBe(2);
        expect(await index.state()).toMatchObject({ snapshot: 2, documents: 4 });
        expect(await hits("飞龙")).toEqual(["宁波飞龙精密机械有限公司"]);
        expect(await hits("恒达")).toEqual([]);
      });

      test("a build that counts other documents than it should leaves the old index", async () => {
        await expect(
          meilisearchIndex(own()).build(3, batches(DOCUMENTS.slice(0, 3)), 4),
        ).rejects.toMatchObject({ code: "engine_unavailable" });
        expect(await meilisearchIndex(own()).state()).toMatchObject({ snapshot: 2, documents: 4 });
      });

      test("searches go on while a whole build is made beside", async () => {
        const seen = new Set<number>();
        let building = true;
        const searching = (async () => {
          while (building) seen.add((await meilisearchEngine(own()).search(query({ q: "渔业" }))).snapshot);
        })();
        await meilisearchIndex(own()).build(4, batches(DOCUMENTS), DOCUMENTS.length);
        building = false;
        await searching;
        expect([...seen].every((snapshot) => snapshot === 2 || snapshot === 4)).toBe(true);
        expect(await meilisearchIndex(own()).state()).toMatchObject({
          snapshot: 4,
          documents: DOCUMENTS.length,
        });
      });
    });
  },
);
