import { spawn } from "node:child_process";
import type { IndexSwap } from "meilisearch";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { indexNight } from "../../../ingest/index/indexNight.ts";
import { readConfig } from "../../../src/config.ts";
import { publishedNight } from "../../../src/db/publishedNight.ts";
import { openService } from "../../../src/openService.ts";
import type { Search } from "../../../src/search/engine.ts";
import { liveIndex, meilisearchClient, stateIndex } from "../../../src/search/meilisearchClient.ts";
import { meilisearchIndex } from "../../../src/search/meilisearchIndex.ts";
import { searchLive } from "../../../src/search/meilisearchLive.ts";
import { type IndexVersion, thisVersion } from "../../../src/search/meilisearchState.ts";
import { finished } from "../../../src/search/meilisearchTasks.ts";
import { documentIn } from "../../../src/search/packedDocument.ts";
import { findMeilisearchProgram } from "../../../src/search/program.ts";
import { freshDatabase } from "../../database.ts";
import { allFirms, deliverFirms, FIRMS, firmCode, firmName, nightOn } from "../../ingest/index/nights.ts";
import { ownMeilisearch, type RealMeilisearch } from "../../realMeilisearch.ts";
import type { LogLine } from "../../resources.ts";
import { creditArguments } from "../../runCredit.ts";
import { DOCUMENTS, query } from "./engineDocuments.ts";

const missing =
  (await findMeilisearchProgram())?.usable === true ? null : "no recent meilisearch program on the PATH";
describe.skipIf(missing !== null)(
  `while an index is rebuilt${missing === null ? "" : ` (skipped: ${missing})`}`,
  () => {
    let server: RealMeilisearch;
    let db: Awaited<ReturnType<typeof freshDatabase>>;
    const closing: (() => Promise<unknown>)[] = [];
    beforeAll(async () => {
      server = await ownMeilisearch();
      db = await freshDatabase();
      await deliverFirms(db.sql, allFirms);
      await nightOn(db.sql, meilisearchIndex(server));
    });
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close();
    });
    afterAll(async () => {
      await server.close();
      await db.close();
    });

    /** The service as it runs, which starts `credit reindex --if-needed` when it has to. */
    async function service(options: { mends: boolean }) {
      const lines: LogLine[] = [];
      const write = (level: LogLine["level"]) => (fields: object, message: string) => {
        lines.push({ level, fields, message });
      };
      const env = { DATABASE_URL: db.url, MEILI_URL: server.url, MEILI_KEY: server.key };
      const words = creditArguments(["reindex", "--if-needed"]);
      const reindex = () =>
        spawn(process.execPath, words, { env: { ...process.env, ...env }, stdio: "ignore" });
      const opened = await openService({
        ...{ config: readConfig(env), say: () => undefined },
        log: { info: write("info"), warn: write("warn"), error: write("error") },
        ...(options.mends ? { reindex } : {}),
      });
      closing.push(() => opened.close());
      return { search: opened.resources.search, lines };
    }

    /** Searches without a break, several at a time, and looks at every answer. Each is one firm, by its whole name or its code. */
    function searching(search: Search) {
      const seen: { engine: string; degraded: boolean; snapshot: number; begun: number }[] = [];
      let on = true;
      const loops = Array.from({ length: 4 }, async (_, loop) => {
        for (let i = loop; on; i++) {
          const number = (i * 7) % FIRMS;
          const begun = Date.now();
          const q = i % 2 === 0 ? firmName(number) : firmCode(number);
          const { hits, total, engine, degraded, snapshot } = await search.search(query({ q }));
          expect({ q, uscc: hits[0]?.uscc, total }).toEqual({ q, uscc: firmCode(number), total: 1 });
          expect(degraded).toBe(engine === "postgresql");
          seen.push({ engine, degraded, snapshot, begun });
        }
      });
      return async () => {
        on = false;
        await Promise.all(loops);
        return seen;
      };
    }

    const older = (): IndexVersion => {
      const { format, settings } = thisVersion();
      return { format: format - 1, settings: { ...settings, searchableAttributes: ["name"] } };
    };
    const published = async () => {
      const night = await publishedNight(db.sql);
      if (night === null) throw new Error("nothing published");
      return night;
    };

    test("of another version's: the service says so at its start, has it built, and each search until then is PostgreSQL's", async () => {
      await meilisearchIndex(server, older()).build(
        { ...(await published()), documents: 0 },
        (async function* () {})(),
      );
      const { search, lines } = await service({ mends: true });
      const stop = searching(search);
      const reason = expect.stringMatching(`index is of format ${older().format}`);
      expect(await search.standing()).toMatchObject({ degraded: true, engine: "postgresql", reason });
      await vi.waitFor(async () => expect((await search.standing()).degraded).toBe(false), {
        timeout: 25_000,
        interval: 300,
      });
      const builtAt = Date.now();
      await new Promise((wake) => setTimeout(wake, 300));
      const seen = await stop();
      const engines = (late: boolean) =>
        new Set(seen.filter(({ begun }) => begun > builtAt === late).map(({ engine }) => engine));
      expect(engines(false)).toContain("postgresql");
      expect(engines(true)).toEqual(new Set(["meilisearch"]));
      expect(new Set(seen.map(({ snapshot }) => snapshot))).toEqual(new Set([(await published()).snapshot]));
      const messages = lines.map(({ message }) => message);
      expect(messages).toContain("search is degraded");
      expect(messages.filter((message) => message === "the search index is brought up to date")).toHaveLength(
        1,
      );
      expect(messages).toContain("search engine answers again");
    });

    test("with settings changed by hand: a service that starts says so, and the next night builds while searches go on", async () => {
      const { search } = await service({ mends: false });
      await vi.waitFor(async () => expect((await search.standing()).degraded).toBe(false));
      const stop = searching(search);
      const client = meilisearchClient(server, 9_000);
      await finished(
        client,
        client.index(liveIndex(server)).updateSettings({ pagination: { maxTotalHits: 7 } }),
      );
      const other = await service({ mends: false });
      expect(await other.search.standing()).toMatchObject({
        ...{ degraded: true, engine: "postgresql" },
        reason: "the index has other settings than are written down: pagination",
      });
      await deliverFirms(db.sql, [39], "晨曦");
      await nightOn(db.sql, null);
      expect(await indexNight({ sql: db.sql, index: meilisearchIndex(server) })).toMatchObject({
        ...{ documents: FIRMS, engine: "meilisearch" },
        rebuilt: expect.stringContaining("pagination"),
      });
      await new Promise((wake) => setTimeout(wake, 300));
      const seen = await stop();
      expect(seen.length).toBeGreaterThan(50);
      expect(await search.standing()).toMatchObject({ degraded: false, ...{ snapshot: 2, reason: null } });
      expect(new Set(seen.map(({ snapshot }) => snapshot))).toEqual(new Set([1, 2]));
    });

    test("searches of one request are all of one index, or of none of this format, however often indexes are swapped", async () => {
      const client = meilisearchClient(server, 9_000);
      const names = (prefix: string) => [liveIndex({ ...server, prefix }), stateIndex({ ...server, prefix })];
      const [[live, state], [otherLive, otherState]] = [names("a_"), names("b_")];
      const { format, settings } = thisVersion();
      const night = (snapshot: number) => ({ snapshot, publishedAt: `${snapshot}`, documents: 5 });
      const marked = async function* (address: string) {
        yield DOCUMENTS.slice(0, 5).map((document) => ({ ...document, address }));
      };
      const options = { ...server, prefix: "a_" };
      const pairs: IndexSwap[] = [
        { indexes: [`${live}`, `${otherLive}`], rename: false },
        { indexes: [`${state}`, `${otherState}`], rename: false },
      ];
      /** Of each answer the snapshot, the hits, and the snapshot that their documents are of. */
      const said = () =>
        searchLive(client, options, [{ q: "" }, { q: "" }]).then(
          ({ snapshot, answers }) =>
            answers
              .flatMap(({ hits }) => [
                snapshot,
                hits.length,
                hits[0] === undefined ? "" : documentIn(hits[0]).address,
              ])
              .join(" "),
          (error) => String(error.message),
        );
      const swapped = async (of: IndexVersion) => {
        await meilisearchIndex(options).build(night(1), marked("1"));
        await meilisearchIndex({ ...server, prefix: "b_" }, of).build(night(2), marked("2"));
        const seen = new Set<string>();
        let on = true;
        const made = [0, 0, 0, 0];
        const loops = made.map(async (_, loop) => {
          for (; on; made[loop] = (made[loop] ?? 0) + 1) seen.add(await said());
        });
        for (let i = 0; i < 8; i++) {
          await finished(client, client.swapIndexes(pairs));
          // Never forth and back within one request: that is no rebuild.
          const before = [...made];
          await vi.waitUntil(() => made.every((count, loop) => count > (before[loop] ?? 0) + 1));
        }
        on = false;
        await Promise.all(loops);
        return seen;
      };
      expect(await swapped({ format, settings })).toEqual(new Set(["1 5 1 1 5 1", "2 5 2 2 5 2"]));
      const next = { format: format + 1, settings };
      expect(await swapped(next)).toEqual(
        new Set(["1 5 1 1 5 1", `Meilisearch holds an index of format ${format + 1}, not ${format}`]),
      );
    });
  },
);
