import type { ReadLimits } from "./limits.ts";
import { type Row, UnreadableFile } from "./table.ts";

/** Numbers of which `JSON.parse` would lose something; strings are matched first, so that nothing in them is touched. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** A sign that such a number may be there: it comes after one of these characters, a code in a string after a quote. */
const MAY_LOSE = /[:,[\s]-?\d(?:\d{15}|[\d.]{16}|[\d.]*[eE])/;

function losesNothing(token: string): boolean {
  const value = Number(token);
  if (/^-?\d+$/.test(token)) return Number.isSafeInteger(value);
  const digits = token.replace(/[eE].*$/, "").replace(/^[-0.]+|\./g, "");
  return digits.length <= 15 && Math.abs(value) < 1e15;
}

/** Parses JSON; a number that a double can't hold becomes a string of its digits as written. */
export function parseExact(text: string): unknown {
  if (!MAY_LOSE.test(text)) return JSON.parse(text);
  return JSON.parse(
    text.replace(STRING_OR_NUMBER, (token) =>
      token.startsWith('"') || losesNothing(token) ? token : `"${token}"`,
    ),
  );
}

/** Stands for a value that can't be a cell; no sound cell holds a NUL. */
const TOO_DEEP = "\0 nested too deep";

/** A value as a cell: nothing for null, JSON for what is nested. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? nestedText(value) : String(value);
}

/** `JSON.parse` reads any depth; writing it takes stack. */
function nestedText(value: object): string {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return TOO_DEEP;
    throw error;
  }
}

const malformed = (line: number, problem: string, cells: string[] = []): Row => {
  return { line, cells, malformed: problem };
};

/** JSON can spell a NUL, which no cell may hold. */
function checkedRow(row: Row, text: string): Row {
  if (!text.includes("\\u0000") && !row.cells.includes(TOO_DEEP)) return row;
  const wrong = row.cells.find((cell) => cell.includes("\0"));
  if (wrong === undefined) return row;
  const problem = wrong === TOO_DEEP ? "a value is nested too deep" : "a value holds a NUL character";
  return malformed(row.line, problem, [text]);
}

/** The text of one element or line as a row, or `undefined` when it is no JSON. `line` numbers it. */
export type ToRow = (text: string, line: number) => Row | undefined;

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: parseExact(text) };
  } catch {
    return undefined;
  }
}

/** Rows of objects. Their keys become columns in the order met; `keys` grows as new ones come. */
export function keyedRow(keys: string[], limits: ReadLimits): ToRow {
  const columns = new Map<string, number>();
  const columnOf = (key: string, line: number): number => {
    const known = columns.get(key);
    if (known !== undefined) return known;
    if (keys.length >= limits.columns)
      throw new UnreadableFile("too_many_columns", `Row ${line} brings more than ${limits.columns} keys`);
    columns.set(key, keys.push(key) - 1);
    return keys.length - 1;
  };
  return (text, line) => {
    const found = parsed(text);
    if (found === undefined) return undefined;
    const { value } = found;
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return malformed(line, "expected an object", [text]);
    const cells: string[] = [];
    for (const [key, item] of Object.entries(value)) {
      const column = columnOf(key, line);
      while (cells.length < column) cells.push("");
      cells[column] = cellText(item);
    }
    return checkedRow({ line, cells }, text);
  };
}

/** Rows of arrays, whose header is one of them. */
export function positionalRow(limits: ReadLimits): ToRow {
  return (text, line) => {
    const found = parsed(text);
    if (found === undefined) return undefined;
    if (!Array.isArray(found.value)) return malformed(line, "expected an array", [text]);
    if (found.value.length > limits.columns)
      throw new UnreadableFile("too_many_columns", `Row ${line} has more than ${limits.columns} values`);
    return checkedRow({ line, cells: found.value.map(cellText) }, text);
  };
}
