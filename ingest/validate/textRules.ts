import { cleanText } from "../../src/enterprise/cleanText.ts";
import { isResidentId, maskResidentId, maskResidentIds } from "../../src/enterprise/identifiers.ts";
import type { Reading, Rule } from "../feed.ts";

const MASKED = [{ code: "personal_id_masked", text: "***" }] as const;
const SPACE_IN_HAN = /(?<=[\u3400-\u9fff）)]) +(?=[\u3400-\u9fff（(])/g;

/** Free text reaches public pages: ids of natural persons inside it are masked, and a note says so without them. */
export const text: Rule<string> = (cell) => {
  const clean = cleanText(cell);
  if (clean === null) return { empty: true };
  const masked = maskResidentIds(clean);
  return masked === clean ? { value: clean } : { value: masked, notes: MASKED };
};

/** A name of a firm, an authority or a person: as written, without the spaces that spreadsheets put between Chinese characters. */
export const name: Rule<string> = (cell, context) => {
  const reading = text(cell, context);
  if (!("value" in reading) || !reading.value.includes(" ")) return reading;
  return { ...reading, value: reading.value.replace(SPACE_IN_HAN, "") };
};

const FLOAT = /^(\d{4,})\.0+$/;
const SCIENTIFIC = /^\d(?:\.\d+)?[Ee]\+?\d+$/;

/** Numbers of documents often hold a region and a recent day, which looks like an id; nobody's id is that young. */
function maskOldEnough(number: string, today: string): string {
  if (!/\d{15}/.test(number)) return number;
  return number.replace(/(?<![0-9A-Za-z])\d{15}(?:\d\d[0-9Xx])?(?![0-9A-Za-z])/g, (id) => {
    const born = id.length === 15 ? 1900 + Number(id.slice(6, 8)) : Number(id.slice(6, 10));
    return isResidentId(id) && born <= Number(today.slice(0, 4)) - 14 ? maskResidentId(id) : id;
  });
}

/** A document's number as written. A spreadsheet's `201312142.0` loses its `.0`; `2.01312E+08` can't be mended and is noted. */
export const documentNo: Rule<string> = (cell, { today }) => {
  const clean = cleanText(cell);
  if (clean === null) return { empty: true };
  const whole = clean.replace(FLOAT, "$1");
  if (SCIENTIFIC.test(whole)) return { value: whole, notes: [{ code: "digits_lost", text: whole }] };
  const masked = maskOldEnough(whole, today);
  return masked === whole ? { value: whole } : { value: masked, notes: MASKED };
};

/** The id of a natural person: only that there is one, and its mask, go any further. */
export const personalId: Rule<string> = (cell) => {
  const clean = cleanText(cell);
  return clean === null ? { empty: true } : { value: maskResidentId(clean) };
};

/** A text that some senders give as the code of a table; the table is open, so other texts stay as they are. */
export function codedText(table: Readonly<Record<string, string>>): Rule<string> {
  return (cell, context) => {
    const reading = text(cell, context);
    if (!("value" in reading)) return reading;
    const known = table[reading.value.replace(/\.0$/, "")];
    return known === undefined ? reading : { value: known };
  };
}

/** A whole number such as 逾期月数, where 0 says something. */
export const wholeNumber: Rule<number> = (cell): Reading<number> => {
  const folded = cell
    .normalize("NFKC")
    .replace(/[\s个月期]/g, "")
    .replace(/\.0+$/, "");
  if (/^\d{1,6}$/.test(folded)) return { value: Number(folded) };
  if (cleanText(cell) === null) return { empty: true };
  return { problem: "unreadable_number", expected: "a whole number" };
};
