/** Exact decimal amounts. No floating point anywhere: amounts are text, arithmetic is on digits. */
export type MoneyReading =
  | { amount: string; currency: string; unit: "cell" | "column" }
  | { empty: true }
  | { problem: "unreadable_amount" | "negative_amount" };

/** Names and signs of currencies to ISO 4217; longer names first where one contains another. */
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/人民币|CNY|RMB|[¥￥]|^156$/, "CNY"],
  [/新加坡元|新元|SGD/, "SGD"],
  [/加拿大元|加元|CAD/, "CAD"],
  [/澳大利亚元|澳元|AUD/, "AUD"],
  [/新西兰元|NZD/, "NZD"],
  [/新台币|台币|TWD/, "TWD"],
  [/港元|港币|港幣|HKD/, "HKD"],
  [/澳门元|MOP/, "MOP"],
  [/美元|美金|USD|\$/, "USD"],
  [/日元|日圆|日币|JPY/, "JPY"],
  [/欧元|EUR|€/, "EUR"],
  [/英镑|GBP|£/, "GBP"],
  [/韩元|韩币|KRW/, "KRW"],
  [/瑞士法郎|CHF/, "CHF"],
];

const HAN: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const SCALE: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const HAN_AMOUNT = "[零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟]";

/** Whole numbers in Chinese digits below 10^16, as 一万二千 or 壹佰贰拾万; null when it is none. */
export function readHanNumber(text: string): bigint | null {
  if (!new RegExp(`^(${HAN_AMOUNT}|[万萬亿億])+$`).test(text)) return null;
  let total = 0n;
  let section = 0;
  let digit = 0;
  for (const c of text) {
    const scale = SCALE[c];
    if (scale !== undefined) {
      section += (digit === 0 ? 1 : digit) * scale;
      digit = 0;
    } else if (c === "万" || c === "萬") {
      total += BigInt(section + digit) * 10_000n;
      section = 0;
      digit = 0;
    } else if (c === "亿" || c === "億") {
      total = (total + BigInt(section + digit)) * 100_000_000n;
      section = 0;
      digit = 0;
    } else digit = HAN[c] ?? 0;
  }
  return total + BigInt(section + digit);
}

function trimDecimal(text: string): string {
  if (!text.includes(".") && (text.length === 1 || !text.startsWith("0"))) return text;
  const [whole = "0", fraction = ""] = text.split(".");
  const w = whole.replace(/^0+(?=\d)/, "");
  const f = fraction.replace(/0+$/, "");
  return f === "" ? w : `${w}.${f}`;
}

/** `text × 10^places`, exactly. */
function shift(text: string, places: number): string {
  if (places === 0) return trimDecimal(text);
  const [whole = "0", fraction = ""] = text.split(".");
  if (places <= 0) {
    const digits = whole.padStart(1 - places, "0");
    return trimDecimal(
      `${digits.slice(0, digits.length + places)}.${digits.slice(digits.length + places)}${fraction}`,
    );
  }
  const moved = fraction.padEnd(places, "0");
  return trimDecimal(`${whole}${moved.slice(0, places)}.${moved.slice(places)}`);
}

/** Multiplies exact decimal text by a power of ten. */
export function multiplyDecimal(text: string, by: 10_000 | 100_000_000): string {
  return shift(text, by === 10_000 ? 4 : 8);
}

/** −1, 0 or 1. Both are non-negative decimal text. */
export function compareDecimal(a: string, b: string): number {
  const [wa = "0", fa = ""] = trimDecimal(a).split(".");
  const [wb = "0", fb = ""] = trimDecimal(b).split(".");
  if (wa.length !== wb.length) return wa.length < wb.length ? -1 : 1;
  const width = Math.max(fa.length, fb.length);
  const [x, y] = [wa + fa.padEnd(width, "0"), wb + fb.padEnd(width, "0")];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** A scientific notation that a spreadsheet made of a plain amount. */
function expand(text: string): string {
  const found = /^(\d+(?:\.\d+)?)E([+-]?\d{1,2})$/.exec(text);
  return found === null ? text : shift(found[1] ?? "0", Number(found[2]));
}

function currencyOf(text: string): string | undefined {
  return CURRENCIES.find(([names]) => names.test(text))?.[1];
}

const UNIT_PLACES: Readonly<Record<string, number>> = { 亿: 8, 千万: 7, 百万: 6, 万: 4, 千: 3, 百: 2, "": 0 };
const PLAIN = /^\d+(\.\d+)?$/;

/**
 * Reads one amount exactly. A unit written in the cell (元, 万元, 亿元) wins over the column's.
 * @param options.unit the column's unit: `wan` for 万元
 * @returns the amount in yuan (or the currency's unit) as decimal text
 */
export function readMoney(text: string, options: { unit: "yuan" | "wan"; currency?: string }): MoneyReading {
  const places = options.unit === "wan" ? 4 : 0;
  if (PLAIN.test(text))
    return { amount: shift(text, places), currency: options.currency ?? "CNY", unit: "column" };
  const folded = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s,，'_]/g, "");
  if (folded === "" || /^(无|NULL|[-—/]+|NAN|不详|N\/A)$/.test(folded)) return { empty: true };
  if (/^[-−(]\d/.test(folded)) return { problem: "negative_amount" };
  const currency = currencyOf(folded) ?? options.currency ?? "CNY";
  const bare = folded
    .replace(/人民币|[A-Z]{3}(?![A-Z])|[¥￥$€£]|整$|正$|约|合计|共计/g, "")
    .replace(/(新加坡|加拿大|澳大利亚|新西兰|澳门|美|港|日|欧|加|澳|新|韩)(?=[元币圆]|$)/g, "")
    .replace(/(英镑|瑞士法郎|新?台币|[港日韩]币|美金)/g, "元");
  const found = /^(\d+(?:\.\d+)?(?:E[+-]?\d{1,2})?)(亿|千万|百万|万|千|百)?([元圆币]?)$/.exec(bare);
  if (found !== null) {
    const written = found[2] !== undefined || (found[3] ?? "") !== "";
    const shifted = shift(expand(found[1] ?? "0"), written ? (UNIT_PLACES[found[2] ?? ""] ?? 0) : places);
    return { amount: shifted, currency, unit: written ? "cell" : "column" };
  }
  const han = readHanNumber(bare.replace(/[元圆]$/, ""));
  if (han !== null && bare !== "") return { amount: String(han), currency, unit: "cell" };
  return { problem: "unreadable_amount" };
}

const NUMBER = `(?:[\\d,，]+(?:\\.\\d+)?|(?:${HAN_AMOUNT}|[万亿])+)`;
// Between the words and the figure stand at most some words and brackets: 处以罚款人民币（大写）贰仟元整(¥2000.00)
const FINE = new RegExp(
  `(?:罚款|罚金|处罚款)(?:人民币|共计|合计|金额|为|计|[:：(（]|大写|¥|￥|\\s)*(${NUMBER})\\s*(亿|万)?(?:余)?[元圆]`,
  "g",
);
const FINE_BEFORE = new RegExp(
  `(?:人民币|处以?|处)(?:人民币|[:：(（]|¥|￥|\\s)*(${NUMBER})\\s*(亿|万)?[元圆](?:整|人民币|\\s|[)）])*的?(?:行政)?罚款`,
  "g",
);
const CONFISCATED = new RegExp(
  `没收[^。；;]{0,24}?(?:人民币|共计|合计|¥|￥|[:：(（]|\\s)*(${NUMBER})\\s*(亿|万)?[元圆]`,
  "g",
);

function amountsIn(text: string, patterns: readonly RegExp[]): string[] {
  const found: string[] = [];
  for (const pattern of patterns)
    for (const match of text.normalize("NFKC").matchAll(pattern)) {
      const digits = (match[1] ?? "").replace(/[,，]/g, "");
      const whole = PLAIN.test(digits) ? digits : readHanNumber(digits)?.toString();
      if (whole === undefined) continue;
      const amount = shift(whole, match[2] === "亿" ? 8 : match[2] === "万" ? 4 : 0);
      if (amount !== "0" && !found.includes(amount)) found.push(amount);
    }
  return found;
}

/** Fines said in the text of a penalty, in yuan, in the order in which they stand. */
export function finesInText(text: string): string[] {
  return /罚/.test(text) ? amountsIn(text, [FINE, FINE_BEFORE]) : [];
}

/** Confiscated amounts said in the text of a penalty, in yuan. */
export function confiscationsInText(text: string): string[] {
  return /没收/.test(text) ? amountsIn(text, [CONFISCATED]) : [];
}

/** ISO 4217 of a currency's name, code or number; null when it is none of those known. */
export function readCurrency(text: string): string | null {
  return currencyOf(text.normalize("NFKC").toUpperCase().trim()) ?? null;
}
