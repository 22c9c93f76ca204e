import type { ReadLimits } from "./limits.ts";
import { type Row, UnreadableFile } from "./table.ts";

const BATCH = 1_000;
const STRING_OR_LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Parses JSON without losing digits: integers longer than a double can hold are kept as their text. */
export function parseExact(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  return JSON.parse(
    text.replace(STRING_OR_LONG_NUMBER, (token) => (token.startsWith('"') ? token : `"${token}"`)),
  );
}

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** Turns parsed objects into cells by the keys met so far. */
export function keyedCells(keys: string[], limits: ReadLimits) {
  const columns = new Map<string, number>();
  return (value: unknown, line: number): Row => {
    if (Array.isArray(value)) return { line, cells: [], malformed: "expected an object, found an array" };
    if (typeof value !== "object" || value === null)
      return { line, cells: [], malformed: `expected an object, found ${typeof value}` };
    const cells: string[] = [];
    for (const [key, item] of Object.entries(value)) {
      let column = columns.get(key);
      if (column === undefined) {
        if (columns.size >= limits.columns)
          throw new UnreadableFile(
            "too_many_columns",
            `Line ${line} brings the number of keys to more than ${limits.columns}`,
          );
        column = columns.size;
        columns.set(key, column);
        keys.push(key);
      }
      while (cells.length < column) cells.push("");
      cells[column] = cellText(item);
    }
    return { line, cells };
  };
}

async function* lines(
  text: AsyncIterable<string>,
  limits: ReadLimits,
): AsyncGenerator<{ line: string; ended: boolean }> {
  let rest = "";
  for await (const piece of text) {
    const parts = (rest + piece).split("\n");
    rest = parts.pop() ?? "";
    for (const line of parts) yield { line, ended: true };
    if (rest.length > limits.rowCharacters)
      throw new UnreadableFile("unreadable", `A line is longer than ${limits.rowCharacters} characters`);
  }
  if (rest.trim() !== "") yield { line: rest, ended: false };
}

/** One object a line. A broken line is a malformed row; a broken last line without its end is a truncated file. */
export async function* ndjsonRows(
  text: AsyncIterable<string>,
  keys: string[],
  limits: ReadLimits,
): AsyncGenerator<Row[]> {
  const toRow = keyedCells(keys, limits);
  let batch: Row[] = [];
  let number = 0;
  for await (const { line, ended } of lines(text, limits)) {
    number++;
    if (line.trim() === "") continue;
    let row: Row;
    try {
      row = toRow(parseExact(line), number);
    } catch (error) {
      if (error instanceof UnreadableFile) throw error;
      if (!ended) throw new UnreadableFile("truncated", `The file ends in the middle of line ${number}`);
      row = { line: number, cells: [line], malformed: "the line is no JSON" };
    }
    batch.push(row);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Cuts the elements of one array out of text that comes in pieces; holds one element at a time. */
async function* elements(text: AsyncIterable<string>, limits: ReadLimits): AsyncGenerator<string> {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let closed = false;
  let element = "";
  for await (const piece of text) {
    let from = 0;
    for (let i = 0; i < piece.length; i++) {
      const c = piece.charCodeAt(i);
      if (inString) {
        if (escaped) escaped = false;
        else if (c === 92) escaped = true;
        else if (c === 34) inString = false;
        continue;
      }
      if (c === 34) inString = true;
      else if (c === 91 || c === 123) {
        if (closed) throw new UnreadableFile("unreadable", "There is text after the end of the array");
        if (++depth === 1) from = i + 1;
      } else if (c === 93 || c === 125) {
        if (--depth === 0) closed = true;
      }
      if ((c === 44 && depth === 1) || (closed && depth === 0 && (c === 93 || c === 125))) {
        element += piece.slice(from, i);
        from = i + 1;
        if (element.trim() !== "") yield element;
        element = "";
      }
    }
    if (!closed) element += piece.slice(from);
    if (element.length > limits.rowCharacters)
      throw new UnreadableFile("unreadable", `An element is longer than ${limits.rowCharacters} characters`);
  }
  if (!closed) throw new UnreadableFile("truncated", "The file ends before the end of its array");
}

/** Elements of one JSON array. Its structure must be sound, so a broken element refuses the file. */
export async function* jsonRows(
  text: AsyncIterable<string>,
  keys: string[],
  limits: ReadLimits,
): AsyncGenerator<Row[]> {
  const toRow = keyedCells(keys, limits);
  let batch: Row[] = [];
  let number = 0;
  for await (const element of elements(text, limits)) {
    number++;
    let value: unknown;
    try {
      value = parseExact(element);
    } catch (cause) {
      throw new UnreadableFile("unreadable", `Element ${number} of the array is no JSON`, { cause });
    }
    batch.push(toRow(value, number));
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
