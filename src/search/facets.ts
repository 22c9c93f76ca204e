import type { SearchDocument } from "../enterprise/searchDocument.ts";
import type { FacetName, FacetValue } from "./engine.ts";
import { facetValues } from "./labels.ts";

const CODES: Readonly<Record<FacetName, (document: SearchDocument) => readonly (string | undefined)[]>> = {
  district: ({ district }) => [district?.code],
  status: ({ status }) => [status.code],
  industry: ({ industry }) => [industry?.code],
  list: ({ lists }) => lists,
  type: ({ type }) => [type?.code],
};

function counted(facet: FacetName, documents: readonly SearchDocument[]): FacetValue[] {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const code of CODES[facet](document))
      if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  return facetValues(facet, counts);
}

/** The facets of an answer that is known whole. */
export function facetsOf(documents: readonly SearchDocument[]): Record<FacetName, FacetValue[]> {
  return {
    district: counted("district", documents),
    status: counted("status", documents),
    industry: counted("industry", documents),
    list: counted("list", documents),
    type: counted("type", documents),
  };
}
