import { GRAMS_FORMAT } from "../../search-config/postgres.ts";
import type { ISql, Sql } from "../db/client.ts";
import { SearchDocument } from "../enterprise/searchDocument.ts";
import { postgresRow } from "./grams.ts";

/** One process at a time. */
const KEYS_LOCK = 7_301_007;
const PIECE = 2_000;
/** Of more than this share of all documents the index is built anew: row by row it costs ten times as much. */
const REBUILD_SHARE = 0.1;

async function counted(tx: ISql): Promise<{ stale: number; all: number }> {
  const [row] = await tx<{ stale: number; all: number }[]>`
    select count(*) filter (where grams_format <> ${GRAMS_FORMAT})::int as stale, count(*)::int as all
    from published.search_document`;
  return row ?? { stale: 0, all: 0 };
}

/** @returns the last code of the piece, or null when there was none left */
async function renewPiece(tx: ISql, after: string): Promise<string | null> {
  const rows = await tx<{ uscc: string; document: string }[]>`
    select uscc, document::text as document from published.search_document
    where uscc collate "C" > ${after} and grams_format <> ${GRAMS_FORMAT} order by uscc collate "C" limit ${PIECE}`;
  const made = rows.map(({ document }) => postgresRow(SearchDocument.parse(JSON.parse(document))));
  await tx`
    update published.search_document d
    set name_key = r.name_key, grams = r.grams::int[], place_key = r.place_key, grams_format = ${GRAMS_FORMAT}
    from unnest(${rows.map(({ uscc }) => uscc)}::text[], ${made.map(({ nameKey }) => nameKey)}::text[],
      ${made.map(({ grams }) => grams)}::text[], ${made.map(({ placeKey }) => placeKey)}::text[])
      as r (uscc, name_key, grams, place_key)
    where d.uscc = r.uscc`;
  return rows.at(-1)?.uscc ?? null;
}

/**
 * Writes the search keys of all documents again that another format made, from the documents themselves: in one transaction,
 * so that no search finds half of them. Until then `postgresEngine` throws. Costs some two minutes a million documents, and
 * one look at an index when there is nothing to do. Who opens the database calls it, after the migrations.
 * @returns how many were written
 */
export async function renewKeys(sql: Sql): Promise<number> {
  const [found] = await sql<{ stale: boolean }[]>`
    select coalesce(min(grams_format) <> ${GRAMS_FORMAT} or max(grams_format) <> ${GRAMS_FORMAT}, false) as stale
    from published.search_document`;
  if (found?.stale !== true) return 0;
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${KEYS_LOCK})`;
    const { stale, all } = await counted(tx);
    const anew = stale > REBUILD_SHARE * all;
    if (anew) await tx`drop index published.search_document_grams`;
    for (let after: string | null = ""; after !== null; ) after = await renewPiece(tx, after);
    if (anew) {
      await tx`set local maintenance_work_mem = '512MB'`;
      await tx`create index search_document_grams on published.search_document using gin (grams)
        with (gin_pending_list_limit = 65536)`;
    }
    return stale;
  });
}
