import { confiscationsInText, finesInText, readCurrency, readMoney } from "../../src/enterprise/money.ts";
import type { Reading, Rule } from "../feed.ts";
import type { ReadMoney } from "../kinds/rowReading.ts";

/** What `readMoney` is given as the currency, to tell "not said" from "said". */
const UNSAID = "XXX";

export interface MoneyColumn {
  /** The unit of the column when its header names none. */
  unit: "yuan" | "wan";
  /** In some columns 0 stands for "none". */
  zero?: "none";
  /** Amounts inside a phrase, as 罚款2000元, that a sender writes in place of the amount. */
  phrase?: (text: string) => string[];
}

const NEGATIVE = {
  problem: "negative_amount",
  expected: "an amount that is not negative",
} as const;
const UNREADABLE = {
  problem: "unreadable_amount",
  expected: "an amount in figures",
} as const;

/** An exact amount. The unit of the cell wins over that of the header, and that over the column's usual one. */
export function money(column: MoneyColumn): Rule<ReadMoney> {
  return (cell, context): Reading<ReadMoney> => {
    const unit = context.unit ?? column.unit;
    const read = readMoney(cell, { unit, currency: UNSAID });
    if ("empty" in read) return read;
    if ("problem" in read) {
      const said = column.phrase?.(cell) ?? [];
      if (said.length === 1 && said[0] !== undefined)
        return { value: { amount: said[0], currency: null, unit: "cell" } };
      return read.problem === "negative_amount" ? NEGATIVE : UNREADABLE;
    }
    if (column.zero === "none" && /^[0.]+$/.test(read.amount)) return { empty: true };
    const currency = read.currency === UNSAID ? null : read.currency;
    return {
      value: {
        amount: read.amount,
        currency,
        unit: read.unit === "cell" ? "cell" : unit,
      },
    };
  };
}

/** 罚款金额: in 万元 unless something says otherwise. */
export const fine = money({ unit: "wan", zero: "none", phrase: finesInText });
/** 没收金额: in 万元 unless something says otherwise. */
export const confiscation = money({
  unit: "wan",
  zero: "none",
  phrase: confiscationsInText,
});

/** GB/T 12406 numbers of the currencies met in registers. */
const NUMBERS: Readonly<Record<string, string>> = {
  "036": "AUD",
  "124": "CAD",
  "156": "CNY",
  "344": "HKD",
  "392": "JPY",
  "410": "KRW",
  "446": "MOP",
  "554": "NZD",
  "702": "SGD",
  "756": "CHF",
  "826": "GBP",
  "840": "USD",
  "901": "TWD",
  "978": "EUR",
};

/** 币种 by name, ISO 4217 code or number. */
export const currency: Rule<string> = (cell): Reading<string> => {
  const folded = cell.normalize("NFKC").trim().replace(/\.0$/, "");
  if (folded === "" || /^(无|NULL|[-—/]+|0+)$/i.test(folded)) return { empty: true };
  const code = NUMBERS[folded.padStart(3, "0")] ?? readCurrency(folded);
  return code === null ? { problem: "unknown_currency", expected: "a currency" } : { value: code };
};
