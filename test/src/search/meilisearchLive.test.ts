import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SEARCH_FORMAT } from "../../../src/search/format.ts";
import { meilisearchClient } from "../../../src/search/meilisearchClient.ts";
import { searchLive } from "../../../src/search/meilisearchLive.ts";
import { freePort } from "../../realMeilisearch.ts";

const STATE = { hits: [{ id: "state", format: SEARCH_FORMAT, snapshot: 7, publishedAt: "2026-11-24" }] };
const later = { hits: [{ ...STATE.hits[0], snapshot: 8 }] };

describe("a search of the live index, of a process that answers what it is told", () => {
  let server: Server;
  let url: string;
  let answers: unknown[] = [];
  beforeAll(async () => {
    server = createServer((_, response) => {
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
    });
    const port = await freePort();
    await new Promise<void>((up) => server.listen(port, "127.0.0.1", up));
    url = `http://127.0.0.1:${port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const search = (...said: unknown[]) => {
    answers = said;
    return searchLive(meilisearchClient({ url }, 1_000), { url }, [{ q: "" }]);
  };
  const results = (...of: unknown[]) => ({ results: of });

  test("gives the snapshot and the hits", async () => {
    const found = await search(results(STATE, { hits: [{ document: 1 }] }, STATE));
    expect(found).toEqual({ snapshot: 7, answers: [{ hits: [{ document: 1 }], facetDistribution: {} }] });
  });

  test("asks again when the index was swapped in between, and gives up when it always is", async () => {
    const mixed = results(STATE, { hits: [{ document: 1 }] }, later);
    const whole = results(later, { hits: [{ document: 2 }] }, later);
    expect(await search(mixed, whole)).toMatchObject({ snapshot: 8, answers: [{ hits: [{ document: 2 }] }] });
    await expect(search(mixed)).rejects.toMatchObject({ code: "engine_unavailable" });
  });

  test.each([
    ["no results", {}],
    ["null", null],
    ["fewer results than searches", results(STATE, STATE)],
    ["a result without hits", results(STATE, {}, STATE)],
    ["hits that are no list", results(STATE, { hits: {} }, STATE)],
    ["hits that are no objects", results(STATE, { hits: [1] }, STATE)],
    ["facets that are no counts", results(STATE, { hits: [], facetDistribution: { status: 1 } }, STATE)],
    ["a state without numbers", results({ hits: [{ format: "4", snapshot: 7 }] }, { hits: [] }, STATE)],
    ["no state", results({ hits: [] }, { hits: [] }, { hits: [] })],
  ])("is a failure, never an empty answer: %s", async (_, answer) => {
    await expect(search(answer)).rejects.toMatchObject({ code: "engine_unavailable" });
  });
});
