/** A query that people really type, and what must come of it. Names are those of the invented firms of test/judgedFirms.ts. */
export interface ReviewedQuery {
  typed: string;
  /** Has to come first. */
  first?: string;
  /** Have to be among the first ten, in any order. */
  among?: readonly string[];
  /** Must not be among the first ten. */
  never?: readonly string[];
  /** Nothing may be found. */
  nothing?: true;
  /** Whether the answer has to say that it is relaxed, or must not. */
  relaxed?: boolean;
  /** Engines that don't do so yet; a test fails as soon as they do, and the mark comes off. */
  open?: readonly ("postgresql" | "meilisearch")[];
  reason: string;
}
