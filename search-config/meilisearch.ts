/**
 * The settings of the Meilisearch index: each a value with its reason. A change here, or of what is put into the fields
 * (src/search/meilisearchDocument.ts), needs a new FORMAT: then the index is built anew beside the old one.
 */

/** Counts up with every change of what is indexed or how; an index of another format is not read, but built anew. */
export const FORMAT = 13;

const EQUAL = { facetSearch: false, filter: { equality: true, comparison: false } } as const;
const ORDERED = { facetSearch: false, filter: { equality: true, comparison: true } } as const;

export const MEILISEARCH_SETTINGS = {
  searchableAttributes: {
    value: ["current", "former"],
    reason:
      "the order is the rank: a current name before a former one. With the current name stands what sounds, persons, places and aliases are found by: as fields of their own these cost a fifteenth of the build. Codes are filters, not words",
  },
  filterableAttributes: {
    value: [
      {
        attributePatterns: [...["status", "district", "industry", "type", "lists"]],
        features: EQUAL,
      },
      {
        attributePatterns: [
          ...["codeHead", "codeRest", "codeEnd", "regNo", "otherCodes", "otherEnds"],
          ...["length", "longest"],
        ],
        features: ORDERED,
      },
    ],
    reason:
      "facets, and codes: as filters their totals and facets are exact, and no word has to be a prefix. Codes are numbers, of which a build takes half the time of texts; a beginning is a range. Ordered: without levels a range reads all values. By length, and that of a former name that is longer, what is much shorter than what was typed is left out",
  },
  sortableAttributes: {
    value: ["established", "nameOrder", "length"],
    reason:
      "what the page offers; each one more costs some hundredths of the build. The length is in the ranking anyway: by it alone the shortest are found without a look at where they hold the words",
  },
  displayedAttributes: {
    value: ["document"],
    reason: "an answer is the stored document, one text; the other fields are for finding it",
  },
  rankingRules: {
    value: ["words", "sort", "attribute", "length:asc"],
    reason:
      "attribute: the current name first, then the nearer to its beginning; then the name that says least beside what was asked for. A whole name is both the nearest and the shortest. No proximity, typo or exactness: pairs have none",
  },
  typoTolerance: {
    value: { enabled: false },
    reason: "a pair one letter off is another pair of characters; slips are found by rule, and said",
  },
  proximityPrecision: {
    value: "byAttribute",
    reason:
      "pairs carry their own neighbourhood; distances between them cost half of the build. It also makes a quoted phrase mean: all of these words in one attribute, in any order, however many",
  },
  prefixSearch: {
    value: "disabled",
    reason: "words are whole pairs or characters; the tables of prefixes would only cost",
  },
  localizedAttributes: {
    value: null,
    reason: "every word is spelled in letters by us, so there is no language to guess",
  },
  facetSearch: { value: false, reason: "facets are counted, their values are not searched" },
  stopWords: {
    value: [],
    reason: "有限 and 公司 tell 有限公司 from 有限合伙; the rarer pairs of a name narrow a search anyway",
  },
  synonyms: {
    value: {},
    reason:
      "filled with the words that stand for one that is left out (src/search/implied.ts). Those of search-config/synonyms.ts are read with the query: words here are pairs, which they can't span",
  },
  pagination: {
    value: { maxTotalHits: 10_000 },
    reason: "the contract pages so deep; totals come from facets",
  },
  faceting: {
    value: { maxValuesPerFacet: 5_000, sortFacetValuesBy: { "*": "count" } },
    reason: "more than all districts of the country, so that no count is left out",
  },
} as const;
