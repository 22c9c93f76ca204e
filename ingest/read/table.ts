/** One row of a delivered file, before anyone has looked at what it means. */
export interface Row {
  /**
   * 1-based. CSV/TSV: the physical line on which the row starts; sheets: the row as the program shows it;
   * NDJSON: the line; JSON array: the element.
   */
  line: number;
  /** Text of each cell, by column. Dates of a sheet as `YYYY-MM-DD`, its whole numbers without `.0`. */
  cells: string[];
  /** Set when the row itself can't be read (broken JSON, say): what was wrong. */
  malformed?: string;
}

export const FORMATS = ["csv", "tsv", "xlsx", "xls", "ndjson", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** An opened file. Rows come in batches, in order, with bounded memory. */
export interface Table {
  format: Format;
  /** `utf-8`, `gb18030`, `utf-16le`, `utf-16be`. */
  encoding: string;
  /**
   * NDJSON and JSON only: the keys met so far; the cells of a row stand in this order. It grows as rows come.
   * Undefined for the other formats, whose header is one of their rows.
   */
  keys?: readonly string[];
  rows: AsyncIterable<Row[]>;
  /** Lets go of the file; safe to call at any time, more than once. */
  close(): Promise<void>;
}

/** Why a file can't be read to its end. All of these refuse the file whole. */
export type UnreadableCode =
  | "unknown_format"
  | "unreadable"
  | "truncated"
  | "bad_encoding"
  | "archive_bomb"
  | "too_many_columns"
  | "empty_file";

export class UnreadableFile extends Error {
  readonly code: UnreadableCode;
  constructor(code: UnreadableCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UnreadableFile";
    this.code = code;
  }
}
