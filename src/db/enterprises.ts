import type { ISql } from "./client.ts";

/** The current names of the codes that are known here. */
export async function namesOf(sql: ISql, usccs: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ uscc: string; name: string }[]>`
    select uscc, document ->> 'name' as name from published.search_document where uscc = any(${[...usccs]}::text[])`;
  return new Map(rows.map((row) => [row.uscc, row.name]));
}
