import { FORMAT } from "../../search-config/meilisearch.ts";

/** The format of the index that this code writes and reads. */
export const SEARCH_FORMAT = FORMAT;
