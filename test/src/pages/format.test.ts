import { expect, test } from "vitest";
import {
  codeGroups,
  formatDay,
  formatInstant,
  formatMoney,
  groupThousands,
  markedPieces,
} from "../../../src/pages/format.ts";

test("days and instants are written as each language writes them, in the time of Shanghai", () => {
  expect(formatDay("zh", "2026-11-04")).toBe("2026年11月4日");
  expect(formatDay("en", "2026-11-04")).toBe("4 November 2026");
  expect(formatInstant("zh", "2026-11-23T18:30:00.000Z")).toBe("2026年11月24日 02:30");
  expect(formatInstant("en", "2026-11-23T18:30:00.000Z")).toBe("24 November 2026, 02:30");
});

test("money keeps every digit and says 万元 only where that is shorter", () => {
  const cny = (amount: string) => formatMoney("zh", { amount, currency: "CNY" });
  expect(cny("2000")).toBe("2,000 元");
  expect(cny("1234500")).toBe("1,234,500 元（123.45 万元）");
  expect(cny("50000000")).toBe("50,000,000 元（5,000 万元）");
  expect(cny("123456.78")).toBe("123,456.78 元");
  expect(cny("12345678901234567890.12")).toBe("12,345,678,901,234,567,890.12 元");
  expect(formatMoney("en", { amount: "1234500", currency: "USD" })).toBe("USD 1,234,500");
  expect(formatMoney("zh", { amount: "80", currency: "XAU" })).toBe("80 XAU");
  expect(groupThousands("0.5")).toBe("0.5");
});

test("a code falls into groups that together are the code", () => {
  expect(codeGroups("91330212100000016R")).toEqual(["9133", "0212", "1000", "0001", "6R"]);
});

test("what matched is told from what stands around it", () => {
  expect(markedPieces("宁波«恒达»机械")).toEqual([
    { text: "宁波", marked: false },
    { text: "恒达", marked: true },
    { text: "机械", marked: false },
  ]);
  expect(markedPieces("没有标记")).toEqual([{ text: "没有标记", marked: false }]);
});
