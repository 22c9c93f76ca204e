import { wholeRegion } from "../enterprise/nameRegion.ts";
import { regionLabel } from "../enterprise/regions.ts";
import type { Cell, QueryReading, Way } from "./reading.ts";
import { LONGEST_SYLLABLE, SYLLABLES, syllablesFrom } from "./syllables.ts";

/** A name of a hundred characters has no longer spelling that anybody types. */
const MOST_LETTERS = 160;
/** Cuttings kept at each letter, and in the end. */
const MOST_CUTS = 6;
const MOST_WAYS = 12;
const MOST_PARTS = 10;
/** Cuttings that cost so much more than the best are nobody's: c·hang·t for changt. */
const MARGIN = 1.2;
/** A letter by itself says less than a syllable, so cuttings into syllables come first. */
const INITIAL_COST = 1.7;
/** No syllable begins so. */
const NO_INITIAL = /[iuv]/;

interface Cut {
  cells: Way;
  cost: number;
}

const cheapest = (cuts: Cut[]) => cuts.sort((a, b) => a.cost - b.cost).slice(0, MOST_CUTS);

/** Of two consonants each is a first letter more often than both are the beginning of one syllable. */
const NO_VOWEL = /^[zcs]h$/;

function lastCell(text: string): Cell | null {
  if (NO_VOWEL.test(text)) return null;
  const going = syllablesFrom(text);
  if (going.length === 0) return null;
  return going.length === 1 && going[0] === text ? { kind: "sound", text } : { kind: "begins", text };
}

/** The cuttings of a run of letters and digits into syllables and first letters, the likeliest first. */
function cutsOf(run: string, isLast: boolean): Cut[] {
  const upTo: Cut[][] = [[{ cells: [], cost: 0 }]];
  const add = (at: number, cell: Cell, cost: number, length: number) => {
    const to = at + length;
    upTo[to] ??= [];
    for (const cut of upTo[at] ?? []) upTo[to]?.push({ cells: [...cut.cells, cell], cost: cut.cost + cost });
  };
  for (let at = 0; at < run.length; at++) {
    upTo[at] = cheapest(upTo[at] ?? []);
    const letter = run.charAt(at);
    if (/\d/.test(letter)) add(at, { kind: "is", text: letter }, 1, 1);
    else if (!NO_INITIAL.test(letter)) add(at, { kind: "initial", text: letter }, INITIAL_COST, 1);
    for (let length = 1; length <= LONGEST_SYLLABLE && at + length <= run.length; length++) {
      const text = run.slice(at, at + length);
      const ends = isLast && at + length === run.length;
      const cell: Cell | null =
        ends && length > 1 ? lastCell(text) : SYLLABLES.has(text) ? { kind: "sound", text } : null;
      if (cell !== null) add(at, cell, cell.kind === "begins" && !SYLLABLES.has(text) ? 1.2 : 1, length);
    }
  }
  return cheapest(upTo[run.length] ?? []);
}

const firstLetters = (run: string): Way =>
  [...run].map((letter) => ({ kind: /\d/.test(letter) ? "is" : "initial", text: letter }));

/** Combinations of one cutting of each run, the likeliest first. */
/** @param unfinished whether the last syllable may be; behind characters one or two letters are first letters more often */
function joinedWays(runs: readonly string[], unfinished: boolean): Way[] {
  let cuts: Cut[] = [{ cells: [], cost: 0 }];
  runs.forEach((run, i) => {
    const own = cutsOf(run, unfinished && i === runs.length - 1);
    cuts = cheapest(
      cuts.flatMap((cut) =>
        own.map(({ cells, cost }) => ({ cells: [...cut.cells, ...cells], cost: cut.cost + cost })),
      ),
    );
  });
  const all = firstLetters(runs.join(""));
  const isSpelled = all.every(({ kind, text }) => kind === "is" || !NO_INITIAL.test(text));
  const [best = { cost: 0 }] = cuts;
  const likely = cuts.filter(({ cost }) => cost <= best.cost + MARGIN);
  const ways = new Map(likely.map(({ cells }) => [JSON.stringify(cells), cells]));
  if (isSpelled) ways.set(JSON.stringify(all), all);
  return [...ways.values()];
}

/** @param words runs of capital letters and digits, as `nameKey` gives them; at least one letter among them */
export function readPinyin(words: readonly string[]): QueryReading {
  const runs = words.map((word) => word.toLowerCase());
  const ways = runs.join("").length > MOST_LETTERS ? [] : joinedWays(runs, true).slice(0, MOST_WAYS);
  return { readAs: "pinyin", relaxed: false, parts: [...new Set(words)].slice(0, MOST_PARTS), ways };
}

const RUNS = /([A-Z0-9]*[A-Z][A-Z0-9]*)|((?:(?![A-Z0-9]*[A-Z]).)+)/gu;
/** The name in full of a place that is called so for short, 深圳市 of 深圳; null when there is none, or several. */
export function fullPlace(short: string): string | null {
  const code = wholeRegion(short)?.code ?? null;
  const label = code === null ? null : regionLabel(code);
  return label?.startsWith(short) === true && label !== short ? label : null;
}

function endsOf(place: string): string[] {
  if (wholeRegion(place) === null) return [];
  const full = fullPlace(place);
  return [...new Set([...PLACE_ENDS, ...(full === null ? [] : [full.slice(place.length)])])];
}

/** Stands in some names and not in others between the place and what follows it. */
const PLACE_ENDS = ["市", "区", "县", "省"] as const;

const characters = (text: string): Way => text.split("").map((unit) => ({ kind: "is", text: unit }));

/** Characters with letters among them (宁波hd); null when the letters can't be pinyin. */
export function readMixed(key: string): QueryReading | null {
  if (!/[A-Z]/.test(key) || !/\p{Script=Han}/u.test(key) || key.length > MOST_LETTERS) return null;
  const runs = [...key.matchAll(RUNS)];
  let ways: Way[] = [[]];
  runs.forEach(([, letters, others = ""], i) => {
    const options =
      letters === undefined ? [characters(others)] : joinedWays([letters.toLowerCase()], letters.length > 2);
    const ends = letters === undefined && i + 1 < runs.length ? endsOf(others) : [];
    const behind = [[], ...ends.map(characters)];
    ways = ways
      .flatMap((way) => options.flatMap((option) => behind.map((end) => [...way, ...option, ...end])))
      .slice(0, 2 * MOST_WAYS);
  });
  return ways.length === 0 || ways.some((way) => way.length === 0)
    ? null
    : { readAs: "mixed", relaxed: false, ways };
}
