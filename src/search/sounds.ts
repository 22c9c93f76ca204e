import { type CompanyName, readName } from "../enterprise/companyName.ts";
import { nameKey } from "../enterprise/nameKey.ts";
import { nameSyllables, plainReading } from "../enterprise/pinyin.ts";
import { POLYPHONES } from "../enterprise/polyphones.ts";

/** Readings of one UTF-16 unit, and their first letters; each once. */
interface Sound {
  readings: readonly string[];
  initials: readonly string[];
}

/**
 * All readings of a character that has several, whatever word it stands in: nobody knows which one is right. With the one that
 * programs take who don't know names, for what they spell is typed and pasted.
 */
let several: ReadonlyMap<string, readonly string[]> | undefined;
/** By unit, filled as units are met. */
const SOUNDS = new Map<number, Sound>();

function loadSeveral(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    POLYPHONES.map(({ character, readings, words = {} }) => [
      character,
      [
        ...readings.split(" "),
        ...Object.keys(words).flatMap((word) => word.split("/")),
        ...plainReading(character),
      ],
    ]),
  );
}

function soundOf(unit: number): Sound {
  const known = SOUNDS.get(unit);
  if (known !== undefined) return known;
  several ??= loadSeveral();
  const character = String.fromCharCode(unit);
  const readings = [...new Set([...nameSyllables(character).flat(), ...(several.get(character) ?? [])])];
  const sound = { readings, initials: [...new Set(readings.map((reading) => reading.charAt(0)))] };
  SOUNDS.set(unit, sound);
  return sound;
}

function ofUnits<T>(key: string, of: (sound: Sound) => T): T[] {
  const all = new Array<T>(key.length);
  for (let i = 0; i < key.length; i++) all[i] = of(soundOf(key.charCodeAt(i)));
  return all;
}

/**
 * The readings of each UTF-16 unit of a key, in small letters; letters and digits read as themselves, and what has no reading
 * (rare characters are two units) has none. As long as the key.
 */
export const soundsOf = (key: string): (readonly string[])[] => ofUnits(key, ({ readings }) => readings);

/** The first letters of the readings of each unit, each once. */
export const initialsOf = (key: string): (readonly string[])[] => ofUnits(key, ({ initials }) => initials);

/** Where in a key people begin to spell: at its start, behind its region, at its brand. Units. */
export function startsOf(key: string, { region, brand }: Pick<CompanyName, "region" | "brand">): number[] {
  const starts = [0];
  const front = region === null ? "" : nameKey(region);
  if (front !== "" && front.length < key.length && key.startsWith(front)) starts.push(front.length);
  const at = brand === null || brand === "" ? -1 : key.indexOf(nameKey(brand));
  if (at > 0 && !starts.includes(at)) starts.push(at);
  return starts;
}

/** `startsOf` of a name by itself. */
export const nameStarts = (name: string): number[] => startsOf(nameKey(name), readName(name));
