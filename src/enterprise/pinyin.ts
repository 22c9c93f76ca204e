import { pinyin } from "pinyin-pro";
import { POLYPHONES } from "./polyphones.ts";

type Readings = readonly string[];

interface Settled {
  word: string;
  /** Where the character stands in the word. */
  offset: number;
  readings: Readings;
}

interface Known {
  readings: Readings;
  /** The longest first. */
  words: readonly Settled[];
}

let known: ReadonlyMap<number, Known> | undefined;

function settledWords(character: string, words: Readonly<Record<string, string>>): Settled[] {
  return Object.entries(words)
    .flatMap(([readings, list]) =>
      list
        .split(" ")
        .map((word) => ({ word, offset: word.indexOf(character), readings: readings.split("/") })),
    )
    .sort((a, b) => b.word.length - a.word.length);
}

function loadKnown(): ReadonlyMap<number, Known> {
  return new Map(
    POLYPHONES.map(({ character, readings, words }) => [
      character.charCodeAt(0),
      { readings: readings.split(" "), words: settledWords(character, words ?? {}) },
    ]),
  );
}

/** Readings of a UTF-16 unit by itself, filled as units are met. */
const TABLE = new Map<number, Readings>();
const NONE: Readings = [];

function learn(unit: number): Readings {
  const readings = plainReading(String.fromCharCode(unit));
  TABLE.set(unit, readings);
  return readings;
}

/**
 * What pinyin-pro reads a character as that stands alone, which is not always how names are read: 都 is dou. None where it has
 * no reading; letters and digits read as themselves.
 */
export function plainReading(character: string): Readings {
  if (!/\p{Script=Han}|〇/u.test(character))
    return /[\p{L}\p{N}]/u.test(character) ? [character.toLowerCase()] : NONE;
  const readings = pinyin(character, { toneType: "none", type: "array", v: true });
  return readings.filter((reading) => /^[a-z]+$/.test(reading));
}

/**
 * The readings of each character, without tones, ü as v, the likeliest first: [["ning"], ["bo"], ["le", "yue"]]. Letters and
 * digits read as themselves; what has no reading is left out. About two microseconds a name.
 */
export function nameSyllables(normal: string): Readings[] {
  known ??= loadKnown();
  const syllables: Readings[] = [];
  for (let i = 0; i < normal.length; i++) {
    const unit = normal.charCodeAt(i);
    const polyphone = known.get(unit);
    const readings =
      polyphone === undefined
        ? (TABLE.get(unit) ?? learn(unit))
        : (polyphone.words.find(({ word, offset }) => normal.startsWith(word, i - offset))?.readings ??
          polyphone.readings);
    if (readings.length > 0) syllables.push(readings);
  }
  return syllables;
}

/** A name of five polyphones has 32 readings; those that differ in the later ones are left out. */
const MOST = 8;

function combined(syllables: readonly Readings[]): string[] {
  let texts = [""];
  for (const readings of syllables) {
    const [first = ""] = readings;
    texts =
      readings.length === 1 || texts.length * readings.length > MOST
        ? texts.map((text) => text + first)
        : texts.flatMap((text) => readings.map((reading) => text + reading));
  }
  return texts[0] === "" ? [] : texts;
}

/** Whole readings of a name, the likeliest first; at most eight, none for a name without letters. */
export function namePinyin(syllables: readonly Readings[]): string[] {
  return combined(syllables);
}

/** First letters of its readings, each once. */
export function nameInitials(syllables: readonly Readings[]): string[] {
  return combined(syllables.map((readings) => [...new Set(readings.map((reading) => reading.charAt(0)))]));
}
