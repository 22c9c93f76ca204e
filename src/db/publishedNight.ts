import type { ISql } from "./client.ts";

/**
 * The night that readers see, as an index is compared with it: its number, its instant (RFC 3339, UTC) and how many documents
 * are published. Null before the first night. Counts all documents: not for every request.
 */
export async function publishedNight(
  sql: ISql,
): Promise<{ snapshot: number; publishedAt: string; documents: number } | null> {
  const [row] = await sql<{ id: number; published_at: Date; documents: number }[]>`
    select id, published_at, (select count(*)::int from published.search_document) as documents
    from published.snapshot order by id desc limit 1`;
  if (row === undefined) return null;
  return { snapshot: row.id, publishedAt: row.published_at.toISOString(), documents: row.documents };
}

/** When a night was published (RFC 3339, UTC), or null when there was none of that number. */
export async function nightPublishedAt(sql: ISql, snapshot: number): Promise<string | null> {
  const [row] = await sql<{ published_at: Date }[]>`
    select published_at from published.snapshot where id = ${snapshot}`;
  return row?.published_at.toISOString() ?? null;
}
