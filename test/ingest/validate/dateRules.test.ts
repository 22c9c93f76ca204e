import { expect, test } from "vitest";
import { date, month, pastDate, reportPeriod, until } from "../../../ingest/validate/dateRules.ts";

const context = { today: "2026-11-24" };

test("a decision's day may be today and not tomorrow", () => {
  expect(pastDate("2026-11-24", context)).toEqual({ value: "2026-11-24" });
  expect(pastDate("2026-11-25", context)).toMatchObject({ problem: "future_date" });
});

test("a decision's day exists, lies after 1949 and is no 长期", () => {
  for (const cell of ["2025-02-29", "2025-13-01", "1948-05-01", "长期", "2099-12-31"])
    expect(pastDate(cell, context)).toMatchObject({ problem: "impossible_date" });
  expect(pastDate("去年", context)).toMatchObject({ problem: "unreadable_date" });
});

test("other days may lie ahead, and 暂无 is none", () => {
  expect(date("2027-03-01", context)).toEqual({ value: "2027-03-01" });
  expect(date("暂无", context)).toEqual({ empty: true });
  expect(date("长期", context)).toEqual({ empty: true });
});

test("a term ends on a day or never", () => {
  expect(until("2030/01/31", context)).toEqual({ value: "2030-01-31" });
  for (const cell of ["长期", "永久", "无固定期限", "2099/12/31", "9999-12-31"])
    expect(until(cell, context)).toEqual({ value: "permanent" });
});

test("of a term written whole, the end counts", () => {
  expect(until("2020年1月1日至2025年1月1日", context)).toEqual({ value: "2025-01-01" });
  expect(until("2020-01-01 至 长期", context)).toEqual({ value: "permanent" });
  expect(until("自发证之日至期满", context)).toMatchObject({ problem: "unreadable_date" });
});

test("a month is read in its usual forms and not ahead of its time", () => {
  for (const cell of ["2026-10", "202610", "2026年10月", "2026/10", "2026-10-31", "20261031", "2026年10月份"])
    expect(month(cell, context)).toEqual({ value: "2026-10" });
  expect(month("2026-12", context)).toMatchObject({ problem: "future_date" });
  expect(month("十月", context)).toMatchObject({ problem: "unreadable_month" });
});

test("a report period stands for its last day, with a note of what it was", () => {
  for (const [cell, day] of [
    ["2020年第1季度", "2020-03-31"],
    ["2020年第四季度", "2020-12-31"],
    ["2020Q2", "2020-06-30"],
    ["202002", "2020-02-29"],
    ["2020年1月", "2020-01-31"],
    ["2019年度", "2019-12-31"],
  ] as const)
    expect(reportPeriod(cell, context)).toMatchObject({ value: day, notes: [{ code: "period_end_taken" }] });
  expect(reportPeriod("2020-03-05", context)).toEqual({ value: "2020-03-05" });
  expect(reportPeriod("2027年第1季度", context)).toMatchObject({ problem: "future_date" });
  expect(reportPeriod("第三批", context)).toMatchObject({ problem: "unreadable_date" });
});
