import { cleanText } from "./cleanText.ts";
import { currencyIn, withoutCurrency } from "./currencies.ts";
import { addDecimal, compareDecimals, shiftDecimal, trimDecimal } from "./decimals.ts";
import { HAN_NUMBER, readDigit, readHanNumber } from "./hanNumbers.ts";

/** Exact decimal amounts, as text. `unit` says whether the cell or its column decided on 元 or 万元. */
export type MoneyReading =
  | { amount: string; currency: string; unit: "cell" | "column" }
  | { empty: true }
  | { problem: "unreadable_amount" | "negative_amount" };

/** Multiplies exact decimal text by a power of ten. */
export function multiplyDecimal(text: string, by: 10_000 | 100_000_000): string {
  return shiftDecimal(text, by === 10_000 ? 4 : 8);
}

/** −1, 0 or 1. Both are non-negative decimal text. */
export function compareDecimal(a: string, b: string): number {
  return compareDecimals(a, b);
}

/** ISO 4217 of a currency's name, code or number; null when it is none of those known. */
export function readCurrency(text: string): string | null {
  const folded = text.normalize("NFKC").toUpperCase().trim();
  return folded === "156" ? "CNY" : currencyIn(folded);
}

const PLAIN = /^\d+(\.\d+)?$/;
/** The commonest texts, read without folding: 1000万元人民币, 100万, 2000元, 5000万美元. */
const COMMON = /^(\d{1,12}(?:\.\d+)?)([万亿]?)(元人民币|人民币|元|美元|)$/;
const PLACES: Readonly<Record<string, number>> = {
  ...{ 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 },
};
const TERM = /(\d+(?:\.\d*)?|\.\d+)([十拾百佰千仟万萬亿億]*)/y;
/** More than any amount of a register; longer ones are no amounts. */
const LONGEST = 18;

/** 1万5千, 2.5亿, 3000: terms of falling size. `scaled`: the text names a unit above 元. */
function readTerms(text: string): { amount: string; scaled: boolean } | null {
  let amount = "0";
  let before = Number.POSITIVE_INFINITY;
  let at = 0;
  while (at < text.length) {
    TERM.lastIndex = at;
    const found = TERM.exec(text);
    if (found === null) return null;
    const places = [...(found[2] ?? "")].reduce((sum, c) => sum + (PLACES[c] ?? 0), 0);
    if (places >= before) return null;
    before = places;
    amount = addDecimal(amount, shiftDecimal(trimDecimal(found[1] ?? "0"), places));
    at = TERM.lastIndex;
  }
  return at === 0 ? null : { amount, scaled: before > 0 || at > (/^[\d.]+/.exec(text)?.[0].length ?? 0) };
}

/** A figure in Arabic or Chinese digits, with its own 千, 万 and 亿. */
function readFigure(text: string): { amount: string; scaled: boolean } | null {
  const exponent = /^(\d+(?:\.\d+)?)E([+-]?\d{1,2})$/.exec(text);
  if (exponent !== null)
    return { amount: shiftDecimal(exponent[1] ?? "0", Number(exponent[2])), scaled: false };
  const terms = readTerms(text);
  if (terms !== null) return terms;
  const han = readHanNumber(text);
  return han === null ? null : { amount: String(han), scaled: true };
}

const SPOKEN = new RegExp(`^(.*?)([元圆圓])?(?:([${HAN_NUMBER}\\d])角)?零?(?:([${HAN_NUMBER}\\d])分)?$`);

/** An amount with its unit: 2000元, 5万, 贰仟元伍角, 1000. `unit`: the text says 元 or more. */
function readSpoken(text: string): { amount: string; unit: boolean } | null {
  const found = SPOKEN.exec(text);
  const figure = readFigure(found?.[1] ?? "");
  if (found === null || figure === null) return null;
  const [, , yuan, jiao, fen] = found;
  if ((jiao !== undefined || fen !== undefined) && yuan === undefined) return null;
  const cents = (readDigit(jiao ?? "零") ?? 0) * 10 + (readDigit(fen ?? "零") ?? 0);
  const amount = cents === 0 ? figure.amount : addDecimal(figure.amount, shiftDecimal(String(cents), -2));
  return { amount, unit: figure.scaled || yuan !== undefined };
}

/** What may stand around an amount without changing it. */
const AROUND = /^(?:约|合计|共计|总计|计|大写|小写|[:：])+|(?:整|正)(?=$|元|\()/g;

/** The amount without currency and brackets: 贰仟元整(¥2000.00) says the same twice, 1000(万元) in two parts. */
function readBare(text: string): { amount: string; unit: boolean } | null {
  const bare = withoutCurrency(text).replace(AROUND, "").replace(/元+/g, "元").replace(/^元/, "");
  const bracket = /^([^()]*)\(([^()]*)\)([^()]*)$/.exec(bare);
  if (bracket === null) return readSpoken(bare);
  const [, before = "", within = "", after = ""] = bracket;
  const inside = within.replace(AROUND, "").replace(/^元(?=.)/, "");
  if (/^[千万亿]*元?$/.test(inside)) return readSpoken(`${before}${after}${inside}`.replace(/元+/g, "元"));
  const [outer, inner] = [readSpoken(before + after), readSpoken(inside)];
  if (outer === null || inner === null || compareDecimals(outer.amount, inner.amount) !== 0) return null;
  return outer.unit ? outer : inner;
}

/**
 * Reads one amount exactly. A unit written in the cell (元, 万元, 亿元) wins over the column's.
 * @param options.unit the column's unit: `wan` for 万元
 * @param options.currency what it is in when the text doesn't say; CNY when left out
 * @returns the amount in yuan (or the currency's unit) as decimal text
 */
export function readMoney(text: string, options: { unit: "yuan" | "wan"; currency?: string }): MoneyReading {
  const places = options.unit === "wan" ? 4 : 0;
  if (PLAIN.test(text) && text.length <= LONGEST)
    return { amount: shiftDecimal(text, places), currency: options.currency ?? "CNY", unit: "column" };
  const common = COMMON.exec(text);
  if (common !== null) {
    const [, figure = "", scale = "", unit = ""] = common;
    const cell = scale !== "" || unit.includes("元");
    const by = cell ? (PLACES[scale] ?? 0) : places;
    const currency = unit === "美元" ? "USD" : unit.endsWith("币") ? "CNY" : (options.currency ?? "CNY");
    return { amount: shiftDecimal(figure, by), currency, unit: cell ? "cell" : "column" };
  }
  return readUncommon(text, { places, currency: options.currency ?? "CNY" });
}

function readUncommon(text: string, column: { places: number; currency: string }): MoneyReading {
  const folded = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s,'’_\u00ad\u200b-\u200f\ufeff]/g, "");
  if (!PLAIN.test(folded) && cleanText(folded) === null) return { empty: true };
  if (/^(?:[-−–]|负)[\d.]|^\([\d.]+\)$/.test(folded)) return { problem: "negative_amount" };
  const read = readBare(folded);
  if (read === null || (read.amount.split(".")[0] ?? "").length > LONGEST)
    return { problem: "unreadable_amount" };
  return {
    amount: read.unit ? read.amount : shiftDecimal(read.amount, column.places),
    currency: currencyIn(folded) ?? column.currency,
    unit: read.unit ? "cell" : "column",
  };
}

const FILLER = `(?:人民币|RMB|CNY|共计|合计|总计|总额|金额|数额|计|为|即|共|各|分别|大写|小写|的?行政处罚|[:：,、()\\[\\]〔〕“”"¥￥\\s])`;
const AMOUNT = `([\\d,.${HAN_NUMBER}]*[\\d${HAN_NUMBER}])\\s*余?`;
const CENTS = `(?:[\\d${HAN_NUMBER}]角)?零?(?:[\\d${HAN_NUMBER}]分)?`;
const WHOLE = `${AMOUNT}([元圆圓]${CENTS})`;
/** 一万元以上十万元以下 is what the law allows, not what was decided. */
const NO_RANGE = "(?!以上|以下|至|到|[-—~])";
const AFTER = `(?:整|正|人民币|大写|小写|[:¥￥\\s]|\\([^()]{0,30}\\))*`;

const FINES = [
  new RegExp(`(?<!违法所得[和及与])(?:罚款|罚金|罚)${FILLER}{0,8}${WHOLE}${NO_RANGE}`, "g"),
  /(?:罚款|罚金)(?:人民币|为|计|[:¥￥\s]){0,4}(\d[\d,.]*\d)(?=$|[；,、。)])/g,
  new RegExp(`(?:处以?|给予|科以?)${FILLER}{0,4}${WHOLE}${AFTER}的?(?:行政|处罚)?罚[款金]`, "g"),
];
const CONFISCATIONS = [
  new RegExp(`没收[^。；罚处给\\d${HAN_NUMBER}¥￥]{0,24}${FILLER}{0,8}${WHOLE}${NO_RANGE}`, "g"),
  new RegExp(`违法所得${FILLER}{0,8}${WHOLE}${AFTER}(?:依法|予以|全部|,)*没收`, "g"),
];

/** Full-width folded; a comma that stands between other things than digits separates, as 、 does. */
function foldProse(text: string): string {
  return text
    .replace(/，(?!\d{3}(?!\d))/g, "、")
    .normalize("NFKC")
    .replace(/;/g, "；");
}

function amountsIn(text: string, patterns: readonly RegExp[]): string[] {
  const found = new Map<number, string>();
  const prose = foldProse(text);
  for (const pattern of patterns)
    for (const match of prose.matchAll(pattern)) {
      const figure = (match[1] ?? "").replaceAll(",", "");
      const read = readSpoken(`${figure}${match[2] ?? "元"}`);
      const at = match.index + match[0].indexOf(match[1] ?? "");
      if (read !== null && read.amount !== "0" && !found.has(at)) found.set(at, read.amount);
    }
  return [...new Set([...found].sort(([a], [b]) => a - b).map(([, amount]) => amount))];
}

/** Fines said in the text of a penalty, in yuan, in the order in which they stand, each amount once. */
export function finesInText(text: string): string[] {
  return text.includes("罚") ? amountsIn(text, FINES) : [];
}

/** Confiscated amounts said in the text of a penalty, in yuan, each once. */
export function confiscationsInText(text: string): string[] {
  return text.includes("没收") ? amountsIn(text, CONFISCATIONS) : [];
}
