import type { ReadLimits } from "./limits.ts";
import { numberText, serialText } from "./sheetCell.ts";
import { type Row, UnreadableFile } from "./table.ts";
import { readWorkbook, type Workbook } from "./workbook.ts";
import { parseXml } from "./xml.ts";
import type { Zip } from "./zip.ts";

interface OpenCell {
  column: number;
  type: string;
  style: number;
  text: string;
}

/** `BC12` → 54: the column, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const c of reference) {
    const value = c.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

function cellText(cell: OpenCell, book: Workbook): string {
  if (cell.type === "s") return book.sharedStrings[Number(cell.text)] ?? "";
  if (cell.type === "inlineStr" || cell.type === "str") return cell.text;
  if (cell.type === "b") return cell.text === "1" ? "TRUE" : "FALSE";
  if (cell.type === "e" || cell.text === "") return "";
  if (cell.type === "d") return cell.text;
  const value = Number(cell.text);
  return book.dateStyles[cell.style] === true ? serialText(value, book.date1904) : numberText(value);
}

/** Rows of one sheet that have any text, in pieces as the XML comes. */
async function* sheetRows(zip: Zip, path: string, book: Workbook, limits: ReadLimits): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  let line = 0;
  let cells: string[] = [];
  let cell: OpenCell | undefined;
  let reading = false;
  const handler = {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === "row") {
        line = attributes.r === undefined ? line + 1 : Number(attributes.r);
        cells = [];
      } else if (name === "c") {
        const column = attributes.r === undefined ? cells.length : columnOf(attributes.r);
        cell = { column, type: attributes.t ?? "n", style: Number(attributes.s ?? 0), text: "" };
      } else reading = cell !== undefined && (name === "v" || name === "t");
    },
    text(piece: string) {
      if (reading && cell !== undefined) cell.text += piece;
    },
    close(name: string) {
      reading = false;
      if (name === "c" && cell !== undefined) {
        const text = cellText(cell, book);
        if (text !== "") {
          if (cell.column >= limits.columns)
            throw new UnreadableFile(
              "too_many_columns",
              `Row ${line} has a cell in column ${cell.column + 1}; at most ${limits.columns} are read`,
            );
          while (cells.length < cell.column) cells.push("");
          cells[cell.column] = text;
        }
        cell = undefined;
      }
      if (name === "row" && cells.some((text) => text.trim() !== "")) batch.push({ line, cells });
    },
  };
  for await (const _ of parseXml(await zip.stream(path), handler)) {
    if (batch.length < 500) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The first visible sheet with more than one row of text; its name never matters. */
export async function* xlsxRows(zip: Zip, limits: ReadLimits): AsyncGenerator<Row[]> {
  const book = await readWorkbook(zip, limits);
  let only: Row[] | undefined;
  for (const path of book.sheets) {
    let held: Row[] = [];
    let chosen = false;
    for await (const batch of sheetRows(zip, path, book, limits)) {
      if (!chosen && held.length + batch.length > 1) chosen = true;
      if (chosen) {
        yield [...held, ...batch];
        held = [];
      } else held = batch;
    }
    if (chosen) return;
    if (held.length > 0) only ??= held;
  }
  if (only !== undefined) yield only;
}
