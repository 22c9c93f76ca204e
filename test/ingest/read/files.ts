import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CFB, utils, type WorkBook, type WorkSheet, write } from "@e965/xlsx";
import { inject } from "vitest";
import type { ReadLimits } from "../../../ingest/read/limits.ts";
import { openTable } from "../../../ingest/read/openTable.ts";
import { type Row, UnreadableFile } from "../../../ingest/read/table.ts";

/** Writes a file of its own, with the given end of its name, and says where. */
export async function fileOf(content: string | Uint8Array, name = "delivery.csv"): Promise<string> {
  const path = join(inject("scratch"), `${randomUUID()}-${name}`);
  await writeFile(path, content);
  return path;
}

export interface ReadFile {
  format: string;
  encoding: string;
  keys: readonly string[] | undefined;
  rows: Row[];
  cells: string[][];
  lines: number[];
}

/** Reads a file to its end. */
export async function readPath(path: string, options: Partial<ReadLimits> = {}): Promise<ReadFile> {
  const table = await openTable(path, options);
  const rows: Row[] = [];
  for await (const batch of table.rows) rows.push(...batch);
  const { format, encoding, keys } = table;
  return {
    format,
    encoding,
    keys,
    rows,
    cells: rows.map((row) => row.cells),
    lines: rows.map((row) => row.line),
  };
}

export async function readContent(
  content: string | Uint8Array,
  name?: string,
  options?: Partial<ReadLimits>,
): Promise<ReadFile> {
  return readPath(await fileOf(content, name), options);
}

/** Why a file is refused; anything else than a refusal fails the test. */
export async function refusalOf(
  content: string | Uint8Array,
  name?: string,
  options?: Partial<ReadLimits>,
): Promise<{ code: string; message: string }> {
  return refusalOfPath(await fileOf(content, name), options);
}

export async function refusalOfPath(path: string, options?: Partial<ReadLimits>) {
  try {
    await readPath(path, options);
  } catch (error) {
    if (error instanceof UnreadableFile) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("The file was read");
}

export type SheetCells = unknown[][];

/** A workbook of the given sheets; a sheet is its rows, or what `utils.aoa_to_sheet` made of them. */
export function bookOf(sheets: Record<string, SheetCells | WorkSheet>): WorkBook {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets))
    utils.book_append_sheet(book, Array.isArray(sheet) ? utils.aoa_to_sheet(sheet) : sheet, name);
  return book;
}

export function bytesOfBook(
  book: WorkBook,
  bookType: "xlsx" | "biff8" | "biff5" | "xlsb" | "ods" = "xlsx",
): Buffer {
  // With `type: "buffer"` the library answers with a Buffer; its types say `any`.
  return write(book, {
    type: "buffer",
    bookType,
    compression: true,
    bookSST: bookType !== "biff5",
  }) as Buffer;
}

/** The library's types call CFB `any`; this is what is used of it here. */
interface Archiver {
  utils: {
    cfb_new(): object;
    cfb_add(archive: object, path: string, content: Buffer): void;
  };
  write(archive: object, options: { fileType: "zip" | "cfb"; type: "buffer"; compression: boolean }): Buffer;
}
const archiver: Archiver = CFB;

function archiveOf(parts: Record<string, string | Buffer>, fileType: "zip" | "cfb"): Buffer {
  const archive = archiver.utils.cfb_new();
  for (const [path, content] of Object.entries(parts))
    archiver.utils.cfb_add(archive, path, Buffer.from(content));
  return archiver.write(archive, { fileType, type: "buffer", compression: true });
}

/** A zip archive of the given parts. */
export const zipOf = (parts: Record<string, string | Buffer>) => archiveOf(parts, "zip");

/** A container as .xls files are, of the given streams. */
export const oleOf = (streams: Record<string, Buffer>) => archiveOf(streams, "cfb");

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (list: readonly (readonly [string, string, string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** An .xlsx written by hand: the XML of its rows, and of its shared strings and styles when it has any. */
export function handmadeXlsx(
  rows: string,
  { strings, styles, prolog = "" }: { strings?: string; styles?: string; prolog?: string } = {},
): Buffer {
  return zipOf({
    "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/_rels/workbook.xml.rels": relations([
      ["rId1", "worksheet", "/xl/worksheets/first.xml"],
      ["rId2", "sharedStrings", "sharedStrings.xml"],
      ["rId3", "styles", "styles.xml"],
    ]),
    "xl/workbook.xml": `<workbook ${NS} xmlns:r="${RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/worksheets/first.xml": `${prolog}<worksheet ${NS}><sheetData>${rows}</sheetData></worksheet>`,
    ...(strings === undefined ? {} : { "xl/sharedStrings.xml": `<sst ${NS}>${strings}</sst>` }),
    ...(styles === undefined ? {} : { "xl/styles.xml": `<styleSheet ${NS}>${styles}</styleSheet>` }),
  });
}

/** GB18030 of texts that have no more than ASCII and the two-byte characters of GBK. */
export function gbk(text: string): Buffer {
  const bytes: number[] = [];
  for (const character of text) {
    const code = GBK.get(character);
    if (code === undefined) throw new Error(`${character} is not in the table`);
    bytes.push(...code);
  }
  return Buffer.from(bytes);
}

/** All of ASCII and GBK, turned around: Node decodes it, but does not encode it. */
const GBK = new Map<string, number[]>();
const decoder = new TextDecoder("gb18030");
for (let byte = 0; byte < 0x80; byte++) GBK.set(String.fromCharCode(byte), [byte]);
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++)
    if (trail !== 0x7f) GBK.set(decoder.decode(Buffer.from([lead, trail])), [lead, trail]);

export const utf16 = (text: string, order: "le" | "be", withMark: boolean): Buffer => {
  const bytes = Buffer.from(withMark ? `\ufeff${text}` : text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};
