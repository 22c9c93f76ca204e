import { readBook } from "./biff.ts";
import { type BiffCell, biffCells } from "./biffCells.ts";
import type { ReadLimits } from "./limits.ts";
import { openOle } from "./ole.ts";
import { firstTable, placeCell } from "./sheetRow.ts";
import type { Source } from "./source.ts";
import { StringStore } from "./stringStore.ts";
import { type Row, UnreadableFile } from "./table.ts";

const AT_ONCE = 1_000;

/** The workbook's stream in its container. Encrypted .xlsx files come in such a container, too. */
function workbookStream(bytes: Buffer): Buffer {
  const stream = openOle(bytes);
  if (stream("EncryptedPackage") !== undefined)
    throw new UnreadableFile("unreadable", "The workbook is protected by a password");
  const found = stream("Workbook") ?? stream("Book");
  if (found === undefined)
    throw new UnreadableFile("unknown_format", "The file is an old Office document, but no workbook");
  return found;
}

async function readWhole(source: Source, limits: ReadLimits): Promise<Buffer> {
  if (source.size > limits.xlsBytes)
    throw new UnreadableFile(
      "unreadable",
      `An .xls of more than ${limits.xlsBytes} bytes is not read: deliver it as CSV or XLSX`,
    );
  const pieces: Buffer[] = [];
  for await (const piece of source.bytes()) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Cells put together to rows. Some programs write cells in any order: then all rows are held and sorted. */
function* rowsOf(cells: () => Iterable<BiffCell>, limits: ReadLimits): Generator<Row[]> {
  let isOrdered = true;
  let before = 0;
  for (const { row } of cells()) {
    if (row < before) isOrdered = false;
    before = row;
  }
  let rows = new Map<number, Row>();
  for (const { row: index, column, text } of cells()) {
    let row = rows.get(index);
    if (row === undefined) {
      if (isOrdered && rows.size >= AT_ONCE) {
        yield withText(rows);
        rows = new Map();
      }
      row = { line: index + 1, cells: [] };
      rows.set(index, row);
    }
    placeCell(row, column, text, limits);
  }
  yield withText(rows).sort((a, b) => a.line - b.line);
}

const withText = (rows: ReadonlyMap<number, Row>) =>
  [...rows.values()].filter(({ cells }) => cells.length > 0);

/**
 * Rows of the first table of an .xls. It is not read by SheetJS, which takes 740 MB and ten seconds for a full sheet (65,536
 * rows, 27 MB), reads nothing less, and ends the process when the sectors of a damaged file run in circles.
 * `source` is closed by the caller.
 */
export async function* xlsRows(source: Source, limits: ReadLimits): AsyncGenerator<Row[]> {
  const store = new StringStore();
  source.whenClosed(() => store.close());
  const bytes = await readWhole(source, limits);
  try {
    const stream = workbookStream(bytes);
    const book = readBook(stream, store, limits);
    async function* sheetRows(position: number) {
      yield* rowsOf(() => biffCells(stream, position, book), limits);
    }
    function* tables() {
      for (const position of book.sheets) yield sheetRows(position);
    }
    yield* firstTable(tables());
  } catch (error) {
    // Something is shorter than its kind: Buffer's reading methods say so. Whole containers consist of whole sectors.
    if (!(error instanceof RangeError)) throw error;
    const code = bytes.length % 512 === 0 ? "unreadable" : "truncated";
    throw new UnreadableFile(code, "The .xls workbook is damaged or cut off", { cause: error });
  }
}
