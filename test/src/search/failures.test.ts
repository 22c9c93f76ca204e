import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { indexNight } from "../../../ingest/index/indexNight.ts";
import { createApp } from "../../../src/app.ts";
import { publishedNight } from "../../../src/db/publishedNight.ts";
import { currentSnapshot } from "../../../src/db/snapshots.ts";
import { searchWithFallback } from "../../../src/search/fallback.ts";
import { overKeptConnections } from "../../../src/search/keptConnections.ts";
import { meilisearchEngine } from "../../../src/search/meilisearch.ts";
import { liveIndexState, meilisearchIndex } from "../../../src/search/meilisearchIndex.ts";
import { postgresEngine } from "../../../src/search/postgres.ts";
import { findMeilisearchProgram } from "../../../src/search/program.ts";
import { indexFault } from "../../../src/search/searchIndex.ts";
import { freshDatabase } from "../../database.ts";
import { allFirms, deliverFirms, FIRMS, firmCode, firmName, nightOn } from "../../ingest/index/nights.ts";
import { ownMeilisearch, type RealMeilisearch } from "../../realMeilisearch.ts";
import { testResources } from "../../resources.ts";
import { type Between, between } from "./between.ts";

/** Slow enough that a sound engine on a busy machine is not cut off. */
const CUT_OFF_MS = 1_000;
const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));
interface Answer {
  hits: { uscc: string }[];
  engine: string;
  degraded: boolean;
  ms: number;
}

const missing =
  (await findMeilisearchProgram())?.usable === true ? null : "no recent meilisearch program on the PATH";
describe.skipIf(missing !== null)(
  `the service, when Meilisearch${missing === null ? "" : ` (skipped: ${missing})`}`,
  () => {
    let server: RealMeilisearch;
    let db: Awaited<ReturnType<typeof freshDatabase>>;
    let way: Between;
    let get: (path: string) => Promise<Response>;
    /** What was said to have to be mended, and why the engine was left. */
    const [wrong, changes]: [string[], (string | null)[]] = [[], []];
    const app = createApp();
    beforeAll(async () => {
      server = await ownMeilisearch();
      way = await between(server.url);
      db = await freshDatabase();
      await deliverFirms(db.sql, allFirms);
      await nightOn(db.sql, meilisearchIndex(server));
    });
    afterAll(async () => {
      await way.close();
      await server.close();
      await db.close();
    });
    beforeEach(() => {
      way.pass();
      const through = { ...server, url: way.url };
      const state = liveIndexState(through);
      const search = searchWithFallback({
        ...{
          primary: meilisearchEngine(overKeptConnections(through)),
          fallback: postgresEngine(db.sql),
        },
        currentSnapshot: async () => (await currentSnapshot(db.sql))?.id ?? null,
        async compare() {
          const held = await state();
          const published = await publishedNight(db.sql);
          return published === null ? null : indexFault(held, published);
        },
        onWrongIndex: (reason) => wrong.push(reason),
        onChange: ({ reason }) => changes.push(reason),
        ...{ timeoutMs: CUT_OFF_MS, retryAfterMs: 150, graceMs: 300 },
      });
      const resources = testResources(db.sql, { search });
      get = async (path) => app.fetch(new Request(`http://localhost${path}`), resources);
      wrong.length = 0;
      changes.length = 0;
    });

    async function ask(number: number, filter = ""): Promise<Answer> {
      const start = Date.now();
      const response = await get(`/api/v1/enterprises?q=${encodeURIComponent(firmName(number))}${filter}`);
      const answer = await response.json();
      expect({ status: response.status, uscc: answer.hits?.[0]?.uscc }).toEqual({
        ...{ status: 200, uscc: firmCode(number) },
      });
      return { ...answer, ms: Date.now() - start };
    }
    const engineSaid = async () => (await (await get("/readyz")).json()).checks.engine;
    const WELL = { engine: "meilisearch", degraded: false };
    const DEGRADED = { engine: "postgresql", degraded: true };

    async function expectWell() {
      await vi.waitFor(async () => expect(await ask(1)).toMatchObject(WELL), {
        timeout: 5_000,
        interval: 100,
      });
      expect(await engineSaid()).toMatchObject({ ...WELL, reason: null });
    }

    /** Each search is answered right, none waits longer than for one that is cut off, and /readyz says why. */
    async function expectFallback(reason: RegExp) {
      for (let i = 0; i < 8; i++) {
        const answer = await ask(i);
        expect(answer).toMatchObject(DEGRADED);
        expect(answer.ms).toBeLessThan(i === 0 ? CUT_OFF_MS + 800 : 800);
      }
      expect(await engineSaid()).toMatchObject({ ...DEGRADED, reason: expect.stringMatching(reason) });
      expect((await get("/readyz")).status).toBe(200);
    }

    test("is killed in the middle of searches, and comes back", async () => {
      await expectWell();
      let isKilled = false;
      const [before, after] = [new Set<string>(), new Set<string>()];
      const asking = Array.from({ length: 8 }, async (_, i) => {
        while (after.size === 0) {
          const seen = isKilled ? after : before;
          seen.add((await ask(i % FIRMS)).engine);
          await pause(1);
        }
      });
      while (!before.has("meilisearch")) await pause(5);
      await server.kill();
      isKilled = true;
      await Promise.all(asking);
      expect([...after]).toEqual(["postgresql"]);
      await expectFallback(/does not answer as it should/);
      await server.again({ empty: false });
      await expectWell();
    });

    test.each([
      ["is slow to answer", "slow", /no answer within 1000 ms|does not answer/],
      ["sends half of an answer and nothing more", "half", /no answer within 1000 ms|does not answer/],
      ["is somebody else's page", "html", /does not answer as it should/],
      ["answers with JSON that is no answer", "other", /Meilisearch|index/],
      ["answers every search with an error", "failing", /does not answer as it should/],
    ] as const)("%s", async (_, mode, reason) => {
      await expectWell();
      way.turn(mode);
      await expectFallback(reason);
      way.pass();
      await expectWell();
    });

    test("refuses the key: that is said, and it is asked again until the key is right", async () => {
      await server.again({ empty: false, key: "another-key-of-the-server" });
      await expectFallback(/refuses the key: is MEILI_KEY right\?/);
      await server.again({ empty: false });
      await expectWell();
      expect(wrong).toEqual([]); // a new index would not help
    });

    test.each([
      ["fails", "failing"],
      ["hangs", "slow"],
      ["is refused", "refusing"],
    ] as const)("%s at one query only, the others are not made to pay for it", async (_, mode) => {
      await expectWell();
      way.turn(mode, "active");
      for (let i = 0; i < 3; i++) {
        const [bad, ...others] = await Promise.all([
          ask(3, "&status=active"),
          ...[4, 5, 6].map((number) => ask(number)),
        ]);
        expect(bad).toMatchObject(DEGRADED);
        for (const other of others) expect(other).toMatchObject(WELL);
        // After one that hangs the engine is looked at first.
        await vi.waitFor(async () => expect(await ask(7)).toMatchObject(WELL), {
          timeout: 3_000,
          interval: 20,
        });
      }
      expect(await engineSaid()).toMatchObject(WELL);
      expect(changes).toEqual([]);
    });

    test("has lost its index: it is told what to mend, and the index that is built is used", async () => {
      await server.again({ empty: true });
      await expectFallback(/there is no index/);
      expect(new Set(wrong)).toEqual(new Set(["there is no index"]));
      await indexNight({ sql: db.sql, index: meilisearchIndex(server) });
      await expectWell();
    });

    test("has an older copy of its index: PostgreSQL answers of what was published since, until it has caught up", async () => {
      await server.kill();
      await server.keep();
      await server.again({ empty: false });
      await deliverFirms(db.sql, [9], "晨曦");
      await nightOn(db.sql, meilisearchIndex(server));
      await expectWell();
      await server.kill();
      await server.restore();
      await server.again({ empty: false });
      await ask(1);
      await pause(350);
      await expectFallback(/its index holds snapshot 1, published is 2/);
      expect(wrong).toContain("its index holds snapshot 1, published is 2");
      expect(await indexNight({ sql: db.sql, index: meilisearchIndex(server) })).toMatchObject({
        ...{ documents: 1, rebuilt: null },
      });
      await expectWell();
      expect(await ask(9).catch(String)).toMatchObject(WELL); // by its former name
    });
  },
);
