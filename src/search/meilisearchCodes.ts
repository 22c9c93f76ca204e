import type { SearchDocument } from "../enterprise/searchDocument.ts";

/*
 * Codes are filters, not words. As numbers: one costs a build half of what a text does, and a beginning is a range of them. What is no
 * plain code or number, and what an enterprise had before, stands in fields of texts, which few documents have.
 */

/** A code's kind and region, which a city's enterprises share; the rest is its own. */
const HEAD = 8;
/** 36^10 is below 2^53, so the rest is a number that a double holds exactly. */
const REST = 10;
const PLAIN_CODE = /^[0-9A-Z]{18}$/;
/** Registration numbers have 13 or 15 digits. */
const NUMBER_LENGTHS = [13, 15];
const PLAIN_NUMBER = /^[1-9](?:\d{12}|\d{14})$/;

/** A caller may send anything as a code: quoted, it means nothing to the language of filters. */
export const quoted = (value: string) => `"${value.replace(/[\\"]/g, "\\$&")}"`;

const inBase36 = (text: string) => Number.parseInt(text, 36);
const reversed = (text: string) => [...text].reverse().join("");
const headOf = (uscc: string) => inBase36(uscc.slice(0, HEAD));
const restOf = (uscc: string) => inBase36(uscc.slice(HEAD));
const endOf = (uscc: string) => inBase36(reversed(uscc.slice(HEAD)));

/** The fields of a document that filters on codes look at. */
export function codeFields({ uscc, regNo, formerCodes = [] }: SearchDocument) {
  const isPlain = PLAIN_CODE.test(uscc);
  const isNumber = regNo !== null && PLAIN_NUMBER.test(regNo);
  const whole = [...(isPlain ? [] : [uscc]), ...formerCodes];
  const organisation = whole.flatMap((code) => (code.length === HEAD + REST ? [code.slice(HEAD, -1)] : []));
  return {
    codeHead: isPlain ? headOf(uscc) : undefined,
    codeRest: isPlain ? restOf(uscc) : undefined,
    codeEnd: isPlain ? endOf(uscc) : undefined,
    regNo: isNumber ? Number(regNo) : undefined,
    otherCodes: [...whole, ...organisation, ...(regNo === null || isNumber ? [] : [regNo])],
    otherEnds: whole.map(reversed),
  };
}

/** Who has, or had, just this code. */
export const hasCode = (uscc: string) =>
  PLAIN_CODE.test(uscc)
    ? `((codeHead = ${headOf(uscc)} AND codeRest = ${restOf(uscc)}) OR otherCodes = ${quoted(uscc)})`
    : `otherCodes = ${quoted(uscc)}`;

/** A field's numbers that begin so, of all that have `width` digits in the base. */
function beginning(field: string, part: string, of: { base: number; width: number }): string[] {
  const open = of.width - part.length;
  if (part === "" || open < 0) return [];
  const from = Number.parseInt(part, of.base) * of.base ** open;
  return [`${field} ${from} TO ${from + of.base ** open - 1}`];
}

const inHead = (part: string) => beginning("codeHead", part, { base: 36, width: HEAD });
const inRest = (field: string, part: string) => beginning(field, part, { base: 36, width: REST });

/** What a code that begins with the part has; up to its head, or beyond. */
const atStart = (part: string) =>
  part.length <= HEAD
    ? inHead(part)
    : inRest("codeRest", part.slice(HEAD)).map((range) => `(codeHead = ${headOf(part)} AND ${range})`);

/** Conditions, of which one holds of whoever has, or had, a code or number that begins or ends with the part, or whose organisation code does. */
export function hasPart(part: string): string[] {
  const isDigits = /^[1-9]\d*$/.test(part);
  return [
    ...atStart(part),
    ...inRest("codeRest", part),
    ...(isDigits ? NUMBER_LENGTHS.flatMap((width) => beginning("regNo", part, { base: 10, width })) : []),
    // The rest of a code is nearly nobody else's; what stands before it is compared.
    ...inRest("codeEnd", reversed(part).slice(0, REST)),
    `otherCodes STARTS WITH ${quoted(part)}`,
    `otherEnds STARTS WITH ${quoted(reversed(part))}`,
  ];
}
