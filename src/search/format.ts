/** Counts up with every change of what is indexed or how; an index of another format is not read, but built anew. */
export const SEARCH_FORMAT = 1;
