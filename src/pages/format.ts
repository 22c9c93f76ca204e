import { dayInShanghai } from "../enterprise/dates.ts";
import type { Money } from "../enterprise/record.ts";

export const LANGS = ["zh", "en"] as const;
export type Lang = (typeof LANGS)[number];

/** What `lang` attributes and `hreflang` say. */
export const LANG_TAG: Readonly<Record<Lang, string>> = { zh: "zh-CN", en: "en" };

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July", "August"],
  ...["September", "October", "November", "December"],
];

/** `2026-11-24` as 2026年11月24日 or 24 November 2026. */
export function formatDay(lang: Lang, day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return lang === "zh" ? `${year}年${month}月${date}日` : `${date} ${MONTHS[(month ?? 1) - 1] ?? ""} ${year}`;
}

/** An RFC 3339 instant as day and time of Asia/Shanghai. */
export function formatInstant(lang: Lang, instant: string): string {
  const date = new Date(instant);
  const time = new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${formatDay(lang, dayInShanghai(date))}${lang === "zh" ? " " : ", "}${time}`;
}

/** Digits in groups of three; works on exact decimal text, so no amount is ever rounded. */
export function groupThousands(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export function formatCount(count: number): string {
  return groupThousands(String(count));
}

const CURRENCIES_ZH: Readonly<Record<string, string>> = {
  CNY: "元",
  USD: "美元",
  EUR: "欧元",
  HKD: "港元",
  JPY: "日元",
  GBP: "英镑",
};

/** Moves the point four places: yuan to 万元. Exact; without trailing zeros. */
function inWan(amount: string): string {
  const [whole = "", fraction = ""] = amount.split(".");
  const padded = whole.padStart(5, "0");
  const cut = padded.length - 4;
  const digits = `${padded.slice(cut)}${fraction}`.replace(/0+$/, "");
  const head = padded.slice(0, cut).replace(/^0+(?=\d)/, "");
  return digits === "" ? head : `${head}.${digits}`;
}

/** `1,234,500 元（123.45 万元）` or `CNY 1,234,500`. The bracket stands where 万元 reads shorter. */
export function formatMoney(lang: Lang, { amount, currency }: Money): string {
  const exact = groupThousands(amount);
  if (lang === "en") return `${currency} ${exact}`;
  const unit = CURRENCIES_ZH[currency] ?? currency;
  const wan = inWan(amount);
  const short = Number(amount) >= 10_000 && (wan.split(".")[1]?.length ?? 0) <= 2;
  return short ? `${exact} ${unit}（${groupThousands(wan)} 万${unit}）` : `${exact} ${unit}`;
}

/** A code in groups of four, as people compare it with paper. */
export function codeGroups(code: string): string[] {
  return code.match(/.{1,4}/gs) ?? [];
}

/** A text of the search port, with what matched between « and », in pieces. */
export function markedPieces(text: string): { text: string; marked: boolean }[] {
  return text
    .split(/«([^«»]*)»/)
    .map((piece, index) => ({ text: piece, marked: index % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}
