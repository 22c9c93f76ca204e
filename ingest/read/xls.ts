import { readFile } from "node:fs/promises";
import { read, SSF, type WorkSheet } from "@e965/xlsx";
import type { ReadLimits } from "./limits.ts";
import { numberText, serialText } from "./sheetCell.ts";
import { type Row, UnreadableFile } from "./table.ts";

function sheetRows(sheet: WorkSheet, date1904: boolean, limits: ReadLimits): Row[] {
  const rows: Row[] = [];
  const data: unknown[] = sheet["!data"] ?? [];
  data.forEach((cellsOfRow, index) => {
    if (!Array.isArray(cellsOfRow)) return;
    const cells: string[] = [];
    cellsOfRow.forEach((cell, column) => {
      const text = cell === undefined || cell === null ? "" : cellText(cell, date1904);
      if (text === "") return;
      if (column >= limits.columns)
        throw new UnreadableFile(
          "too_many_columns",
          `Row ${index + 1} has a cell in column ${column + 1}; at most ${limits.columns} are read`,
        );
      while (cells.length < column) cells.push("");
      cells[column] = text;
    });
    if (cells.some((text) => text.trim() !== "")) rows.push({ line: index + 1, cells });
  });
  return rows;
}

function cellText(cell: { t: string; v?: unknown; z?: unknown }, date1904: boolean): string {
  if (cell.t === "e" || cell.t === "z" || cell.v === undefined || cell.v === null) return "";
  if (typeof cell.v === "boolean") return cell.v ? "TRUE" : "FALSE";
  if (typeof cell.v !== "number") return String(cell.v);
  const shown = typeof cell.z === "string" || typeof cell.z === "number" ? cell.z : "General";
  return SSF.is_date(String(shown)) ? serialText(cell.v, date1904) : numberText(cell.v);
}

/** An .xls holds at most 65,536 rows, so it is read in one piece. */
export async function xlsRows(path: string, limits: ReadLimits): Promise<Row[]> {
  const bytes = await readFile(path);
  if (bytes.length > limits.xlsBytes)
    throw new UnreadableFile(
      "unreadable",
      `An .xls over ${limits.xlsBytes} bytes is not read: deliver it as CSV`,
    );
  let book: ReturnType<typeof read>;
  try {
    book = read(bytes, { dense: true, cellNF: true, cellHTML: false, cellFormula: false });
  } catch (cause) {
    throw new UnreadableFile("unreadable", "The .xls workbook is damaged, protected or cut off", { cause });
  }
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const visible = book.SheetNames.filter((_, index) => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0);
  const sheets = visible.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet === undefined ? [] : [sheetRows(sheet, date1904, limits)];
  });
  return sheets.find((rows) => rows.length > 1) ?? sheets.find((rows) => rows.length > 0) ?? [];
}
