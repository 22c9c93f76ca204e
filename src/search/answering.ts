import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { type Comparison, comparisonWith } from "./comparison.ts";
import type { SearchAnswer, SearchHit, SearchQuery, Suggestion, Suggestions } from "./engine.ts";
import { facetsOf } from "./facets.ts";
import { answerInTurn } from "./reading.ts";
import { readingsOf } from "./readQuery.ts";

/** What an engine finds by one reading: the page of it, and the total and facets of all. */
export interface Found {
  snapshot: number;
  total: number;
  documents: SearchDocument[];
  facets: SearchAnswer["facets"];
}

/** A search for suggestions: no filter, the first ten. */
const suggesting = (q: string): SearchQuery => ({
  ...{ q, district: [], status: [], industry: [], type: [], list: [] },
  ...{ sort: "relevance", page: 1, size: 10 },
});

function hitOf(document: SearchDocument, { matched, score }: Comparison): SearchHit {
  return { ...document, matched: matched(document), score: score(document) };
}

/** The page of an answer that is known whole. */
export function pageOfAll(all: Pick<Found, "snapshot" | "documents">, { page, size }: SearchQuery): Found {
  const { snapshot, documents } = all;
  const offset = (page - 1) * size;
  return {
    ...{ snapshot, total: documents.length, facets: facetsOf(documents) },
    documents: documents.slice(offset, offset + size),
  };
}

/** The answer by the first reading that finds anything. */
export async function answerSearch(
  query: SearchQuery,
  find: (query: SearchQuery, comparison: Comparison) => Promise<Found>,
): Promise<SearchAnswer> {
  const { reading, answer: found } = await answerInTurn(readingsOf(query.q), {
    async ask(reading) {
      const comparison = comparisonWith(reading);
      return { ...(await find(query, comparison)), comparison };
    },
    found: ({ total }) => total > 0,
  });
  const { comparison, ...answer } = found;
  return {
    readAs: reading.readAs,
    relaxed: reading.relaxed && answer.total > 0,
    total: answer.total,
    hits: answer.documents.map((document) => hitOf(document, comparison)),
    facets: answer.facets,
    snapshot: answer.snapshot,
  };
}

/** Suggestions by the first reading that has any; none of nothing typed. */
export async function answerSuggest(
  q: string,
  engine: {
    find: (query: SearchQuery, comparison: Comparison) => Promise<Pick<Found, "snapshot" | "documents">>;
    /** Of nothing typed only the snapshot is asked for. */
    snapshot: () => Promise<number>;
  },
): Promise<Suggestions> {
  const { reading, answer } = await answerInTurn(readingsOf(q), {
    async ask(reading) {
      if (reading.readAs === "all") return { suggestions: [], snapshot: await engine.snapshot() };
      const comparison = comparisonWith(reading);
      const { snapshot, documents } = await engine.find(suggesting(q), comparison);
      const suggestions = documents.flatMap((document): Suggestion[] => {
        const matched = comparison.matched(document);
        return matched === null ? [] : [{ uscc: document.uscc, name: document.name, matched }];
      });
      return { suggestions, snapshot };
    },
    found: ({ suggestions }) => suggestions.length > 0,
  });
  return { ...answer, relaxed: reading.relaxed && answer.suggestions.length > 0 };
}
