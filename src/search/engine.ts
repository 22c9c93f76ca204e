import type { SearchDocument } from "../enterprise/searchDocument.ts";

export const SORTS = ["relevance", "established", "-established", "name"] as const;
export type Sort = (typeof SORTS)[number];

export const FACETS = ["district", "status", "industry", "list", "type"] as const;
export type FacetName = (typeof FACETS)[number];

/** `size` ≤ 100, `page` from 1, `page × size` ≤ 10,000; codes of one filter are alternatives, filters combine. */
export interface SearchQuery {
  q: string;
  district: readonly string[];
  status: readonly string[];
  industry: readonly string[];
  type: readonly string[];
  list: readonly string[];
  sort: Sort;
  page: number;
  size: number;
}

/** Which field of the document answered, and that field's text with the matched part between « and ». */
export interface Matched {
  field:
    | "name"
    | "formerName"
    | "uscc"
    | "formerCode"
    | "orgCode"
    | "regNo"
    | "legalRepresentative"
    | "address";
  text: string;
}

export interface SearchHit extends SearchDocument {
  /** null when the query has no text. */
  matched: Matched | null;
  /** 0 to 1, comparable within one answer. */
  score: number;
}

export interface FacetValue {
  code: string;
  label: string;
  count: number;
}

export interface SearchAnswer {
  /** How the query was understood: `all`, `code`, `code_part`, `name`, … */
  readAs: string;
  /** True when what was typed finds nothing and something near it is shown instead. */
  relaxed: boolean;
  total: number;
  hits: SearchHit[];
  facets: Record<FacetName, FacetValue[]>;
  /** The number of the snapshot that the index holds. */
  snapshot: number;
}

export interface Suggestion {
  uscc: string;
  name: string;
  matched: Matched;
}

export interface Suggestions {
  /** At most ten. */
  suggestions: Suggestion[];
  /** As of an answer. */
  relaxed: boolean;
  snapshot: number;
}

/**
 * The search port. A search that can't be made throws CreditError `engine_unavailable`;
 * it never answers with an empty result.
 */
export interface SearchEngine {
  readonly name: "meilisearch" | "postgresql";
  search(query: SearchQuery): Promise<SearchAnswer>;
  suggest(q: string): Promise<Suggestions>;
  /** The snapshot of the index, or null when nothing is indexed yet. Throws like `search`. */
  snapshot(): Promise<number | null>;
}

/** What an answer says of the engine behind it. */
export interface EngineStanding {
  engine: SearchEngine["name"];
  /** True while the engine that should answer is down, behind, or absent. */
  degraded: boolean;
}

/** A composed engine that says, with each answer, who gave it. */
export interface Search {
  search(query: SearchQuery): Promise<SearchAnswer & EngineStanding>;
  suggest(q: string): Promise<Suggestions & EngineStanding>;
  standing(): Promise<
    EngineStanding & {
      snapshot: number | null;
      reason: string | null;
      /** What keeps the answering engine's index from being compared with what is written down; null when nothing does. */
      notCompared: string | null;
    }
  >;
}
