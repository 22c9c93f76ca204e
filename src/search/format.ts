export const SEARCH_FORMAT = 1;
