/** A number with what stands before it, as far as it tells the place: 范路188 of 示范路188号. */
const NUMBERED = /(\p{Script=Han}*)(\d+)/gu;
const ENDING = "(?:大厦|广场|大楼|市场|工业区|工业园|园区|小区|花园|新村|社区|村|镇|街道)";
/** What is found without a number: buildings, villages, markets. One may stand in the name of the next: 上村工业区. */
const PLACE = new RegExp(`(?<=(\\p{Script=Han}{2}))${ENDING}`, "gu");
const AT_END = new RegExp(`(\\p{Script=Han}{0,2})${ENDING}$`, "u");

const last = (text: string, length: number) => [...text.slice(-2 * length)].slice(-length).join("");
export const numberGram = (before: string, digits: string) => `a:${last(before, 2)}${digits}`;

/**
 * The gram of what a text ends in: the name of a place whole, since every second industrial area ends in 工业区, or the last three
 * characters, as those of a street. None of an ending alone.
 */
function placeGrams(text: string): string[] {
  const [place, named = ""] = AT_END.exec(text) ?? [];
  if (place === undefined) return [`a:${last(text, 3)}`];
  return [...named].length < 2 ? [] : [`a:${place}`];
}

/** @param key of an address. About six grams an address. */
export function addressGrams(key: string): string[] {
  const grams = new Set<string>();
  for (const [, before = "", digits = ""] of key.matchAll(NUMBERED)) {
    if (before.length >= 2) grams.add(numberGram(before, digits));
    if (before.length >= 3) for (const gram of placeGrams(before)) grams.add(gram);
  }
  for (const [ending, named] of key.matchAll(PLACE)) grams.add(`a:${named}${ending}`);
  return [...grams];
}

/** The street or the like that a number follows, or that a text ends in. */
const STREET_END = /\p{Script=Han}{2}(?:路|街|道|巷|弄|里|桥|[大楼幢])$/u;

/**
 * The grams that an address has to have for a text to stand in it; none when the text is not like one. A number at its end may
 * go on, so only its street is asked for.
 */
export function neededAddressGrams(text: string): string[] {
  const grams = new Set<string>();
  for (const { 1: before = "", 2: digits = "", 0: whole, index } of text.matchAll(NUMBERED)) {
    const goesOn = index + whole.length === text.length;
    if (before.length >= 3) for (const gram of placeGrams(before)) grams.add(gram);
    if (before.length >= 2 && !goesOn) grams.add(numberGram(before, digits));
  }
  for (const [ending, named] of text.matchAll(PLACE)) grams.add(`a:${named}${ending}`);
  if (STREET_END.test(text)) for (const gram of placeGrams(text)) grams.add(gram);
  return [...grams];
}
