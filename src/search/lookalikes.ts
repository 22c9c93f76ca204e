import type { Found } from "./answering.ts";
import type { Comparison } from "./comparison.ts";
import { facetsOf } from "./facets.ts";

/** So many answers are compared with what was asked before it is said that there are none. */
export const COMPARED = 100;

/**
 * Leaves out what only looks like an answer: the pairs of a part may stand apart in a name, 恒达 and 达机 in 达机恒达, and so may
 * sounds. What was fetched whole is counted again; of a longer answer the counts may be a few too high (two searches in a hundred).
 * Where none of the first hundred is an answer, there is none.
 * @param isFirst whether the documents are the first of the answer
 */
export function withoutLookalikes(found: Found, { reading, matched }: Comparison, isFirst: boolean): Found {
  if (reading.readAs === "all") return found;
  const documents = found.documents.filter((document) => matched(document) !== null);
  const dropped = found.documents.length - documents.length;
  if (dropped === 0) return found;
  const none = isFirst && documents.length === 0 && dropped >= COMPARED;
  if (none || (isFirst && found.total === found.documents.length))
    return { ...found, documents, total: documents.length, facets: facetsOf(documents) };
  return { ...found, documents, total: found.total - dropped };
}
