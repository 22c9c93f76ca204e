/** What a file may cost at most. Beyond any of these it is refused whole. */
export interface ReadLimits {
  /** Bytes after unpacking, of a gzip archive or of one part of a workbook. */
  unpackedBytes: number;
  /** Unpacked to packed bytes; looked at once more than `ratioFrom` bytes were unpacked. */
  ratio: number;
  ratioFrom: number;
  /** Characters of one cell. */
  cellCharacters: number;
  /** Characters of one row, line or array element. */
  rowCharacters: number;
  columns: number;
  /** Parts of a workbook's archive. */
  entries: number;
  /** Bytes of a workbook's shared strings. Most of them wait on the disk, see StringStore. */
  sharedStrings: number;
  /** Bytes of an .xls, which is read in one piece and takes about seven times as much memory. */
  xlsBytes: number;
  /** A file with more unreadable characters than one in so many is refused; the first three are let pass. */
  charactersPerReplaced: number;
}

export const READ_LIMITS: ReadLimits = {
  unpackedBytes: 8 * 2 ** 30,
  ratio: 200,
  ratioFrom: 64 * 2 ** 20,
  cellCharacters: 2 ** 20,
  rowCharacters: 4 * 2 ** 20,
  columns: 400,
  entries: 10_000,
  sharedStrings: 512 * 2 ** 20,
  xlsBytes: 64 * 2 ** 20,
  charactersPerReplaced: 1_000,
};
