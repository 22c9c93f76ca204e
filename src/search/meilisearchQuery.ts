import type { SearchParams } from "meilisearch";
import { FACETS, type FacetName, type SearchQuery } from "./engine.ts";
import { askFor, CODE_HEAD, reversed } from "./meilisearchDocument.ts";
import type { QueryReading } from "./readQuery.ts";

const FIELDS: Readonly<Record<FacetName, string>> = {
  district: "district",
  status: "status",
  industry: "industry",
  list: "lists",
};
const SORTS: Readonly<Record<SearchQuery["sort"], string[]>> = {
  relevance: [],
  established: ["established:asc"],
  "-established": ["established:desc"],
  name: ["nameOrder:asc"],
};

/** A caller may send anything as a code: quoted, it means nothing to the language of filters. */
const quoted = (value: string) => `"${value.replace(/[\\"]/g, "\\$&")}"`;
const oneOf = (field: string, values: readonly string[]) =>
  values.length === 0 ? [] : [values.map((value) => `${field} = ${quoted(value)}`)];

/** Each line has to hold; of a line's conditions, one. */
function readingFilter(reading: QueryReading): string[][] {
  if (reading.readAs === "code") return oneOf("codes", [reading.uscc]);
  if (reading.readAs === "code_repaired") return oneOf("codes", reading.repairs);
  if (reading.readAs !== "code_part") return [];
  const { part } = reading;
  // All codes of a city begin alike: a short part would unite a million values, were it not for their common head.
  const beginning = part.length <= CODE_HEAD ? ["codeHead", "codes"] : ["codes"];
  return [
    [
      ...beginning.map((field) => `${field} STARTS WITH ${quoted(part)}`),
      `codeEnds STARTS WITH ${quoted(reversed(part))}`,
    ],
  ];
}

function filterOf(query: SearchQuery, reading: QueryReading): string[][] {
  return [
    ...readingFilter(reading),
    ...oneOf("district", query.district),
    ...oneOf("status", query.status),
    ...oneOf("industry", query.industry),
    ...oneOf("type", query.type),
    ...oneOf("lists", query.list),
  ];
}

/** What the index is asked for by a reading. Without text, the youngest come first. */
export function searchParams(
  query: SearchQuery,
  reading: QueryReading,
  withFacets: boolean,
): SearchParams & { q: string } {
  const browsing = query.sort === "relevance" && reading.readAs === "all";
  return {
    q: reading.readAs === "name" ? askFor(reading.parts) : "",
    filter: filterOf(query, reading),
    sort: SORTS[browsing ? "-established" : query.sort],
    matchingStrategy: "all",
    offset: (query.page - 1) * query.size,
    limit: query.size,
    ...(withFacets ? { facets: FACETS.map((facet) => FIELDS[facet]) } : {}),
  };
}

/** Codes and counts of one facet in an answer's distribution. */
export function countsOf(
  distribution: Record<string, Record<string, number>> | undefined,
  facet: FacetName,
): [string, number][] {
  return Object.entries(distribution?.[FIELDS[facet]] ?? {});
}
