import { cleanText } from "./cleanText.ts";
import { ownText } from "./ownText.ts";

/** A day, `长期` and its kin, nothing, or why the text is no day. */
export type DateReading =
  | { date: string }
  | { permanent: true }
  | { empty: true }
  | { problem: "impossible_date" | "unreadable_date" | "too_early" };

const PERMANENT =
  /^(?:至)?(?:长期|永久|永续|无固定期限|无固定|无期限|无限期|不约定期限|不设期限)(?:有效|经营|存续)?$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const EARLIEST = 1949;
const LAST_PLAUSIBLE = 2100;
/** Excel's serial days of 1949-01-01 and 2100-12-31. */
const SERIALS = [17_899, 73_415] as const;
const CACHE_SIZE = 20_000;
let cache = new Map<string, DateReading>();

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

const two = (n: number) => (n < 10 ? `0${n}` : String(n));

/** 9999-12-31 and 2099-12-31 mean 长期 (reference §1.3, §10); 0000-00-00 is what MySQL writes for nothing. */
function fromParts(year: number, month: number, day: number): DateReading {
  if (year === 0 && month === 0 && day === 0) return { empty: true };
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return { problem: "impossible_date" };
  if (year === 9999 || (year === 2099 && month === 12 && day === 31)) return { permanent: true };
  if (year > LAST_PLAUSIBLE) return { problem: "impossible_date" };
  if (year < EARLIEST) return { problem: "too_early" };
  return { date: `${year}-${two(month)}-${two(day)}` };
}

const dayOf = (instant: number): DateReading => {
  const date = new Date(instant);
  return fromParts(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};

const SHANGHAI = 8 * 3_600_000;
const inShanghai = (instant: string) =>
  dayOf(
    Date.parse(
      instant
        .toUpperCase()
        .replace(" ", "T")
        .replace(/([+-]\d\d)(\d\d)$/, "$1:$2"),
    ) + SHANGHAI,
  );
const WITH_SEPARATORS =
  /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?[.。]?(?:[T ]*(?:上午|下午|[AP]M)? *(\d{1,2})[:时点].*)?$/i;
const DIGITS = /^(\d{4})(\d\d)(\d\d)(?:\d{6}(?:\.?\d{1,6})?|\d{4}|\.0+)?$/;
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i;
const HAN = "〇一二三四五六七八九";
const HAN_DATE =
  /^([〇一二三四五六七八九]{4})年([〇一二三四五六七八九十]{1,2})月([〇一二三四五六七八九十廿卅]{1,3})[日号]$/;

function hanNumber(text: string): number {
  const plain = text.replace("廿", "二十").replace("卅", "三十");
  const ten = plain.indexOf("十");
  if (ten < 0) return Number([...plain].map((c) => HAN.indexOf(c)).join(""));
  const before = ten === 0 ? 1 : HAN.indexOf(plain.charAt(0));
  return before * 10 + (ten === plain.length - 1 ? 0 : HAN.indexOf(plain.charAt(ten + 1)));
}

function parseHan(text: string): DateReading | null {
  const found = HAN_DATE.exec(text.replace(/[零○O0]/g, "〇"));
  if (found === null) return null;
  return fromParts(hanNumber(found[1] ?? ""), hanNumber(found[2] ?? ""), hanNumber(found[3] ?? ""));
}

function parse(text: string): DateReading {
  const clean = cleanText(text);
  if (clean === null) return { empty: true };
  const folded = clean
    .normalize("NFKC")
    .replace(/ *([-/.年月:时]) *| +(?=[日号])/g, "$1")
    .trim();
  if (PERMANENT.test(folded.replaceAll(" ", ""))) return { permanent: true };
  const found = WITH_SEPARATORS.exec(folded) ?? DIGITS.exec(folded);
  if (found !== null) {
    const written = fromParts(Number(found[1]), Number(found[2]), Number(found[3]));
    return "date" in written && INSTANT.test(folded) ? inShanghai(folded) : written;
  }
  if (/^\d{5}(\.\d+)?$/.test(folded)) {
    const serial = Math.floor(Number(folded));
    if (serial >= SERIALS[0] && serial <= SERIALS[1])
      return dayOf(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  }
  return parseHan(folded) ?? { problem: "unreadable_date" };
}

const digit = (text: string, at: number) => text.charCodeAt(at) - 48;

/** `YYYY-MM-DD` as it stands, when the text is that and a day between 1949 and 2098; the form of nearly every cell. */
function plainDay(text: string): DateReading | null {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  let year = 0;
  for (let i = 0; i < 10; i++) {
    const value = digit(text, i);
    if (i === 4 || i === 7) continue;
    if (value < 0 || value > 9) return null;
    if (i < 4) year = year * 10 + value;
  }
  const month = digit(text, 5) * 10 + digit(text, 6);
  const day = digit(text, 8) * 10 + digit(text, 9);
  if (year < EARLIEST || year > 2098 || month < 1 || day < 1 || day > daysIn(year, month)) return null;
  return { date: text };
}

/**
 * Reads every form of a date that the departments use (reference §10). Instants with a zone are the day in Shanghai.
 * Earlier than 1949 is not believed.
 */
export function readDate(text: string): DateReading {
  const plain = plainDay(text);
  if (plain !== null) return plain;
  const known = cache.get(text);
  if (known !== undefined) return known;
  const reading = parse(text);
  if (cache.size >= CACHE_SIZE) cache = new Map();
  cache.set(ownText(text), reading);
  return reading;
}

const DAY = 24 * 3_600_000;
let lastDay = { number: Number.NaN, text: "" };

/** The calendar day in Asia/Shanghai, which has kept UTC+8 without summer time since 1991. */
export function dayInShanghai(instant: Date): string {
  const time = instant.getTime() + SHANGHAI;
  const number = Math.floor(time / DAY);
  // Each request asks for the day, which is mostly that of the one before.
  if (number !== lastDay.number) lastDay = { number, text: new Date(time).toISOString().slice(0, 10) };
  return lastDay.text;
}

/** The last day of the month stands in for a day that the month lacks. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return `${y}-${two(m)}-${two(Math.min(day, daysIn(y, m)))}`;
}

export function addYears(date: string, years: number): string {
  return addMonths(date, years * 12);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
