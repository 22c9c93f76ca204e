/**
 * The settings of the Meilisearch index, as data with reasons. A change here, or of what is put into the fields
 * (src/search/meilisearchDocument.ts), needs a new number in src/search/format.ts: then the index is built anew beside the old one.
 */
export const MEILISEARCH_SETTINGS = {
  /** Order is rank: the current name before former ones, names before codes. */
  searchableAttributes: ["pairs", "formerPairs", "codes"],
  filterableAttributes: ["uscc", "statusCode", "districtCode", "industryCode", "typeCode", "lists"],
  sortableAttributes: ["established", "nameKey", "uscc"],
  /** The answer is the stored document, whole; the fields above are for finding. */
  displayedAttributes: ["document"],
  /** `words`: all of them, always. `exactness` would reward whole attributes, which pairs have none of. Of equal matches the shorter name says less that wasn't asked for. */
  rankingRules: ["words", "sort", "attribute", "length:asc", "uscc:asc"],
  /** Pairs and codes are exact: a typo would find another company's. */
  typoTolerance: { enabled: false },
  /** Pairs carry their own neighbourhood; the distance between them is not needed, and costs most of the build. */
  proximityPrecision: "byAttribute",
  stopWords: [],
  /** None yet: abbreviations come with the analysis of names. */
  synonyms: {},
  /** One language and no dictionary: every token is made of letters by us. */
  localizedAttributes: null,
  pagination: { maxTotalHits: 10_000 },
  faceting: { maxValuesPerFacet: 500 },
} as const;
