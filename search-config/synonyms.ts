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

/** Writings that converters of traditional characters leave, and that registered names don't have. Read so before anything else. */
export const WRITINGS = [
  {
    typed: "合夥",
    registered: "合伙",
    reason: "夥 is a character of its own in brands, but not in this form",
  },
] as const;

/**
 * What everybody calls a national firm that no rule makes of its name, with what the names of it and of its branches begin with.
 * A change is a change of what is indexed: raise the formats.
 */
export const KNOWN_AS: readonly { begins: string; callings: readonly string[] }[] = [
  { begins: "中国联合网络通信", callings: ["联通", "中国联通"] },
  { begins: "中国邮政储蓄银行", callings: ["邮储", "邮储银行"] },
  { begins: "中国农业发展银行", callings: ["农发行"] },
  { begins: "国家开发银行", callings: ["国开行"] },
  { begins: "中国人民财产保险", callings: ["人保", "人保财险"] },
  { begins: "国家电网", callings: ["国网"] },
  { begins: "中国南方电网", callings: ["南网"] },
  { begins: "中国海洋石油", callings: ["中海油"] },
  { begins: "中国建筑股份", callings: ["中建"] },
  { begins: "中国交通建设", callings: ["中交"] },
  { begins: "中国冶金科工", callings: ["中冶"] },
  { begins: "中国核工业", callings: ["中核"] },
  { begins: "中国船舶", callings: ["中船"] },
  { begins: "中国铝业", callings: ["中铝"] },
  { begins: "中国储备粮管理", callings: ["中储粮"] },
];

/** Digits are typed for numbers in characters, and the other way round. */
export const NUMERALS = "〇一二三四五六七八九";

/** The one character by which a province, or Ningbo, is called that is not in its name; short names of firms begin with it (粤万年青). */
export const PROVINCE_LETTERS: ReadonlyMap<string, string> = new Map([
  ...([
    ["粤", "广东"],
    ["沪", "上海"],
    ["渝", "重庆"],
    ["豫", "河南"],
    ["鲁", "山东"],
    ["冀", "河北"],
  ] as const),
  ...([
    ["晋", "山西"],
    ["皖", "安徽"],
    ["赣", "江西"],
    ["闽", "福建"],
    ["鄂", "湖北"],
    ["湘", "湖南"],
  ] as const),
  ...([
    ["桂", "广西"],
    ["琼", "海南"],
    ["黔", "贵州"],
    ["滇", "云南"],
    ["陇", "甘肃"],
    ["秦", "陕西"],
  ] as const),
  ...([
    ["甬", "宁波"],
    ["蜀", "四川"],
  ] as const),
]);
