import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Random } from "../../../ingest/demo/random.ts";
import { withNightLock } from "../../../ingest/nightLock.ts";
import { publishedNight } from "../../../src/db/publishedNight.ts";
import { liveIndex, meilisearchClient, stateIndex } from "../../../src/search/meilisearchClient.ts";
import { meilisearchIndex } from "../../../src/search/meilisearchIndex.ts";
import { finished } from "../../../src/search/meilisearchTasks.ts";
import { postgresEngine } from "../../../src/search/postgres.ts";
import { findMeilisearchProgram } from "../../../src/search/program.ts";
import { freshDatabase } from "../../database.ts";
import { freePort, ownMeilisearch, type RealMeilisearch } from "../../realMeilisearch.ts";
import { creditArguments } from "../../runCredit.ts";
import { query } from "../../src/search/engineDocuments.ts";
import { baseRow, feedNamed, takeIn } from "../accepted.ts";
import { allFirms, deliverFirms, FIRMS, firmCode, firmName, nightOn } from "./nights.ts";

const missing =
  (await findMeilisearchProgram())?.usable === true ? null : "no recent meilisearch program on the PATH";
describe.skipIf(missing !== null)(
  `a night whose Meilisearch fails${missing === null ? "" : ` (skipped: ${missing})`}`,
  () => {
    let server: RealMeilisearch;
    let db: Awaited<ReturnType<typeof freshDatabase>>;
    /** Brands of names that were delivered and are nowhere in the index yet; each test has firms of its own. */
    let firm = 0;
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
    const state = () => meilisearchIndex(server).state();

    /** The night publishes all the same, and says so; PostgreSQL has what is new. */
    async function expectFailedNight(options: { url: string; key?: string }, reason: string | RegExp) {
      firm++;
      await deliverFirms(db.sql, [firm], "云帆");
      const report = await nightOn(db.sql, meilisearchIndex(options));
      expect(report).toMatchObject({
        ...{ changed: 1, indexed: 0, engine: "postgresql", rebuilt: null },
        indexFailure: expect.stringMatching(reason),
      });
      expect((await publishedNight(db.sql))?.snapshot).toBe(Number(report.snapshot));
      const found = await postgresEngine(db.sql).search(query({ q: "云帆", size: 100 }));
      expect(found).toMatchObject({ total: firm, snapshot: Number(report.snapshot) });
    }

    /** What was published meanwhile, and nothing else, is sent by the next night of a sound engine. */
    async function expectCaughtUp(documents: number) {
      const report = await nightOn(db.sql, meilisearchIndex(server));
      expect(report).toMatchObject({ indexed: documents, engine: "meilisearch", indexFailure: null });
      expect(await state()).toMatchObject({ ...(await publishedNight(db.sql)), otherSettings: [] });
    }

    test("it is not there: two nights publish, and the third sends what both have changed", async () => {
      await server.kill();
      await expectFailedNight(server, "ECONNREFUSED");
      await expectFailedNight(server, "ECONNREFUSED");
      await server.again({ empty: false });
      await expectCaughtUp(2);
    });

    test("it refuses the key: that is said", async () => {
      const before = await state();
      await expectFailedNight({ ...server, key: "wrong" }, "refuses the key: is MEILI_KEY right?");
      expect(await state()).toEqual(before);
      await expectCaughtUp(1);
    });

    test("it can store no more: the old index stands, whole, and nothing is left beside it", async () => {
      const before = await state();
      await server.again({ empty: false, mostKilobytes: 900 });
      // What comes is smaller than the limit; beside what is there it is larger, however it is packed.
      const random = new Random(1, 0, 1);
      const letter = () => String.fromCharCode(97 + random.int(26));
      const long = () => Array.from({ length: 55_000 }, letter).join("");
      const rows = allFirms.slice(-15).map((n) => baseRow(firmCode(n), firmName(n), { address: long() }));
      await takeIn(db.sql, feedNamed("registration/enterprises"), rows);
      expect(await nightOn(db.sql, meilisearchIndex(server))).toMatchObject({
        ...{ changed: 15, indexed: 0, engine: "postgresql" },
        indexFailure: expect.stringMatching(/ended as failed: (io_error|internal)/),
      });
      expect(await state()).toEqual(before);
      const { results } = await meilisearchClient(server, 9_000).getRawIndexes({ limit: 100 });
      expect(results.map(({ uid }) => uid).sort()).toEqual([liveIndex(server), stateIndex(server)]);
      await server.again({ empty: false });
      await expectCaughtUp(15);
    });

    test("its index takes no change, though it could: it is built anew", async () => {
      // The primary key of an index can't be guessed from documents without it, and these have another one.
      const client = meilisearchClient(server, 9_000);
      await finished(client, client.index(liveIndex(server)).deleteAllDocuments());
      await finished(client, client.index(liveIndex(server)).update({ primaryKey: "other" }));
      await deliverFirms(db.sql, [39], "晨曦");
      const report = await nightOn(db.sql, meilisearchIndex(server));
      expect(report).toMatchObject({
        engine: "meilisearch",
        rebuilt: expect.stringContaining("ended as failed"),
      });
      expect(await state()).toMatchObject({ ...(await publishedNight(db.sql)) });
    });

    test("it takes no payload of that size, when all has to be built: the other documents stay where they are", async () => {
      const before = await state();
      await server.again({ empty: false, args: ["--http-payload-size-limit", "2kb"] });
      const build = meilisearchIndex(server).build(
        { snapshot: 99, publishedAt: "2026-11-24T18:00:00.000Z", documents: FIRMS },
        (async function* () {
          const rows = await db.sql<
            { document: string }[]
          >`select document::text from published.search_document`;
          yield rows.map(({ document }) => JSON.parse(document));
        })(),
      );
      await expect(build).rejects.toMatchObject({ code: "engine_unavailable" });
      await expectFailedNight(server, "payload_too_large");
      await server.again({ empty: false });
      expect(await state()).toEqual(before);
      await expectCaughtUp(1);
    });

    test("it answers with something else, or with half of an answer", async () => {
      for (const answer of ["<html>moved</html>", "{}", '{"results":[{"id":"sta']) {
        const other = createServer((_, response) => response.end(answer));
        const port = await freePort();
        await new Promise<void>((up) => other.listen(port, "127.0.0.1", up));
        await expectFailedNight({ url: `http://127.0.0.1:${port}` }, /./);
        other.closeAllConnections();
        other.close();
      }
      await expectCaughtUp(3);
    });

    describe("the commands", () => {
      const credit = async (words: string[], meili: { url: string; key?: string }) => {
        const child = spawn(process.execPath, creditArguments([...words, "--json"]), {
          env: { ...process.env, DATABASE_URL: db.url, MEILI_URL: meili.url, MEILI_KEY: meili.key },
          stdio: ["ignore", "pipe", "ignore"],
        });
        const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
        return { code, said: JSON.parse(said) };
      };
      const gone = async () => ({ url: `http://127.0.0.1:${await freePort()}` });

      test("nightly exits 0, for it has published; reindex exits 1, for it has not indexed", async () => {
        const [night, index] = [
          await credit(["nightly"], await gone()),
          await credit(["reindex"], await gone()),
        ];
        expect(night).toMatchObject({
          code: 0,
          said: { indexed: 0, engine: "postgresql", indexFailure: expect.stringContaining("ECONNREFUSED") },
        });
        expect(index).toMatchObject({ code: 1, said: { error: { code: "engine_unavailable" } } });
      });

      test("reindex --if-needed sends what is missing, then nothing; without the word, everything", async () => {
        const published = await publishedNight(db.sql);
        expect(await credit(["reindex", "--if-needed"], server)).toMatchObject({
          code: 0,
          said: { snapshot: String(published?.snapshot), indexed: 0, engine: "meilisearch", rebuilt: null },
        });
        expect(await state()).toMatchObject({ ...published });
        expect(await credit(["reindex"], server)).toMatchObject({ code: 0, said: { indexed: FIRMS } });
      });

      test("reindex leaves the index to a night that runs", async () => {
        const said = await withNightLock(db.sql, () => credit(["reindex", "--if-needed"], server));
        expect(said).toMatchObject({ code: 2, said: { error: { code: "night_running" } } });
      });
    });
  },
);
