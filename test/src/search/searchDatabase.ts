import type { Sql } from "../../../src/db/client.ts";
import type { SearchDocument } from "../../../src/enterprise/searchDocument.ts";
import { postgresRow } from "../../../src/search/grams.ts";
import { freshDatabase } from "../../database.ts";

/** Puts documents into the PostgreSQL engine's index, or changes those that are there. */
export async function putDocuments(sql: Sql, documents: readonly SearchDocument[]): Promise<void> {
  for (const document of documents) {
    const row = postgresRow(document);
    await sql`
      insert into published.search_document (uscc, name_key, grams, grams_format, place_key, status, district, industry, type, lists, established, document)
      values (${document.uscc}, ${row.nameKey}, ${row.grams}, ${row.gramsFormat}, ${row.placeKey}, ${row.status}, ${row.district}, ${row.industry}, ${row.type},
        ${[...row.lists]}, ${row.established}, ${JSON.stringify(document)}::text::json)
      on conflict (uscc) do update set name_key = excluded.name_key, grams = excluded.grams, status = excluded.status,
        district = excluded.district, lists = excluded.lists, document = excluded.document`;
    for (const code of document.formerCodes ?? [])
      await sql`
        insert into published.former_code (code, uscc, from_snapshot) values (${code}, ${document.uscc}, 7) on conflict do nothing`;
  }
}

/** A database of its own whose snapshot 7 holds these documents. */
export async function filledDatabase(
  documents: readonly SearchDocument[],
): Promise<Awaited<ReturnType<typeof freshDatabase>>> {
  const database = await freshDatabase();
  await database.sql`
    insert into published.snapshot (id, published_at, day, enterprises, changed, list_totals, coverage, coverage_hash, demo)
    values (7, now(), '2026-11-24', ${documents.length}, 0, '{}', '[]', '', false)`;
  await putDocuments(database.sql, documents);
  return database;
}
