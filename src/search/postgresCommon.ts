import type { Sql } from "../db/client.ts";
import { neededGrams } from "./grams.ts";
import type { QueryReading } from "./readQuery.ts";

/** From this share of all documents on, reading every name costs less than fetching each match by itself. */
const COMMON = 0.1;
/** Statistics change with the nights. */
const READ_AGAIN_MS = 600_000;
/** A longer part has a gram that is not common. */
const LONGEST = 8;

/**
 * Which grams many documents have, by the statistics that PostgreSQL keeps itself (`analyze`). Without them none is
 * common, and a search for one is right all the same, but slow.
 */
export function commonGrams(sql: Sql): { allOf(reading: QueryReading): Promise<boolean> } {
  let known: { grams: Promise<ReadonlySet<string>>; readAt: number } | null = null;

  async function read(): Promise<ReadonlySet<string>> {
    const rows = await sql<{ gram: string }[]>`
      select e.gram from pg_stats s
      cross join lateral unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as e (gram, share)
      where s.schemaname = 'published' and s.tablename = 'search_document' and s.attname = 'grams' 
        and e.gram is not null and e.share >= ${COMMON}`;
    return new Set(rows.map((row) => row.gram));
  }

  return {
    /** Whether every gram that a reading asks for is common. */
    async allOf(reading) {
      if (reading.readAs !== "name" || reading.parts.some((part) => part.length > LONGEST)) return false;
      if (known === null || Date.now() - known.readAt > READ_AGAIN_MS) {
        known = { grams: read(), readAt: Date.now() };
        known.grams.catch(() => {
          known = null;
        });
      }
      const common = await known.grams;
      return reading.parts.length > 0 && reading.parts.flatMap(neededGrams).every((gram) => common.has(gram));
    },
  };
}
