/** What a file may cost at most. Beyond any of these it is refused whole. */
export interface ReadLimits {
  /** Bytes after unpacking. */
  unpackedBytes: number;
  /** Unpacked to packed bytes; looked at once more than `ratioFrom` bytes were unpacked. */
  ratio: number;
  ratioFrom: number;
  /** Characters of one row. */
  rowCharacters: number;
  columns: number;
  /** Bytes of a workbook's shared strings, which have to be held in memory. */
  sharedStrings: number;
  /** Bytes of an .xls, which is read in one piece. */
  xlsBytes: number;
}

export const READ_LIMITS: ReadLimits = {
  unpackedBytes: 8 * 2 ** 30,
  ratio: 200,
  ratioFrom: 64 * 2 ** 20,
  rowCharacters: 4 * 2 ** 20,
  columns: 400,
  sharedStrings: 128 * 2 ** 20,
  xlsBytes: 64 * 2 ** 20,
};
