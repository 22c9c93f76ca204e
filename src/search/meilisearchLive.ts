import type {
  FederatedMultiSearchParams,
  Meilisearch,
  MultiSearchParams,
  MultiSearchQuery,
} from "meilisearch";
import { CreditError } from "../errors.ts";
import { SEARCH_FORMAT } from "./format.ts";
import { liveIndex, type MeilisearchOptions, stateIndex } from "./meilisearchClient.ts";

/** A query of the live index; its name is filled in here. */
export type LiveQuery = Omit<MultiSearchQuery, "indexUid">;

/** One answer of the live index, with the members that were found to be there. */
export interface LiveAnswer {
  hits: readonly object[];
  facetDistribution: Readonly<Record<string, Record<string, number>>>;
}

const otherShape = () =>
  new CreditError("engine_unavailable", "Meilisearch answers with something else than results");

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** What is not an answer is not taken for an empty one: a server in between may answer anything with 200. */
function liveAnswer(result: unknown): LiveAnswer {
  if (!isObject(result) || !("hits" in result) || !Array.isArray(result.hits)) throw otherShape();
  if (!result.hits.every(isObject)) throw otherShape();
  const facets = "facetDistribution" in result ? (result.facetDistribution ?? {}) : {};
  if (!isObject(facets)) throw otherShape();
  const counts = Object.entries(facets).map(([name, values]): [string, Record<string, number>] => {
    if (!isObject(values)) throw otherShape();
    return [name, Object.fromEntries(Object.entries(values))];
  });
  return { hits: result.hits, facetDistribution: Object.fromEntries(counts) };
}

interface StateSaid {
  format: number;
  snapshot: number;
  publishedAt: unknown;
}

function stateSaid(result: unknown): StateSaid {
  const [held] = liveAnswer(result).hits;
  if (held === undefined || !("format" in held) || !("snapshot" in held))
    throw new CreditError("engine_unavailable", "Meilisearch holds no index of ours");
  const { format, snapshot } = held;
  if (typeof format !== "number" || typeof snapshot !== "number") throw otherShape();
  if (format !== SEARCH_FORMAT)
    throw new CreditError(
      "engine_unavailable",
      `Meilisearch holds an index of format ${format}, not ${SEARCH_FORMAT}`,
    );
  return { format, snapshot, publishedAt: "publishedAt" in held ? held.publishedAt : null };
}

/** A swap falls between the searches of one request now and then; never twice in a row. */
export const TRIES = 3;

export const indexChanges = () =>
  new CreditError("engine_unavailable", "Meilisearch's index changes while it is searched");

/**
 * Searches of the live index in one request, all of one index: the server takes them one after another, and indexes may be swapped
 * in between, so what the index is of is asked before them and after them (0.1 ms), and all again when it is not the same.
 * @returns the snapshot that the index holds, and one answer for each query
 * @throws CreditError `engine_unavailable` when there is no index of this format, or the answer has another shape; the client's errors
 */
export async function searchLive(
  client: Meilisearch,
  options: MeilisearchOptions,
  queries: readonly LiveQuery[],
): Promise<{ snapshot: number; answers: LiveAnswer[] }> {
  const state: MultiSearchQuery = { indexUid: stateIndex(options), q: "", limit: 1 };
  const searches = queries.map((query) => ({ ...query, indexUid: liveIndex(options) }));
  const asked = searches.length === 0 ? [state] : [state, ...searches, state];
  for (let left = TRIES; left > 0; left--) {
    const said: unknown = await client.multiSearch<MultiSearchParams>({ queries: asked });
    const results: unknown = isObject(said) && "results" in said ? said.results : null;
    if (!Array.isArray(results) || results.length !== asked.length) throw otherShape();
    const before = stateSaid(results[0]);
    const after = stateSaid(results.at(-1));
    if (before.snapshot !== after.snapshot || before.publishedAt !== after.publishedAt) continue;
    return { snapshot: before.snapshot, answers: results.slice(1, -1).map(liveAnswer) };
  }
  throw indexChanges();
}

/** A query of a union: those of greater weight come first, then it is the sort's turn. */
export type UnionQuery = Pick<
  LiveQuery,
  "q" | "filter" | "sort" | "matchingStrategy" | "attributesToSearchOn"
> & {
  weight: number;
};

/** Of a union as a whole. */
export interface UnionPage {
  offset: number;
  limit: number;
  facets: string[];
}

/**
 * What any of the queries finds, each document once, with the counts of the whole: one request, of one state of the index. The
 * state's index can't be asked in it, so it is asked before and after.
 * @throws CreditError as `searchLive`
 */
export async function searchUnion(
  client: Meilisearch,
  options: MeilisearchOptions,
  of: { queries: readonly UnionQuery[]; page: UnionPage },
): Promise<{ snapshot: number; answers: LiveAnswer[] }> {
  const { offset, limit, facets } = of.page;
  const indexUid = liveIndex(options);
  const counted = { facetsByIndex: { [indexUid]: facets }, mergeFacets: { maxValuesPerFacet: 5_000 } };
  const asked: FederatedMultiSearchParams = {
    federation: { offset, limit, ...(facets.length === 0 ? {} : counted) },
    queries: of.queries.map(({ weight, ...query }) => ({
      ...query,
      indexUid,
      federationOptions: { weight },
    })),
  };
  for (let left = TRIES; left > 0; left--) {
    const before = await searchLive(client, options, []);
    const said: unknown = await client.multiSearch<FederatedMultiSearchParams>(asked);
    const answer = liveAnswer(said);
    const after = await searchLive(client, options, []);
    if (before.snapshot === after.snapshot) return { snapshot: after.snapshot, answers: [answer] };
  }
  throw indexChanges();
}
