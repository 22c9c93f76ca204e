import type { ReviewedQuery } from "./reviewedQuery.ts";

/** Codes, alone and in pasted lines. */
export const JUDGED_CODES: readonly ReviewedQuery[] = [
  {
    typed: "9133021210008001XY",
    first: "宁波恒迦贸易有限公司",
    relaxed: false,
    reason: "a code is one firm",
  },
  { typed: "9133 0212 1000 8001 xy", first: "宁波恒迦贸易有限公司", reason: "as printed on a licence" },
  {
    typed: "9133O21210008001XY",
    first: "宁波恒迦贸易有限公司",
    relaxed: true,
    reason: "O for 0: no code has the letter O, so the repair is certain, and said",
  },
  {
    typed: "9133021210008001XX",
    first: "宁波恒迦贸易有限公司",
    relaxed: true,
    reason: "the last character misread",
  },
  {
    typed: "9143021210008001XY",
    first: "宁波恒迦贸易有限公司",
    relaxed: true,
    reason: "a wrong digit in the region is as likely as elsewhere",
  },
  {
    typed: "9133G21210008001XY",
    first: "宁波恒迦贸易有限公司",
    relaxed: true,
    reason: "as likely as a letter in its place, where regions have digits only",
  },
  { typed: "08001XY", first: "宁波恒迦贸易有限公司", reason: "the end of a code on a smudged stamp" },
  { typed: "10008001X", first: "宁波恒迦贸易有限公司", reason: "the organisation code of before 2015" },
  { typed: "10008001-X", first: "宁波恒迦贸易有限公司", reason: "with its hyphen" },
  { typed: "330212000088881", first: "宁波恒迦精密机械有限公司", reason: "the old registration number" },
  {
    typed: "企业名称：宁波恒迦贸易有限公司 统一社会信用代码：9133021210008001XY",
    first: "宁波恒迦贸易有限公司",
    reason: "a line of a contract, pasted whole",
  },
  {
    typed: "被处罚单位：宁波恒迦贸易有限公司",
    first: "宁波恒迦贸易有限公司",
    reason: "a line of a decision: the label is no part of the name",
  },
  {
    typed: "宁波恒迦贸易有限公司（9133021210008001XY）法定代表人：林若水",
    first: "宁波恒迦贸易有限公司",
    reason: "code in brackets, a person behind it",
  },
  { typed: "91330212100099991A", nothing: true, reason: "sound or not, like no code that is there" },
];

/** Who and where. */
export const JUDGED_FIELDS: readonly ReviewedQuery[] = [
  {
    typed: "陈安邦 机械",
    among: ["宁波恒迦精密机械有限公司", "浙江恒迦精密机械股份有限公司"],
    reason: "the representative and a bit of the name",
  },
  {
    typed: "林若水 恒迦",
    first: "宁波恒迦贸易有限公司",
    never: ["宁波恒迦精密机械有限公司"],
    reason: "the representative tells firms of one brand apart",
  },
  {
    typed: "示范路188号",
    first: "宁波恒迦精密机械有限公司",
    reason: "who stands before a door knows its number",
  },
  {
    typed: "溪口镇样板村27号",
    first: "奉化区溪口葭花千层饼厂",
    reason: "a village and its number",
  },
];

/** What isn't there. */
export const JUDGED_ABSENT: readonly ReviewedQuery[] = [
  {
    typed: "温州鹿鸣水产养殖有限公司",
    nothing: true,
    reason: "no such firm, nor one like it: nothing, and not some firm that shares a word",
  },
  { typed: "宁波水产养殖", nothing: true, reason: "region and a trade that nobody has here" },
  { typed: "恒迦水产", nothing: true, reason: "a brand that is there with a trade that it doesn't have" },
  { typed: "今天天气怎么样", nothing: true, reason: "not everything that is typed is a firm" },
  { typed: "xqzvwk", nothing: true, reason: "letters at random" },
  { typed: "!!!???", nothing: true, reason: "nothing to look for is nothing found" },
];
