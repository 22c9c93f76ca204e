import { codeTable } from "./codeTable.ts";
import type { Coded } from "./record.ts";

/** One number of some tables for two kinds: the milder is believed, with a note, because the graver is shown longer. */
const WITHHELD_OR_REVOKED = [
  "暂扣或者吊销许可证、暂扣或者吊销执照",
  "暂扣或者吊销许可证",
  "暂扣或者吊销执照",
  "暂扣或者吊销许可证件",
  "暂扣、吊销许可证件",
];

/** 处罚类别: the kinds of the law of 2021 (行政处罚法 art. 9). Numbers differ from source to source, so only texts are read (reference §9.6). */
export const PENALTY_KINDS = codeTable([
  { code: "warning", zh: "警告", en: "Warning", also: [] },
  { code: "criticism", zh: "通报批评", en: "Public criticism", also: [] },
  { code: "fine", zh: "罚款", en: "Fine", also: ["处罚款", "罚金"] },
  {
    code: "confiscation",
    zh: "没收违法所得、没收非法财物",
    en: "Confiscation",
    also: [
      "没收违法所得",
      "没收非法财物",
      "没收违法所得和非法财物",
      "没收",
      "没收非法所得",
      "没收违法所得或者没收非法财物",
    ],
  },
  {
    code: "suspension",
    zh: "暂扣许可证件",
    en: "Licence suspended",
    also: [
      "暂扣许可证",
      "暂扣执照",
      "暂扣执照登记证",
      "暂扣证照",
      "暂扣",
      "暂扣许可证、暂扣执照",
      "暂扣许可证件暂扣执照",
      ...WITHHELD_OR_REVOKED,
    ],
  },
  { code: "downgrade", zh: "降低资质等级", en: "Qualification downgraded", also: ["降低资质"] },
  {
    code: "revocation",
    zh: "吊销许可证件",
    en: "Licence revoked",
    also: [
      "吊销许可证",
      "吊销执照",
      "吊销执照登记证",
      "吊销营业执照",
      "吊销",
      "吊销证照",
      "吊销许可证、吊销执照",
    ],
  },
  {
    code: "restriction",
    zh: "限制开展生产经营活动",
    en: "Business restricted",
    also: ["限制开展经营", "限制生产经营"],
  },
  {
    code: "shutdown",
    zh: "责令停产停业",
    en: "Ordered to suspend business",
    also: ["停产停业", "责令停业", "责令停产停业整顿"],
  },
  { code: "closure", zh: "责令关闭", en: "Ordered to close", also: ["关闭"] },
  { code: "ban", zh: "限制从业", en: "Barred from the trade", also: ["从业禁止"] },
  { code: "detention", zh: "行政拘留", en: "Administrative detention", also: ["拘留"] },
  {
    code: "other",
    zh: "其他",
    en: "Other",
    also: [
      "法律、行政法规规定的其他行政处罚",
      "法律、法规规定的其他行政处罚方式",
      "其他行政处罚",
      "其它",
      "其他处罚",
    ],
  },
]);

const SEPARATORS = /[;；,，|｜\n/]+/;

function piecesOf(text: string): string[] {
  return text
    .split(SEPARATORS)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

/**
 * A hyphen separates only when every part is a kind by itself: 罚款-警告, but not 暂扣-许可证A. 其他 in front of a kind is
 * the class that the sender keeps it in, not a second kind: 其他-警告 is a warning alone, and so is not published.
 */
function splitHyphen(piece: string): string[] {
  const parts = piece.split(/[-－—]+/).map((part) => part.trim());
  if (parts.length < 2 || !parts.every((part) => PENALTY_KINDS.read(part) !== null)) return [piece];
  const [first = "", ...rest] = parts;
  return PENALTY_KINDS.read(first)?.code === "other" ? rest : parts;
}

/** Words of each kind in a phrase, as 处以罚款2000元 or 并处没收违法所得. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/警告/, "warning"],
  [/通报批评/, "criticism"],
  [/罚款|罚金/, "fine"],
  [/没收/, "confiscation"],
  [/暂扣/, "suspension"],
  [/降低资质/, "downgrade"],
  [/吊销/, "revocation"],
  [/限制(开展)?生产经营|限制(开展)?经营/, "restriction"],
  [/停产停业|停业整顿|责令停业|责令停产/, "shutdown"],
  [/责令关闭/, "closure"],
  [/限制从业|从业禁止|禁止从业/, "ban"],
  [/行政拘留/, "detention"],
];

function within(piece: string): Coded[] {
  if (/暂扣(或者?|、|\/)吊销/.test(piece)) return [PENALTY_KINDS.coded("suspension")];
  return WORDS.map(([pattern, code]) => ({ at: piece.search(pattern), code }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ code }) => PENALTY_KINDS.coded(code));
}

/**
 * The kinds in one cell, each once, in the order in which they stand. 、 does not separate: it stands inside 没收违法所得、没收非法财物.
 * @returns `notes`: `unknown_kind` for pieces that are no kind and count as `other`, `ambiguous_kind` for pieces that name two
 */
export function readPenaltyKinds(text: string): { kinds: Coded[]; notes: { code: string; text: string }[] } {
  const kinds = new Map<string, Coded>();
  const notes: { code: string; text: string }[] = [];
  const add = (kind: Coded) => kinds.set(kind.code, kind);
  for (const piece of piecesOf(text).flatMap(splitHyphen)) {
    const exact = PENALTY_KINDS.read(piece);
    const inside = exact === null ? within(piece) : [exact];
    for (const kind of inside) add(kind);
    if (/暂扣.{0,2}吊销/.test(piece)) notes.push({ code: "ambiguous_kind", text: piece });
    if (inside.length > 0) continue;
    add(PENALTY_KINDS.coded("other"));
    notes.push({ code: "unknown_kind", text: piece });
  }
  return { kinds: [...kinds.values()], notes };
}
