/**
 * A number with what stands before it, as far as it tells the place: 范路188 of 示范路188号. Begun at the beginning of a run only: a
 * long cell without any number would be read again from each of its characters.
 */
const NUMBERED = /(?<!\p{Script=Han})(\p{Script=Han}*)(\d+)/gu;
/** What places are named by that are found without a number: buildings, villages, markets. */
const ENDINGS = "大厦 广场 大楼 市场 工业区 工业园 园区 小区 花园 新村 社区 村 镇 街道".split(" ");
const TWO_BEFORE = /\p{Script=Han}{2}$/u;

const last = (text: string, length: number) => [...text.slice(-2 * length)].slice(-length).join("");
export const numberGram = (before: string, digits: string) => `a:${last(before, 2)}${digits}`;

/**
 * The grams of the places in a text: two characters and the ending, since every second industrial area ends in 工业区. Of every ending
 * that stands there, so that a part of the text, wherever it is cut, has none that the text has not.
 */
function placeGrams(text: string): string[] {
  const grams: string[] = [];
  for (const ending of ENDINGS)
    for (let at = text.indexOf(ending); at >= 0; at = text.indexOf(ending, at + 1)) {
      const named = TWO_BEFORE.exec(text.slice(Math.max(0, at - 4), at))?.[0];
      if (named !== undefined) grams.push(`a:${named}${ending}`);
    }
  return grams;
}

/** The gram of a street: the last three characters. None of what ends as a place does: that has its own. */
function streetGrams(text: string): string[] {
  return ENDINGS.some((ending) => text.endsWith(ending)) ? [] : [`a:${last(text, 3)}`];
}

/** @param key of an address. About six grams an address. */
export function addressGrams(key: string): string[] {
  const grams = new Set(placeGrams(key));
  for (const [, before = "", digits = ""] of key.matchAll(NUMBERED)) {
    if (before.length >= 2) grams.add(numberGram(before, digits));
    if (before.length >= 3) for (const gram of streetGrams(before)) grams.add(gram);
  }
  return [...grams];
}

/** The street or the like that a number follows, or that a text ends in. */
const STREET_END = /\p{Script=Han}{2}(?:路|街|道|巷|弄|里|桥|[大楼幢])$/u;

/**
 * The grams that an address has to have for a text to stand in it; none when the text is not like one. A number at its end may
 * go on, so only its street is asked for.
 */
export function neededAddressGrams(text: string): string[] {
  const grams = new Set(placeGrams(text));
  for (const { 1: before = "", 2: digits = "", 0: whole, index } of text.matchAll(NUMBERED)) {
    const goesOn = index + whole.length === text.length;
    if (before.length >= 3) for (const gram of streetGrams(before)) grams.add(gram);
    if (before.length >= 2 && !goesOn) grams.add(numberGram(before, digits));
  }
  if (STREET_END.test(text)) for (const gram of streetGrams(text)) grams.add(gram);
  return [...grams];
}
