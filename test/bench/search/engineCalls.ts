import postgres from "postgres";
import { openDatabase } from "../../../src/db/client.ts";
import type { SearchEngine } from "../../../src/search/engine.ts";
import { overKeptConnections } from "../../../src/search/keptConnections.ts";
import { meilisearchEngine } from "../../../src/search/meilisearch.ts";
import type { MeilisearchOptions } from "../../../src/search/meilisearchClient.ts";
import { postgresEngine } from "../../../src/search/postgres.ts";

/** One thing an engine of ours asked the server for. */
export interface Call {
  /** When it was sent, as of `performance.now()`. */
  at: number;
  /** Sends it again, straight to the server, and reads the whole answer. */
  again(): Promise<unknown>;
}

/** An engine of ours that tells what it asks its server for. */
export interface Watched {
  name: SearchEngine["name"];
  engine: SearchEngine;
  /** One that keeps nothing from one question to the next. */
  forgetful: SearchEngine;
  /** The same engine as the service has it, unwatched. */
  plain: SearchEngine;
  /** What was asked for while the work was done. Only one at a time. */
  during(work: () => Promise<unknown>): Promise<Call[]>;
  close(): Promise<void>;
}

/** @param url of a database that holds the documents */
export function watchedPostgres(url: string): Watched {
  let calls: Call[] = [];
  const sql = postgres(url, {
    ...{ max: 1, onnotice: () => undefined },
    debug(_connection, query, parameters: unknown[]) {
      const values = parameters as postgres.ParameterOrJSON<never>[]; // what the driver was given itself
      calls.push({ at: performance.now(), again: () => straight.unsafe(query, values, { prepare: true }) });
    },
  });
  const straight = postgres(url, { max: 1, onnotice: () => undefined });
  const unwatched = openDatabase(url, { max: 1 });
  return {
    name: "postgresql",
    engine: postgresEngine(sql),
    forgetful: postgresEngine(sql, { keeps: false }),
    plain: postgresEngine(unwatched),
    async during(work) {
      calls = [];
      await work();
      return calls;
    },
    async close() {
      for (const each of [sql, straight, unwatched]) await each.end({ timeout: 5 });
    },
  };
}

/** Watches what the client fetches: it has no other way to its server. */
export function watchedMeilisearch(server: MeilisearchOptions): Watched {
  const untouched = globalThis.fetch;
  let calls: Call[] = [];
  const engine = meilisearchEngine(server);
  return {
    ...{ name: "meilisearch", engine, forgetful: engine },
    plain: meilisearchEngine(overKeptConnections(server)),
    async during(work) {
      calls = [];
      globalThis.fetch = (target, init) => {
        const { signal: _, ...rest } = init ?? {};
        calls.push({
          at: performance.now(),
          again: async () => (await untouched(target, rest)).text(),
        });
        return untouched(target, init);
      };
      try {
        await work();
      } finally {
        globalThis.fetch = untouched;
      }
      return calls;
    },
    close: async () => undefined,
  };
}
