import type { MultiSearchParams, MultiSearchQuery } from "meilisearch";
import { SearchDocument } from "../enterprise/searchDocument.ts";
import { CreditError } from "../errors.ts";
import type { FacetName, FacetValue, SearchEngine, SearchHit, SearchQuery } from "./engine.ts";
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
import { countsOf, searchParams } from "./meilisearchQuery.ts";
import { answerInTurn, type QueryReading } from "./reading.ts";
import { readQuery } from "./readQuery.ts";
import { scoreOf } from "./score.ts";

/** A search that takes longer is cut off, and the fallback answers. */
const SEARCH_TIMEOUT_MS = 2_000;

/** A hit of the live index, or the one document of the state's. */
interface Held {
  document?: unknown;
  format?: unknown;
  snapshot?: unknown;
}

/** Readings that this engine doesn't answer yet: they find nothing here. Of letters only those that names are written in. */
export const PENDING: readonly QueryReading["readAs"][] = [
  "words",
  "mixed",
  "address",
  "abbreviation",
  "near",
];
const isPending = ({ readAs }: QueryReading) => PENDING.includes(readAs);

interface Found {
  snapshot: number;
  total: number;
  documents: SearchDocument[];
  counts: Record<FacetName, [string, number][]>;
}

function readSnapshot(state: Held | undefined): number {
  if (typeof state?.format !== "number" || typeof state.snapshot !== "number")
    throw new CreditError("engine_unavailable", "Meilisearch holds no index of ours");
  if (state.format !== SEARCH_FORMAT)
    throw new CreditError(
      "engine_unavailable",
      `Meilisearch holds an index of format ${state.format}, not ${SEARCH_FORMAT}`,
    );
  return state.snapshot;
}

function recounted(documents: readonly SearchDocument[]): Found["counts"] {
  const counts = new Map<string, number>();
  const add = (facet: FacetName, code: string | undefined) => {
    if (code !== undefined) counts.set(`${facet} ${code}`, (counts.get(`${facet} ${code}`) ?? 0) + 1);
  };
  for (const { status, district, industry, type, lists } of documents) {
    add("status", status.code);
    add("district", district?.code);
    add("industry", industry?.code);
    add("type", type?.code);
    for (const list of lists) add("list", list);
  }
  const of = (facet: FacetName) =>
    [...counts].flatMap(([key, n]): [string, number][] =>
      key.startsWith(`${facet} `) ? [[key.slice(facet.length + 1), n]] : [],
    );
  return {
    district: of("district"),
    status: of("status"),
    industry: of("industry"),
    list: of("list"),
    type: of("type"),
  };
}

/**
 * Leaves out what only looks like an answer: the pairs of a part may stand apart in a name, 恒达 and 达机 in 达机恒达. Where the page
 * shows all there is, everything is counted again; of a longer answer the counts may be a few too high (two searches in a hundred).
 */
function withoutLookalikes(found: Found, reading: QueryReading): Found {
  if (reading.readAs === "all") return found;
  const documents = found.documents.filter((document) => matchedIn(document, reading) !== null);
  const dropped = found.documents.length - documents.length;
  if (dropped === 0) return found;
  const whole = found.total === found.documents.length;
  return {
    ...found,
    documents,
    total: found.total - dropped,
    counts: whole ? recounted(documents) : found.counts,
  };
}

function hitOf(document: SearchDocument, reading: QueryReading): SearchHit {
  return { ...document, matched: matchedIn(document, reading), score: scoreOf(document, reading) };
}

/**
 * The engine tells only by the first pair in which attribute a part stands, so a company once called as another is now may come
 * before it: a page in order of relevance is put in the order of its scores, which are the same in both engines.
 */
function inOrder(found: Found, of: { reading: QueryReading; sort: SearchQuery["sort"] }): Found {
  if (of.reading.readAs !== "name" || of.sort !== "relevance") return found;
  const scored = found.documents.map((document) => ({ document, score: scoreOf(document, of.reading) }));
  return { ...found, documents: scored.sort((a, b) => b.score - a.score).map(({ document }) => document) };
}

/** Searches the live index. Each reading is one request, which also says which snapshot the index holds. */
export function meilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const client = meilisearchClient(options, SEARCH_TIMEOUT_MS);
  const state: MultiSearchQuery = { indexUid: stateIndex(options), q: "", limit: 1 };

  async function ask(queries: MultiSearchQuery[]) {
    const { results } = await client.multiSearch<MultiSearchParams, Held>({ queries: [state, ...queries] });
    const [held, answer] = results;
    return { snapshot: readSnapshot(held?.hits[0]), answer };
  }

  async function find(
    query: SearchQuery,
    of: { reading: QueryReading; withFacets: boolean },
  ): Promise<Found> {
    const { reading, withFacets } = of;
    const nothing = isPending(reading) || (reading.readAs === "name" && reading.parts.length === 0);
    const asked = { indexUid: liveIndex(options), ...searchParams(query, reading, withFacets) };
    const { snapshot, answer } = await ask(nothing ? [] : [asked]);
    const counts = (facet: FacetName) => countsOf(answer?.facetDistribution, facet);
    const documents = (answer?.hits ?? []).map(({ document }) => SearchDocument.parse(document));
    // Every document has one status, so their counts add up to the total; the engine's own stops at the page cap.
    const total = withFacets ? counts("status").reduce((sum, [, n]) => sum + n, 0) : documents.length;
    const found = {
      ...{ snapshot, total, documents },
      counts: {
        district: counts("district"),
        status: counts("status"),
        industry: counts("industry"),
        list: counts("list"),
        type: counts("type"),
      },
    };
    return inOrder(withoutLookalikes(found, reading), { reading, sort: query.sort });
  }

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw unavailable(error);
    }
  };
  const snapshot = async () => (await ask([])).snapshot;

  return {
    name: "meilisearch",
    search: (query) =>
      guarded(async () => {
        const { reading, answer } = await answerInTurn(readQuery(query.q), {
          ask: (each) => find(query, { reading: each, withFacets: true }),
          found: ({ total }) => total > 0,
        });
        const facet = (name: FacetName): FacetValue[] => facetValues(name, answer.counts[name]);
        return {
          readAs: reading.readAs,
          relaxed: reading.relaxed && answer.total > 0,
          total: answer.total,
          hits: answer.documents.map((document) => hitOf(document, reading)),
          facets: {
            district: facet("district"),
            status: facet("status"),
            industry: facet("industry"),
            list: facet("list"),
            type: facet("type"),
          },
          snapshot: answer.snapshot,
        };
      }),
    suggest: (q) =>
      guarded(async () => {
        const readings = readQuery(q);
        if (readings[0].readAs === "all") return { suggestions: [], snapshot: await snapshot() };
        const { reading, answer } = await answerInTurn(readings, {
          ask: (each) => find({ ...ANY, q }, { reading: each, withFacets: false }),
          found: ({ documents }) => documents.length > 0,
        });
        const suggestions = answer.documents.flatMap((document) => {
          const matched = matchedIn(document, reading);
          return matched === null ? [] : [{ uscc: document.uscc, name: document.name, matched }];
        });
        return { suggestions, snapshot: answer.snapshot };
      }),
    snapshot: () => guarded(snapshot),
  };
}

const ANY: SearchQuery = {
  ...{ q: "", district: [], status: [], industry: [], type: [], list: [] },
  ...{ sort: "relevance", page: 1, size: 10 },
};
