import { FORM_WORDS } from "./nameFormWords.ts";
import { BRANDED_TRADE_WORDS, MATERIALS, TRADE_WORDS } from "./nameTradeWords.ts";

/** Stands in a body where a bracket with a region was; no word reaches over it. */
export const GAP = "\u0001";

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word.length > 1);

const BRANDED: ReadonlySet<string> = new Set(wordsOf(BRANDED_TRADE_WORDS));
const PLAIN: ReadonlySet<string> = new Set([
  ...wordsOf(TRADE_WORDS),
  ...FORM_WORDS,
  ...[...MATERIALS].map((material) => `${material}业`),
]);

const LONGEST = Math.max(...[...PLAIN].map((word) => word.length));

/** Words by their last character, so that most characters are settled by one look. */
const BY_LAST = new Map<number, Set<string>>();
const LENGTHS = new Map<number, number[]>();
for (const word of new Set([...PLAIN, ...BRANDED])) {
  const last = word.charCodeAt(word.length - 1);
  const sharing = BY_LAST.get(last) ?? new Set();
  BY_LAST.set(last, sharing.add(word));
  LENGTHS.set(last, [...new Set([...(LENGTHS.get(last) ?? []), word.length])]);
}

/**
 * From which places on the body is trade words to its end, in falling order; the end itself comes first.
 * Below two microseconds.
 */
export function tradeStarts(body: string): number[] {
  const isStart = new Uint8Array(body.length + 1);
  isStart[body.length] = 1;
  const starts: number[] = [];
  for (let end = body.length; end >= 0; end--) {
    if (isStart[end] !== 1) continue;
    starts.push(end);
    if (end === 0) break;
    const last = body.charCodeAt(end - 1);
    if (last === 1 || last === 0x3001) isStart[end - 1] = 1;
    const words = BY_LAST.get(last);
    if (words === undefined) continue;
    for (const length of LENGTHS.get(last) ?? [])
      if (length <= end && words.has(body.slice(end - length, end))) isStart[end - length] = 1;
  }
  return starts;
}

/** The length of the longest trade word that ends at a place, 0 when none does. */
export function tradeWordBefore(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  const words = BY_LAST.get(last);
  if (words === undefined) return 0;
  let longest = 0;
  for (const length of LENGTHS.get(last) ?? [])
    if (length > longest && length <= end && words.has(text.slice(end - length, end))) longest = length;
  return longest;
}

function wordAt(body: string, at: number, words: ReadonlySet<string>): number {
  for (let length = Math.min(LONGEST, body.length - at); length > 1; length--)
    if (words.has(body.slice(at, at + length))) return length;
  return 0;
}

/** The length of the longest trade word at a place of the body, 0 when none begins there. */
export const tradeWordAt = (body: string, at: number) => wordAt(body, at, PLAIN);

/** The same of those trade words that are brands too. */
export const brandedWordAt = (body: string, at: number) => wordAt(body, at, BRANDED);

/** The first trade word that begins at or after `from`, by place; -1 when none. */
export function firstTradeWord(body: string, from: number, to: number): number {
  for (let at = from; at < to - 1; at++) {
    const length = tradeWordAt(body, at);
    if (length > 0 && at + length <= to) return at;
  }
  return -1;
}
