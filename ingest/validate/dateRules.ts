import { cleanText } from "../../src/enterprise/cleanText.ts";
import { addDays, addMonths, readDate } from "../../src/enterprise/dates.ts";
import type { Reading, Rule } from "../feed.ts";

const IMPOSSIBLE = {
  problem: "impossible_date",
  expected: "a day of the calendar from 1949 on",
} as const;
const UNREADABLE = {
  problem: "unreadable_date",
  expected: "a date as 2024-05-31",
} as const;

/** A day, past or to come. 长期 says that there is none. */
export const date: Rule<string> = (cell): Reading<string> => {
  const read = readDate(cell);
  if ("date" in read) return { value: read.date };
  if ("problem" in read) return read.problem === "unreadable_date" ? unread(cell) : IMPOSSIBLE;
  return { empty: true };
};

/** The null-set of cells is wider than that of dates: 暂无, 空 … */
function unread(cell: string): Reading<string> {
  return cleanText(cell) === null ? { empty: true } : UNREADABLE;
}

/** A day that has come: of a decision, a listing, a registration. 长期 is none. */
export const pastDate: Rule<string> = (cell, { today }): Reading<string> => {
  const read = readDate(cell);
  if ("permanent" in read) return IMPOSSIBLE;
  if (!("date" in read)) return date(cell, { today });
  return read.date <= today
    ? { value: read.date }
    : { problem: "future_date", expected: `${today} or earlier` };
};

/**
 * The end of a term: a day, or `permanent` for 长期, 2099-12-31 and their kin. Of a term written whole, as
 * 2020年1月1日至2025年1月1日, it is the second half.
 */
export const until: Rule<string> = (cell, context): Reading<string> => {
  const read = readDate(cell);
  if ("permanent" in read) return { value: "permanent" };
  if (!("problem" in read)) return date(cell, context);
  const end = /^.+?[至到~～](.+)$/.exec(cell.trim())?.[1];
  return end === undefined ? date(cell, context) : until(end, context);
};

/** The year is beyond doubt only between 1949 and 2099. */
const MONTH = /^(19[5-9]\d|20\d\d)[-/.年]?(0?[1-9]|1[0-2])(?:月份?|[-/.]\d{1,2}|月\d{1,2}日|\d\d)?$/;

/** 统计月份 as `YYYY-MM`, of 2024-05, 202405, 2024年5月 or a day in it. */
export const month: Rule<string> = (cell, { today }): Reading<string> => {
  const folded = cell.normalize("NFKC").replace(/\s|(?:[T ]?\d\d:\d\d.*$)/g, "");
  const found = MONTH.exec(folded.replace(/\.0$/, ""));
  if (found === null)
    return cleanText(cell) === null
      ? { empty: true }
      : { problem: "unreadable_month", expected: "a month as 2024-05" };
  const value = `${found[1]}-${(found[2] ?? "").padStart(2, "0")}`;
  return value <= today.slice(0, 7)
    ? { value }
    : { problem: "future_date", expected: `${today.slice(0, 7)} or earlier` };
};

const QUARTER = /^(\d{4})年?第?([1-4一二三四])季度?$|^(\d{4})[-年]?Q([1-4])$/;
const YEAR = /^(\d{4})年?(?:度)?$/;
const HAN_QUARTERS = "一二三四";

/** First day of a period and the months that it lasts; null when the text is no period. */
function periodOf(text: string): { from: string; months: number } | null {
  const quarter = QUARTER.exec(text);
  if (quarter !== null) {
    const said = quarter[2] ?? quarter[4] ?? "";
    const number = Number(said) || HAN_QUARTERS.indexOf(said) + 1;
    const first = String(number * 3 - 2).padStart(2, "0");
    return { from: `${quarter[1] ?? quarter[3]}-${first}-01`, months: 3 };
  }
  const year = YEAR.exec(text);
  if (year !== null) return { from: `${year[1]}-01-01`, months: 12 };
  const found = /^(\d{4})[-/.年]?(\d{1,2})月?$/.exec(text);
  const number = Number(found?.[2]);
  if (found === null || number < 1 || number > 12) return null;
  return {
    from: `${found[1]}-${String(number).padStart(2, "0")}-01`,
    months: 1,
  };
}

/** 案件上报期: a day, or the last day of the month, the quarter or the year that is named, with a note. */
export const reportPeriod: Rule<string> = (cell, context): Reading<string> => {
  const text = cell.normalize("NFKC").replace(/\s/g, "").replace(/\.0$/, "").toUpperCase();
  const period = periodOf(text);
  if (period === null) return pastDate(cell, context);
  if (period.from > context.today) return { problem: "future_date", expected: `${context.today} or earlier` };
  const last = addDays(addMonths(period.from, period.months), -1);
  return { value: last, notes: [{ code: "period_end_taken", text }] };
};
