import type { MultiSearchParams, MultiSearchQuery } from "meilisearch";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { CreditError } from "../errors.ts";
import type { FacetName, SearchAnswer, SearchEngine, SearchHit, SearchQuery } from "./engine.ts";
import { SEARCH_FORMAT } from "./format.ts";
import { facetValues } from "./labels.ts";
import { matchedIn } from "./mark.ts";
import {
  liveIndex,
  type MeilisearchOptions,
  meilisearchClient,
  stateIndex,
  unavailable,
} from "./meilisearchClient.ts";
import { codeBeginning, codeEnd, partWords } from "./meilisearchDocument.ts";
import { type QueryReading, readQuery } from "./readQuery.ts";
import { scoreOf } from "./score.ts";

/** A search that takes longer is cut off, and the fallback answers. */
const SEARCH_TIMEOUT_MS = 2_000;

const FACET_FIELDS: Readonly<Record<FacetName, string>> = {
  district: "districtCode",
  status: "statusCode",
  industry: "industryCode",
  list: "lists",
};
const SORTS: Readonly<Record<SearchQuery["sort"], string[]>> = {
  relevance: [],
  established: ["established:asc"],
  "-established": ["established:desc"],
  name: ["nameKey:asc"],
};

/** Filter values are codes, but a caller may send anything: quoted, they mean nothing to the filter's language. */
const quoted = (value: string) => `"${value.replace(/[\\"]/g, "\\$&")}"`;

function filterOf(query: SearchQuery, reading: QueryReading): string[][] {
  const oneOf = (field: string, values: readonly string[]) =>
    values.length === 0 ? [] : [values.map((value) => `${field} = ${quoted(value)}`)];
  const codes =
    reading.readAs === "code" ? [reading.uscc] : reading.readAs === "code_repaired" ? reading.repairs : [];
  return [
    ...oneOf("uscc", codes),
    ...oneOf("districtCode", query.district),
    ...oneOf("statusCode", query.status),
    ...oneOf("industryCode", query.industry),
    ...oneOf("typeCode", query.type),
    ...oneOf("lists", query.list),
  ];
}

/** The ways to ask for a reading; more than one are asked at once and united. */
function wordings(reading: QueryReading): { q: string; attributes: string[] }[] {
  if (reading.readAs === "code_part") {
    const { part } = reading;
    const name = { q: partWords(part).join(" "), attributes: ["pairs", "formerPairs"] };
    return [
      { q: codeBeginning(part), attributes: ["codes"] },
      { q: codeEnd(part), attributes: ["codes"] },
      name,
    ];
  }
  if (reading.readAs !== "name") return [{ q: "", attributes: ["pairs"] }];
  // Only the last word of a query may be the beginning of a token, so single characters go last, and only one can.
  const parts = [...reading.parts].sort((a, b) => b.length - a.length);
  const budget = Math.max(2, Math.floor(10 / parts.length));
  return [
    { q: parts.flatMap((part) => partWords(part, budget)).join(" "), attributes: ["pairs", "formerPairs"] },
  ];
}

interface StateHit {
  format: number;
  snapshot: number;
}

function readState(hits: readonly Record<string, unknown>[]): StateHit {
  const { format, snapshot } = hits[0] ?? {};
  if (typeof format !== "number" || typeof snapshot !== "number")
    throw new CreditError("engine_unavailable", "Meilisearch holds no index of ours");
  if (format !== SEARCH_FORMAT)
    throw new CreditError(
      "engine_unavailable",
      `Meilisearch holds an index of format ${format}, not ${SEARCH_FORMAT}`,
    );
  return { format, snapshot };
}

interface IndexedHit {
  document: SearchDocument;
}

function hitOf(document: SearchDocument, reading: QueryReading): SearchHit {
  return { ...document, matched: matchedIn(document, reading), score: scoreOf(document, reading) };
}

/** Searches the live index; each answer is one request, which also says which snapshot the index holds. */
export function meilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const client = meilisearchClient(options, SEARCH_TIMEOUT_MS);
  const state: MultiSearchQuery = { indexUid: stateIndex(options), q: "", limit: 1 };

  async function ask(query: SearchQuery, reading: QueryReading, withFacets: boolean) {
    const asked = wordings(reading);
    // Several wordings are united here, so each has to bring all that the page may need.
    const united = asked.length > 1;
    const queries = asked.map(
      ({ q, attributes }): MultiSearchQuery => ({
        indexUid: liveIndex(options),
        q,
        attributesToSearchOn: attributes,
        filter: filterOf(query, reading),
        sort: SORTS[query.sort],
        matchingStrategy: "all",
        ...(united
          ? { offset: 0, limit: query.page * query.size }
          : { page: query.page, hitsPerPage: query.size }),
        ...(withFacets ? { facets: Object.values(FACET_FIELDS) } : {}),
      }),
    );
    try {
      const params: MultiSearchParams = { queries: [state, ...queries] };
      const { results } = await client.multiSearch(params);
      const [held, ...answers] = results;
      return { ...readState(held?.hits ?? []), answers };
    } catch (error) {
      throw unavailable(error);
    }
  }

  async function search(query: SearchQuery): Promise<SearchAnswer> {
    const reading = readQuery(query.q);
    const nothing = reading.readAs === "name" && reading.parts.length === 0;
    const { snapshot, answers } = await ask(nothing ? { ...query, status: ["none"] } : query, reading, true);
    const united = answers.length > 1;
    const seen = new Map<string, SearchDocument>();
    for (const answer of answers)
      for (const hit of answer.hits) {
        const { document } = hit as unknown as IndexedHit; // what meilisearchDocument put there; nothing else is displayed
        // Pairs in another order than asked for are none of what was typed.
        if (reading.readAs === "all" || matchedIn(document, reading) !== null)
          seen.set(document.uscc, document);
      }
    const documents = [...seen.values()];
    const from = united ? (query.page - 1) * query.size : 0;
    const counts = (facet: FacetName) => {
      const sums = new Map<string, number>();
      for (const answer of answers)
        for (const [code, n] of Object.entries(answer.facetDistribution?.[FACET_FIELDS[facet]] ?? {}))
          sums.set(code, (sums.get(code) ?? 0) + n);
      return facetValues(facet, sums);
    };
    return {
      readAs: reading.readAs,
      relaxed: reading.readAs === "code_repaired" && documents.length > 0,
      total: united
        ? Math.max(documents.length, ...answers.map((answer) => answer.estimatedTotalHits ?? 0))
        : (answers[0]?.totalHits ?? 0),
      hits: documents.slice(from, from + query.size).map((document) => hitOf(document, reading)),
      facets: {
        district: counts("district"),
        status: counts("status"),
        industry: counts("industry"),
        list: counts("list"),
      },
      snapshot,
    };
  }

  return {
    name: "meilisearch",
    search,
    async suggest(q) {
      const reading = readQuery(q);
      const query: SearchQuery = {
        q,
        district: [],
        status: [],
        industry: [],
        type: [],
        list: [],
        sort: "relevance",
        page: 1,
        size: 10,
      };
      if (reading.readAs === "all") return { suggestions: [], snapshot: (await this.snapshot()) ?? 0 };
      const { hits, snapshot } = await search(query);
      const suggestions = hits.flatMap(({ uscc, name, matched }) =>
        matched === null ? [] : [{ uscc, name, matched }],
      );
      return { suggestions, snapshot };
    },
    async snapshot() {
      try {
        const { results } = await client.multiSearch({ queries: [state] });
        return readState(results[0]?.hits ?? []).snapshot;
      } catch (error) {
        throw unavailable(error);
      }
    },
  };
}
