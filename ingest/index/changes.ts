import type { Sql } from "../../src/db/client.ts";
import type { SearchDocument } from "../../src/enterprise/searchDocument.ts";

/** How many documents came, changed or went after a snapshot. */
export async function changesSince(sql: Sql, snapshot: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select (select count(*) from published.search_document where changed_in > ${snapshot})::int
      + (select count(*) from published.search_removed where removed_in > ${snapshot})::int as count`;
  return row?.count ?? 0;
}

/** Documents that came or changed after a snapshot, by code; all of them after 0. Memory: one batch. */
export async function* changedDocuments(sql: Sql, after: number): AsyncGenerator<SearchDocument[]> {
  const rows = sql<{ document: string }[]>`
    select document from published.search_document where changed_in > ${after} order by uscc`.cursor(2_000);
  for await (const piece of rows) yield piece.map((row): SearchDocument => JSON.parse(row.document));
}

/** Codes of the documents that went after a snapshot. */
export async function removedSince(sql: Sql, snapshot: number): Promise<string[]> {
  const rows = await sql<{ uscc: string }[]>`
    select uscc from published.search_removed where removed_in > ${snapshot} order by uscc`;
  return rows.map((row) => row.uscc);
}
