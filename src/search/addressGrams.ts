/** A number with what stands before it, as far as it tells the place: 范路188 of 示范路188号. */
const NUMBERED = /(\p{Script=Han}*)(\d+)/gu;
/** What is found without a number: buildings, villages, markets. */
const PLACE = /\p{Script=Han}{2}(?:大厦|广场|大楼|市场|工业区|工业园|园区|小区|花园|新村|社区|村|镇|街道)/gu;

const last = (text: string, length: number) => [...text.slice(-2 * length)].slice(-length).join("");
export const numberGram = (before: string, digits: string) => `a:${last(before, 2)}${digits}`;
export const placeGram = (place: string) => `a:${last(place, 3)}`;

/** @param key of an address. About six grams an address. */
export function addressGrams(key: string): string[] {
  const grams = new Set<string>();
  for (const [, before = "", digits = ""] of key.matchAll(NUMBERED)) {
    if (before.length >= 2) grams.add(numberGram(before, digits));
    if (before.length >= 3) grams.add(placeGram(before));
  }
  for (const [place] of key.matchAll(PLACE)) grams.add(placeGram(place));
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
    if (before.length >= 3) grams.add(placeGram(before));
    if (before.length >= 2 && !goesOn) grams.add(numberGram(before, digits));
  }
  for (const [place] of text.matchAll(PLACE)) grams.add(placeGram(place));
  if (STREET_END.test(text)) grams.add(placeGram(text));
  return [...grams];
}
