import { ENTERPRISE_TYPES } from "../enterprise/enterpriseTypes.ts";
import { INDUSTRIES } from "../enterprise/industries.ts";
import { LISTS } from "../enterprise/lists.ts";
import { ListId } from "../enterprise/record.ts";
import { regionLabel } from "../enterprise/regions.ts";
import { STATUSES } from "../enterprise/statuses.ts";
import type { FacetName, FacetValue } from "./engine.ts";

/** The Chinese label of a facet's code; the code itself when it has none. */
export function facetLabel(facet: FacetName, code: string): string {
  if (facet === "status") return STATUSES.labels(code)?.zh ?? code;
  if (facet === "industry") return INDUSTRIES.labels(code)?.zh ?? code;
  if (facet === "type") return ENTERPRISE_TYPES.labels(code)?.zh ?? code;
  if (facet === "district") return regionLabel(code) ?? code;
  const list = ListId.safeParse(code);
  return list.success ? LISTS[list.data].title.zh : code;
}

/** Largest first, then by code. */
export function facetValues(facet: FacetName, counts: Iterable<readonly [string, number]>): FacetValue[] {
  return [...counts]
    .map(([code, count]) => ({ code, label: facetLabel(facet, code), count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
