import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import { openDatabase } from "../../../src/db/client.ts";
import { lookupCounter } from "../../../src/db/lookups.ts";
import { openSearch, type Resources } from "../../../src/resources.ts";
import { overKeptConnections } from "../../../src/search/keptConnections.ts";
import type { MeilisearchOptions } from "../../../src/search/meilisearchClient.ts";
import { startServer } from "../reads.ts";
import { type Watched, watchedMeilisearch, watchedPostgres } from "./engineCalls.ts";
import type { JudgedQuery, QueryClass } from "./queryClass.ts";
import { type Ask, routeLines } from "./routeTime.ts";
import { suggestLines } from "./suggestTime.ts";

const searchPath = (q: string) => `/api/v1/enterprises?q=${encodeURIComponent(q)}`;
const suggestPath = (q: string) => `/api/v1/suggest?q=${encodeURIComponent(q)}`;

function needOk(status: number): void {
  if (status !== 200) throw new Error(`The route answers ${status}`);
}

/** Of all requests here, as of one that keeps its connection. */
const NOWHERE = new Socket();

/** What a listener writes to; told at its end. */
class Outgoing extends ServerResponse {
  readonly #ended: (status: number, body: unknown) => void;
  constructor(incoming: IncomingMessage, ended: (status: number, body: unknown) => void) {
    super(incoming);
    this.#ended = ended;
  }
  override end(body?: unknown): this {
    this.#ended(this.statusCode, body);
    return this;
  }
}

/** Has a listener of node:http answer in this process, without a connection. @returns the body */
async function answered(listener: ReturnType<typeof getRequestListener>, path: string): Promise<unknown> {
  const incoming = new IncomingMessage(NOWHERE);
  const asked = { method: "GET", url: path, headers: { host: "bench" }, rawHeaders: ["Host", "bench"] };
  const { status, body } = await new Promise<{ status: number; body: unknown }>((done, fail) => {
    const outgoing = new Outgoing(Object.assign(incoming, asked), (status, body) => done({ status, body }));
    listener(incoming, outgoing).catch(fail);
  });
  needOk(status);
  return body;
}

/** The route in this process, as the service hears and answers but without a connection: what the service itself adds. */
function routeWithin(
  database: string,
  server: MeilisearchOptions | null,
): { ask: Ask; suggest: Ask; close(): Promise<void> } {
  const sql = openDatabase(database, { max: 2 });
  const log = { info: () => undefined, warn: () => undefined, error: console.error };
  const meilisearch = server === null ? null : overKeptConnections(server);
  const resources: Resources = {
    ...{ config: readConfig({ DATABASE_URL: database }), sql, log, metrics: null, now: () => new Date() },
    ...{ search: openSearch({ sql, meilisearch, log }), lookups: lookupCounter() },
    authenticate: () => Promise.reject(new Error("nobody signs in here")),
  };
  const app = createApp();
  const listener = getRequestListener((request) => app.fetch(request, resources));
  const get = (path: string) => answered(listener, path);
  return {
    ask: (q) => get(searchPath(q)),
    suggest: (q) => get(suggestPath(q)),
    close: () => sql.end({ timeout: 5 }),
  };
}

async function linesOf(
  watched: Watched,
  of: { database: string; server: MeilisearchOptions | null },
  queries: ReadonlyMap<QueryClass, readonly JudgedQuery[]>,
): Promise<string[]> {
  const { database, server } = of;
  const env = server === null ? {} : { MEILI_URL: server.url, MEILI_KEY: server.key ?? "" };
  const { child, origin } = await startServer(database, env);
  const within = routeWithin(database, server);
  try {
    const overHttp: Ask = async (q) => {
      const answer = await fetch(origin + searchPath(q));
      needOk(answer.status);
      return answer.text();
    };
    return [
      ...(await routeLines(watched, { within: within.ask, overHttp }, queries)),
      ...(await suggestLines(watched, within.suggest, queries)),
    ];
  } finally {
    child.kill();
    await within.close();
    await watched.close();
  }
}

/**
 * What the route adds to its engine's calls, in its process and over HTTP, and what a relaxed search adds to a plain one.
 * Needs the database, whatever engine answers: the route reads the snapshot there.
 */
export async function routesTimed(
  of: { database: string | null; server: MeilisearchOptions | null },
  queries: ReadonlyMap<QueryClass, readonly JudgedQuery[]>,
): Promise<string[]> {
  const { database, server } = of;
  if (database === null) return [];
  const lines = ["the route against its engine's calls sent straight to the server: medians in ms, in turns"];
  lines.push(...(await linesOf(watchedPostgres(database), { database, server: null }, queries)));
  if (server !== null)
    lines.push(...(await linesOf(watchedMeilisearch(server), { database, server }, queries)));
  return lines;
}
