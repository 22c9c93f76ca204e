import { FILTERS } from "../enterprise/filterCodes.ts";
import type { EngineStanding, Search, SearchAnswer, SearchQuery } from "../search/engine.ts";
import { WITHOUT_FILTERS } from "./searchParameters.ts";

export interface AnswerWithAlternatives extends SearchAnswer, EngineStanding {
  /** What the same text finds without any filter, where the filters leave nothing, or nothing but relaxed answers. */
  unfiltered: Pick<SearchAnswer, "total" | "relaxed"> | null;
}

/**
 * A search as people read it. Codes of one filter are alternatives, so the facet of a filter in use counts what choosing
 * another code as well would add: everything that the other filters leave. That is one more search of one hit for each
 * filter in use; the API answers with the plain counts.
 */
export async function searchWithAlternatives(
  search: Search,
  query: SearchQuery,
): Promise<AnswerWithAlternatives> {
  const inUse = FILTERS.filter((name) => query[name].length > 0);
  const one = { page: 1, size: 1 };
  const [answer, ...others] = await Promise.all([
    search.search(query),
    ...inUse.map((name) => search.search({ ...query, ...one, [name]: [] })),
  ]);
  const facets = { ...answer.facets };
  inUse.forEach((name, i) => {
    facets[name] = others[i]?.facets[name] ?? [];
  });
  const hidden = inUse.length > 0 && query.q !== "" && (answer.total === 0 || answer.relaxed);
  const unfiltered = hidden ? await search.search({ ...query, ...WITHOUT_FILTERS, ...one }) : null;
  return { ...answer, facets, unfiltered };
}
