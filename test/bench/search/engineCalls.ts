import postgres from "postgres";
import type { SearchEngine } from "../../../src/search/engine.ts";
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
  return {
    name: "postgresql",
    engine: postgresEngine(sql),
    async during(work) {
      calls = [];
      await work();
      return calls;
    },
    async close() {
      await sql.end({ timeout: 5 });
      await straight.end({ timeout: 5 });
    },
  };
}

/** Watches what the client fetches: it has no other way to its server. */
export function watchedMeilisearch(server: MeilisearchOptions): Watched {
  const untouched = globalThis.fetch;
  let calls: Call[] = [];
  return {
    name: "meilisearch",
    engine: meilisearchEngine(server),
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
