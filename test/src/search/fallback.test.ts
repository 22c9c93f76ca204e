import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import type { SearchEngine } from "../../../src/search/engine.ts";
import { searchWithFallback } from "../../../src/search/fallback.ts";
import { meilisearchEngine } from "../../../src/search/meilisearch.ts";
import { meilisearchIndex } from "../../../src/search/meilisearchIndex.ts";
import { freePort, realMeilisearch, whyNoMeilisearch } from "../../realMeilisearch.ts";
import { DOCUMENTS, query } from "./engineContract.ts";

/** The other engine, as far as these tests look at it: it holds snapshot 7 and answers with nothing found. */
const other: SearchEngine = {
  name: "postgresql",
  search: async () => ({
    readAs: "name",
    relaxed: false,
    total: 0,
    hits: [],
    facets: { district: [], status: [], industry: [], list: [] },
    snapshot: 7,
  }),
  suggest: async () => ({ suggestions: [], snapshot: 7 }),
  snapshot: async () => 7,
};
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A process that answers, but not as Meilisearch does. */
async function wrongServer(
  answer: (respond: { status(code: number, body: string): void }) => void,
): Promise<string> {
  const server: Server = createServer((_, response) =>
    answer({
      status: (code, body) => response.writeHead(code, { "content-type": "application/json" }).end(body),
    }),
  );
  const port = await freePort();
  await new Promise<void>((up) => server.listen(port, "127.0.0.1", up));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${port}`;
}

const over = (
  primary: SearchEngine | null,
  times: { timeoutMs?: number; retryAfterMs?: number; graceMs?: number } = {},
) =>
  searchWithFallback({
    primary,
    fallback: other,
    currentSnapshot: async () => 7,
    retryAfterMs: 100,
    ...times,
  });
const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

describe("the other engine answers, and says so, when Meilisearch", () => {
  test("is not configured", async () => {
    expect(await over(null).search(query())).toMatchObject({ engine: "postgresql", degraded: true });
  });

  test("is not there", async () => {
    const gone = meilisearchEngine({ url: `http://127.0.0.1:${await freePort()}` });
    expect(await over(gone).search(query())).toMatchObject({ engine: "postgresql", degraded: true });
    expect((await over(gone).standing()).reason).not.toBeNull();
  });

  test.each([
    ["answers with an error", 500, "{}"],
    ["refuses the key", 403, '{"code":"invalid_api_key","message":"","type":"auth","link":""}'],
    ["answers with something else", 200, "{}"],
    ["answers with no JSON", 200, "<html>"],
  ])("%s", async (_, status, body) => {
    const url = await wrongServer((respond) => respond.status(status, body));
    expect(await over(meilisearchEngine({ url })).search(query())).toMatchObject({
      engine: "postgresql",
      degraded: true,
    });
    expect(await over(meilisearchEngine({ url })).suggest("恒")).toMatchObject({
      engine: "postgresql",
      degraded: true,
    });
  });

  test("does not answer in time: it is cut off", async () => {
    const url = await wrongServer(() => undefined);
    const start = Date.now();
    expect(await over(meilisearchEngine({ url }), { timeoutMs: 200 }).search(query())).toMatchObject({
      degraded: true,
    });
    expect(Date.now() - start).toBeLessThan(1_500);
  });
});

test("after a failure it is left alone for a while, so that a slow one does not slow every search", async () => {
  let asked = 0;
  const url = await wrongServer((respond) => {
    asked++;
    respond.status(500, "{}");
  });
  const search = over(meilisearchEngine({ url }), { retryAfterMs: 60_000 });
  for (let i = 0; i < 5; i++) await search.search(query());
  expect(asked).toBe(1);
});

const missing = await whyNoMeilisearch();
describe.skipIf(missing !== null || process.env.MEILI_URL !== undefined)(
  `with a real Meilisearch that comes and goes${missing === null ? "" : ` (skipped: ${missing})`}`,
  () => {
    async function* documents() {
      yield DOCUMENTS;
    }

    test("it answers, is killed, is missed, and an empty one in its place is not believed", async () => {
      const server = await realMeilisearch();
      closing.push(server.close);
      await meilisearchIndex(server).build(7, documents(), DOCUMENTS.length);
      const search = over(meilisearchEngine(server));
      expect(await search.search(query({ q: "恒达" }))).toMatchObject({
        engine: "meilisearch",
        degraded: false,
        total: 3,
      });
      const elsewhere = over(meilisearchEngine({ ...server, prefix: `${server.prefix}empty_` }));
      expect(await elsewhere.search(query({ q: "恒达" }))).toMatchObject({
        engine: "postgresql",
        degraded: true,
      });
      server.kill();
      await pause(200);
      expect(await search.search(query({ q: "恒达" }))).toMatchObject({
        engine: "postgresql",
        degraded: true,
      });
    });

    test("an index behind what is published is believed for a while and no longer, until it has caught up", async () => {
      const server = await realMeilisearch();
      closing.push(server.close);
      await meilisearchIndex(server).build(6, documents(), DOCUMENTS.length);
      const search = over(meilisearchEngine(server), { graceMs: 300 });
      expect(await search.search(query({ q: "恒达" }))).toMatchObject({ degraded: false, snapshot: 6 });
      await pause(400);
      expect(await search.search(query({ q: "恒达" }))).toMatchObject({ degraded: true });
      await meilisearchIndex(server).update(7, (async function* () {})(), []);
      await pause(150);
      expect(await search.search(query({ q: "恒达" }))).toMatchObject({
        engine: "meilisearch",
        degraded: false,
        snapshot: 7,
      });
    });
  },
);
