import type { Found } from "./answering.ts";
import type { Comparison } from "./comparison.ts";
import type { SearchQuery } from "./engine.ts";
import { facetsOf } from "./facets.ts";
import type { QueryReading } from "./reading.ts";

/** So many answers are compared with what was asked before it is said that there are none. */
export const COMPARED = 100;
/** And so many before they are counted, where the first hundred leave it in doubt. */
export const MOST_COMPARED = 1_000;

const COMPARING: readonly QueryReading["readAs"][] = ["words", "pinyin", "mixed", "address"];
/** Only letters, persons, places and short ways have many lookalikes. */
export const isCompared = ({ readAs }: QueryReading) => COMPARING.includes(readAs);

/**
 * What is fetched for a page: the page itself, or where there may be many lookalikes and it is among the first, all of those, so that
 * the counts of what is not much are right.
 * @param most how many of the first are compared
 */
export function fetchedFor(
  { page, size }: SearchQuery,
  reading: QueryReading,
  most: number,
): { offset: number; limit: number } {
  const end = page * size;
  return isCompared(reading) && end <= most
    ? { offset: 0, limit: most }
    : { offset: end - size, limit: size };
}

/** What is left of what was fetched. */
export interface Left {
  found: Found;
  /** Whether the rest has to be compared before it is counted, and is little enough. */
  isDoubtful: boolean;
}

/**
 * Leaves out what only looks like an answer: the pairs of a part may stand apart in a name, 恒达 and 达机 in 达机恒达, and so may
 * sounds. What was fetched whole is counted again; of a longer answer the count may be too high.
 * Where none of the first hundred is an answer, there is none.
 * @param isFirst whether the documents are the first of the answer
 */
export function withoutLookalikes(found: Found, { reading, matched }: Comparison, isFirst: boolean): Left {
  if (reading.readAs === "all") return { found, isDoubtful: false };
  const documents = found.documents.filter((document) => matched(document) !== null);
  const dropped = found.documents.length - documents.length;
  if (dropped === 0) return { found, isDoubtful: false };
  const none = isFirst && documents.length === 0 && dropped >= COMPARED;
  if (none || (isFirst && found.total === found.documents.length)) {
    const whole = { ...found, documents, total: documents.length, facets: facetsOf(documents) };
    return { found: whole, isDoubtful: false };
  }
  // Letters find what begins so first, and then perhaps nothing but lookalikes.
  const isMuch = dropped >= (reading.readAs === "pinyin" ? 1 : COMPARED / 2);
  const isDoubtful = isFirst && isMuch && found.total <= MOST_COMPARED;
  return { found: { ...found, documents, total: found.total - dropped }, isDoubtful };
}
