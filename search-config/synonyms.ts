/**
 * Endings that people type in place of the registered one. Asked for only when what was typed finds nothing,
 * and the answer then says that it is relaxed. Both engines read them with the query, so a change needs no new index.
 */
export const SYNONYMS = [
  {
    typed: "有限公司",
    registered: "有限责任公司",
    reason: "公司法 knows both endings for the same form; people drop 责任",
  },
  { typed: "有限责任公司", registered: "有限公司", reason: "the same the other way round, as in contracts" },
  { typed: "股份公司", registered: "股份有限公司", reason: "the usual short form of the ending" },
  { typed: "集团公司", registered: "集团有限公司", reason: "the usual short form of the ending" },
] as const;
