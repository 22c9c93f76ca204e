import type { ReviewedQuery } from "./reviewedQuery.ts";

/** Names and what is left of them in speech. */
export const JUDGED_NAMES: readonly ReviewedQuery[] = [
  {
    typed: "宁波恒迦精密机械有限公司",
    first: "宁波恒迦精密机械有限公司",
    relaxed: false,
    reason: "the whole name means the firm, not its branch, which has it whole as well",
  },
  {
    typed: "宁波恒迦精密机械",
    first: "宁波恒迦精密机械有限公司",
    never: ["浙江恒迦精密机械股份有限公司"],
    reason: "nobody types 有限公司; the branch is longer, the provincial firm is another",
  },
  {
    typed: "恒迦",
    among: ["宁波恒迦精密机械有限公司", "宁波恒迦贸易有限公司", "浙江恒迦精密机械股份有限公司"],
    never: ["宁波恒葭精密机械有限公司", "宁波横迦精密机具有限公司"],
    reason: "a brand means all who bear it, and nobody who sounds or looks alike",
  },
  {
    typed: "恒迦 贸易",
    first: "宁波恒迦贸易有限公司",
    reason: "brand and trade, as one says it on the phone",
  },
  { typed: "贸易 恒迦 宁波", first: "宁波恒迦贸易有限公司", reason: "words come in any order" },
  {
    typed: "波恒迦贸",
    first: "宁波恒迦贸易有限公司",
    reason: "copied from the middle of a stamp: no word begins or ends there",
  },
  {
    typed: "迦精密",
    among: ["宁波恒迦精密机械有限公司", "浙江恒迦精密机械股份有限公司"],
    reason: "three characters across brand and trade",
  },
  {
    typed: "宁波恒迦",
    among: ["宁波恒迦精密机械有限公司", "宁波恒迦贸易有限公司"],
    never: ["浙江恒迦精密机械股份有限公司"],
    reason: "region and brand: how a firm is called in its city",
  },
  {
    typed: "宁波市恒迦贸易有限公司",
    first: "宁波恒迦贸易有限公司",
    reason: "people put 市 in where the register has none",
  },
  {
    typed: "余姚双柳溪食品厂",
    first: "余姚市双柳溪食品厂",
    never: ["宁波恒迦贸易有限公司"],
    reason: "and leave it out where the register has it; the firm of the same brand is another",
  },
  {
    typed: "宁波保税区环葭国际贸易有限公司",
    first: "宁波保税区环葭国际贸易有限责任公司",
    relaxed: true,
    reason: "有限公司 for 有限责任公司: one legal form, two spellings",
  },
  {
    typed: "环葭国贸",
    first: "宁波保税区环葭国际贸易有限责任公司",
    reason: "国际贸易 is 国贸 in speech",
  },
  {
    typed: "甬葭银行-SW",
    among: ["宁波甬葭农村合作银行股份有限公司"],
    relaxed: true,
    reason: "copied from a list of shares: an exchange's marks behind the short name",
  },
  {
    typed: "甬葭银行",
    among: ["宁波甬葭农村合作银行股份有限公司"],
    reason: "brand and the end of the trade: how a bank is called",
  },
  {
    typed: "渔行",
    first: "中国渔业银行股份有限公司",
    among: ["中国渔业银行股份有限公司宁波鄞州支行", "象山葭老渔行水产店"],
    relaxed: false,
    reason: "everybody calls a bank and its branches so, whatever else holds the two characters",
  },
  {
    typed: "中煤化",
    first: "中国煤炭化工股份有限公司",
    among: ["中煤化葭能源销售有限公司"],
    relaxed: false,
    reason: "a national firm is meant, and not only those that begin with what it is called",
  },
  {
    typed: "葭航",
    first: "中国葭南航空股份有限公司",
    among: ["宁波云葭航运有限公司"],
    relaxed: false,
    reason: "a carrier goes by the first character of its brand",
  },
  {
    typed: "宁波甬葭农村合作银行股份有限公司",
    first: "宁波甬葭农村合作银行股份有限公司",
    reason: "the bank before its branch",
  },
  {
    typed: "甬葭农村合作银行鄞州支行",
    first: "宁波甬葭农村合作银行股份有限公司鄞州支行",
    reason: "a branch without the legal form of its bank in the middle",
  },
  {
    typed: "葭江集团",
    first: "宁波葭江集团有限公司",
    reason: "the group itself before those that have it in their name: it is the shortest",
  },
  {
    typed: "葭江旅投",
    first: "宁波葭江旅游投资开发股份有限公司",
    reason: "旅游投资 is 旅投; every city has one",
  },
  {
    typed: "葭江集团公司",
    first: "宁波葭江集团有限公司",
    relaxed: true,
    reason: "集团公司 is not the registered form, so the answer says that it is relaxed",
  },
  {
    typed: "鄞州二建",
    first: "宁波市鄞州第二葭建筑工程有限公司",
    never: ["宁波市鄞州第三葭建筑工程有限公司"],
    reason: "第二建筑工程 is 二建 to everybody; 三建 is another firm",
  },
  {
    typed: "阿旺葭小吃",
    first: "海曙区阿旺葭小吃店",
    reason: "sole traders have no legal form to leave out",
  },
  {
    typed: "旺发葭电器厂",
    first: "慈溪市万发葭电器有限公司",
    relaxed: false,
    reason: "a former name stands on old contracts",
  },
  {
    typed: "宁波恒迦五金机械厂",
    first: "宁波恒迦精密机械有限公司",
    reason: "a former name whole",
  },
  {
    typed: "K58葭",
    first: "宁波K58葭网络科技有限公司",
    reason: "letters and digits in a name are no code",
  },
  { typed: "三六五葭家政", first: "宁波三六五葭家政服务有限公司", reason: "numbers written in characters" },
  {
    typed: "365葭家政",
    first: "宁波三六五葭家政服务有限公司",
    reason: "and typed in digits",
  },
  {
    typed: "祥葭木业",
    first: "宁海𠮷祥葭木业有限责任公司",
    reason: "who can't type 𠮷 types the rest",
  },
  {
    typed: "吉祥葭木业",
    first: "宁海𠮷祥葭木业有限责任公司",
    reason: "or 吉, which is how it is read",
  },
];
