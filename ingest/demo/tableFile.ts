import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { utils, write as writeWorkbook } from "@e965/xlsx";
import { openByteFile } from "./byteFile.ts";
import { encodeGb18030 } from "./gb18030.ts";
import type { FileForm } from "./scene.ts";

/** A file of a feed as it is written. Rows wait in memory until `flush`. */
export interface TableFile {
  /** Base name with ending; a workbook that is full goes on in the next. */
  readonly file: string;
  /** Characters that wait. */
  readonly waiting: number;
  /** @returns the line of the row as the contract counts it */
  add(cells: readonly string[]): number;
  flush(): Promise<void>;
  /** @returns every file that was written, with its rows */
  close(): Promise<{ file: string; path: string; rows: number }[]>;
}

/** Rows of one workbook, which is made in memory: the writer of .xls takes quadratic time and memory. */
const SHEET_ROWS = { xlsx: 5_000, xls: 500 } as const;
const NEEDS_QUOTES = { ",": /[",\r\n]/, "\t": /["\t\r\n]/ } as const;

function delimited(cells: readonly string[], separator: "," | "\t"): string {
  const odd = NEEDS_QUOTES[separator];
  let line = "";
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? "";
    if (i > 0) line += separator;
    if (cell !== "") line += odd.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
  return line;
}

/** Physical lines a text takes up beyond its first. */
function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function encoderOf(form: FileForm): (text: string) => Buffer {
  if (form.encoding === "gb18030") return encodeGb18030;
  return (text) => Buffer.from(text, form.encoding === "utf-16le" ? "utf16le" : "utf8");
}

/** How one row is written, and the lines that stand above all of them. */
function lineWriter(form: FileForm): { head: readonly string[]; row(cells: readonly string[]): string } {
  if (form.format === "ndjson") {
    const keys = form.header.map((key) => JSON.stringify(key));
    const row = (cells: readonly string[]) =>
      `{${keys.map((key, i) => `${key}:${JSON.stringify(cells[i] ?? "")}`).join(",")}}`;
    return { head: [], row };
  }
  const separator = form.format === "tsv" ? "\t" : ",";
  const above = (form.above ?? []).map((text) => [text]);
  const row = (cells: readonly string[]) => delimited(cells, separator);
  return { head: [...above, form.header].map(row), row };
}

function textFile(folder: string, form: FileForm): TableFile {
  const file = `${form.name}.${form.format}${form.gzip === true ? ".gz" : ""}`;
  const path = join(folder, file);
  const bytes = openByteFile(path, form.gzip === true);
  const encode = encoderOf(form);
  const writer = lineWriter(form);
  let text = form.encoding === "utf-16le" || form.encoding === "utf-8-bom" ? "\ufeff" : "";
  let line = 1;
  let rows = 0;
  const push = (one: string) => {
    text += `${one}\n`;
    const at = line;
    line += one.includes("\n") ? 1 + breaksIn(one) : 1;
    return at;
  };
  writer.head.forEach(push);
  return {
    file,
    get waiting() {
      return text.length;
    },
    add(cells) {
      rows++;
      return push(writer.row(cells));
    },
    async flush() {
      if (text === "") return;
      const waiting = encode(text);
      text = "";
      await bytes.write(waiting);
    },
    async close() {
      await this.flush();
      await bytes.close();
      return [{ file, path, rows }];
    },
  };
}

type SheetCell = { t: "s"; v: string } | { t: "n"; v: number; z?: string };

/** Days become dates of the sheet, decimals its numbers; all else, codes above all, stays text. */
function sheetCell(text: string): SheetCell | null {
  if (text === "") return null;
  if (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) {
    const day = new Date(`${text}T00:00:00Z`);
    if (day.toISOString().slice(0, 10) === text)
      return { t: "n", v: day.getTime() / 86_400_000 + 25_569, z: "yyyy-mm-dd" };
  }
  return /^\d+\.\d+$/.test(text) ? { t: "n", v: Number(text) } : { t: "s", v: text };
}

function workbookBytes(form: FileForm, rows: readonly (readonly string[])[]): Buffer {
  const above = (form.above ?? []).map((text) => [text]);
  const all = [...above, form.header, ...rows];
  const sheet = utils.aoa_to_sheet(all.map((cells) => cells.map(sheetCell)));
  if (above.length > 0) sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: form.header.length - 1 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Sheet1");
  const bytes: unknown = writeWorkbook(book, {
    type: "buffer",
    bookType: form.format === "xls" ? "biff8" : "xlsx",
    compression: true,
  });
  if (!(bytes instanceof Uint8Array)) throw new TypeError("The workbook was not written as bytes");
  return Buffer.from(bytes);
}

function workbookFile(folder: string, form: FileForm): TableFile {
  const most = SHEET_ROWS[form.format === "xls" ? "xls" : "xlsx"];
  const done: { file: string; path: string; rows: number }[] = [];
  let rows: (readonly string[])[] = [];
  let part = 1;
  const nameOf = () => `${form.name}${part > 1 ? `-${part}` : ""}.${form.format}`;
  const save = async () => {
    const file = nameOf();
    const path = join(folder, file);
    await writeFile(path, workbookBytes(form, rows));
    done.push({ file, path, rows: rows.length });
    rows = [];
    part++;
  };
  return {
    get file() {
      return nameOf();
    },
    get waiting() {
      return rows.length >= most ? Number.POSITIVE_INFINITY : 0;
    },
    add(cells) {
      rows.push([...cells]);
      return rows.length + 1 + (form.above?.length ?? 0);
    },
    async flush() {
      if (rows.length >= most) await save();
    },
    async close() {
      if (rows.length > 0 || done.length === 0) await save();
      // A larger run before this one into the same folder left further parts.
      for (; existsSync(join(folder, nameOf())); part++) await rm(join(folder, nameOf()));
      return done;
    },
  };
}

export function openTableFile(folder: string, form: FileForm): TableFile {
  return form.format === "xlsx" || form.format === "xls"
    ? workbookFile(folder, form)
    : textFile(folder, form);
}
