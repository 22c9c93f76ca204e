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

/**
 * Reads text in which some quotes are astray, row by row. A row with a stray quote is taken as papaparse reads it when
 * it stays on its line and has as many cells as the row before; else its line is read literally.
 */
export function mendedRows({ input, dialect, isLast, width }: Input) {
  const { delimiter, newline } = dialect;
  const rows: ParsedRow[] = [];
  let start = 0;
  let before = width;
  const keep = (cells: string[], end: number) => {
    const breaks = input.slice(start, end).split(newline).length - 1;
    rows.push({ cells, lines: Math.max(1, breaks) });
    before = cells.length;
    start = end;
  };
  const stays = (end: number) => !input.slice(start, end - newline.length).includes(newline);

  /** Reads on to the first row whose quotes are not sound. */
  const readOn = () => {
    const from = start;
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
      if (state === "astray" && stays(end) && cells.length === before) state = "sound";
      if (state === "sound") keep(cells, end);
      else parser.abort();
    };
    const parser: Papa.Parser = new Papa.Parser({ ...dialect, quoteChar: '"', escapeChar: '"', step });
    const tail: Papa.ParseResult<string[]> = parser.parse(input.slice(start), 0, !isLast);
    return state === "sound" ? stateOf(tail.errors) : state;
  };

  while (start < input.length) {
    const state = readOn();
    if (state !== "astray") return { rows, end: start, unclosed: state === "unclosed" };
    const found = input.indexOf(newline, start);
    // Without its end, the line waits for the next piece.
    if (found === -1 && !isLast) break;
    const end = found === -1 ? input.length : found + newline.length;
    keep(literalCells(input.slice(start, found === -1 ? end : found), delimiter), end);
  }
  return { rows, end: start, unclosed: false };
}
