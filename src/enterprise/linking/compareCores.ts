import { isWithin, likeness } from "../likeness.ts";
import { tradeStarts } from "../nameTrades.ts";
import { nameSyllables } from "../pinyin.ts";
import { coreOf, type PartyName } from "./partyName.ts";

/**
 * How brand and trade of two names stand to each other.
 * Of the trade (the brand is the same): `slip` one character off and no word any more, `word` other words, `more` words more on one
 * side, `order` the same characters in another order, `none` one side has no trade at all.
 * Of the brand (the trade is the same): `sound` one character off that sounds alike, `slip` one other, `swap` two swapped, `gap` one
 * missing or too many, `more` several. `near`: a character or two off as wholes, wherever.
 */
export type CoreLevel =
  | "same"
  | "trade_slip"
  | "trade_order"
  | "trade_more"
  | "trade_word"
  | "trade_other"
  | "trade_none"
  | "brand_sound"
  | "brand_swap"
  | "brand_slip"
  | "brand_gap"
  | "brand_more"
  | "near"
  | "other";
const isTrade = (text: string) => text === "" || tradeStarts(text).at(-1) === 0;
const sorted = (text: string) => [...text].sort().join("");

/** Words that make another institution of the same kind: 农村商业银行 is not 商业银行, 第二 not 第一. */
const KIND_WORDS = /农村|村镇|乡镇|第?[一二三四五六七八九十]|东|西|南|北/u;

/** Only one of two trades has such a word. Who writes without a legal form doesn't mean it that exactly. */
const isOtherKind = (a: string, b: string) => KIND_WORDS.test(a) !== KIND_WORDS.test(b);

function tradeLevel(a: string, b: string, loose: boolean): CoreLevel {
  if (a === b) return "same";
  if (a === "" || b === "") return "trade_none";
  if (sorted(a) === sorted(b)) return "trade_order";
  const { edits, same } = likeness(a, b, false);
  if (edits === 1 && isTrade(b) !== isTrade(a)) return "trade_slip";
  if (isWithin(a, b)) return isOtherKind(a, b) && !loose ? "trade_word" : "trade_more";
  return same.size * 2 >= Math.max(a.length, b.length) ? "trade_word" : "trade_other";
}

/** One character for another that is read alike. */
function soundsAlike(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const [left, right] = [nameSyllables(a), nameSyllables(b)];
  return (
    left.length === right.length &&
    left.every((readings, i) => readings.some((one) => right[i]?.includes(one)))
  );
}

function brandLevel(a: string, b: string): CoreLevel {
  if (a.length < 2 && b.length < 2) return "other";
  const edits = mayBeNear(a, b, 1) ? likeness(a, b, false).edits : 2;
  if (edits > 1)
    return Math.min(a.length, b.length) > 1 &&
      (a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a))
      ? "brand_more"
      : "other";
  if (sorted(a) === sorted(b)) return "brand_swap";
  if (a.length !== b.length) return "brand_gap";
  return soundsAlike(a, b) ? "brand_sound" : "brand_slip";
}

/** The brand whose border counts: of the side whose trade is all words, because a slip moves the other's; any rather than none. */
function brandOf(a: PartyName, b: PartyName): string {
  const [first, second] = isTrade(b.trade) || !isTrade(a.trade) ? [b.brand, a.brand] : [a.brand, b.brand];
  return first === "" ? second : first;
}

/** A character more right behind the brand of one side, before the same trade: 传中模具 and 传中中模具. */
function isBorderGap(left: string, right: string, brand: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return (
    long.length === short.length + 1 &&
    isTrade(short.slice(brand.length)) &&
    long.slice(brand.length + 1) === short.slice(brand.length)
  );
}

/** 保证和担保 for 保证担保, and a word written twice: 瑞泰瑞泰, 蓝天协鑫蓝天 for 协鑫蓝天. */
function isSpelling(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const more = long.length - short.length;
  if (more === 1) {
    let at = 0;
    while (at < short.length && short[at] === long[at]) at++;
    return (
      at > 1 &&
      at < short.length - 1 &&
      /[和及与]/u.test(long[at] ?? "") &&
      long.slice(at + 1) === short.slice(at)
    );
  }
  return more > 1 && long.endsWith(short) && short.includes(long.slice(0, more));
}

/**
 * The cores by themselves, where the border between brand and trade may be read differently by a slip.
 * @param loose one of the names was written without a legal form
 */
export function coreLevel(a: PartyName, b: PartyName, loose: boolean): CoreLevel {
  const [left, right] = [coreOf(a), coreOf(b)];
  if (left === right) return left === "" ? "other" : "same";
  if (left + a.formWord === right + b.formWord || isSpelling(left, right)) return "same";
  const shorter = (a.brand.length < b.brand.length ? a : b).brand;
  if (shorter.length > 1 && left.startsWith(shorter) && right.startsWith(shorter)) {
    const [restA, restB] = [left.slice(shorter.length), right.slice(shorter.length)];
    // A character more at the border may as well be the brand's: 传中 and 传中中.
    const isAtBorder = restA.endsWith(restB) || restB.endsWith(restA);
    if (!isAtBorder && tradeLevel(restA, restB, loose) === "trade_slip") return "trade_slip";
  }
  const brand = brandOf(a, b);
  if (
    brand.length > 1 &&
    left.startsWith(brand) &&
    right.startsWith(brand) &&
    !isBorderGap(left, right, brand)
  )
    return tradeLevel(left.slice(brand.length), right.slice(brand.length), loose);
  if (brand === "") return tradeLevel(left, right, loose);
  let tail = 0;
  while (tail < left.length && tail < right.length && left.at(-1 - tail) === right.at(-1 - tail)) tail++;
  const trade = Math.min(tail, Math.max(a.trade.length, b.trade.length, 0));
  if (Math.max(left.length, right.length) - trade > brand.length + 3) return "other";
  const [restA, restB] = [left.slice(0, left.length - trade), right.slice(0, right.length - trade)];
  if (trade === 0 || trade < Math.min(a.trade.length, b.trade.length)) return "other";
  return brandLevel(restA, restB);
}

/** Whether so few characters of one text are missing in the other that they can be so near: seen without comparing them in order. */
function mayBeNear(a: string, b: string, edits: number): boolean {
  let missing = 0;
  for (const unit of a) if (!b.includes(unit) && ++missing > edits) return false;
  return true;
}

/** Borders read in another way, or a slip in the region: the names as wholes, when they are long enough to tell. */
export function wholeLevel(a: PartyName, b: PartyName): CoreLevel {
  const longest = Math.max(a.key.length, b.key.length);
  if (longest < 6 || Math.abs(a.key.length - b.key.length) > 3) return "other";
  const most = longest < 10 ? 1 : 2;
  return mayBeNear(a.key, b.key, most) && likeness(a.key, b.key, false).edits <= most ? "near" : "other";
}
