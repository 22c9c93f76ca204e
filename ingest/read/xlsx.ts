import type { ReadLimits } from "./limits.ts";
import { numberText, serialText, sheetText } from "./sheetCell.ts";
import { firstTable, placeCell } from "./sheetRow.ts";
import type { Source } from "./source.ts";
import { StringStore } from "./stringStore.ts";
import type { Row } from "./table.ts";
import { readWorkbook, type Workbook } from "./workbook.ts";
import { parseXml, type XmlHandler } from "./xml.ts";
import type { Zip } from "./zip.ts";

interface OpenCell {
  column: number;
  type: string;
  style: number;
  text: string;
}

/** `BC12` → 54: the column, from 0; -1 when there is none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const value = reference.charCodeAt(i) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

/** ISO 8601 as the other dates: without `T`, and without a time of zero. */
const isoText = (text: string) => text.replace(/T00:00(:00(\.0+)?)?Z?$/, "").replace("T", " ");

/** A formula's cell is its stored value. An error such as #N/A is no value. */
function cellText({ type, text, style }: OpenCell, book: Workbook): string {
  if (type === "s") return text === "" ? "" : (book.sharedStrings.at(Number(text)) ?? "");
  if (type === "inlineStr" || type === "str") return sheetText(text);
  if (type === "b") return text === "" ? "" : text === "1" ? "TRUE" : "FALSE";
  if (type === "d") return isoText(text);
  if (type === "e" || text === "") return "";
  const value = Number(text);
  return book.dateStyles[style] === true ? serialText(value, book.date1904) : numberText(value);
}

/** Collects the rows of one sheet as its XML goes by. */
function sheetHandler(book: Workbook, limits: ReadLimits, take: (row: Row) => void): XmlHandler {
  let row: Row = { line: 0, cells: [] };
  let column = -1;
  let cell: OpenCell | undefined;
  let isValue = false;
  let isPhonetic = false;
  return {
    open(name, { r, t = "n", s }) {
      if (name === "row") {
        const line = Number(r);
        row = { line: line >= 1 ? line : row.line + 1, cells: [] };
        column = -1;
      } else if (name === "c") {
        const written = r === undefined ? -1 : columnOf(r);
        column = written >= 0 ? written : column + 1;
        cell = { column, type: t, style: s === undefined ? 0 : Number(s), text: "" };
      } else {
        if (name === "rPh") isPhonetic = true;
        isValue = cell !== undefined && !isPhonetic && (name === "v" || name === "t");
      }
    },
    text(piece) {
      if (isValue && cell !== undefined) cell.text += piece;
    },
    close(name) {
      isValue = false;
      if (name === "rPh") isPhonetic = false;
      else if (name === "c" && cell !== undefined) {
        placeCell(row, cell.column, cellText(cell, book), limits);
        cell = undefined;
      } else if (name === "row" && row.cells.length > 0) take(row);
    },
  };
}

async function* sheetRows(zip: Zip, path: string, book: Workbook, limits: ReadLimits): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  const handler = sheetHandler(book, limits, (row) => rows.push(row));
  for await (const _ of parseXml(zip.bytes(path), handler)) {
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
}

/** Rows of the first table of an .xlsx. `source` is closed by the caller. */
export async function* xlsxRows(zip: Zip, source: Source, limits: ReadLimits): AsyncGenerator<Row[]> {
  const store = new StringStore();
  source.whenClosed(() => store.close());
  const book = await readWorkbook(zip, store, limits);
  function* sheets() {
    for (const path of book.sheets) yield sheetRows(zip, path, book, limits);
  }
  yield* firstTable(sheets());
}
