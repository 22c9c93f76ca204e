import type { Settings } from "meilisearch";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SearchDocument } from "../../../src/enterprise/searchDocument.ts";
import { SEARCH_FORMAT } from "../../../src/search/format.ts";
import { meilisearchEngine } from "../../../src/search/meilisearch.ts";
import { liveIndex, meilisearchClient, stateIndex } from "../../../src/search/meilisearchClient.ts";
import { meilisearchIndex } from "../../../src/search/meilisearchIndex.ts";
import { finished } from "../../../src/search/meilisearchTasks.ts";
import { nightOf, type RealMeilisearch, realMeilisearch, whyNoMeilisearch } from "../../realMeilisearch.ts";
import { CALLED, expectCalledFirst } from "./callingContract.ts";
import { engineContract } from "./engineContract.ts";
import { another, DOCUMENTS, query } from "./engineDocuments.ts";
import { hostileQuery } from "./hostileQueries.ts";
import {
  AMONG_MANY,
  ANSWERING,
  expectFour,
  expectNone,
  expectOnly,
  lookingAlike,
} from "./lookalikeContract.ts";

async function* batches(documents: SearchDocument[]): AsyncGenerator<SearchDocument[]> {
  for (let from = 0; from < documents.length; from += 30) yield documents.slice(from, from + 30);
}
const failed = { code: "engine_unavailable" };

const made = (i: number, name: string, formerNames: string[] = []) =>
  another(5_000 + i, name, { formerNames });

/** More than are compared before they are counted, beside some that were called so, and one with a longer name. */
const crowd = (): SearchDocument[] => {
  const alike = Array.from({ length: 120 }, (_, i) => made(i, "甬江机械股份有"));
  const renamed = Array.from({ length: 10 }, (_, i) => made(200 + i, `象山五金${i}店`, [`象山机械${i}店`]));
  return [...alike, ...renamed, made(300, LONG_NAME)];
};
const LONG_NAME = "甬江机械股份有限公司";

const missing = await whyNoMeilisearch();
describe.skipIf(missing !== null)(
  `on a real Meilisearch${missing === null ? "" : ` (skipped: ${missing})`}`,
  () => {
    let server: RealMeilisearch;
    beforeAll(async () => {
      server = await realMeilisearch();
      await meilisearchIndex(server).build(nightOf(7, DOCUMENTS.length), batches(DOCUMENTS));
    });
    afterAll(async () => {
      const client = meilisearchClient(server, 30_000);
      const { results } = await client.getRawIndexes({ limit: 1_000 });
      for (const { uid } of results)
        if (uid.startsWith(server.prefix)) await finished(client, client.deleteIndex(uid));
      await server.close();
    });

    engineContract(() => ({
      engine: meilisearchEngine(server),
      empty: meilisearchEngine({ ...server, prefix: `${server.prefix}none_` }),
    }));

    test("many that look like one way to spell take no place from another way", async () => {
      const many = { ...server, prefix: `${server.prefix}ways_` };
      // First letters alone, pa and pao are in none of them.
      const alike = Array.from({ length: 120 }, (_, i) => made(i, `海澥浦第${i}店`));
      const [spelled, lettered, other] = ["海鑫泡店", "海鑫鹏安欧达仓储货运有限公司", "海鑫鹏安达仓储货运"];
      const documents = [...alike, ...[spelled, lettered, other].map((name, i) => made(200 + i, `${name}`))];
      await meilisearchIndex(many).build(nightOf(7, documents.length), batches(documents));
      const answer = async (q: string, page = 1) => {
        const { total, hits } = await meilisearchEngine(many).search(query({ q, page }));
        return { total, names: hits.map(({ name }) => name) };
      };
      expect(await answer("hxpad")).toEqual({ total: 1, names: [other] });
      expect((await answer("hxpaod")).names).toEqual([spelled, lettered]);
      // Nor on a later page than those that are compared.
      expect((await answer("hxpad", 7)).total).toBe(1);
    });

    test("a character and a syllable are found among many that have the character", async () => {
      const many = { ...server, prefix: `${server.prefix}lone2_` };
      // Begin with the same two letters, and are shorter.
      const alike = Array.from({ length: 120 }, (_, i) => made(i, `市成${i}店`));
      const documents = [...alike, made(200, "慈溪市畅阳木业合作社")];
      await meilisearchIndex(many).build(nightOf(7, documents.length), batches(documents));
      const { total, hits } = await meilisearchEngine(many).search(query({ q: "市chang" }));
      expect([total, hits[0]?.name]).toEqual([1, "慈溪市畅阳木业合作社"]);
    });

    test("a short page of names that only look like one says nothing of those behind them", async () => {
      const many = { ...server, prefix: `${server.prefix}names_` };
      const alike = Array.from({ length: 25 }, (_, i) => made(i, `宁波达云堂云海${i}店`));
      const documents = [...alike, made(100, "宁波达云海酒业有限公司")];
      await meilisearchIndex(many).build(nightOf(7, documents.length), batches(documents));
      const pages = [1, 2].map((page) => meilisearchEngine(many).search(query({ q: "宁波达云海", page })));
      const [first, second] = await Promise.all(pages);
      expect(first?.readAs).toBe("name");
      expect(first?.total).toBeGreaterThan(0);
      expect(second?.hits.map(({ name }) => name)).toEqual(["宁波达云海酒业有限公司"]);
    });

    test("what begins with one character stands on the first page of it, however long", async () => {
      const many = { ...server, prefix: `${server.prefix}lone_` };
      const others = Array.from({ length: 25 }, (_, i) => made(i, `象山${i}巧克店`));
      const begins = "宁海克己茶社文化传播有限公司";
      await meilisearchIndex(many).build(nightOf(7, 26), batches([...others, made(100, begins)]));
      const { total, hits } = await meilisearchEngine(many).search(query({ q: "克" }));
      expect([total, hits.length]).toEqual([26, 20]);
      expect(hits.map(({ name }) => name)).toContain(begins);
    });

    test.each([25, 120])("%i names that only look like an answer are none", async (many) => {
      const alike = { ...server, prefix: `${server.prefix}alike${many}_` };
      await meilisearchIndex(alike).build(nightOf(7, many), batches(lookingAlike(many)));
      await expectNone(meilisearchEngine(alike));
    });

    test("an answer behind a page of names that only look like one is found", async () => {
      const alike = { ...server, prefix: `${server.prefix}behind_` };
      const documents = [...lookingAlike(25), ...ANSWERING];
      await meilisearchIndex(alike).build(nightOf(7, documents.length), batches(documents));
      await expectOnly(meilisearchEngine(alike));
    });

    test("of many that only look like an answer all are compared before any are counted", async () => {
      const alike = { ...server, prefix: `${server.prefix}among_` };
      await meilisearchIndex(alike).build(nightOf(7, AMONG_MANY.length), batches([...AMONG_MANY]));
      await expectFour(meilisearchEngine(alike));
    });

    test("a firm comes first by what everybody calls it, before a crowd that holds it", async () => {
      const many = { ...server, prefix: `${server.prefix}called_` };
      await meilisearchIndex(many).build(nightOf(7, CALLED.length), batches(CALLED));
      await expectCalledFirst(meilisearchEngine(many));
    });

    test("what is called so by former names only is in no count of a sound, and a long name near to a text is found among many short ones", async () => {
      const many = { ...server, prefix: `${server.prefix}many_` };
      const documents = crowd();
      await meilisearchIndex(many).build(nightOf(7, documents.length), batches(documents));
      const { total, facets } = await meilisearchEngine(many).search(query({ q: "jixie" }));
      expect([total, facets.status.reduce((sum, { count }) => sum + count, 0)]).toEqual([121, 121]);
      const near = await meilisearchEngine(many).search(query({ q: LONG_NAME.replace("公司", "工司") }));
      expect(near).toMatchObject({ readAs: "near", relaxed: true });
      expect(near.hits[0]?.name).toBe(LONG_NAME);
    });

    test.each([
      ["jiayouzhan", "pinyin", "relevance"],
      ["jiayouzhan", "pinyin", "name"],
      ["加油z", "mixed", "relevance"],
      ["首南街道 加油站", "words", "-established"],
    ] as const)(
      "what is found in many is paged and counted as a whole: %s, read as %s, by %s",
      async (q, readAs, sort) => {
        const pages = await Promise.all(
          [1, 2, 3, 4, 5, 6].map((page) => meilisearchEngine(server).search(query({ q, sort, page }))),
        );
        const seen = new Set(pages.flatMap(({ hits }) => hits.map(({ uscc }) => uscc)));
        expect(seen.size).toBe(100);
        for (const { total, facets } of pages) {
          expect(total).toBe(100);
          expect(facets.status.reduce((sum, { count }) => sum + count, 0)).toBe(100);
        }
        expect(pages.map((page) => page.readAs)).toEqual(Array.from({ length: 6 }, () => readAs));
      },
    );

    // `npm run bench -- hostile` asks ten thousand, of both engines through the API.
    test("each of three hundred texts that nobody sane types is answered, and suggested for", async () => {
      const engine = meilisearchEngine(server);
      for (let i = 0; i < 300; i++) {
        const q = hostileQuery(20_261_128, i);
        const { total, hits, relaxed } = await engine.search(query({ q }));
        expect(hits.length, JSON.stringify(q)).toBe(Math.min(20, total));
        if (relaxed) expect(total, JSON.stringify(q)).toBeGreaterThan(0);
        if (i % 4 === 0)
          expect((await engine.suggest(q)).suggestions.length, JSON.stringify(q)).toBeLessThanOrEqual(10);
      }
    }, 120_000);

    describe("its index", () => {
      const own = () => ({ ...server, prefix: `${server.prefix}own_` });
      const index = () => meilisearchIndex(own());
      const names = async (q: string) =>
        (await meilisearchEngine(own()).search(query({ q }))).hits.map((hit) => hit.name);
      const besides = async () => {
        const { results } = await meilisearchClient(server, 30_000).getRawIndexes({ limit: 1_000 });
        return results
          .map(({ uid }) => uid)
          .filter((uid) => uid.startsWith(`${liveIndex(own())}_`) && /\d/.test(uid.slice(-8)));
      };
      const [first, second] = DOCUMENTS;
      if (first === undefined || second === undefined) throw new Error("no documents");

      test("says what it holds, and nothing before the first build", async () => {
        expect(await index().state()).toBeNull();
        expect(await index().build(nightOf(1, 5), batches(DOCUMENTS.slice(0, 5)))).toBe(5);
        expect(await index().state()).toEqual({ ...nightOf(1, 5), format: SEARCH_FORMAT, otherSettings: [] });
        expect(await meilisearchEngine(own()).snapshot()).toBe(1);
      });

      test("says which of its settings are not as written down: changed, added, or of the state's index", async () => {
        const client = meilisearchClient(server, 30_000);
        const said = async () => (await index().state())?.otherSettings;
        const change = (settings: Settings, uid = liveIndex(own())) =>
          finished(client, client.index(uid).updateSettings(settings));
        expect(await said()).toEqual([]);
        await change({ pagination: { maxTotalHits: 50 } });
        expect(await said()).toEqual(["pagination"]);
        await change({ dictionary: ["恒达"], searchCutoffMs: 20 });
        expect([...((await said()) ?? [])].sort()).toEqual(["dictionary", "pagination", "searchCutoffMs"]);
        await index().build(nightOf(1, 5), batches(DOCUMENTS.slice(0, 5)));
        expect(await said()).toEqual([]);
        await change({ dictionary: ["a"] }, stateIndex(own()));
        expect(await said()).toEqual(["dictionary"]);
        await index().build(nightOf(1, 5), batches(DOCUMENTS.slice(0, 5)));
        expect(await said()).toEqual([]);
      });

      test("takes changes and removals, and says the new snapshot", async () => {
        const renamed = { ...first, name: "宁波飞龙精密机械有限公司" };
        expect(
          await index().update(nightOf(2, 4), { changed: batches([renamed]), removed: [second.uscc] }),
        ).toBe(2);
        expect(await index().state()).toMatchObject({ snapshot: 2, documents: 4 });
        expect(await names("飞龙")).toEqual(["宁波飞龙精密机械有限公司"]);
        expect(await names("恒达")).toEqual([]);
      });

      test("a change that the server refuses fails, and leaves the number of the snapshot before", async () => {
        const impossible = { ...first, uscc: "no identifier" };
        await expect(
          index().update(nightOf(3, 4), { changed: batches([impossible]), removed: [] }),
        ).rejects.toMatchObject({
          ...failed,
          message: expect.stringContaining("invalid_document_id"),
        });
        expect(await index().state()).toMatchObject({ snapshot: 2, documents: 4 });
      });

      test("a build that counts other documents than are published leaves the old index, and nothing beside it", async () => {
        await expect(index().build(nightOf(3, 4), batches(DOCUMENTS.slice(0, 3)))).rejects.toMatchObject(
          failed,
        );
        await expect(index().build(nightOf(3, 2), batches([first, first]))).rejects.toMatchObject(failed);
        expect(await index().state()).toMatchObject({ snapshot: 2, documents: 4 });
        expect(await besides()).toEqual([]);
      });

      test("a build that fails leaves the old index, and clears what it left", async () => {
        async function* cutOff(): AsyncGenerator<SearchDocument[]> {
          yield DOCUMENTS.slice(0, 3);
          throw new Error("the database went away");
        }
        await expect(index().build(nightOf(3, 10), cutOff())).rejects.toMatchObject(failed);
        expect(await besides()).toEqual([]);
        expect(await names("飞龙")).toEqual(["宁波飞龙精密机械有限公司"]);
        const client = meilisearchClient(server, 30_000);
        await finished(client, client.createIndex(`${liveIndex(own())}_${SEARCH_FORMAT}_3`)); // as one that was killed
        expect(await index().build(nightOf(4, 8), batches(DOCUMENTS.slice(0, 8)))).toBe(8);
        expect(await besides()).toEqual([]);
      });

      test("searches go on while a whole build is made beside, and see the old one or the new one", async () => {
        const seen = new Map<number, Set<number>>();
        let building = true;
        const searching = (async () => {
          while (building) {
            const { snapshot, total } = await meilisearchEngine(own()).search(query());
            seen.set(snapshot, (seen.get(snapshot) ?? new Set()).add(total));
          }
        })();
        await index().build(nightOf(5, DOCUMENTS.length), batches(DOCUMENTS));
        building = false;
        await searching;
        for (const snapshot of seen.keys()) expect([4, 5]).toContain(snapshot);
        expect(seen.get(4)).toContain(8);
        expect(await index().state()).toMatchObject({ snapshot: 5, documents: DOCUMENTS.length });
      });

      test("of another format is not read, but said to be one", async () => {
        const client = meilisearchClient(server, 30_000);
        const other = [{ id: "state", format: SEARCH_FORMAT + 1, snapshot: 9 }];
        await finished(client, client.index(stateIndex(own())).addDocuments(other));
        expect(await index().state()).toMatchObject({ format: SEARCH_FORMAT + 1, snapshot: 9 });
        await expect(meilisearchEngine(own()).search(query({ q: "恒达" }))).rejects.toMatchObject(failed);
        await expect(meilisearchEngine(own()).snapshot()).rejects.toMatchObject(failed);
      });
    });

    test("a wrong key and a server that is gone are failures of both sides", async () => {
      for (const bad of [
        { ...server, key: "wrong" },
        { ...server, url: "http://127.0.0.1:1" },
      ]) {
        await expect(meilisearchEngine(bad).search(query({ q: "恒达" }))).rejects.toMatchObject(failed);
        await expect(meilisearchIndex(bad).state()).rejects.toMatchObject(failed);
        await expect(meilisearchIndex(bad).build(nightOf(1, 1), batches(DOCUMENTS))).rejects.toMatchObject(
          failed,
        );
      }
    });
  },
);
