import { Random } from "../../../ingest/demo/random.ts";
import { NAMES } from "./engineDocuments.ts";

const PIECES: readonly ((random: Random) => string)[] = [
  (random) => String.fromCharCode(random.int(0x20)),
  (random) => String.fromCharCode(random.int(0x10000)),
  (random) => String.fromCodePoint(0x1f300 + random.int(0x400)),
  (random) => String.fromCodePoint(0x20000 + random.int(0x5000)),
  (random) => random.pick(["\u202e", "\u200f", "\u2066", "\u200d", "\ufeff", "\u0301\u0301\u0301", "\ufffd"]),
  (random) => random.pick(["مرحبا", "שלום", "ไทย", "𝒽𝑒𝓃𝑔", "㈱", "Ǆ", "ﬃ", "İ", "ß", "か\u3099"]),
  (random) =>
    random.pick([
      '"',
      "'",
      "\\",
      "`",
      "«",
      "»",
      "$1",
      "{1,2}",
      "%",
      "_",
      "*",
      "(",
      ")",
      "[",
      "|",
      "&",
      "!",
      ":*",
      "<->",
    ]),
  (random) =>
    random.pick([
      " OR ",
      " AND ",
      "status = active",
      "; drop table x",
      "--",
      "/*",
      "null",
      "\\u0000",
      "%00",
      "<script>",
    ]),
  (random) => random.pick(["，", "；", "、", "：", "（", "）", "　", "\t", "\n"]),
  (random) =>
    random.pick(["法定代表人：", "企业名称:", "统一社会信用代码", "地址 ", "甲方：", "电话 0574-87654321"]),
  (random) => random.pick(["zh", "h", "iuv", "xiangxian", "nbhd", "ang", "e", "yxgs", "CHANG"]),
  (random) =>
    Array.from({ length: 1 + random.int(20) }, () => random.pick([..."0123456789ABCDXYZ"])).join(""),
  (random) =>
    random.pick([
      "913302",
      "91330212100000000",
      "示范路188号",
      "5-1号",
      "市",
      "区",
      "有限公司",
      "银行",
      "宁波",
    ]),
  (random) => {
    const name = random.pick(NAMES);
    const from = random.int(name.length);
    return name.slice(from, from + 1 + random.int(name.length));
  },
];

/** A text that nobody sane types: control characters, half characters, marks of direction, quotes, syntax of all kinds, pieces of names. */
export function hostileQuery(seed: number, index: number): string {
  const random = new Random(seed, index, 77);
  let text = "";
  for (let pieces = random.int(12); pieces >= 0; pieces--) {
    const piece = random.pick(PIECES)(random);
    text += random.chance(0.05) ? piece.repeat(random.int(60)) : piece;
  }
  return text;
}
