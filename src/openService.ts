import type { ChildProcess } from "node:child_process";
import { authenticator, remoteIssuer, type TrustedIssuer } from "./auth/authenticate.ts";
import { ownIssuer } from "./auth/signingKey.ts";
import type { Config } from "./config.ts";
import { openDatabase, type Sql } from "./db/client.ts";
import { openEmbedded } from "./db/embedded.ts";
import { type Lookups, lookupCounter } from "./db/lookups.ts";
import { migrate } from "./db/migrate.ts";
import { currentSnapshot } from "./db/snapshots.ts";
import { indexRepair } from "./indexRepair.ts";
import { signingKey } from "./localKeys.ts";
import { processMetrics } from "./processMetrics.ts";
import { type Log, openSearch, type Resources } from "./resources.ts";
import type { Search } from "./search/engine.ts";
import { overKeptConnections } from "./search/keptConnections.ts";
import type { MeilisearchOptions } from "./search/meilisearchClient.ts";
import { renewKeys } from "./search/postgresKeys.ts";
import { openMeilisearchProgram } from "./search/program.ts";

const FLUSH_MS = 5_000;

export interface Service {
  resources: Resources;
  /** Writes what is still counted, lets go of the engines and of the database. */
  close(): Promise<void>;
}

export interface ServiceOptions {
  config: Config;
  log: Log;
  /** Told what goes on, for people at the terminal. */
  say(text: string): void;
  /** Starts what brings the search index up to date, when it is found wrong. Without it the next night does. */
  reindex?: () => ChildProcess;
}

type Closing = () => Promise<unknown> | undefined;

/** What has to be undone, last opened first; one that fails does not keep the others. */
async function closeAll(closings: Closing[], log: Log): Promise<void> {
  for (const close of closings.reverse())
    await Promise.resolve(close()).catch((err) => log.warn({ err }, "something did not close"));
}

/** Opens the database (embedded without DATABASE_URL), brings it up to date, and opens the search engines. */
export async function openService(options: ServiceOptions): Promise<Service> {
  const { config, log, say } = options;
  const closings: Closing[] = [];
  try {
    const sql = await openSql(options, closings);
    const applied = await migrate(sql);
    if (applied.length > 0) say(`  database: migrations applied: ${applied.join(", ")}`);
    const renewed = await renewKeys(sql);
    if (renewed > 0) say(`  database: search keys of ${renewed} enterprises written again`);
    const now = () => new Date();
    const search = await openEngines({ ...options, now }, sql, closings);
    const lookups = lookupCounter();
    closings.push(flushRegularly(lookups, sql, log));
    const authenticate = authenticator({ trusted: trustedBy(config), now });
    const metrics = processMetrics({ sql, search, now });
    return {
      resources: { config, sql, search, lookups, authenticate, log, metrics, now },
      close: () => closeAll(closings, log),
    };
  } catch (error) {
    await closeAll(closings, log);
    throw error;
  }
}

async function openSql({ config, say }: ServiceOptions, closings: Closing[]): Promise<Sql> {
  let url = config.databaseUrl;
  if (url === undefined) {
    say(`  database: embedded PostgreSQL in ${config.dataDir} …`);
    const embedded = await openEmbedded(config.dataDir);
    closings.push(() => embedded.close());
    url = embedded.url;
  }
  const sql = openDatabase(url, { max: 20 });
  closings.push(() => sql.end({ timeout: 5 }));
  const [row] = await sql<{ version: string }[]>`select current_setting('server_version') as version`;
  say(`  database: PostgreSQL ${row?.version} ready`);
  return sql;
}

/** The identity provider of the configuration, or this service itself, whose key is made when the first token comes. */
function trustedBy(config: Config): () => Promise<TrustedIssuer> {
  if (config.auth !== undefined) {
    const remote = remoteIssuer(config.auth);
    return async () => remote;
  }
  let own: Promise<TrustedIssuer> | undefined;
  return () => {
    own ??= signingKey(config.dataDir)
      .then(ownIssuer)
      .catch((error) => {
        own = undefined;
        throw error;
      });
    return own;
  };
}

async function openEngines(options: ServiceOptions & { now(): Date }, sql: Sql, closings: Closing[]) {
  const { log, now, reindex } = options;
  const meilisearch = await openMeilisearch(options, sql, closings);
  const repair = reindex === undefined ? null : indexRepair({ start: reindex, log });
  if (repair !== null) closings.push(() => repair.close());
  const onWrongIndex = (reason: string) => repair?.ask(reason);
  const server = meilisearch === null ? null : overKeptConnections(meilisearch);
  const search = openSearch({ sql, meilisearch: server, log, now, onWrongIndex });
  if (meilisearch !== null)
    void compareAtStart({ sql, search, onWrongIndex }).catch((err) =>
      log.warn({ err }, "the index is not compared yet"),
    );
  return search;
}

/**
 * The index may be of another version, changed by hand, lost, or restored. Nobody waits for this: PostgreSQL answers as soon as
 * something is found. An index that is only behind answers for a while, but a night that was to bring it up may have died.
 */
async function compareAtStart(of: {
  sql: Sql;
  search: Search;
  onWrongIndex(reason: string): void;
}): Promise<void> {
  const { degraded, snapshot } = await of.search.standing();
  const published = await currentSnapshot(of.sql);
  if (!degraded && published !== null && snapshot !== published.id)
    of.onWrongIndex(`the index holds snapshot ${snapshot}, published is ${published.id}`);
}

async function openMeilisearch(
  { config, log, say }: ServiceOptions,
  sql: Sql,
  closings: Closing[],
): Promise<MeilisearchOptions | null> {
  if (config.meili !== undefined) {
    say(`  search: Meilisearch at ${config.meili.url}`);
    return config.meili;
  }
  const warn = (text: string) => log.warn({}, text);
  const program = await openMeilisearchProgram(config.dataDir, sql, warn).catch((err) => {
    log.warn({ err }, "the meilisearch program can't be started");
    return null;
  });
  if (program !== null) closings.push(() => program.close());
  say(
    program === null
      ? "  search: PostgreSQL (no meilisearch program that can be used)"
      : "  search: Meilisearch",
  );
  return program;
}

/** @returns what ends it: the last counts are written then */
function flushRegularly(lookups: Lookups, sql: Sql, log: Log): Closing {
  const flush = () =>
    lookups.flush(sql).catch((err) => log.warn({ err }, "look-ups could not be counted yet"));
  const timer = setInterval(flush, FLUSH_MS);
  return () => {
    clearInterval(timer);
    return flush();
  };
}
