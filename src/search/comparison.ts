import type { SearchDocument } from "../enterprise/searchDocument.ts";
import type { Matched } from "./engine.ts";
import { matcher } from "./mark.ts";
import type { QueryReading } from "./reading.ts";
import { scorer } from "./score.ts";

/** Documents held against what was typed, read in one way. */
export interface Comparison {
  reading: QueryReading;
  /** See `matcher`. */
  matched: (document: SearchDocument) => Matched | null;
  /** See `scorer`. */
  score: (document: SearchDocument) => number;
}

function once<T>(of: (document: SearchDocument) => T): (document: SearchDocument) => T {
  const known = new Map<SearchDocument, T>();
  return (document) => {
    const before = known.get(document);
    if (before !== undefined) return before;
    const found = of(document);
    known.set(document, found);
    return found;
  };
}

/**
 * For one search: an engine compares what it fetched to leave out what is no answer and to put the rest in order, and the answer
 * says the same of its page. Each document is compared once.
 */
export const comparisonWith = (reading: QueryReading): Comparison => ({
  reading,
  matched: once(matcher(reading)),
  score: once(scorer(reading)),
});
