import type { ReadLimits } from "./limits.ts";
import { type Row, UnreadableFile } from "./table.ts";

const isText = (text: string) => text !== "" && text.trim() !== "";

/** Cells up to this length can't make a row too long, as many as there may be. */
const LONG = 10_000;

function checkSize(row: Row, text: string, limits: ReadLimits): void {
  const size = row.cells.reduce((sum, cell) => sum + cell.length, text.length);
  if (text.length > limits.cellCharacters || size > limits.rowCharacters)
    throw new UnreadableFile("unreadable", `Row ${row.line} has a cell of ${text.length} characters`);
}

/** Puts a cell in its column. Cells without text are none: programs write them out to column XFD for their style. */
export function placeCell(row: Row, column: number, text: string, limits: ReadLimits): void {
  if (!isText(text)) return;
  if (column >= limits.columns)
    throw new UnreadableFile(
      "too_many_columns",
      `Row ${row.line} has a cell in column ${column + 1}; at most ${limits.columns} are read`,
    );
  if (text.length > LONG) checkSize(row, text, limits);
  while (row.cells.length < column) row.cells.push("");
  row.cells[column] = text;
}

/**
 * The sheet that is read: the first one with more than one row of text, or else the first with one. Names never matter:
 * an official sample keeps penalties in a sheet called 行政许可模板 (reference §10).
 */
export async function* firstTable(sheets: Iterable<AsyncIterable<Row[]>>): AsyncGenerator<Row[]> {
  let only: Row[] = [];
  for (const sheet of sheets) {
    let held: Row[] = [];
    let isChosen = false;
    for await (const rows of sheet) {
      held = held.length === 0 ? rows : held.concat(rows);
      if (held.length > 1) isChosen = true;
      if (!isChosen) continue;
      yield held;
      held = [];
    }
    if (isChosen) {
      if (held.length > 0) yield held;
      return;
    }
    if (only.length === 0) only = held;
  }
  if (only.length > 0) yield only;
}
