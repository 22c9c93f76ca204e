import type { Meilisearch } from "meilisearch";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import type { MeilisearchOptions } from "./meilisearchClient.ts";
import { indexChanges, searchLive, TRIES } from "./meilisearchLive.ts";
import { type AskedQuery, longOnes } from "./meilisearchQuery.ts";
import { documentIn } from "./packedDocument.ts";

/** What some queries find, each document once. */
interface Apart {
  snapshot: number;
  documents: SearchDocument[];
  /** Those that find more than was fetched. */
  crowded: AskedQuery[];
}

const once = (documents: readonly SearchDocument[]) => [
  ...new Map(documents.map((document) => [document.uscc, document])).values(),
];

/** What each of several ways finds, in one request. @throws as `searchLive` */
export async function searchApart(
  client: Meilisearch,
  options: MeilisearchOptions,
  of: { queries: readonly AskedQuery[]; limit: number },
): Promise<Apart> {
  const { queries, limit } = of;
  const plain = queries.map(({ weight: _, ...query }) => ({ ...query, limit }));
  const { snapshot, answers } = await searchLive(client, options, plain);
  const documents = answers.flatMap(({ hits }) => hits.map(documentIn));
  const crowded = queries.filter((_, i) => (answers[i]?.hits.length ?? 0) >= limit);
  return { snapshot, documents: once(documents), crowded };
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
): Promise<Pick<Apart, "snapshot" | "documents">> {
  for (let left = TRIES; left > 0; left--) {
    const first = await searchApart(client, options, of);
    if (first.crowded.length === 0) return first;
    const { limit } = of;
    const queries = longOnes(first.crowded, of.typed);
    const second = await searchApart(client, options, { queries, limit });
    const { snapshot } = second;
    if (snapshot === first.snapshot)
      return { snapshot, documents: once([...first.documents, ...second.documents]) };
  }
  throw indexChanges();
}
