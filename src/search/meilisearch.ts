import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { answerSearch, answerSuggest, type Found, pageOfAll } from "./answering.ts";
import type { Comparison } from "./comparison.ts";
import type { FacetName, FacetValue, SearchEngine, SearchQuery } from "./engine.ts";
import { facetValues } from "./labels.ts";
import { COMPARED, fetchedFor, isCompared, MOST_COMPARED, withoutLookalikes } from "./lookalikes.ts";
import { allOf, searchApart, searchNear } from "./meilisearchApart.ts";
import { type MeilisearchOptions, meilisearchClient, unavailable } from "./meilisearchClient.ts";
import { type LiveAnswer, searchLive, searchUnion } from "./meilisearchLive.ts";
import { type Asked, asked, countsOf } from "./meilisearchQuery.ts";
import { documentIn } from "./packedDocument.ts";
import { isWeighed, weighed } from "./weighed.ts";

/** A search that takes longer is cut off, and the fallback answers. */
const SEARCH_TIMEOUT_MS = 2_000;

/** So many are compared for suggestions, which are ten and are not counted. */
const SUGGESTED_FROM = 30;
/** So many candidates are compared with what was typed; a text that leaves more is too common to be near anything. */
const CANDIDATES = 400;
/** Of one way to be near. */
const LEAST_CANDIDATES = 60;

/**
 * The engine tells only by the first pair in which attribute a part stands, so a company once called as another is now may come
 * before it: what was fetched in order of relevance is put in the order of its scores, which are the same in both engines.
 */
function inOrder(
  documents: SearchDocument[],
  { reading, score }: Comparison,
  sort: SearchQuery["sort"],
): SearchDocument[] {
  if (reading.readAs === "all" || sort !== "relevance") return documents;
  return [...documents].sort((a, b) => score(b) - score(a));
}

function foundIn(said: { snapshot: number; answers: LiveAnswer[] }, withFacets: boolean): Found {
  const { snapshot, answers } = said;
  const [answer] = answers;
  const counts = (facet: FacetName) => countsOf(answer?.facetDistribution ?? {}, facet);
  const documents = (answer?.hits ?? []).map(documentIn);
  const facet = (name: FacetName): FacetValue[] => facetValues(name, counts(name));
  return {
    ...{ snapshot, documents },
    // Every document has one status, so their counts add up to the total; the engine's own stops at the page cap.
    total: withFacets ? counts("status").reduce((sum, [, n]) => sum + n, 0) : documents.length,
    facets: {
      district: facet("district"),
      status: facet("status"),
      industry: facet("industry"),
      list: facet("list"),
      type: facet("type"),
    },
  };
}

/**
 * Searches the live index. A reading is one request, which also says which snapshot the index holds; where several ways to
 * answer find much, their union is asked for in another.
 */
export function meilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const client = meilisearchClient(options, SEARCH_TIMEOUT_MS);

  async function ask({ queries, page }: Asked) {
    if (queries.length > 1) return searchUnion(client, options, { queries, page });
    const plain = queries.map(({ weight: _, ...query }) => ({ ...query, ...page }));
    return searchLive(client, options, plain);
  }

  async function findNear(query: SearchQuery, comparison: Comparison): Promise<Found> {
    const { reading } = comparison;
    const { queries } = asked(query, reading, { offset: 0, limit: CANDIDATES, withFacets: false });
    const limit = Math.max(LEAST_CANDIDATES, Math.ceil(CANDIDATES / Math.max(1, queries.length)));
    const { snapshot, documents } =
      reading.readAs === "near"
        ? await searchNear(client, options, { queries, limit, typed: reading.typed })
        : await searchApart(client, options, { queries, limit });
    return pageOfAll({ snapshot, documents: weighed(documents, comparison, query.sort) }, query);
  }

  /**
   * What really answers among what each way finds. A way that is whole and has no answers, or of which a hundred only look like some,
   * isn't asked again; of fewer of a longer one nothing can be said.
   */
  async function apartFrom(
    asked: Asked["queries"],
    of: { comparison: Comparison; limit: number; sort: SearchQuery["sort"] },
  ) {
    const { comparison, limit, sort } = of;
    const { snapshot, ways } = await searchApart(client, options, { queries: asked, limit });
    const answering = ways
      .map((way) => ({
        ...way,
        documents: way.documents.filter((each) => comparison.matched(each) !== null),
      }))
      .filter(({ isCrowded, documents }) => documents.length > 0 || (isCrowded && limit < COMPARED));
    const documents = weighed(allOf(answering), comparison, sort);
    const isWhole = !answering.some(({ isCrowded }) => isCrowded);
    return { snapshot, documents, isWhole, queries: answering.map(({ query }) => query) };
  }

  async function find(
    query: SearchQuery,
    of: { comparison: Comparison; withFacets: boolean },
  ): Promise<Found> {
    const { comparison, withFacets } = of;
    const { reading } = comparison;
    if (isWeighed(reading)) return findNear(query, comparison);
    const { offset, limit } = fetchedFor(query, reading, withFacets ? COMPARED : SUGGESTED_FROM);
    const isFirst = offset === 0;
    const { queries, page } = asked(query, reading, { offset, limit, withFacets });
    // Ways that find little are put together here: in one request instead of three. So are suggestions, which nobody counts.
    const isApart = queries.length > 1 && query.sort === "relevance" && (isFirst || isCompared(reading));
    const apart = isApart
      ? await apartFrom(queries, { comparison, limit: isFirst ? limit : COMPARED, sort: query.sort })
      : null;
    if (apart !== null && (apart.isWhole || !withFacets)) return pageOfAll(apart, query);
    const ways = apart?.queries ?? queries;
    const left = async (rows: typeof page) => {
      const said = await ask({ queries: ways, page: rows });
      return withoutLookalikes(foundIn(said, withFacets), comparison, rows.offset === 0);
    };
    const { found, isDoubtful } = await left(page);
    const isCounted = withFacets && isCompared(reading);
    if (
      isDoubtful ||
      (isCounted && !isFirst && (await left({ ...page, offset: 0, limit: COMPARED })).isDoubtful)
    ) {
      const all = await apartFrom(ways, { comparison, limit: MOST_COMPARED, sort: query.sort });
      if (all.isWhole) return pageOfAll(all, query);
    }
    // Some of each way: in their union the shortest of one may leave no place for another's.
    const isMerged = isFirst && apart !== null && apart.snapshot === found.snapshot;
    const documents = isMerged ? allOf([found, apart]) : found.documents;
    const from = isFirst ? (query.page - 1) * query.size : 0;
    return {
      ...found,
      documents: inOrder(documents, comparison, query.sort).slice(from, from + query.size),
    };
  }

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw unavailable(error);
    }
  };
  const snapshot = async () => (await searchLive(client, options, [])).snapshot;

  return {
    name: "meilisearch",
    search: (query) =>
      guarded(() =>
        answerSearch(query, (asked, comparison) => find(asked, { comparison, withFacets: true })),
      ),
    suggest: (q) =>
      guarded(() =>
        answerSuggest(q, {
          find: (asked, comparison) => find(asked, { comparison, withFacets: false }),
          snapshot,
        }),
      ),
    snapshot: () => guarded(snapshot),
  };
}
