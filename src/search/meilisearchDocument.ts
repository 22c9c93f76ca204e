import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { gramNumber, nameKeys, otherGrams, pairsOf } from "./grams.ts";
import { soundTells, toldBy } from "./leftOut.ts";
import { codeFields } from "./meilisearchCodes.ts";
import { packed } from "./packedDocument.ts";
import { isActive } from "./score.ts";

/**
 * Meilisearch cuts Chinese into dictionary words, and finds only whole ones. So every character is spelled in letters (16 bits
 * in base 16, a to p, in the order of the characters), and two neighbours make one word, which the segmenter leaves alone.
 */
function spelled(text: string): string {
  let letters = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    for (let shift = 12; shift >= 0; shift -= 4) letters += String.fromCharCode(97 + ((unit >> shift) & 15));
  }
  return letters;
}

/** Persons, places and aliases: each is nearly nobody else's, and a word that few documents have costs the most of all. */
const isRare = (gram: string) => /^[ras]:/.test(gram);
/** So many words they share. Of ten million grams forty have one word; every answer is compared with what was asked. */
const RARE_WORDS = 2 ** 18;

/**
 * A gram with the mark of its kind, in seven letters (base 26 of 32 bits): a fifth of it spelled, and as long as no character or
 * pair. One in four hundred has another's letters.
 */
function numbered(gram: string): string {
  const number = gramNumber(gram) >>> 0;
  let rest = isRare(gram) ? number % RARE_WORDS : number;
  let letters = "";
  for (let i = 0; i < 7; i++) {
    letters += String.fromCharCode(97 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return letters;
}

const words = (grams: readonly string[]) => grams.map(spelled).join(" ");
const pairWords = (key: string) => words(toldBy(key, pairsOf(key)));
const characterWords = (key: string) => words(toldBy(key, [...new Set(key)]));

const isMarked = (gram: string) => /^[a-z][:^]/.test(gram);
const isPair = (gram: string) => [...gram].length > 1;

/**
 * What asks for documents that have all of these grams. Quoted words count as one, so that a long name is asked for whole, and
 * mean by the index's settings: all of them in one attribute.
 * @param preferred grams that come first when they are there; asked for with the strategy `last`, which drops no quoted words
 */
export function askFor(grams: readonly string[], preferred: readonly string[] = []): string {
  const bare = [...new Set(grams)].filter((gram) => !isMarked(gram));
  const marked = [...new Set(grams)].filter(isMarked);
  const quoted = [
    words(bare.filter(isPair)),
    words(bare.filter((gram) => !isPair(gram))),
    marked.map(numbered).join(" "),
  ].filter((text) => text !== "");
  return [...quoted.map((text) => `"${text}"`), ...preferred.map(numbered)].join(" ");
}

/** Leaves out what has no value: a field costs its time for each document that has it, empty or not. */
const present = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<T>; // the same members, or none

/** A day as a number in the order of days, 20261129: half as dear as a text. */
const dayNumber = (day: string | null) => (day === null ? null : Number(day.replaceAll("-", "")));

/** What the index holds of an enterprise: `document` to answer with, the rest to find it by. */
export function meilisearchDocument(document: SearchDocument) {
  const [current = "", ...former] = nameKeys(document);
  const longest = Math.max(0, ...former.map((key) => key.length));
  const grams = toldBy(current, otherGrams(document, soundTells(current)));
  return {
    uscc: document.uscc,
    document: packed(document),
    pairs: pairWords(current),
    characters: characterWords(current),
    grams: [...new Set(grams.map(numbered))].join(" "),
    // Of two of one length the enterprise that is still there comes first.
    length: 2 * current.length + (isActive(document) ? 0 : 1),
    nameOrder: current,
    status: document.status.code,
    ...present({
      ...codeFields(document),
      formerPairs: former.map(pairWords),
      formerCharacters: former.map(characterWords),
      longest: longest > current.length ? longest : null,
      district: document.district?.code ?? null,
      industry: document.industry?.code ?? null,
      type: document.type?.code ?? null,
      lists: document.lists,
      established: dayNumber(document.established),
    }),
  };
}

/** A current or former name of so many units at least. */
export const longEnough = (units: number) => `(length >= ${2 * units} OR longest >= ${units})`;
