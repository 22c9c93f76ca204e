import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { gramNumber, nameKeys, otherGrams, pairsOf } from "./grams.ts";
import { charactersIn, IMPLIED_BY } from "./implied.ts";
import { tellingOf, toldBy } from "./leftOut.ts";
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

/** Persons, places, aliases and callings: each is nearly nobody else's, and a word that few documents have costs the most of all. */
const isRare = (gram: string) => gram.charAt(1) === ":" && "rasc".includes(gram.charAt(0));
/** So many words they share. Of ten million grams forty have one word; every answer is compared with what was asked. */
const RARE_WORDS = 2 ** 18;

const A = 97;
const BASE = 26;
/** Of a number below 26^4 the letter at a place, the lowest first. */
const letterAt = (number: number, place: number) => A + (((number / BASE ** place) | 0) % BASE);

/**
 * A gram with the mark of its kind, in seven letters (base 26 of 32 bits): a fifth of it spelled, and as long as no character or
 * pair. One in four hundred has another's letters.
 */
function numbered(gram: string): string {
  const number = gramNumber(gram) >>> 0;
  const all = isRare(gram) ? number % RARE_WORDS : number;
  const high = Math.floor(all / BASE ** 3);
  const low = all - high * BASE ** 3;
  // In two halves, small enough for whole numbers: a third faster.
  return String.fromCharCode(
    letterAt(low, 0),
    letterAt(low, 1),
    letterAt(low, 2),
    letterAt(high, 0),
    letterAt(high, 1),
    letterAt(high, 2),
    letterAt(high, 3),
  );
}

const words = (grams: readonly string[]) => grams.map(spelled).join(" ");

/** Pairs first: of names that have what was asked for, the one comes first that has it nearer to its beginning. */
function nameWords(key: string): string {
  const pairs = pairsOf(key);
  const implied = charactersIn(pairs);
  const characters = [...new Set(key)].filter((character) => !implied.has(character));
  return `${words(toldBy(key, pairs))} ${words(toldBy(key, characters))}`;
}

const isMarked = (gram: string) => /^[a-z][:^]/.test(gram);
const isPair = (gram: string) => [...gram].length > 1;

const wordOf = (gram: string) => (isMarked(gram) ? numbered(gram) : spelled(gram));

/** By the word of a gram that others imply, the words of those. */
export const SYNONYMS_OF_WORDS: Readonly<Record<string, string[]>> = Object.fromEntries(
  [...IMPLIED_BY].map(([gram, others]) => [wordOf(gram), others.map(wordOf)]),
);

/** Ten words of a query count; so many of them may have synonyms, those first that have the fewest. */
const MOST_SYNONYMOUS = 6;
const synonymsOf = (gram: string) => IMPLIED_BY.get(gram)?.length ?? 0;

/**
 * What asks for documents that have all of these grams. Quoted words count as one, so that a long name is asked for whole, and
 * mean by the index's settings: all of them in one attribute. Words with synonyms can't be quoted.
 */
export function askFor(grams: readonly string[]): string {
  const all = [...new Set(grams)];
  const asked = all.filter((gram) => !IMPLIED_BY.has(gram));
  const bare = asked.filter((gram) => !isMarked(gram));
  const quoted = [bare.filter(isPair), bare.filter((gram) => !isPair(gram)), asked.filter(isMarked)]
    .filter((some) => some.length > 0)
    .map((some) => `"${some.map(wordOf).join(" ")}"`);
  const synonymous = all
    .filter((gram) => IMPLIED_BY.has(gram))
    .sort((one, other) => synonymsOf(one) - synonymsOf(other))
    .slice(0, MOST_SYNONYMOUS);
  // A full stop between them: without, the server tries them joined as well.
  return [...quoted, synonymous.map(wordOf).join(". ")].filter((text) => text !== "").join(" ");
}

/**
 * The same, and first those that have the preferred ones as well; with the strategy `last`, which drops no quoted words, and never all
 * the others. Null where that can't be told the server.
 */
export function askPreferring(grams: readonly string[], preferred: readonly string[]): string | null {
  const synonymous = grams.filter((gram) => IMPLIED_BY.has(gram)).length;
  const isKept = synonymous === 0 || (synonymous === 1 && grams.length === 1);
  return isKept ? [askFor(grams), ...preferred.map(wordOf)].join(" ") : null;
}

/** A day as a number in the order of days, 20261129: half as dear as a text. */
const dayNumber = (day: string | null) => (day === null ? undefined : Number(day.replaceAll("-", "")));
const unlessEmpty = <T>(values: readonly T[]) => (values.length === 0 ? undefined : values);

/**
 * What the index holds of an enterprise: `document` to answer with, the rest to find it by. What has no value is undefined, so that it
 * isn't sent: a field costs its time for each document that has it, empty or not.
 */
export function meilisearchDocument(document: SearchDocument) {
  const [current = "", ...former] = nameKeys(document);
  const longest = Math.max(0, ...former.map((key) => key.length));
  const grams = toldBy(current, otherGrams(document, tellingOf(current)));
  const { codeHead, codeRest, codeEnd, regNo, otherCodes, otherEnds } = codeFields(document);
  // Written out: copied from object to object it took as long as all the grams.
  return {
    uscc: document.uscc,
    document: packed(document),
    // One field: places in it are told apart up to the sixteenth only, and each place of a word costs as much as a word.
    current: `${nameWords(current)} ${[...new Set(grams.map(numbered))].join(" ")}`,
    // Of two of one length the enterprise that is still there comes first.
    length: 2 * current.length + (isActive(document) ? 0 : 1),
    nameOrder: current,
    status: document.status.code,
    codeHead,
    codeRest,
    codeEnd,
    regNo,
    otherCodes: unlessEmpty(otherCodes),
    otherEnds: unlessEmpty(otherEnds),
    former: unlessEmpty(former.map(nameWords)),
    longest: longest > current.length ? longest : undefined,
    district: document.district?.code,
    industry: document.industry?.code,
    type: document.type?.code,
    lists: unlessEmpty(document.lists),
    established: dayNumber(document.established),
  };
}

/** A current or former name of so many units at least. */
export const longEnough = (units: number) => `(length >= ${2 * units} OR longest >= ${units})`;
