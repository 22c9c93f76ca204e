import { isAscii } from "node:buffer";
import type { ReadLimits } from "./limits.ts";
import { UnreadableFile } from "./table.ts";

export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

/** Bytes that are looked at from the first one on that is not ASCII. */
const WINDOW = 2 ** 20;

function marked(head: Buffer): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark: of the digits, delimiters and letters of a table every other byte is zero. */
function unmarkedUtf16(head: Buffer): Encoding | undefined {
  const sample = head.subarray(0, 4_096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 === 0 ? even++ : odd++;
  const isMost = (one: number, other: number) => one >= 8 && one > sample.length / 16 && one > 4 * other;
  if (isMost(odd, even)) return "utf-16le";
  return isMost(even, odd) ? "utf-16be" : undefined;
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Chinese in GB18030 is broken at nearly every character when it is read as UTF-8; slips in UTF-8 are few. */
function judged(window: Buffer): Encoding {
  const text = new TextDecoder("utf-8").decode(window, { stream: true });
  const replaced = count(text, /\ufffd/g);
  return replaced === 0 || replaced * 10 <= count(text, /[^\x00-\x7f]/g) ? "utf-8" : "gb18030";
}

/**
 * Tells the encoding of a text file. A file may be ASCII for megabytes before its first Chinese character, so
 * it is read that far, and a megabyte from there.
 */
export async function detectEncoding(bytes: AsyncIterable<Buffer>): Promise<Encoding> {
  const window: Buffer[] = [];
  let size = 0;
  let isFirst = true;
  for await (const piece of bytes) {
    const known = isFirst ? (marked(piece) ?? unmarkedUtf16(piece)) : undefined;
    if (known !== undefined) return known;
    isFirst = false;
    if (size === 0 && isAscii(piece)) continue;
    window.push(piece);
    size += piece.length;
    if (size >= WINDOW) break;
  }
  return judged(Buffer.concat(window));
}

function breaksIn(text: string): number {
  let breaks = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) breaks++;
  return breaks;
}

/**
 * A file's text in pieces, its byte order mark gone.
 * @throws UnreadableFile `unreadable` for NUL, `truncated` for half a character at the end, `bad_encoding` for too
 * many unreadable characters; a few are let pass as U+FFFD
 */
export async function* decoded(
  bytes: AsyncIterable<Buffer>,
  encoding: Encoding,
  limits: ReadLimits,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let line = 1;
  let characters = 0;
  let replaced = 0;
  let firstReplaced = 0;
  const tooMany = () => replaced > 3 && replaced * limits.charactersPerReplaced > characters;
  const badEncoding = () =>
    new UnreadableFile(
      "bad_encoding",
      `${replaced} characters can't be read as ${encoding}, the first on line ${firstReplaced}`,
    );
  for await (const piece of bytes) {
    let text = decoder.decode(piece, { stream: true });
    if (characters === 0 && text.startsWith("\ufeff")) text = text.slice(1);
    const nul = text.indexOf("\0");
    if (nul !== -1)
      throw new UnreadableFile(
        "unreadable",
        `Line ${line + breaksIn(text.slice(0, nul))} holds a NUL character`,
      );
    if (text.includes("\ufffd")) {
      if (replaced === 0) firstReplaced = line + breaksIn(text.slice(0, text.indexOf("\ufffd")));
      replaced += count(text, /\ufffd/g);
    }
    characters += text.length;
    line += breaksIn(text);
    if (replaced > 10_000 && tooMany()) throw badEncoding();
    yield text;
  }
  if (decoder.decode() !== "")
    throw new UnreadableFile("truncated", `The file stops in the middle of a character, on line ${line}`);
  if (tooMany()) throw badEncoding();
}
