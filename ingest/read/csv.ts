import Papa from "papaparse";
import type { ReadLimits } from "./limits.ts";
import { type Row, UnreadableFile } from "./table.ts";

const DELIMITERS = [",", "\t", ";", "|"] as const;

/** The delimiter that the first lines have most of, outside quotes. */
export function detectDelimiter(head: string): string {
  const lines = head
    .split(/\r\n|\n|\r/)
    .slice(0, 10)
    .map((line) => line.replace(/"[^"]*"/g, ""));
  let best: string = ",";
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = Math.max(...lines.map((line) => line.split(delimiter).length - 1));
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}

const BREAK = /\r\n|\n|\r/g;

function linesIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells)
    if (cell.includes("\n") || cell.includes("\r")) breaks += cell.match(BREAK)?.length ?? 0;
  return breaks;
}

function blank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}

interface Position {
  line: number;
}

function checked(cells: string[], at: Position, limits: ReadLimits): Row {
  let width = cells.length;
  while (width > limits.columns && (cells[width - 1] ?? "") === "") width--;
  if (width > limits.columns)
    throw new UnreadableFile(
      "too_many_columns",
      `Line ${at.line} has ${width} columns; at most ${limits.columns} are read`,
    );
  return { line: at.line, cells: width === cells.length ? cells : cells.slice(0, width) };
}

/** Rows of delimited text. A quoted cell may hold line breaks; `line` is where the row starts. */
export async function* csvRows(text: AsyncIterable<string>, limits: ReadLimits): AsyncGenerator<Row[]> {
  let parser: Papa.Parser | undefined;
  let rest = "";
  const at: Position = { line: 1 };
  let last: Row | undefined;
  let endsWithBreak = true;
  const take = (input: string, isLast: boolean): Row[] => {
    if (parser === undefined) return [];
    // The last row may go on in the next piece, so it is left for then.
    const result: Papa.ParseResult<string[]> = parser.parse(input, 0, !isLast);
    rest = isLast ? "" : input.slice(result.meta.cursor);
    if (isLast && result.errors.some((error) => error.code === "MissingQuotes")) {
      const line = at.line + result.data.length - 1;
      throw new UnreadableFile(
        "truncated",
        `The file ends inside quotes that are opened at or after line ${line}`,
      );
    }
    const rows: Row[] = [];
    for (const cells of result.data) {
      if (!blank(cells)) rows.push(checked(cells, at, limits));
      at.line += 1 + linesIn(cells);
    }
    last = rows.at(-1) ?? last;
    return rows;
  };
  for await (const piece of text) {
    if (piece === "") continue;
    endsWithBreak = /[\r\n]$/.test(piece);
    rest += piece;
    if (parser === undefined) {
      if (rest.length < 4_096 && !rest.includes("\n")) continue;
      parser = newParser(rest);
    }
    if (rest.length > limits.rowCharacters + piece.length + 2 ** 19)
      throw new UnreadableFile(
        "unreadable",
        `The row at line ${at.line} is longer than ${limits.rowCharacters} characters: are its quotes closed?`,
      );
    const rows = take(rest, false);
    if (rows.length > 0) yield rows;
  }
  parser ??= newParser(rest);
  const lastBefore = last;
  const rows = rest === "" ? [] : take(rest, true);
  const end = rows.at(-1);
  const before = rows.at(-2) ?? lastBefore;
  if (!endsWithBreak && end !== undefined && before !== undefined && end.cells.length < before.cells.length)
    throw new UnreadableFile("truncated", `The file ends in the middle of line ${end.line}`);
  if (rows.length > 0) yield rows;
}

function newParser(head: string): Papa.Parser {
  const newline = head.includes("\r\n") ? "\r\n" : head.includes("\n") ? "\n" : "\r";
  return new Papa.Parser({
    delimiter: detectDelimiter(head.slice(0, 20_000)),
    newline,
    quoteChar: '"',
    escapeChar: '"',
  });
}
