import { UnreadableFile } from "./table.ts";

const BOMS: readonly (readonly [number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** UTF-16 without a mark: every other byte of plain text is then zero. */
function unmarkedUtf16(head: Buffer): string | undefined {
  const sample = head.subarray(0, 2_000);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (odd > sample.length / 8 && even === 0) return "utf-16le";
  if (even > sample.length / 8 && odd === 0) return "utf-16be";
  return undefined;
}

/**
 * Tells the encoding from all of the bytes: a file may be ASCII for a megabyte and GB18030 after it.
 * @returns `utf-8`, `utf-16le`, `utf-16be` or `gb18030`
 */
export async function detectEncoding(bytes: AsyncIterable<Buffer>): Promise<string> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let head: Buffer | undefined;
  let marked: string | undefined;
  let valid = true;
  for await (const piece of bytes) {
    if (head === undefined) {
      head = piece;
      marked = BOMS.find(([bom]) => bom.every((byte, i) => piece[i] === byte))?.[1] ?? unmarkedUtf16(piece);
    }
    if (marked !== undefined && marked !== "utf-8") continue; // read on: the archive's end is checked too
    if (piece.includes(0))
      throw new UnreadableFile("unreadable", "The file holds NUL bytes: it is no text file");
    valid = valid && decodes(utf8, piece);
  }
  valid = valid && decodes(utf8);
  if (head === undefined) throw new UnreadableFile("empty_file", "The file is empty");
  if (marked === "utf-8" && !valid)
    throw new UnreadableFile("bad_encoding", "The file says that it is UTF-8, and isn't");
  return marked ?? (valid ? "utf-8" : "gb18030");
}

function decodes(decoder: TextDecoder, piece?: Buffer): boolean {
  try {
    decoder.decode(piece, { stream: piece !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** One unreadable character in so many is a mixed or wrong encoding, not a slip. */
const REPLACED_PER = 1_000;

/** Decoded text in pieces; a file with many unreadable characters is refused. */
export async function* decoded(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let replaced = 0;
  let size = 0;
  const count = (text: string) => {
    size += text.length;
    if (encoding !== "utf-8" && text.includes("\ufffd")) replaced += text.split("\ufffd").length - 1;
    return text;
  };
  for await (const piece of bytes) yield count(decoder.decode(piece, { stream: true }));
  yield count(decoder.decode());
  if (replaced > 3 && replaced * REPLACED_PER > size)
    throw new UnreadableFile("bad_encoding", `${replaced} characters can't be read as ${encoding}`);
}
