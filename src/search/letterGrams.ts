import { initialsOf, soundsOf } from "./sounds.ts";

/** Three neighbouring first letters, anywhere. */
export const tripleGram = (letters: string) => `i:${letters}`;
/** One or two first letters where a name, or its brand, begins. */
export const startGram = (letters: string) => `i^${letters}`;
/** Two neighbouring syllables, anywhere. */
export const soundsGram = (first: string, second: string) => `p:${first} ${second}`;
/** One syllable where a name, or its brand, begins. */
export const startSoundGram = (sound: string) => `p^${sound}`;

/** A name of several polyphones side by side has many readings; these are enough of each few neighbours. */
const MOST = 12;

/** Every choice of one from each, joined. */
export function choices(sets: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = sets;
  return others.reduce<string[]>(
    (texts, set) => texts.flatMap((text) => set.map((one) => text + one)).slice(0, MOST),
    first.slice(0, MOST),
  );
}

function addTriples(grams: string[], sets: readonly (readonly string[])[], at: number): void {
  const [first = [], second = [], third = []] = [sets[at], sets[at + 1], sets[at + 2]];
  for (const a of first) for (const b of second) for (const c of third) grams.push(tripleGram(a + b + c));
}

/** What an index takes of the letters of a name. */
export interface Telling {
  /** The sound of the two units from a place on. */
  sound(at: number): boolean;
  /** A first letter by itself, before these. */
  firstLetter(next: readonly string[]): boolean;
}
const ALL: Telling = { sound: () => true, firstLetter: () => true };

/** The grams of a place where people begin to spell: one or two first letters, and a syllable. */
export const startGrams = (key: string, at: number): string[] => {
  const two = key.slice(at, at + 2);
  return startsSpelled({ sounds: soundsOf(two), initials: initialsOf(two), telling: ALL }, [0]);
};

type Readings = readonly (readonly string[])[];

function startsSpelled(
  of: { sounds: Readings; initials: Readings; telling: Telling },
  starts: readonly number[],
): string[] {
  const { sounds, initials, telling } = of;
  const grams: string[] = [];
  for (const start of starts) {
    const second = initials[start + 1] ?? [];
    const isTold = telling.firstLetter(second);
    for (const letter of initials[start] ?? []) {
      if (isTold) grams.push(startGram(letter));
      for (const next of second) grams.push(startGram(letter + next));
    }
    for (const sound of sounds[start] ?? []) grams.push(startSoundGram(sound));
  }
  return grams;
}

/**
 * The grams by which a name is found from its pinyin, some of them twice: about three a character, two microseconds in all.
 * @param starts where people begin to spell, units of the key
 */
export function letterGrams(key: string, starts: readonly number[], telling: Telling = ALL): string[] {
  const sounds = soundsOf(key);
  const initials = initialsOf(key);
  const grams: string[] = [];
  for (let i = 0; i + 1 < key.length; i++) {
    if (i + 2 < key.length) addTriples(grams, initials, i);
    if (!telling.sound(i)) continue;
    for (const first of sounds[i] ?? [])
      for (const second of sounds[i + 1] ?? []) grams.push(soundsGram(first, second));
  }
  grams.push(...startsSpelled({ sounds, initials, telling }, starts));
  return grams;
}
