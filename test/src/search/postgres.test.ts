import { afterAll, beforeAll } from "vitest";
import type { Sql } from "../../../src/db/client.ts";
import { postgresRow } from "../../../src/search/grams.ts";
import { postgresEngine } from "../../../src/search/postgres.ts";
import { freshDatabase } from "../../database.ts";
import { DOCUMENTS, engineContract } from "./engineContract.ts";

let full: Awaited<ReturnType<typeof freshDatabase>>;
let empty: Awaited<ReturnType<typeof freshDatabase>>;

async function fill(sql: Sql): Promise<void> {
  await sql`
    insert into published.snapshot (id, published_at, day, enterprises, changed, list_totals, coverage, coverage_hash, demo)
    values (7, now(), '2026-11-24', ${DOCUMENTS.length}, 0, '{}', '[]', '', false)`;
  for (const document of DOCUMENTS) {
    const row = postgresRow(document);
    await sql`
      insert into published.search_document (uscc, name_key, grams, status, district, industry, type, lists, established, document)
      values (${document.uscc}, ${row.nameKey}, ${row.grams}, ${row.status}, ${row.district}, ${row.industry}, ${row.type}, ${[...row.lists]},
        ${row.established}, ${JSON.stringify(document)}::text::json)`;
  }
}

beforeAll(async () => {
  full = await freshDatabase();
  empty = await freshDatabase();
  await fill(full.sql);
});
afterAll(async () => {
  await full.close();
  await empty.close();
});

engineContract(() => ({ engine: postgresEngine(full.sql), empty: postgresEngine(empty.sql) }));
