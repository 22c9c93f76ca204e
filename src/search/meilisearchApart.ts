import type { Meilisearch } from "meilisearch";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import type { MeilisearchOptions } from "./meilisearchClient.ts";
import { indexChanges, searchLive, TRIES } from "./meilisearchLive.ts";
import { type AskedQuery, longOnes } from "./meilisearchQuery.ts";
import { documentIn } from "./packedDocument.ts";

/** What one of several ways finds. */
interface Way {
  query: AskedQuery;
  documents: SearchDocument[];
  /** It finds more than was fetched. */
  isCrowded: boolean;
}

/** What ways find, each document once. */
export const allOf = (ways: readonly { documents: readonly SearchDocument[] }[]): SearchDocument[] => [
  ...new Map(
    ways.flatMap(({ documents }) => documents).map((document) => [document.uscc, document]),
  ).values(),
];

/** What each of several ways finds, in one request. @throws as `searchLive` */
export async function searchApart(
  client: Meilisearch,
  options: MeilisearchOptions,
  of: { queries: readonly AskedQuery[]; limit: number },
): Promise<{ snapshot: number; documents: SearchDocument[]; ways: Way[] }> {
  const { queries, limit } = of;
  const plain = queries.map(({ weight: _, ...query }) => ({ ...query, limit }));
  const { snapshot, answers } = await searchLive(client, options, plain);
  const ways = queries.map((query, i) => {
    const hits = answers[i]?.hits ?? [];
    return { query, documents: hits.map(documentIn), isCrowded: hits.length >= limit };
  });
  return { snapshot, documents: allOf(ways), ways };
}

/**
 * Candidates for what is near to a text. Nearly always each way to be near finds few, so only those that find more are asked again, for
 * names that are long enough.
 * @throws as `searchLive`
 */
export async function searchNear(
  client: Meilisearch,
  options: MeilisearchOptions,
  of: { queries: readonly AskedQuery[]; limit: number; typed: string },
): Promise<{ snapshot: number; documents: SearchDocument[] }> {
  for (let left = TRIES; left > 0; left--) {
    const first = await searchApart(client, options, of);
    const crowded = first.ways.filter(({ isCrowded }) => isCrowded).map(({ query }) => query);
    if (crowded.length === 0) return first;
    const { limit } = of;
    const queries = longOnes(crowded, of.typed);
    const second = await searchApart(client, options, { queries, limit });
    const { snapshot } = second;
    if (snapshot === first.snapshot) return { snapshot, documents: allOf([first, second]) };
  }
  throw indexChanges();
}
