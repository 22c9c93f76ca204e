import { basename } from "node:path";
import { inBatches } from "./batches.ts";
import { csvRows, newlineOf } from "./csv.ts";
import { decoded, detectEncoding } from "./encoding.ts";
import { containerOf, textFormat } from "./format.ts";
import { jsonRows } from "./json.ts";
import { keyedRow, positionalRow } from "./jsonCells.ts";
import { READ_LIMITS, type ReadLimits } from "./limits.ts";
import { ndjsonRows } from "./ndjson.ts";
import { openSource, type Source, unpackedSource } from "./source.ts";
import { type Row, type Table, UnreadableFile } from "./table.ts";
import { xlsRows } from "./xls.ts";
import { xlsxRows } from "./xlsx.ts";
import { openZip } from "./zip.ts";

/** What the formats are recognised by. */
const HEAD = 2 ** 16;

function tableOf(source: Source, kind: Omit<Table, "rows" | "close">, rows: AsyncIterable<Row[]>): Table {
  return { ...kind, rows: inBatches(rows, source.close), close: source.close };
}

async function headOf(source: Source): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of source.bytes()) {
    pieces.push(piece);
    size += piece.length;
    if (size >= HEAD) break;
  }
  if (size === 0) throw new UnreadableFile("empty_file", "The archive holds an empty file");
  return Buffer.concat(pieces);
}

async function headOfText(text: AsyncIterable<string>): Promise<string> {
  let head = "";
  for await (const piece of text) {
    head += piece;
    if (head.trimStart().length >= HEAD) break;
  }
  return head;
}

async function openText(source: Source, limits: ReadLimits, name: string): Promise<Table> {
  const encoding = await detectEncoding(source.bytes());
  const text = () => decoded(source.bytes(), encoding, limits);
  const head = await headOfText(text());
  const found = textFormat(head, name);
  const { format } = found;
  const keys: string[] = [];
  switch (format) {
    case "csv":
    case "tsv": {
      const dialect = { delimiter: found.delimiter, newline: newlineOf(head) };
      return tableOf(source, { format, encoding }, csvRows(text(), dialect, limits));
    }
    case "ndjson":
      return tableOf(source, { format, encoding, keys }, ndjsonRows(text(), keyedRow(keys, limits), limits));
    case "json":
      return found.positional
        ? tableOf(source, { format, encoding }, jsonRows(text(), positionalRow(limits), limits))
        : tableOf(source, { format, encoding, keys }, jsonRows(text(), keyedRow(keys, limits), limits));
  }
}

async function openContent(stored: Source, limits: ReadLimits, name: string): Promise<Table> {
  const container = containerOf(await headOf(stored));
  if (container === "text") return openText(stored, limits, name);
  const source = await unpackedSource(stored, limits);
  try {
    if (container === "ole")
      return tableOf(source, { format: "xls", encoding: "utf-16le" }, xlsRows(source, limits));
    const zip = await openZip(source, limits);
    return tableOf(source, { format: "xlsx", encoding: "utf-8" }, xlsxRows(zip, source, limits));
  } catch (error) {
    await source.close();
    throw error;
  }
}

/**
 * Opens a delivered file: CSV (also with `;` or `|`), TSV, XLSX, XLS, NDJSON or a JSON array, each also gzipped; text in
 * UTF-8, GB18030/GBK or UTF-16. What it is, its bytes say; its name decides only what they leave open. Rows without any
 * text are left out. The caller reads `rows` to their end or calls `close`.
 * @throws UnreadableFile here or while its rows are read; the file is then refused whole
 */
export async function openTable(path: string, options: Partial<ReadLimits> = {}): Promise<Table> {
  const limits = { ...READ_LIMITS, ...options };
  const source = await openSource(path, limits);
  try {
    return await openContent(source, limits, basename(path));
  } catch (error) {
    await source.close();
    throw error;
  }
}
