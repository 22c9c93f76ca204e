import { neededAddressGrams } from "./addressGrams.ts";
import { needsStart } from "./cells.ts";
import { COMMON_PAIRS } from "./commonPairs.ts";
import { aliasGram, callingGram, neededGrams, personGram } from "./grams.ts";
import { choices, soundsGram, startGram, startSoundGram, tripleGram } from "./letterGrams.ts";
import { mostRuns } from "./nearName.ts";
import type { Cell, QueryReading, Way } from "./reading.ts";
import { initialsOf, soundsOf } from "./sounds.ts";
import { syllablesFrom } from "./syllables.ts";
import { type WantedNear, wantedNear } from "./wantedNear.ts";

/** Grams that a document has to have: each of `all`, and of every set of `any` at least one. */
export interface Wanted {
  all: readonly string[];
  any: readonly (readonly string[])[];
}

const only = (all: readonly string[]): Wanted => ({ all: [...new Set(all)], any: [] });

/** First letters that a cell may have. */
function lettersOf({ kind, text }: Cell): string[] {
  return kind === "is" ? initialsOf(text).flat() : [text.charAt(0)];
}

function soundsOfCell({ kind, text }: Cell): readonly string[] {
  if (kind === "sound") return [text];
  return kind === "is" ? soundsOf(text).flat() : syllablesFrom(text);
}

const isSyllable = (cell: Cell | undefined) => cell?.kind === "sound" || cell?.kind === "begins";

/** The triples of a longer one tell enough. */
const SHORT_WAY = 12;
/** So many characters tell a name; the rest is compared. */
const MOST_CELLS = 40;

/**
 * Two neighbours of which a syllable is known, with every sound of the other. Where syllables stand side by side, their pairs are
 * enough; of letters alone the triples say more.
 */
function pairGrams(way: Way, at: number): string[] {
  const [first, second] = [way[at], way[at + 1]];
  if (first === undefined || second === undefined) return [];
  const [left, right] = [isSyllable(first), isSyllable(second)];
  // PostgreSQL expects so much of twenty pairs that it reads the table; where the syllable begins a name, that is enough.
  if (way.length === 2 && left && second.kind === "initial") return [];
  const alone =
    way.length <= SHORT_WAY && ((left && !isSyllable(way[at - 1])) || (right && !isSyllable(way[at + 2])));
  if (!(left && right) && !((left || right) && alone)) return [];
  return soundsOfCell(first).flatMap((one) => soundsOfCell(second).map((other) => soundsGram(one, other)));
}

/** Neighbours that are characters have their pairs, and lone ones themselves. */
function characterGrams(way: Way): string[] {
  const runs: string[] = [""];
  for (const { kind, text } of way) {
    if (kind === "is") runs.push((runs.pop() ?? "") + text);
    else if (runs.at(-1) !== "") runs.push("");
  }
  // A cut may leave half a character.
  return runs.flatMap(neededGrams).filter((gram) => gram.isWellFormed());
}

function wantedOfWay(whole: Way): Wanted | null {
  const way = whole.slice(0, MOST_CELLS);
  const sets: string[][] = characterGrams(way).map((gram) => [gram]);
  const letters = way.map(lettersOf);
  for (let i = 0; i + 1 < way.length; i++) {
    if (i + 2 < way.length) sets.push(choices(letters.slice(i, i + 3)).map(tripleGram));
    const pairs = pairGrams(way, i);
    if (pairs.length > 0) sets.push(pairs);
  }
  if (needsStart(way)) {
    const sounds = way.slice(0, 1).filter(isSyllable).flatMap(soundsOfCell).map(startSoundGram);
    if (sounds.length > 0) sets.push(sounds);
    // The letter of one syllable tells no more.
    if (sounds.length === 0 || way.length > 1) sets.push(choices(letters).map(startGram));
  }
  const wanted = sets.filter((set) => set.length > 0);
  if (wanted.length === 0) return null;
  const single = wanted.flatMap((set) => (set.length === 1 ? set : []));
  return { ...only(single), any: wanted.filter((set) => set.length > 1).map((set) => [...new Set(set)]) };
}

/** By reading: each document of an answer is compared with them. */
const STARTS = new WeakMap<QueryReading, readonly string[]>();

/** That a name, or its brand, begins with the first two letters of one of the ways; empty for other readings. */
export function startGramsOf(reading: QueryReading): readonly string[] {
  if (reading.readAs !== "pinyin" && reading.readAs !== "mixed") return [];
  const known = STARTS.get(reading);
  if (known !== undefined) return known;
  const grams = reading.ways.flatMap((way) => choices(way.slice(0, 2).map(lettersOf)).map(startGram));
  const starts = [...new Set(grams)];
  STARTS.set(reading, starts);
  return starts;
}

const wantedOfWays = (ways: readonly Way[]) => ways.map(wantedOfWay).filter((wanted) => wanted !== null);

const PERSON = /^\p{Script=Han}{2,12}$/u;

/** Every way in which at most one part is the representative and at most one stands in the address. */
function wantedWords(parts: readonly string[]): Wanted[] {
  const names = parts.map(neededGrams);
  const persons = parts.map((part) => (PERSON.test(part) ? [personGram(part)] : []));
  const places = parts.map(neededAddressGrams);
  const found: Wanted[] = [];
  for (let person = -1; person < parts.length; person++)
    for (let place = -1; place < parts.length; place++) {
      if (person >= 0 && (person === place || persons[person]?.length === 0)) continue;
      if (place >= 0 && places[place]?.length === 0) continue;
      found.push(
        only(
          names.flatMap((own, i) =>
            i === person ? (persons[i] ?? []) : i === place ? (places[i] ?? []) : own,
          ),
        ),
      );
    }
  return found;
}

/** Of a pair of the form, or a common one, alone there is too much. */
const tells = (pair: string) => !/[有限公司]/.test(pair) && !COMMON_PAIRS.has(pair);

/**
 * Neighbours of a longer text, in as many groups as it may have pieces: one of the groups has no end of a piece in it. With the other
 * characters where the group tells little.
 */
function inGroups(characters: readonly string[], groups: number): Wanted[] {
  const pairs = characters.slice(1).map((next, i) => `${characters[i]}${next}`);
  const size = Math.ceil(pairs.length / groups);
  return Array.from({ length: groups }, (_, i) => pairs.slice(i * size, (i + 1) * size))
    .filter((group) => group.length > 0)
    .map((group) => {
      const others = characters.filter((character) => !group.some((pair) => pair.includes(character)));
      return only(group.some(tells) ? group : [...group, ...others]);
    });
}

/**
 * How a short form stands in a name: its characters, two of them side by side. Of four and more first those that also begin and end
 * with two neighbours, as most do (恒达机械 of 恒达精密机械): in a million names the characters alone are in too many, and those of a
 * text that stands in few pieces are asked for with what must be in one piece.
 */
export function wantedInside(short: string): Wanted[] {
  const characters = [...short];
  if (characters.length < 3) return [only(neededGrams(short))];
  if (mostRuns(short) < characters.length / 2) return inGroups(characters, mostRuns(short));
  const [first = "", second = "", ...others] = characters;
  const [last = "", before = "", ...middle] = others.reverse();
  const inPairs = others.length < 2 ? [] : [only([first + second, before + last, ...middle])];
  return [...inPairs, only(characters)];
}

/** Each by its alias, and inside any name. */
const wantedAbbreviation = (keys: readonly string[]): Wanted[] =>
  keys.flatMap((key) => [only([aliasGram(key)]), ...wantedInside(key)]);

const wantedNearIn = ({ slips, anyOrder }: WantedNear) =>
  [...slips, anyOrder].filter((grams) => grams.length > 0).map(only);

/**
 * What a document has to have to answer a reading, one of these at least; what has it may still be no answer, which
 * `matcher` tells. Null for readings that are no matter of grams (all, codes); empty when nothing can answer.
 */
export function wantedBy(reading: QueryReading): Wanted[] | null {
  switch (reading.readAs) {
    case "name":
      if (reading.parts.length === 0) return [];
      return [
        only(reading.parts.flatMap(neededGrams)),
        ...(reading.alike === null ? [] : [only(neededGrams(reading.alike))]),
        ...(reading.called === null ? [] : [only([callingGram(reading.called)])]),
      ];
    case "words":
      return wantedWords(reading.parts);
    case "pinyin":
      return [only(reading.parts.flatMap(neededGrams)), ...wantedOfWays(reading.ways)];
    case "mixed":
      return wantedOfWays(reading.ways);
    case "address":
      return [only(neededAddressGrams(reading.text))];
    case "abbreviation":
      return wantedAbbreviation(reading.keys);
    case "near":
      return wantedNearIn(wantedNear(reading.typed));
    default:
      return null;
  }
}
