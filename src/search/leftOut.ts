import { COMMON_PAIRS, commonPairsOf } from "./commonPairs.ts";
import { isLeading, isSecondLetter } from "./implied.ts";
import { soundsGram, type Telling, tripleGram } from "./letterGrams.ts";
import type { Wanted } from "./wanted.ts";

/*
 * What Meilisearch's index leaves out of a document: a word costs it a microsecond, whatever it tells, and of sixty a fifth would tell
 * next to nothing.
 */

/** Nine names in ten end so. Of its grams only one is kept, the pair in its middle. */
const ENDING = "有限公司";
const KEPT = "限公";
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...["有限", "公司", ...ENDING],
  ...[tripleGram("yxg"), tripleGram("xgs")],
  ...[soundsGram("you", "xian"), soundsGram("xian", "gong"), soundsGram("gong", "si")],
]);

/** The grams of a name under which it is indexed, wherever in it they stand. */
export const toldBy = (key: string, grams: readonly string[]): readonly string[] =>
  key.includes(ENDING) ? grams.filter((gram) => !LEFT_OUT.has(gram)) : grams;

/**
 * What of the letters of a name is indexed. Not the sound of common pairs of characters: who asks for it asks for the pairs as well; nor of what mostly
 * leads into the ending (技有), nor a first letter where the first two are.
 */
export function tellingOf(key: string): Telling {
  const ending = key.indexOf(ENDING);
  return {
    sound: (at) =>
      (at + 1 !== ending || !isLeading(key.charAt(at))) && !COMMON_PAIRS.has(key.slice(at, at + 2)),
    firstLetter: (next) => !next.some(isSecondLetter),
  };
}

const leadsIn = (gram: string) => gram.startsWith("p:") && gram.endsWith(" you");
const isWeak = (gram: string) => gram.startsWith("p:") && (leadsIn(gram) || commonPairsOf(gram).length > 0);
/** First letters, the sound that a name begins with, and one character are in very many names. */
const isInMany = (gram: string) => /^(?:i[:^]|p\^)/.test(gram) || [...gram].length === 1;

/** The same, asked for with what stands in the index instead of the sound. */
function withPairs(set: readonly string[]): readonly string[] {
  const pairs = set.flatMap(commonPairsOf);
  return pairs.length === 0 ? set : [...new Set([...pairs, ...set])];
}

/**
 * What such an index has to be asked for. Where something else tells as much, what is left out of some names isn't asked for. Where
 * nothing else is asked for than what is left out with the ending, names that have it answer too, all of them, and are compared.
 */
export function askedOf({ all, any }: Wanted): Wanted[] {
  const sets = [...all.map((gram) => [gram]), ...any];
  if (sets.length === 0) return [];
  const left = sets.filter((set) => !set.some((gram) => LEFT_OUT.has(gram)));
  if (left.length === 0) return [{ all, any }, ofSets([[KEPT]])];
  const telling = left.filter((set) => !set.some(isWeak));
  if (telling.some((set) => !set.some(isInMany))) return [ofSets(telling)];
  const others = telling.length === 0 ? left : left.filter((set) => !set.some(leadsIn));
  return [ofSets(others.map(withPairs))];
}

/** Of each set at least one. */
const ofSets = (sets: readonly (readonly string[])[]): Wanted => ({
  all: sets.flatMap((set) => (set.length === 1 ? set : [])),
  any: sets.filter((set) => set.length > 1),
});
