/** A day, `长期` and its kin, nothing, or why the text is no day. */
export type DateReading =
  | { date: string }
  | { permanent: true }
  | { empty: true }
  | { problem: "impossible_date" | "unreadable_date" | "too_early" };

const PERMANENT = /^(长期|永久|无固定期限|长期有效|永久有效|无期限|不约定期限|至长期)$/;
const FORMS = [
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]*\d{1,2}[:：时]\d{1,2}.*)?$/,
  /^(\d{4})(\d\d)(\d\d)(?:\d{6}|\d{4})?$/,
];
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const HAN_DIGITS = "〇一二三四五六七八九";
const EARLIEST = 1949;
const LAST_PLAUSIBLE = 2100;
const CACHE_SIZE = 20_000;
let cache = new Map<string, DateReading>();

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

const two = (n: number) => (n < 10 ? `0${n}` : String(n));

function fromParts(year: number, month: number, day: number): DateReading {
  if (year === 9999 || (year === 2099 && month === 12 && day === 31)) return { permanent: true };
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || year > LAST_PLAUSIBLE)
    return { problem: "impossible_date" };
  if (year < EARLIEST) return { problem: "too_early" };
  return { date: `${year}-${two(month)}-${two(day)}` };
}

/** Excel's serial day (1900 base), between 1949 and 2100. */
function fromSerial(serial: number): DateReading {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return fromParts(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function hanNumber(text: string): number {
  if (/^[〇零一二三四五六七八九]+$/.test(text) && text.length !== 1)
    return Number([...text].map((c) => (c === "零" ? 0 : HAN_DIGITS.indexOf(c))).join(""));
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const value = (c: string | undefined, empty: number) =>
    c === undefined || c === "" ? empty : HAN_DIGITS.indexOf(c);
  return text.includes("十") ? value(tens, 1) * 10 + value(ones, 0) : value(ones, 0);
}

function parse(text: string): DateReading {
  const folded = text.normalize("NFKC").trim();
  if (folded === "" || /^(无|null|[-—/]+|不详|0+)$/i.test(folded)) return { empty: true };
  if (PERMANENT.test(folded)) return { permanent: true };
  for (const form of FORMS) {
    const found = form.exec(folded.replace(/\s*([-/.年月])\s*/g, "$1"));
    if (found !== null) return fromParts(Number(found[1]), Number(found[2]), Number(found[3]));
  }
  const han =
    /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/.exec(
      folded.replace(/○/g, "〇"),
    );
  if (han !== null)
    return fromParts(hanNumber(han[1] ?? ""), hanNumber(han[2] ?? ""), hanNumber(han[3] ?? ""));
  if (/^\d{5}(\.\d+)?$/.test(folded)) {
    const serial = Number(folded);
    if (serial >= 17_899 && serial <= 73_415) return fromSerial(serial); // 1949-01-01 to 2100-12-31
  }
  return { problem: "unreadable_date" };
}

/** Reads every form of a date that the departments use (reference §10). Earlier than 1949 is not believed. */
export function readDate(text: string): DateReading {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const reading = parse(text);
  if (cache.size >= CACHE_SIZE) cache = new Map();
  cache.set(text, reading);
  return reading;
}

/** The calendar day in Asia/Shanghai, which has kept UTC+8 without summer time since 1991. */
export function dayInShanghai(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
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
