import { initialsOf, nameStarts, soundsOf } from "./sounds.ts";

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

/** The grams by which a name is found from its pinyin: about three a character. */
export function letterGrams(name: string, key: string): string[] {
  const sounds = soundsOf(key);
  const initials = sounds.map(initialsOf);
  const grams = new Set<string>();
  for (let i = 0; i < key.length; i++) {
    if (i + 2 < key.length)
      for (const letters of choices(initials.slice(i, i + 3))) grams.add(tripleGram(letters));
    for (const first of sounds[i] ?? [])
      for (const second of sounds[i + 1] ?? []) grams.add(soundsGram(first, second));
  }
  for (const start of nameStarts(name)) {
    for (const letter of initials[start] ?? []) grams.add(startGram(letter));
    for (const letters of choices(initials.slice(start, start + 2))) grams.add(startGram(letters));
    for (const sound of sounds[start] ?? []) grams.add(startSoundGram(sound));
  }
  return [...grams];
}
