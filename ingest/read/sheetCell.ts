import { SSF } from "@e965/xlsx";

/** Its types call SSF `any`; these two functions are all that is used of it. */
const isDatePattern: (pattern: string) => boolean = SSF.is_date;
const dateParts: (
  serial: number,
  options: { date1904: boolean },
) => { y: number; m: number; d: number; H: number; M: number; S: number } | null = SSF.parse_date_code;

/** Whether a number format shows a day or a time. Lengths of time such as `[h]:mm` are numbers. */
export const showsDate = (pattern: string) => isDatePattern(pattern) && !/\[(h+|m+|s+)\]/i.test(pattern);

/** The same by the number of a format, for the built-in ones (ECMA-376 part 1 §18.8.30; 27–36 and 50–58 are Chinese). */
export function isDateFormat(id: number, pattern: string | undefined): boolean {
  if (pattern !== undefined) return showsDate(pattern);
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58);
}

const two = (n: number) => String(n).padStart(2, "0");

/** A sheet's serial day as `YYYY-MM-DD`, with ` HH:MM:SS` when it has a time, or as a number when it is no day. */
export function serialText(serial: number, date1904: boolean): string {
  const parts = dateParts(serial, { date1904 });
  if (parts === null) return numberText(serial);
  const { y, m, d, H, M, S } = parts;
  const time = H + M + S === 0 ? "" : `${two(H)}:${two(M)}:${two(S)}`;
  if (serial < 1 && !date1904) return time;
  return `${y}-${two(m)}-${two(d)}${time && ` ${time}`}`;
}

/**
 * A sheet's number as text: whole ones without `.0`, the noise beyond 15 digits gone. From 10^15 on in scientific notation
 * (`9.13302001234568E+17`): a sheet has lost digits there, and whoever reads an id must see that.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return "";
  if (Math.abs(value) < 1e15) return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
  return Number(value.toPrecision(15)).toExponential().toUpperCase();
}

/** A sheet's text: `_x000D_` stands for a character that XML can't hold (ECMA-376 part 1 §22.9.2.19); NUL is dropped. */
export function sheetText(text: string): string {
  const plain = text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return plain.includes("\0") ? plain.replaceAll("\0", "") : plain;
}
