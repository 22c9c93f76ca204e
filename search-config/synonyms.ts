/**
 * Endings that people type in place of the registered one. A name with another spelling of its ending is compared as if both
 * were spelled alike, when what was typed finds nothing; the answer then says that it is relaxed. Both engines read them with
 * the query, so a change needs no new index.
 */
export const SYNONYMS = [
  {
    spelling: "有限责任公司",
    alike: "有限公司",
    reason: "公司法 knows both endings for the same form; people drop 责任, or put it in as contracts do",
  },
  { spelling: "股份公司", alike: "股份有限公司", reason: "the usual short form of the ending" },
  { spelling: "集团公司", alike: "集团有限公司", reason: "the usual short form of the ending" },
] as const;
