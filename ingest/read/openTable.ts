import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { bytesOf, headOf, isGzip } from "./bytes.ts";
import { csvRows, detectDelimiter } from "./csv.ts";
import { decoded, detectEncoding } from "./encoding.ts";
import { jsonRows, ndjsonRows } from "./json.ts";
import { READ_LIMITS, type ReadLimits } from "./limits.ts";
import { type Row, type Table, UnreadableFile } from "./table.ts";
import { xlsRows } from "./xls.ts";
import { xlsxRows } from "./xlsx.ts";
import { openZip } from "./zip.ts";

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** The first bytes of what is inside, packed or not. */
async function innerHead(path: string, packed: boolean, limits: ReadLimits): Promise<Buffer> {
  if (!packed) return headOf(path, 65_536);
  for await (const piece of bytesOf(path, true, limits)) return piece;
  throw new UnreadableFile("empty_file", "The archive is empty");
}

/** Sheets need a file to jump about in: a packed one is unpacked beside first. */
async function unpacked(
  path: string,
  packed: boolean,
  limits: ReadLimits,
): Promise<{ path: string; remove(): Promise<void> }> {
  if (!packed) return { path, remove: async () => undefined };
  const beside = join(tmpdir(), `credit-${randomBytes(8).toString("hex")}`);
  const remove = () => rm(beside, { force: true });
  try {
    await pipeline(Readable.from(bytesOf(path, true, limits)), createWriteStream(beside, { mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path: beside, remove };
}

async function openXlsx(path: string, packed: boolean, limits: ReadLimits): Promise<Table> {
  const file = await unpacked(path, packed, limits);
  const zip = await openZip(file.path, limits).catch(async (error) => {
    await file.remove();
    throw error;
  });
  const close = async () => {
    zip.close();
    await file.remove();
  };
  return { format: "xlsx", encoding: "utf-8", rows: xlsxRows(zip, limits), close };
}

async function openXls(path: string, packed: boolean, limits: ReadLimits): Promise<Table> {
  const file = await unpacked(path, packed, limits);
  try {
    const rows = await xlsRows(file.path, limits);
    return { format: "xls", encoding: "utf-16le", rows: inBatches(rows), close: async () => undefined };
  } finally {
    await file.remove();
  }
}

async function* inBatches(rows: Row[]): AsyncGenerator<Row[]> {
  for (let from = 0; from < rows.length; from += 1_000) yield rows.slice(from, from + 1_000);
}

async function openText(path: string, packed: boolean, limits: ReadLimits): Promise<Table> {
  const encoding = await detectEncoding(bytesOf(path, packed, limits));
  const text = decoded(bytesOf(path, packed, limits), encoding);
  const close = async () => void (await text.return(undefined));
  const first = await text.next();
  const head = first.done === true ? "" : first.value.replace(/^\ufeff/, "");
  const all = (async function* () {
    yield head;
    yield* text;
  })();
  const start = head.trimStart();
  if (/^<(!doctype|html|table|\?xml)/i.test(start)) {
    await close();
    throw new UnreadableFile("unknown_format", "The file is an HTML or XML page: save it as CSV or .xlsx");
  }
  const keys: string[] = [];
  if (start.startsWith("["))
    return { format: "json", encoding, keys, rows: jsonRows(all, keys, limits), close };
  if (start.startsWith("{"))
    return { format: "ndjson", encoding, keys, rows: ndjsonRows(all, keys, limits), close };
  const format = detectDelimiter(head.slice(0, 20_000)) === "\t" ? "tsv" : "csv";
  return { format, encoding, rows: csvRows(all, limits), close };
}

/**
 * Opens a delivered file: CSV, TSV, XLSX, XLS, NDJSON or a JSON array, each also gzipped. What it is, its bytes say; its name does not matter.
 * @throws UnreadableFile here or while its rows are read; the file is then refused whole
 */
export async function openTable(path: string, options: Partial<ReadLimits> = {}): Promise<Table> {
  const limits = { ...READ_LIMITS, ...options };
  const head = await headOf(path, 65_536);
  if (head.length === 0) throw new UnreadableFile("empty_file", "The file is empty");
  const packed = isGzip(head);
  const inner = packed ? await innerHead(path, packed, limits) : head;
  if (isGzip(inner)) throw new UnreadableFile("unknown_format", "An archive in an archive is not opened");
  if (inner.subarray(0, 4).equals(ZIP)) return openXlsx(path, packed, limits);
  if (inner.subarray(0, 4).equals(OLE)) return openXls(path, packed, limits);
  if (inner.subarray(0, 4).toString("latin1") === "%PDF")
    throw new UnreadableFile("unknown_format", `A PDF is no table (${extname(path)})`);
  return openText(path, packed, limits);
}
