import { createServer, type IncomingMessage, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Search, SearchEngine } from "../../../src/search/engine.ts";
import { type FallbackOptions, searchWithFallback } from "../../../src/search/fallback.ts";
import { SEARCH_FORMAT } from "../../../src/search/format.ts";
import { overKeptConnections } from "../../../src/search/keptConnections.ts";
import { meilisearchEngine } from "../../../src/search/meilisearch.ts";
import type { MeilisearchOptions } from "../../../src/search/meilisearchClient.ts";
import { meilisearchIndex } from "../../../src/search/meilisearchIndex.ts";
import { findMeilisearchProgram } from "../../../src/search/program.ts";
import { freePort, nightOf, ownMeilisearch } from "../../realMeilisearch.ts";
import { DOCUMENTS, query } from "./engineDocuments.ts";

/** The other engine, as far as these tests look at it: it holds snapshot 7 and answers with nothing found. */
const other: SearchEngine = {
  name: "postgresql",
  search: async () => ({
    ...{ readAs: "name", relaxed: false, total: 0, hits: [], snapshot: 7 },
    facets: { district: [], status: [], industry: [], list: [], type: [] },
  }),
  suggest: async () => ({ suggestions: [], relaxed: false, snapshot: 7 }),
  snapshot: async () => 7,
};
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));
/** A text, or one for so many queries of a request. */
type Body = string | ((queries: number) => string);
type Respond = (status: number, body: Body) => void;

async function queriesIn(request: IncomingMessage): Promise<number> {
  const { queries } = JSON.parse(await text(request));
  return queries.length;
}
/** A process that answers, but not as Meilisearch does. */
async function wrongServer(answer: (respond: Respond, request: IncomingMessage) => void): Promise<string> {
  const server: Server = createServer((request, response) => {
    const respond: Respond = async (status, body) => {
      const said = typeof body === "string" ? body : body(await queriesIn(request));
      response.writeHead(status, { "content-type": "application/json" }).end(said);
    };
    answer(respond, request);
  });
  const port = await freePort();
  await new Promise<void>((up) => server.listen(port, "127.0.0.1", up));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${port}`;
}

const over = (primary: SearchEngine | null, options: Partial<FallbackOptions> = {}) =>
  searchWithFallback({
    ...{ primary, fallback: other, currentSnapshot: async () => 7, retryAfterMs: 100 },
    ...options,
  });
/** As a Worker asks, and as the service on Node does. */
const WAYS: [string, (url: string) => SearchEngine][] = [
  ["fetched", (url) => meilisearchEngine({ url })],
  ["over kept connections", (url) => kept({ url })],
];
const kept = (server: MeilisearchOptions) => meilisearchEngine(overKeptConnections(server));
const degraded = { engine: "postgresql", degraded: true };
const well = { engine: "meilisearch", degraded: false };

/** What a Meilisearch with an empty index of ours would say. */
function sound(snapshot = 7): Body {
  const state = { hits: [{ id: "state", format: SEARCH_FORMAT, snapshot }] };
  const nothing = { hits: [], facetDistribution: {} };
  return (queries) => {
    const results = Array.from({ length: queries }, (_, i) =>
      i === 0 || i === queries - 1 ? state : nothing,
    );
    return JSON.stringify({ results });
  };
}

describe.each(WAYS)("%s, the other engine answers, and says so, when Meilisearch", (_, engineAt) => {
  test("is not configured", async () => {
    expect(await over(null).search(query())).toMatchObject(degraded);
    expect(await over(null).standing()).toMatchObject({
      ...degraded,
      snapshot: 7,
      reason: expect.any(String),
    });
  });

  test("is not there", async () => {
    const gone = engineAt(`http://127.0.0.1:${await freePort()}`);
    expect(await over(gone).search(query())).toMatchObject(degraded);
    expect(await over(gone).standing()).toMatchObject({
      ...degraded,
      reason: expect.stringContaining("ECONNREFUSED"),
    });
  });

  test.each([
    ["answers with an error", 500, "{}"],
    ["refuses the key", 403, '{"code":"invalid_api_key","message":"","type":"auth","link":""}'],
    ["has no index", 404, '{"code":"index_not_found","message":"","type":"invalid_request","link":""}'],
    ["answers with something else", 200, "{}"],
    ["answers with nothing", 200, ""],
    ["answers with no JSON", 200, "<html>"],
    [
      "answers with hits of another kind",
      200,
      '{"results":[{"hits":[{"format":1}]},{"hits":[{"document":1}]}]}',
    ],
    ...[1, "{}", "['x']", "["].map((document): [string, number, string] => {
      const state = { hits: [{ format: SEARCH_FORMAT, snapshot: 1, publishedAt: "" }] };
      const results = [state, { hits: [{ document }] }, state];
      return [`answers with ${JSON.stringify(document)} for a document`, 200, JSON.stringify({ results })];
    }),
  ])("%s", async (_, status, body) => {
    const url = await wrongServer((respond) => respond(status, body));
    expect(await over(engineAt(url)).search(query())).toMatchObject(degraded);
    expect(await over(engineAt(url)).suggest("恒")).toMatchObject(degraded);
    expect(await over(engineAt(url)).standing()).toMatchObject(degraded);
  });

  test("cuts its answers short", async () => {
    const url = await wrongServer((_, request) =>
      request.socket.end("HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{"),
    );
    expect(await over(engineAt(url)).search(query())).toMatchObject(degraded);
  });

  test("does not answer in time: it is cut off", async () => {
    const url = await wrongServer(() => undefined);
    const start = Date.now();
    expect(await over(engineAt(url), { timeoutMs: 200 }).search(query())).toMatchObject(degraded);
    expect(Date.now() - start).toBeLessThan(1_500);
  });
});

describe("a Meilisearch that fails", () => {
  test("is left alone for a while, so that a slow one does not slow every search", async () => {
    let asked = 0;
    const url = await wrongServer(() => {
      asked++;
    });
    const search = over(kept({ url }), { timeoutMs: 200, retryAfterMs: 60_000 });
    await search.search(query());
    const start = Date.now();
    for (let i = 0; i < 50; i++) await search.search(query());
    expect(Date.now() - start).toBeLessThan(200);
    expect(asked).toBeLessThanOrEqual(2); // one search, and one look how it is
  });

  test("holds up one search a little when it is looked at again, and the first after it is well finds it so", async () => {
    let hangs = true;
    const url = await wrongServer(async (respond) => {
      if (!hangs) respond(200, sound());
    });
    const search = over(kept({ url }), { timeoutMs: 1_000 });
    expect(await search.search(query())).toMatchObject(degraded);
    await pause(150);
    const start = Date.now();
    expect(await search.search(query())).toMatchObject(degraded);
    expect(Date.now() - start).toBeLessThan(700);
    hangs = false;
    await pause(1_300);
    expect(await search.search(query())).toMatchObject(well);
  });

  test("is reported once when it goes and once when it comes back, and never with what was typed", async () => {
    let broken = true;
    const url = await wrongServer(async (respond) =>
      broken
        ? respond(500, '{"message":"can\'t read 张三","code":"internal","type":"internal","link":""}')
        : respond(200, sound()),
    );
    const said: { engine: string; reason: string | null }[] = [];
    const search = over(kept({ url }), { onChange: (standing) => said.push(standing) });
    for (let i = 0; i < 3; i++) await search.search(query({ q: "张三" }));
    broken = false;
    await pause(150);
    await search.search(query({ q: "张三" }));
    expect(said).toEqual([
      { engine: "postgresql", reason: expect.stringContaining("internal") },
      { engine: "meilisearch", reason: null },
    ]);
    expect(JSON.stringify(said)).not.toContain("张三");
  });
});

test("a query that Meilisearch refuses is answered by the other engine, and the next one is not", async () => {
  let refuses = true;
  const body = '{"message":"","code":"invalid_search_filter","type":"invalid_request","link":""}';
  const url = await wrongServer(async (respond) => (refuses ? respond(400, body) : respond(200, sound())));
  const search = over(kept({ url }), { retryAfterMs: 60_000 });
  expect(await search.search(query())).toMatchObject(degraded);
  refuses = false;
  expect(await search.search(query())).toMatchObject(well);
});

test("a database that can't say what is published is no reason to leave Meilisearch", async () => {
  const url = await wrongServer(async (respond) => respond(200, sound()));
  const currentSnapshot = () => Promise.reject(new Error("connection refused"));
  expect(await over(kept({ url }), { currentSnapshot }).search(query())).toMatchObject(well);
});

test("an index ahead of what is published, as after a restored database, is not believed at all", async () => {
  let held = 9;
  const url = await wrongServer(async (respond) => respond(200, sound(held)));
  const search = over(kept({ url }));
  expect(await search.search(query())).toMatchObject({ ...degraded, snapshot: 7 });
  expect(await search.standing()).toMatchObject({
    ...degraded,
    reason: "its index holds snapshot 9, published is 7",
  });
  held = 7;
  await pause(150);
  expect(await search.search(query())).toMatchObject(well);
});

const missing =
  (await findMeilisearchProgram())?.usable === true ? null : "no recent meilisearch program on the PATH";
describe.skipIf(missing !== null)(
  `with a real Meilisearch that comes and goes${missing === null ? "" : ` (skipped: ${missing})`}`,
  () => {
    async function* documents() {
      yield DOCUMENTS;
    }
    const started = async () => {
      const server = await ownMeilisearch();
      closing.push(server.close);
      return server;
    };
    const asked = query({ q: "恒达" });

    /** When it is looked at again depends on the clock, and how soon it answers on the machine. */
    const recovered = (search: Search) =>
      vi.waitFor(async () => expect(await search.search(asked)).toMatchObject({ ...well, total: 3 }), {
        timeout: 20_000,
        interval: 100,
      });

    test("killed it is missed, back it answers, and an empty one in its place is not believed until it is built", async () => {
      const server = await started();
      const build = () => meilisearchIndex(server).build(nightOf(7, DOCUMENTS.length), documents());
      await build();
      const search = over(kept(server));
      expect(await search.search(asked)).toMatchObject({ ...well, total: 3 });
      await server.kill();
      expect(await search.search(asked)).toMatchObject(degraded);
      await server.again({ empty: false });
      await recovered(search);
      await server.again({ empty: true });
      expect(await search.search(asked)).toMatchObject(degraded);
      expect(await search.standing()).toMatchObject({
        ...degraded,
        reason: expect.stringContaining("index_not_found"),
      });
      await build();
      await recovered(search);
    });

    test("killed in the middle of many searches, each of them is answered", async () => {
      const server = await started();
      await meilisearchIndex(server).build(nightOf(7, DOCUMENTS.length), documents());
      const search = over(kept(server));
      let isKilled = false;
      const [before, after] = [new Set<string>(), new Set<string>()];
      const asking = Array.from({ length: 20 }, async () => {
        while (after.size === 0) {
          const seen = isKilled ? after : before;
          seen.add((await search.search(asked)).engine);
          await pause(1);
        }
      });
      while (!before.has("meilisearch")) await pause(5);
      await server.kill();
      isKilled = true;
      await Promise.all(asking);
      expect([...after]).toEqual(["postgresql"]);
    });

    test("an index behind what is published is believed for a while and no longer, until it has caught up", async () => {
      const server = await started();
      await meilisearchIndex(server).build(nightOf(6, DOCUMENTS.length), documents());
      const search = over(kept(server), { graceMs: 300 });
      expect(await search.search(asked)).toMatchObject({ ...well, snapshot: 6 });
      await pause(400);
      expect(await search.search(asked)).toMatchObject(degraded);
      await meilisearchIndex(server).update(nightOf(7, DOCUMENTS.length), {
        changed: (async function* () {})(),
        removed: [],
      });
      await pause(150);
      expect(await search.search(asked)).toMatchObject({ ...well, snapshot: 7 });
    });
  },
);
