import { expect, test } from "vitest";
import { currency, fine, money } from "../../../ingest/validate/moneyRules.ts";

const context = { today: "2026-11-24" };
const wan = money({ unit: "wan" });

test("a column of 万元 counts in 万元", () => {
  expect(wan("0.2", context)).toEqual({ value: { amount: "2000", currency: null, unit: "wan" } });
});

test("the unit of the header wins over the column's, that of the cell over both", () => {
  expect(wan("2000", { ...context, unit: "yuan" })).toMatchObject({
    value: { amount: "2000", unit: "yuan" },
  });
  expect(wan("2000元", context)).toMatchObject({ value: { amount: "2000", unit: "cell" } });
  expect(wan("5万美元", { ...context, unit: "yuan" })).toEqual({
    value: { amount: "50000", currency: "USD", unit: "cell" },
  });
});

test("nothing is none for a fine and something for a balance", () => {
  expect(fine("0", context)).toEqual({ empty: true });
  expect(fine("0.00", context)).toEqual({ empty: true });
  expect(wan("0", context)).toMatchObject({ value: { amount: "0" } });
});

test("a phrase in place of a fine is read when it names one amount", () => {
  expect(fine("处罚款人民币2000元整", context)).toMatchObject({ value: { amount: "2000", unit: "cell" } });
  expect(fine("见决定书", context)).toMatchObject({ problem: "unreadable_amount" });
  expect(wan("-3", context)).toMatchObject({ problem: "negative_amount" });
});

test("currencies are read by name, code and number", () => {
  for (const cell of ["美元", "USD", "840", "840.0"])
    expect(currency(cell, context)).toEqual({ value: "USD" });
  expect(currency("贝壳", context)).toMatchObject({ problem: "unknown_currency" });
});
