import { availableParallelism } from "node:os";
import type { Config } from "../src/config.ts";
import { openDatabase, type Sql } from "../src/db/client.ts";
import { openEmbedded } from "../src/db/embedded.ts";
import { migrate } from "../src/db/migrate.ts";
import { meilisearchIndex } from "../src/search/meilisearchIndex.ts";
import { renewKeys } from "../src/search/postgresKeys.ts";
import { openMeilisearchProgram } from "../src/search/program.ts";
import type { SearchIndex } from "../src/search/searchIndex.ts";
import type { Feed } from "./feed.ts";
import { loadFeeds } from "./feedRegistry.ts";
import type { StageInbox } from "./inbox.ts";

/** Each holds up to 140 MB, of the 512 MB that a night may take; and each keeps a core of the database's busy beside its own. */
const MOST_THREADS = 2;

/** What the commands work with: the database, the feeds, and the index when there is one. */
export interface Pipeline {
  sql: Sql;
  feeds: ReadonlyMap<string, Feed>;
  threads: StageInbox["threads"];
  /** Opened when first asked for. */
  index(): Promise<SearchIndex | null>;
  close(): Promise<void>;
}

/** Opens the database that the configuration names (or the embedded one), brings it up to date, and reads the feeds. */
export async function openPipeline(config: Config): Promise<Pipeline> {
  const embedded = config.databaseUrl === undefined ? await openEmbedded(config.dataDir) : undefined;
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? "";
  const sql = openDatabase(databaseUrl, { max: 6, name: "credit-ningbo ingest" });
  let program: Awaited<ReturnType<typeof openMeilisearchProgram>> = null;
  try {
    await migrate(sql);
    await renewKeys(sql);
    const feeds = await loadFeeds();
    return {
      sql,
      feeds,
      threads: { databaseUrl, count: Math.min(availableParallelism(), MOST_THREADS) },
      async index() {
        if (config.meili !== undefined) return meilisearchIndex(config.meili);
        program ??= await openMeilisearchProgram(config.dataDir, sql);
        return program === null ? null : meilisearchIndex(program);
      },
      async close() {
        await program?.close();
        await sql.end({ timeout: 5 });
        await embedded?.close();
      },
    };
  } catch (error) {
    await sql.end({ timeout: 1 });
    await embedded?.close();
    throw error;
  }
}
