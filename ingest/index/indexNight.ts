import type { Sql } from "../../src/db/client.ts";
import type { SearchDocument } from "../../src/enterprise/searchDocument.ts";
import type { SearchIndex } from "../../src/search/engine.ts";
import { SEARCH_FORMAT } from "../../src/search/format.ts";

export interface Indexed {
  documents: number;
  engine: "meilisearch" | "postgresql";
}

/** More changes than this share of all documents, and a whole build beside is cheaper than changing the live index. */
const REBUILD_SHARE = 0.5;

/**
 * Brings the index beside the database up to the snapshot: changes since what it holds, or a whole build when it holds
 * nothing this version can read. Without one, the documents were published with the snapshot already.
 */
export async function indexNight(
  night: { sql: Sql; index: SearchIndex | null },
  published: { snapshot: number; enterprises: number },
): Promise<Indexed> {
  const { sql, index } = night;
  if (index === null)
    return { documents: await changedSince(sql, published.snapshot - 1), engine: "postgresql" };
  const state = await index.state();
  const behind = state === null ? published.enterprises : await changedSince(sql, state.snapshot);
  const usable = state !== null && state.format === SEARCH_FORMAT && state.snapshot <= published.snapshot;
  if (!usable || behind > REBUILD_SHARE * published.enterprises)
    return rebuildIndex(sql, index, published.snapshot);
  const removed = await sql<{ uscc: string }[]>`
    select uscc from published.search_removed where removed_in > ${state.snapshot} order by uscc`;
  const changed = documents(sql, state.snapshot);
  const sent = await index.update(
    published.snapshot,
    changed,
    removed.map((row) => row.uscc),
  );
  return { documents: sent, engine: "meilisearch" };
}

/** Builds the whole index beside the live one from the current snapshot. */
export async function rebuildIndex(sql: Sql, index: SearchIndex, snapshot: number): Promise<Indexed> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from published.search_document`;
  return {
    documents: await index.build(snapshot, documents(sql, -1), row?.count ?? 0),
    engine: "meilisearch",
  };
}

async function changedSince(sql: Sql, snapshot: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select (select count(*) from published.search_document where changed_in > ${snapshot})::int
      + (select count(*) from published.search_removed where removed_in > ${snapshot})::int as count`;
  return row?.count ?? 0;
}

async function* documents(sql: Sql, after: number): AsyncGenerator<SearchDocument[]> {
  const rows = sql<{ document: string }[]>`
    select document from published.search_document where changed_in > ${after} order by uscc`.cursor(2_000);
  for await (const piece of rows) yield piece.map((row): SearchDocument => JSON.parse(row.document));
}
