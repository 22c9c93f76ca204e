import { biffText, type CodePage, codePageOf, readSharedTexts } from "./biffText.ts";
import type { ReadLimits } from "./limits.ts";
import { isDateFormat } from "./sheetCell.ts";
import type { StringStore } from "./stringStore.ts";
import { UnreadableFile } from "./table.ts";

const BOF = 0x0809;
const EOF = 0x000a;
const CONTINUE = 0x003c;
const BIFF8 = 0x0600;

/** One record of a workbook's stream, with what was continued of it in further records. */
export interface BiffRecord {
  type: number;
  data: Buffer;
  continued: Buffer[];
}

const damaged = () => new UnreadableFile("unreadable", "The .xls workbook is damaged");

/** Records of the substream that begins at `position`, up to its EOF; those of charts within it are left out. */
export function* records(stream: Buffer, position: number): Generator<BiffRecord> {
  let depth = 0;
  let open: BiffRecord | undefined;
  for (let start = position; ; ) {
    const end = start + 4 > stream.length ? Infinity : start + 4 + stream.readUInt16LE(start + 2);
    if (end > stream.length) throw new UnreadableFile("truncated", "The .xls workbook stops before its end");
    const type = stream.readUInt16LE(start);
    if (start === position && type !== BOF) throw damaged();
    const data = stream.subarray(start + 4, end);
    if (type === CONTINUE) open?.continued.push(data);
    else {
      if (open !== undefined && depth === 1) yield open;
      if (type === BOF) depth++;
      if (type === EOF && --depth === 0) return;
      open = { type, data, continued: [] };
    }
    start = end;
  }
}

/** What stands before the sheets of a workbook (BIFF5 or BIFF8, [MS-XLS]). */
export interface BiffBook {
  /** Where the visible worksheets begin, in the program's order. */
  sheets: number[];
  /** BIFF8 texts are Unicode; those of BIFF5 are in a code page. */
  codePage: CodePage;
  date1904: boolean;
  /** By cell style: whether it shows dates. */
  dateStyles: boolean[];
  sharedStrings: StringStore;
}

type Take = (record: BiffRecord) => void;

export function readBook(stream: Buffer, store: StringStore, limits: ReadLimits): BiffBook {
  const book: BiffBook = {
    sheets: [],
    codePage: "unicode",
    date1904: false,
    dateStyles: [],
    sharedStrings: store,
  };
  const patterns = new Map<number, string>();
  const styles: number[] = [];
  const readers: Record<number, Take> = {
    [BOF]: ({ data }) => {
      if (data.readUInt16LE(0) < BIFF8) book.codePage = codePageOf(undefined);
    },
    34: ({ data }) => {
      book.date1904 = data.readUInt16LE(0) === 1;
    },
    47: () => {
      throw new UnreadableFile("unreadable", "The .xls workbook is protected by a password");
    },
    66: ({ data }) => {
      if (book.codePage !== "unicode") book.codePage = codePageOf(data.readUInt16LE(0));
    },
    133: ({ data }) => {
      // Neither hidden nor a chart or macro sheet.
      if ((data.readUInt8(4) & 3) === 0 && data.readUInt8(5) === 0) book.sheets.push(data.readUInt32LE(0));
    },
    224: ({ data }) => void styles.push(data.readUInt16LE(2)),
    252: (record) => readSharedTexts([record.data, ...record.continued], store, limits),
    1054: ({ data }) => {
      const isShort = book.codePage !== "unicode";
      patterns.set(data.readUInt16LE(0), biffText([data], 2, book.codePage, isShort ? 1 : 2));
    },
  };
  for (const record of records(stream, 0)) readers[record.type]?.(record);
  book.dateStyles = styles.map((id) => isDateFormat(id, patterns.get(id)));
  return book;
}
