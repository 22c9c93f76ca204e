import { confiscationsInText, finesInText, readMoney } from "../../src/enterprise/money.ts";
import type { Money } from "../../src/enterprise/record.ts";
import type { ReadMoney, RowReading } from "./rowReading.ts";

const yuan = (amount: string, currency: string | null): Money => ({
  amount,
  currency: currency ?? "CNY",
});

/** In thousandths of a yuan, for sums of amounts that a text names. */
function thousandths(amount: string): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.slice(0, 3).padEnd(3, "0"));
}

function decimal(value: bigint): string {
  const digits = value.toString().padStart(4, "0");
  const fraction = digits.slice(-3).replace(/0+$/, "");
  return fraction === "" ? digits.slice(0, -3) : `${digits.slice(0, -3)}.${fraction}`;
}

/** The sum, unless one of the amounts is already the sum of the others (罚款1000元、罚款2000元，合计罚款3000元). */
function total(amounts: readonly string[]): string {
  const values = amounts.map(thousandths);
  const sum = values.reduce((a, b) => a + b, 0n);
  const whole = values.find((value) => value * 2n === sum);
  return decimal(values.length > 2 && whole !== undefined ? whole : sum);
}

/** A decision that also fines a person says the firm's own fine first. */
const FINES_PERSONS = /负责人|责任人|责任人员|法定代表人|主管人员/;

/** A text that says the same amount twice mostly repeats itself. */
function fromText(said: readonly string[], text: string): string {
  const different = [...new Set(said)];
  return different.length > 1 && FINES_PERSONS.test(text) ? (different[0] ?? "0") : total(different);
}

/** The cell's figure in the other unit than its column's, in yuan. */
function inOtherUnit(cell: string, unit: "yuan" | "wan"): string | null {
  const read = readMoney(cell, { unit: unit === "wan" ? "yuan" : "wan" });
  return "amount" in read ? read.amount : null;
}

/** All of them are decimal text without zeros that mean nothing, so equal amounts are equal texts. */
const among = (amount: string, said: readonly string[]) =>
  said.includes(amount) ||
  (said.length > 1 && (total(said) === amount || total([...new Set(said)]) === amount));

/** What a text says of one kind of amount, in yuan. `usual`: the words right before it, where they are the usual ones. */
export interface SpokenAmounts {
  usual: string;
  find: (text: string) => string[];
}
export const SPOKEN_FINES: SpokenAmounts = { usual: "罚款", find: finesInText };
export const SPOKEN_CONFISCATIONS: SpokenAmounts = { usual: "没收违法所得", find: confiscationsInText };

function crossCheck(row: RowReading, field: string, cell: ReadMoney, text: Spoken): Money {
  const own = yuan(cell.amount, cell.currency);
  if (text.content.includes(`${text.amounts.usual}${cell.amount}元`)) return own; // most rows, without searching the text
  const said = text.amounts.find(text.content);
  if (said.length === 0 || among(cell.amount, said)) return own;
  if (cell.unit !== "cell") {
    const other = inOtherUnit(row.original(field), cell.unit);
    if (other !== null && among(other, said)) {
      row.note(field, "unit_from_text", row.original(field).trim());
      return yuan(other, cell.currency);
    }
  }
  row.note(field, "amount_differs", said.join("；"));
  return own;
}

interface Spoken {
  content: string;
  amounts: SpokenAmounts;
}

/**
 * An amount of a penalty in yuan, checked against the amounts that its text names. A unit in the cell or in the text wins
 * over the column's: 123456 in a column of 万元 beside 罚款123456元 is 123,456 yuan. An amount that only the text names is
 * taken from it. Both leave a note; so does a text that names another amount than the cell.
 */
export function resolveAmount(row: RowReading, field: string, text: Spoken): Money | null {
  const cell = row.money(field);
  if (cell !== null) return crossCheck(row, field, cell, text);
  const said = text.amounts.find(text.content);
  if (said.length === 0) return null;
  row.note(field, "amount_from_text", said.join("；"));
  return yuan(fromText(said, text.content), null);
}
