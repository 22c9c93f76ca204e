import type { ISql } from "./client.ts";

/** The current names of the codes that are known here; of a former code, of the enterprise that had it. */
export async function namesOf(sql: ISql, usccs: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ uscc: string; name: string }[]>`
    select c.code as uscc, d.document ->> 'name' as name
    from (
      select code, code as uscc from unnest(${[...usccs]}::text[]) as code
      union all
      select code, uscc from published.former_code where code = any(${[...usccs]}::text[]) and to_snapshot = 2147483647
    ) c join published.search_document d on d.uscc = c.uscc`;
  return new Map(rows.map((row) => [row.uscc, row.name]));
}
