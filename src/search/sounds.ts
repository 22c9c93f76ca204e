import { readName } from "../enterprise/companyName.ts";
import { nameKey } from "../enterprise/nameKey.ts";
import { nameSyllables } from "../enterprise/pinyin.ts";
import { POLYPHONES } from "../enterprise/polyphones.ts";

const SILENT = new Map<number, boolean>();

function isSilent(unit: number): boolean {
  const known = SILENT.get(unit);
  if (known !== undefined) return known;
  const silent = nameSyllables(String.fromCharCode(unit)).length === 0;
  SILENT.set(unit, silent);
  return silent;
}

/** All readings of a character that has several, whatever word it stands in: nobody knows which one is right. */
const READINGS: ReadonlyMap<string, readonly string[]> = new Map(
  POLYPHONES.map(({ character, readings }) => [character, readings.split(" ")]),
);

/**
 * The readings of each UTF-16 unit of a key, in small letters; letters and digits read as themselves, and what has no reading
 * (rare characters are two units) has none. As long as the key.
 */
export function soundsOf(key: string): (readonly string[])[] {
  let readable = "";
  for (let i = 0; i < key.length; i++) readable += isSilent(key.charCodeAt(i)) ? "0" : key.charAt(i);
  const sounds = nameSyllables(readable);
  return Array.from({ length: key.length }, (_, i) =>
    isSilent(key.charCodeAt(i)) ? [] : withAll(key.charAt(i), sounds[i] ?? []),
  );
}

function withAll(character: string, likely: readonly string[]): readonly string[] {
  const all = READINGS.get(character);
  return all === undefined ? likely : [...new Set([...likely, ...all])];
}

/** First letters of readings, each once. */
export const initialsOf = (readings: readonly string[]) => [
  ...new Set(readings.map((reading) => reading.charAt(0))),
];

/** Where in a name's key people begin to spell: at its start, behind its region, at its brand. */
export function nameStarts(name: string): number[] {
  const key = nameKey(name);
  const { region, brand } = readName(name);
  const starts = new Set([0]);
  const front = nameKey(region ?? "");
  if (front !== "" && key.startsWith(front) && front.length < key.length) starts.add(front.length);
  const own = nameKey(brand ?? "");
  const at = own === "" ? -1 : key.indexOf(own);
  if (at > 0) starts.add(at);
  return [...starts];
}
