import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { engineFinding } from "../../../ingest/commands/doctorEngine.ts";
import { createApp } from "../../../src/app.ts";
import { openSearch } from "../../../src/resources.ts";
import { meilisearchClient } from "../../../src/search/meilisearchClient.ts";
import { meilisearchIndex } from "../../../src/search/meilisearchIndex.ts";
import { findMeilisearchProgram } from "../../../src/search/program.ts";
import { freshDatabase } from "../../database.ts";
import { allFirms, deliverFirms, firmName, nightOn } from "../../ingest/index/nights.ts";
import { ownMeilisearch, type RealMeilisearch } from "../../realMeilisearch.ts";
import { type LogLine, testResources } from "../../resources.ts";

const missing =
  (await findMeilisearchProgram())?.usable === true ? null : "no recent meilisearch program on the PATH";
describe.skipIf(missing !== null)(
  `a key that may search and nothing else${missing === null ? "" : ` (skipped: ${missing})`}`,
  () => {
    let server: RealMeilisearch;
    let db: Awaited<ReturnType<typeof freshDatabase>>;
    let key: string;
    beforeAll(async () => {
      server = await ownMeilisearch();
      db = await freshDatabase();
      await deliverFirms(db.sql, allFirms);
      await nightOn(db.sql, meilisearchIndex(server));
      const client = meilisearchClient(server, 10_000);
      ({ key } = await client.createKey({ actions: ["search"], indexes: ["*"], expiresAt: null }));
    });
    afterAll(async () => {
      await server.close();
      await db.close();
    });

    async function standingWith(options: { url: string; key: string }) {
      const lines: LogLine[] = [];
      const warn = (fields: object, message: string) => lines.push({ level: "warn", fields, message });
      const log = { info: () => undefined, warn, error: warn };
      const search = openSearch({ sql: db.sql, meilisearch: options, log, onWrongIndex: () => undefined });
      const resources = testResources(db.sql, { search });
      const app = createApp();
      const get = async (path: string) =>
        (await app.fetch(new Request(`http://localhost${path}`), resources)).json();
      const answer = await get(`/api/v1/enterprises?q=${encodeURIComponent(firmName(1))}`);
      expect(answer).toMatchObject({ engine: "meilisearch", degraded: false });
      return { lines, engine: async () => (await get("/readyz")).checks.engine };
    }

    test("answers, and readyz and the log say that the index is not compared", async () => {
      const { engine, lines } = await standingWith({ url: server.url, key });
      const notCompared = expect.stringContaining("MEILI_KEY may search");
      await vi.waitFor(async () =>
        expect(await engine()).toMatchObject({ degraded: false, reason: null, notCompared }),
      );
      await engine();
      expect(lines).toEqual([
        { level: "warn", fields: { hindrance: notCompared }, message: "the search index is not compared" },
      ]);
    });

    test("is none of those with which nothing is to be said", async () => {
      const { engine, lines } = await standingWith(server);
      expect(await engine()).toMatchObject({ degraded: false, reason: null, notCompared: null });
      expect(lines).toEqual([]);
    });

    test("is found by doctor, with what to do", async () => {
      const meili = { url: server.url, key };
      expect(await engineFinding({ meili })).toMatchObject({
        ...{ ok: false, needed: false },
        advice: expect.stringContaining("MEILI_KEY may not read settings"),
      });
      expect(await engineFinding({ meili: server })).toMatchObject({
        ...{ ok: true, found: expect.stringContaining("index of snapshot 1") },
      });
    });
  },
);
