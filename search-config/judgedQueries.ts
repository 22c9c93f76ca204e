import { JUDGED_ABSENT, JUDGED_CODES, JUDGED_FIELDS } from "./judgedFacts.ts";
import { JUDGED_NAMES } from "./judgedNames.ts";
import { JUDGED_LETTERS, JUDGED_SLIPS, JUDGED_SPELLINGS } from "./judgedTyping.ts";
import type { ReviewedQuery } from "./reviewedQuery.ts";

/**
 * Reviewed by hand: a change here is a change of what the search is for. Each engine is held to each line by
 * test/search-config/judgedQueries.test.ts.
 */
export const REVIEWED_QUERIES: readonly ReviewedQuery[] = [
  ...JUDGED_NAMES,
  ...JUDGED_SPELLINGS,
  ...JUDGED_LETTERS,
  ...JUDGED_CODES,
  ...JUDGED_SLIPS,
  ...JUDGED_FIELDS,
  ...JUDGED_ABSENT,
];
