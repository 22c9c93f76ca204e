import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishedNight } from "../../../src/db/publishedNight.ts";
import { meilisearchEngine } from "../../../src/search/meilisearch.ts";
import { liveIndex, meilisearchClient } from "../../../src/search/meilisearchClient.ts";
import { meilisearchIndex } from "../../../src/search/meilisearchIndex.ts";
import { type IndexVersion, thisVersion } from "../../../src/search/meilisearchState.ts";
import { finished } from "../../../src/search/meilisearchTasks.ts";
import { documentIn } from "../../../src/search/packedDocument.ts";
import { findMeilisearchProgram } from "../../../src/search/program.ts";
import { freshDatabase } from "../../database.ts";
import { ownMeilisearch, type RealMeilisearch } from "../../realMeilisearch.ts";
import { query } from "../../src/search/engineDocuments.ts";
import { baseRow, feedNamed, takeIn } from "../accepted.ts";
import { allFirms, deliverFirms, FIRMS, firmCode, firmName, nightOn } from "./nights.ts";

const missing =
  (await findMeilisearchProgram())?.usable === true ? null : "no recent meilisearch program on the PATH";
describe.skipIf(missing !== null)(
  `a night and its Meilisearch${missing === null ? "" : ` (skipped: ${missing})`}`,
  () => {
    let server: RealMeilisearch;
    let db: Awaited<ReturnType<typeof freshDatabase>>;
    // Each test leaves an index of what is published, so all go on with the same one.
    beforeAll(async () => {
      server = await ownMeilisearch();
      db = await freshDatabase();
      await deliverFirms(db.sql, allFirms);
      await nightOn(db.sql, meilisearchIndex(server));
    });
    afterAll(async () => {
      await server.close();
      await db.close();
    });

    const night = () => nightOn(db.sql, meilisearchIndex(server));
    const state = () => meilisearchIndex(server).state();
    const client = () => meilisearchClient(server, 30_000);
    const live = () => client().index(liveIndex(server));
    const search = (q: string) => meilisearchEngine(server).search(query({ q }));
    const names = async (q: string) => (await search(q)).hits.map((hit) => hit.name);
    /** What the engine holds is what is published, whatever happened before. */
    const expectAllPublished = async () => {
      const published = await publishedNight(db.sql);
      expect(await state()).toMatchObject({ ...published, otherSettings: [] });
      const documents = await db.sql<{ document: string }[]>`
        select document::text from published.search_document order by uscc`;
      const { results } = await live().getDocuments({ limit: 1_000, fields: ["uscc", "document"] });
      const held = results.sort((a, b) => (String(a.uscc) < String(b.uscc) ? -1 : 1));
      expect(held.map(documentIn)).toEqual(documents.map(({ document }) => JSON.parse(document)));
    };

    test("builds anew, and says why, when somebody has changed a setting", async () => {
      await finished(client(), live().updateSettings({ stopWords: ["b"], pagination: { maxTotalHits: 3 } }));
      expect(await night()).toMatchObject({
        ...{ changed: 0, indexed: FIRMS, engine: "meilisearch", indexFailure: null },
        rebuilt: expect.stringMatching(/other settings.*: .*pagination/),
      });
      await expectAllPublished();
    });

    test("builds anew when another version wrote the index, be it in another format or with other settings only", async () => {
      const { format, settings } = thisVersion();
      const published = await publishedNight(db.sql);
      if (published === null) throw new Error("nothing published");
      const others: [IndexVersion, string][] = [
        [{ format: format - 1, settings: { searchableAttributes: ["uscc"] } }, `is of format ${format - 1}`],
        [{ format, settings: { ...settings, rankingRules: ["words"] } }, "other settings"],
      ];
      for (const [version, why] of others) {
        const none = (async function* () {})();
        await meilisearchIndex(server, version).build({ ...published, documents: 0 }, none);
        const report = await night();
        expect(report).toMatchObject({ indexed: FIRMS, rebuilt: expect.stringContaining(why) });
      }
      await expectAllPublished();
    });

    test("builds anew when documents are missing", async () => {
      await finished(client(), live().deleteDocument(firmCode(3)));
      expect(await night()).toMatchObject({
        ...{ changed: 0, indexed: FIRMS },
        rebuilt: expect.stringContaining(`holds ${FIRMS - 1} documents, published are ${FIRMS}`),
      });
      await expectAllPublished();
    });

    test("does not believe an index ahead of a restored database, nor one of a lost night whose number has come again", async () => {
      const { snapshot: first = 0 } = (await publishedNight(db.sql)) ?? {};
      await deliverFirms(db.sql, [1, 2], "云帆");
      await night();
      await night();
      // Restored to the first night: what came after is gone, here and in the archive.
      await db.sql`delete from published.snapshot where id > ${first}`;
      expect(await night()).toMatchObject({
        snapshot: String(first + 1),
        rebuilt: expect.stringContaining(`snapshot ${first + 2}`),
      });
      await expectAllPublished();
      await db.sql`delete from published.snapshot where id > ${first}`;
      const again = await night();
      expect(again).toMatchObject({
        ...{ snapshot: String(first + 1), indexed: FIRMS },
        rebuilt: expect.stringContaining(`another snapshot ${first + 1}`),
      });
      await expectAllPublished();
    });

    test("restarted with nothing, the index is built; with an older copy, it gets what it missed", async () => {
      await server.kill();
      await server.keep();
      await server.again({ empty: false });
      await deliverFirms(db.sql, [5], "云帆");
      expect(await night()).toMatchObject({ indexed: 1 });
      await server.kill();
      await server.restore();
      await server.again({ empty: false });
      await deliverFirms(db.sql, [6], "飞龙");
      expect(await night()).toMatchObject({ changed: 1, indexed: 2, rebuilt: null });
      await expectAllPublished();
      await server.again({ empty: true });
      expect(await night()).toMatchObject({ indexed: FIRMS, rebuilt: "there is no index" });
      await expectAllPublished();
    });

    test("an update that was killed half-way is made whole by the next night", async () => {
      await deliverFirms(db.sql, [10, 11, 12], "云帆");
      await nightOn(db.sql, null);
      const half = [{ uscc: firmCode(10), document: {} }];
      await finished(client(), live().addDocuments(half));
      expect(await night()).toMatchObject({ changed: 0, indexed: 3, rebuilt: null });
      await expectAllPublished();
    });

    test("sends only what changed and takes out what went", async () => {
      // All of them anew, first as they are delivered full, then without one and with a new name.
      const full = (numbers: readonly number[], renamed?: number) => {
        const rows = numbers.map((n) =>
          baseRow(firmCode(n), firmName(n, n === renamed ? "晨曦" : undefined)),
        );
        return takeIn(db.sql, feedNamed("registration/enterprises"), rows, { isFull: true });
      };
      await full(allFirms);
      await night();
      await full(allFirms.slice(1), 7);
      expect(await night()).toMatchObject({
        ...{ changed: 2, indexed: 2, engine: "meilisearch", rebuilt: null, indexFailure: null },
      });
      expect(await names("晨曦")).toEqual([firmName(7, "晨曦")]);
      expect(await names(firmCode(0))).toEqual([]);
      await expectAllPublished();
    });
  },
);
