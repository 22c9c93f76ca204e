import type { ReviewedQuery } from "./reviewedQuery.ts";

/** Brackets, widths, other characters for the same. */
export const JUDGED_SPELLINGS: readonly ReviewedQuery[] = [
  {
    typed: "宁波(高新区)云帆迦信息科技有限公司",
    first: "宁波（高新区）云帆迦信息科技有限公司",
    relaxed: false,
    reason: "both kinds of bracket are one",
  },
  {
    typed: "宁波高新区云帆迦信息科技",
    first: "宁波（高新区）云帆迦信息科技有限公司",
    reason: "brackets left out, form left out",
  },
  {
    typed: "云帆迦智能科技（宁波）有限公司",
    among: ["云帆迦（宁波）智能科技有限公司"],
    reason: "where the region stands in brackets nobody remembers",
  },
  {
    typed: "寧波恒迦貿易有限公司",
    first: "宁波恒迦贸易有限公司",
    relaxed: false,
    reason: "a partner in Taiwan or Hong Kong writes so",
  },
  {
    typed: "寧波梅山保稅港區瀾葭股權投資合夥企業",
    first: "宁波梅山保税港区澜葭股权投资合伙企业（有限合伙）",
    reason: "合夥 is 合伙 in traditional characters",
  },
  {
    typed: "宁波昇腾葭船务有限公司",
    first: "宁波昇腾葭船务有限公司",
    relaxed: false,
    reason: "昇 is a character of its own in the register: two firms, both there",
  },
  {
    typed: "宁波升腾葭船务有限公司",
    first: "宁波升腾葭船务有限公司",
    relaxed: false,
    reason: "and 升 means the other one",
  },
  {
    typed: "乾元葭投资",
    first: "宁波乾元葭投资管理有限公司",
    reason: "乾 is not 干, though converters of traditional characters say so",
  },
  { typed: "　宁波 恒迦　贸易 有限公司 ", first: "宁波恒迦贸易有限公司", reason: "spaces of a form" },
  { typed: "Ｋ５８葭网络", first: "宁波K58葭网络科技有限公司", reason: "an input method left full-width" },
  { typed: "k58葭网络", first: "宁波K58葭网络科技有限公司", reason: "capitals don't matter" },
  { typed: "“恒迦”贸易", among: ["宁波恒迦贸易有限公司"], reason: "quotation marks come with pasting" },
];

/** By sound. */
export const JUDGED_LETTERS: readonly ReviewedQuery[] = [
  {
    typed: "nbhj",
    among: ["宁波恒迦精密机械有限公司", "宁波恒迦贸易有限公司", "宁波恒葭精密机械有限公司"],
    reason: "what stands on the door of a truck: first letters of region and brand",
  },
  {
    typed: "hjmy",
    among: ["宁波恒迦贸易有限公司"],
    reason: "first letters of brand and trade, without the region",
  },
  {
    typed: "NBHJMYYXGS",
    first: "宁波恒迦贸易有限公司",
    reason: "all first letters, in capitals",
  },
  {
    typed: "宁波hj",
    among: ["宁波恒迦精密机械有限公司", "宁波恒迦贸易有限公司"],
    reason: "the region in characters, the brand in letters",
  },
  { typed: "hengjiamaoyi", among: ["宁波恒迦贸易有限公司"], reason: "pinyin in one go" },
  {
    typed: "heng jia mao yi",
    among: ["宁波恒迦贸易有限公司"],
    reason: "pinyin in syllables",
  },
  {
    typed: "nbyp",
    among: ["宁波乐谱音乐器材有限公司"],
    reason: "乐 read yuè, as music is",
  },
  {
    typed: "nblp",
    among: ["宁波乐谱音乐器材有限公司"],
    reason: "or lè: nobody knows which",
  },
  { typed: "nbcm", among: ["宁波重明起重设备有限公司"], reason: "重 read chóng" },
  { typed: "changting", among: ["宁波长亭物流有限公司"], reason: "长 read cháng" },
  {
    typed: "danxingdao",
    among: ["宁波单行道文化传播有限公司"],
    reason: "单 read dān, 行 read xíng",
  },
  { typed: "nbla", among: ["宁波六安茶葭贸易有限公司"], reason: "六安 is read Lù'ān" },
  {
    typed: "nbyinzhou",
    never: ["宁波长亭物流有限公司"],
    reason: "letters that nobody's name has are no name at random",
  },
];

/** Slips. */
export const JUDGED_SLIPS: readonly ReviewedQuery[] = [
  {
    typed: "宁波恒加贸易有限公司",
    first: "宁波恒迦贸易有限公司",
    relaxed: true,
    reason: "a homophone, the usual slip of who types by sound",
  },
  {
    typed: "宁波恒迦贸易限公司",
    first: "宁波恒迦贸易有限公司",
    relaxed: true,
    reason: "a character lost",
  },
  {
    typed: "宁波恒迦迦贸易有限公司",
    first: "宁波恒迦贸易有限公司",
    relaxed: true,
    reason: "a character twice",
  },
  {
    typed: "宁波恒迦贸易有限司公",
    first: "宁波恒迦贸易有限公司",
    relaxed: true,
    reason: "two characters changed places",
  },
  {
    typed: "波宁恒迦贸易有限公司",
    first: "宁波恒迦贸易有限公司",
    relaxed: true,
    reason: "even at the very beginning",
  },
  {
    typed: "宁波恒葭精密机械有限公司",
    first: "宁波恒葭精密机械有限公司",
    relaxed: false,
    reason: "one character from a better-known firm, but a firm of its own: what is there is never repaired",
  },
];
