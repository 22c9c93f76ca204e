/**
 * Counts up with every change of what src/search/grams.ts makes of a document, the analysis of names behind it included. Rows of
 * another format are not read: they are written again at start, or by the next night.
 */
export const GRAMS_FORMAT = 5;
