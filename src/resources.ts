import type { Authenticate } from "./auth/authenticate.ts";
import type { Config } from "./config.ts";
import type { Sql } from "./db/client.ts";
import { expiredHits } from "./db/expiredHits.ts";
import type { Lookups } from "./db/lookups.ts";
import { publishedNight } from "./db/publishedNight.ts";
import { currentSnapshot } from "./db/snapshots.ts";
import { dayInShanghai } from "./enterprise/dates.ts";
import type { Search } from "./search/engine.ts";
import { searchWithFallback } from "./search/fallback.ts";
import { meilisearchEngine } from "./search/meilisearch.ts";
import type { MeilisearchOptions } from "./search/meilisearchClient.ts";
import { liveIndexState } from "./search/meilisearchIndex.ts";
import { postgresEngine } from "./search/postgres.ts";
import { indexFault } from "./search/searchIndex.ts";

/** Fields may hold nothing that is not public: no query text, no ids of persons, no rows. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What is measured of requests. `route` is the pattern, never the address that was asked for. */
export interface Metrics {
  request(of: { method: string; route: string; status: number; seconds: number }): void;
  /** The exposition text of Prometheus. */
  expose(): Promise<{ contentType: string; text: string }>;
}

/** What requests need, opened once by a process, or once per request on Workers. The `Bindings` of the Hono app. */
export interface Resources {
  config: Config;
  sql: Sql;
  search: Search;
  lookups: Lookups;
  authenticate: Authenticate;
  log: Log;
  /** null where nothing scrapes (Workers). */
  metrics: Metrics | null;
  now(): Date;
}

export interface SearchOptions {
  sql: Sql;
  meilisearch: MeilisearchOptions | null;
  /**
   * Told when Meilisearch answers but its index has to be mended. Where it is given, the index is compared with its settings and
   * with what is published at the start, with each new snapshot and now and then: some requests, too many for each of a Worker's.
   */
  onWrongIndex?: (reason: string) => void;
  /** Whether this is opened for one request, as on Workers: then nothing is kept for another. */
  forOneRequest?: boolean;
  log: Log;
  /** The clock that expiry is judged by; the system's unless given. */
  now?: () => Date;
}

/**
 * Meilisearch where there is one, with PostgreSQL behind it; a change of who answers is logged. Hits are brought up to the
 * day, whatever night the index is of.
 */
export function openSearch(options: SearchOptions): Search {
  const { sql, meilisearch, log, now = () => new Date() } = options;
  const { onWrongIndex } = options;
  const engines = searchWithFallback({
    ...(meilisearch === null || onWrongIndex === undefined
      ? {}
      : { onWrongIndex, compare: comparison(sql, meilisearch) }),
    primary: meilisearch === null ? null : meilisearchEngine(meilisearch),
    fallback: postgresEngine(sql, { keeps: options.forOneRequest !== true }),
    currentSnapshot: async () => (await currentSnapshot(sql))?.id ?? null,
    onNotCompared: (hindrance) => log.warn({ hindrance }, "the search index is not compared"),
    onChange: ({ engine, reason }) =>
      reason === null
        ? log.info({ engine }, "search engine answers again")
        : log.warn({ engine, reason }, "search is degraded"),
  });
  const upToDate = expiredHits(sql);
  return {
    ...engines,
    async search(query) {
      const found = await engines.search(query);
      return { ...found, hits: await upToDate(found.hits, dayInShanghai(now())) };
    },
  };
}

/** The index first, then what is published: see `indexFault`. A key that may only search can't compare: that is said, and no fault. */
function comparison(sql: Sql, meilisearch: MeilisearchOptions): () => Promise<string | null> {
  const state = liveIndexState(meilisearch);
  return async () => {
    const held = await state();
    const published = await publishedNight(sql);
    return published === null ? null : indexFault(held, published);
  };
}
