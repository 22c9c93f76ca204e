import { COMMON_PAIRS, COMMONEST_PAIRS } from "./commonPairs.ts";
import { soundsGram, startGram } from "./letterGrams.ts";
import { soundsOf } from "./sounds.ts";

/*
 * A gram that others imply needs no word of its own in Meilisearch's index: who has 科技 has 科. It is asked for by its synonyms, which
 * cost a search some look-ups and a build nothing.
 */

/** The server reads no more synonyms of one word. */
const MOST_SYNONYMS = 50;
const LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** By the first of each two, the others in their order. */
function gathered(twos: Iterable<readonly [string, string]>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, value] of twos) found.set(key, [...(found.get(key) ?? []), value]);
  return found;
}

const charactersOf = (pair: string) => [...new Set(pair)];
const BY_CHARACTER = new Map(
  [
    ...gathered(
      COMMONEST_PAIRS.flatMap((pair) => charactersOf(pair).map((character) => [character, pair] as const)),
    ),
  ].filter(([, pairs]) => pairs.length <= MOST_SYNONYMS),
);
const BY_PAIR = gathered(
  [...BY_CHARACTER].flatMap(([character, pairs]) => pairs.map((pair) => [pair, character] as const)),
);

const byFirstLetter = () =>
  [...LETTERS_AND_DIGITS].map((first): [string, readonly string[]] => [
    startGram(first),
    [...LETTERS_AND_DIGITS].map((second) => startGram(first + second)),
  ]);

/** Whether a first letter before it is implied by both. */
export const isSecondLetter = (letter: string) => LETTERS_AND_DIGITS.includes(letter);

/** What common words end with. */
const LAST_CHARACTERS: ReadonlySet<string> = new Set([...COMMON_PAIRS].map((pair) => pair.slice(1)));

/** The sound of what leads into 有限公司, with the pairs that are read so: 技有 of "ji you". */
const byLeadingSound = () =>
  gathered(
    [...LAST_CHARACTERS].flatMap((character) =>
      soundsOf(character)
        .flat()
        .map((sound) => [soundsGram(sound, "you"), `${character}有`] as const),
    ),
  );

/** Whether the sound of a character and 有 is implied by their pair. */
export const isLeading = (character: string) => LAST_CHARACTERS.has(character);

/**
 * Grams with those that imply them: a character with the common pairs it stands in, but for the few that stand in too many (市); the
 * first letter of a name, or brand, with its first two; and sounds that lead into the ending with their pairs.
 */
export const IMPLIED_BY: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...BY_CHARACTER,
  ...byFirstLetter(),
  ...byLeadingSound(),
]);

/** The characters that some pairs of a name imply. */
export function charactersIn(pairs: readonly string[]): ReadonlySet<string> {
  const implied = new Set<string>();
  for (const pair of pairs) for (const character of BY_PAIR.get(pair) ?? []) implied.add(character);
  return implied;
}
