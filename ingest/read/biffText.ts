import type { ReadLimits } from "./limits.ts";
import { sheetText } from "./sheetCell.ts";
import type { StringStore } from "./stringStore.ts";
import { UnreadableFile } from "./table.ts";

/** How the texts of a workbook are written: Unicode (BIFF8), or in the code page of the writing machine (BIFF5). */
export type CodePage = "unicode" | TextDecoder;

const CODE_PAGES: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  949: "euc-kr",
  950: "big5",
  1250: "windows-1250",
  1251: "windows-1251",
  1252: "windows-1252",
};

/** Without a known code page it is the Chinese one. */
export const codePageOf = (id: number | undefined): CodePage =>
  new TextDecoder((id === undefined ? undefined : CODE_PAGES[id]) ?? "gb18030");

/** Reads on from record to record: what does not fit into one record is continued in the next. */
class Segments {
  readonly #segments: readonly Buffer[];
  #index = 0;
  #offset: number;

  constructor(segments: readonly Buffer[], offset: number) {
    this.#segments = segments;
    this.#offset = offset;
  }

  /** The segment to read from, or nothing when all is read. */
  get #current(): Buffer | undefined {
    let segment = this.#segments[this.#index];
    while (segment !== undefined && this.#offset >= segment.length) {
      this.#offset = 0;
      segment = this.#segments[++this.#index];
    }
    return segment;
  }

  get isAtEnd(): boolean {
    return this.#current === undefined;
  }

  #take(most: number): Buffer {
    const segment = this.#current;
    if (segment === undefined)
      throw new UnreadableFile("unreadable", "The texts of the .xls workbook are damaged");
    const taken = segment.subarray(this.#offset, this.#offset + most);
    this.#offset += taken.length;
    return taken;
  }

  number(bytes: 1 | 2 | 4): number {
    const taken = this.#take(bytes);
    if (taken.length < bytes)
      throw new UnreadableFile("unreadable", "The texts of the .xls workbook are damaged");
    return taken.readUIntLE(0, bytes);
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) left -= this.#take(left).length;
  }

  /** Characters, one byte each when their high bytes are zero. Where they go on in the next record, it says so anew. */
  characters(count: number, flags: number): string {
    let text = "";
    let isWide = (flags & 1) !== 0;
    while (text.length < count) {
      const isContinued = this.#segments[this.#index]?.length === this.#offset;
      if (isContinued) isWide = (this.number(1) & 1) !== 0;
      const left = count - text.length;
      const taken = this.#take(isWide ? left * 2 : left);
      text += taken.toString(isWide ? "utf16le" : "latin1");
      if (isWide && taken.length % 2 === 1)
        throw new UnreadableFile("unreadable", "The texts of the .xls workbook are damaged");
    }
    return text;
  }

  bytes(count: number): Buffer {
    const parts: Buffer[] = [];
    for (let left = count; left > 0; ) {
      const taken = this.#take(left);
      parts.push(taken);
      left -= taken.length;
    }
    return Buffer.concat(parts);
  }
}

/** A text that stands at `offset`, its length before it in `lengthBytes`. */
export function biffText(
  segments: readonly Buffer[],
  offset: number,
  codePage: CodePage,
  lengthBytes: 1 | 2 = 2,
): string {
  const from = new Segments(segments, offset);
  const length = from.number(lengthBytes);
  if (length === 0) return "";
  if (codePage !== "unicode") return sheetText(codePage.decode(from.bytes(length)));
  return sheetText(from.characters(length, from.number(1)));
}

/** The table of shared texts ([MS-XLS] 2.4.265). Fonts and phonetic guides are passed over. */
export function readSharedTexts(segments: readonly Buffer[], store: StringStore, limits: ReadLimits): void {
  const from = new Segments(segments, 4);
  let size = 0;
  for (let left = from.number(4); left > 0 && !from.isAtEnd; left--) {
    const length = from.number(2);
    const flags = from.number(1);
    const runs = (flags & 8) === 0 ? 0 : from.number(2);
    const extra = (flags & 4) === 0 ? 0 : from.number(4);
    const text = sheetText(from.characters(length, flags));
    from.skip(runs * 4 + extra);
    size += 16 + length * 2;
    if (size > limits.sharedStrings || !store.add(text))
      throw new UnreadableFile(
        "archive_bomb",
        `The workbook's texts take more than ${limits.sharedStrings} bytes`,
      );
  }
}
