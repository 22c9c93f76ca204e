import type { SearchParams } from "meilisearch";
import { FACETS, type FacetName, type SearchQuery } from "./engine.ts";
import { askFor, codeParts, reversed } from "./meilisearchDocument.ts";
import type { QueryReading } from "./reading.ts";

const FIELDS: Readonly<Record<FacetName, string>> = {
  district: "district",
  status: "status",
  industry: "industry",
  list: "lists",
  type: "type",
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

const exactly = (uscc: string) => {
  const { head, rest } = codeParts(uscc);
  return `(codeHead = ${quoted(head)} AND codes = ${quoted(rest)})`;
};

/** Each line has to hold; of a line's conditions, one. */
function readingFilter(reading: QueryReading): string[][] {
  if (reading.readAs === "code") return [[exactly(reading.uscc)]];
  if (reading.readAs === "code_repaired") return [reading.repairs.map(exactly)];
  if (reading.readAs !== "code_part") return [];
  const { part } = reading;
  const { head, rest } = codeParts(part);
  const beginning =
    rest === ""
      ? `codeHead STARTS WITH ${quoted(head)}`
      : `(codeHead = ${quoted(head)} AND codes STARTS WITH ${quoted(rest)})`;
  // `codes` begin with the organisation code, or are registration numbers.
  return [[beginning, `codes STARTS WITH ${quoted(part)}`, `codeEnds STARTS WITH ${quoted(reversed(part))}`]];
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
    q: reading.readAs === "name" || reading.readAs === "pinyin" ? askFor(reading.parts) : "",
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
