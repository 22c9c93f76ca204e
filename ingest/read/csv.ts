import Papa from "papaparse";
import type { ReadLimits } from "./limits.ts";
import { mendedRows } from "./strayQuotes.ts";
import { type Row, UnreadableFile } from "./table.ts";

/** One parsed row, and how many physical lines it takes. */
export interface ParsedRow {
  cells: string[];
  lines: number;
}

export interface Dialect {
  delimiter: string;
  newline: "\n" | "\r";
}

/** A text that has any line feed breaks its lines there; a lone carriage return is then part of a cell. */
export const newlineOf = (head: string): Dialect["newline"] =>
  head.includes("\r") && !head.includes("\n") ? "\r" : "\n";

function breaksIn(cells: readonly string[], newline: string): number {
  let breaks = 0;
  for (const cell of cells)
    for (let at = cell.indexOf(newline); at !== -1; at = cell.indexOf(newline, at + 1)) breaks++;
  return breaks;
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === "" || cell.trim() === "");

/**
 * The whole rows at the start of `input`, and where the rest begins. `unclosed`: the quotes of the last row never close.
 * papaparse's parser class is used as it stands: its streaming front hides where rows start.
 */
function parse(input: string, dialect: Dialect, isLast: boolean, width: number) {
  const parser = new Papa.Parser({ ...dialect, quoteChar: '"', escapeChar: '"' });
  const result: Papa.ParseResult<string[]> = parser.parse(input, 0, !isLast);
  if (result.errors.length > 0) return mendedRows({ input, dialect, isLast, width });
  const isQuoted = input.includes('"');
  const rows = result.data.map((cells): ParsedRow => {
    return { cells, lines: 1 + (isQuoted ? breaksIn(cells, dialect.newline) : 0) };
  });
  return { rows, end: isLast ? input.length : result.meta.cursor, unclosed: false };
}

function checkSize(cells: readonly string[], line: number, limits: ReadLimits): void {
  let size = 0;
  for (const cell of cells) {
    size += cell.length;
    if (cell.length > limits.cellCharacters || size > limits.rowCharacters)
      throw new UnreadableFile(
        "unreadable",
        `The row on line ${line} has a cell of ${cell.length} characters: are its quotes closed?`,
      );
  }
}

/** Spreadsheets pad rows with empty cells, up to column XFD; those are no columns. */
function trimmed(cells: string[], line: number, limits: ReadLimits): string[] {
  if (cells.length <= limits.columns) return cells;
  const width = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  if (width > limits.columns)
    throw new UnreadableFile(
      "too_many_columns",
      `Line ${line} has ${width} columns; at most ${limits.columns} are read`,
    );
  return cells.slice(0, width);
}

/** Takes rows out of text as it comes; knows the line it is on, and the cells of the last two rows with any text. */
function rowTaker(dialect: Dialect, limits: ReadLimits) {
  const at = { line: 1, width: 0, widthBefore: 0 };
  /** The whole rows at the start of `input`, and what remains. */
  const take = (input: string, isLast: boolean): { rows: Row[]; rest: string } => {
    const { rows: parsed, end, unclosed } = parse(input, dialect, isLast, at.width);
    const isLong = input.length > limits.cellCharacters;
    const rows: Row[] = [];
    for (const { cells, lines } of parsed) {
      const last = cells.length - 1;
      if (cells[last]?.endsWith("\r")) cells[last] = cells[last].slice(0, -1);
      if (isLong) checkSize(cells, at.line, limits);
      if (!isBlank(cells)) {
        at.widthBefore = at.width;
        at.width = cells.length;
        rows.push({ line: at.line, cells: trimmed(cells, at.line, limits) });
      }
      at.line += lines;
    }
    if (unclosed)
      throw new UnreadableFile(
        "truncated",
        `The file stops inside the quotes of a cell; its row starts on line ${at.line}`,
      );
    return { rows, rest: input.slice(end) };
  };
  return { at, take };
}

/** Rows of delimited text that hold any text. `line` is the physical line on which a row starts. */
export async function* csvRows(
  text: AsyncIterable<string>,
  dialect: Dialect,
  limits: ReadLimits,
): AsyncGenerator<Row[]> {
  const { at, take } = rowTaker(dialect, limits);
  let rest = "";
  for await (const piece of text) {
    const taken = take(rest + piece, false);
    rest = taken.rest;
    if (rest.length > limits.rowCharacters) checkSize([rest], at.line, limits);
    if (taken.rows.length > 0) yield taken.rows;
  }
  // Old programs end a text with Ctrl-Z.
  rest = rest.replace(/\x1a+$/, "");
  if (rest === "") return;
  const { rows } = take(rest, true);
  const last = rows.at(-1);
  if (last !== undefined && at.width < at.widthBefore)
    throw new UnreadableFile("truncated", `The file stops in the middle of the row on line ${last.line}`);
  if (rows.length > 0) yield rows;
}
