import Papa from "papaparse";
import type { Dialect, ParsedRow } from "./csv.ts";

interface Input {
  input: string;
  dialect: Dialect;
  isLast: boolean;
  /** Cells of the row before, 0 when there is none. */
  width: number;
}

/**
 * One physical line, a quote in it being a quote mark only where it encloses a whole cell: `"甬商"贸易` is text as it
 * stands. Programs that don't know about quoting write such cells, and one of them must not swallow the rows after it.
 */
function literalCells(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const quoted = /"((?:[^"]|"")*)"/y;
    quoted.lastIndex = at;
    const found = quoted.exec(line);
    const after = quoted.lastIndex;
    if (found !== null && (after === line.length || line.startsWith(delimiter, after))) {
      cells.push((found[1] ?? "").replaceAll('""', '"'));
      at = after + delimiter.length;
      continue;
    }
    const next = line.indexOf(delimiter, at);
    cells.push(line.slice(at, next === -1 ? line.length : next));
    at = next === -1 ? line.length + 1 : next + delimiter.length;
  }
  return cells;
}

/** What a row's quotes are: as they should be, not closing before the file ends, or astray. */
function stateOf(errors: readonly Papa.ParseError[]): "sound" | "unclosed" | "astray" {
  if (errors.length === 0) return "sound";
  return errors.every((error) => error.code === "MissingQuotes") ? "unclosed" : "astray";
}

/** The rows found so far, and where the next one starts. */
interface Progress {
  rows: ParsedRow[];
  start: number;
  width: number;
}

function keep(progress: Progress, { input, dialect }: Input, cells: string[], end: number): void {
  const breaks = input.slice(progress.start, end).split(dialect.newline).length - 1;
  progress.rows.push({ cells, lines: Math.max(1, breaks) });
  progress.width = cells.length;
  progress.start = end;
}

/** Keeps rows up to the first one whose quotes are not sound, and says what they are. */
function readOn(progress: Progress, text: Input): ReturnType<typeof stateOf> {
  const { input, dialect, isLast } = text;
  const from = progress.start;
  const stays = (end: number) =>
    !input.slice(progress.start, end - dialect.newline.length).includes(dialect.newline);
  let state = stateOf([]);
  const step = ({
    data,
    errors,
    meta,
  }: {
    data: string[][];
    errors: Papa.ParseError[];
    meta: Papa.ParseMeta;
  }) => {
    const cells = data[0] ?? [];
    const end = from + meta.cursor;
    state = stateOf(errors);
    if (state === "astray" && stays(end) && cells.length === progress.width) state = "sound";
    if (state === "sound") keep(progress, text, cells, end);
    else parser.abort();
  };
  const parser: Papa.Parser = new Papa.Parser({ ...dialect, quoteChar: '"', escapeChar: '"', step });
  const tail: Papa.ParseResult<string[]> = parser.parse(input.slice(from), 0, !isLast);
  return state === "sound" ? stateOf(tail.errors) : state;
}

/**
 * Reads text in which some quotes are astray, row by row. A row with a stray quote is taken as papaparse reads it when
 * it stays on its line and has as many cells as the row before; else its line is read literally.
 */
export function mendedRows(text: Input) {
  const { input, dialect, isLast } = text;
  const progress: Progress = { rows: [], start: 0, width: text.width };
  while (progress.start < input.length) {
    const state = readOn(progress, text);
    if (state !== "astray")
      return { rows: progress.rows, end: progress.start, unclosed: state === "unclosed" };
    const found = input.indexOf(dialect.newline, progress.start);
    // Without its end, the line waits for the next piece.
    if (found === -1 && !isLast) break;
    const end = found === -1 ? input.length : found;
    const cells = literalCells(input.slice(progress.start, end), dialect.delimiter);
    keep(progress, text, cells, Math.min(input.length, end + dialect.newline.length));
  }
  return { rows: progress.rows, end: progress.start, unclosed: false };
}
