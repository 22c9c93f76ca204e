import { readName } from "../enterprise/companyName.ts";
import { nameKey } from "../enterprise/nameKey.ts";

/** With fewer pairs a name is found by chance. */
const LEAST = 2;
/** So many pairs of region, brand and trade tell enough; those of the form are nearly everybody's. */
const ENOUGH = 3;
/** A form with a slip is none; it stands at the end of a name so long. */
const TAIL = 4;
const WITH_TAIL = 9;

interface Layout {
  characters: readonly string[];
  /** Where region, and brand and trade, end. */
  regionEnd: number;
  coreEnd: number;
  parts: readonly string[];
}

function layoutOf(typed: string): Layout {
  const { region, brand, trade, form } = readName(typed);
  const key = nameKey(typed);
  const characters = [...key];
  const front = nameKey(region ?? "");
  const end = nameKey(form ?? "");
  const formLength = key.endsWith(end) ? [...end].length : 0;
  const tail = formLength > 1 ? formLength : characters.length >= WITH_TAIL ? TAIL : formLength;
  const coreEnd = characters.length - tail;
  const regionEnd = key.startsWith(front) ? Math.min([...front].length, coreEnd) : 0;
  return { characters, regionEnd, coreEnd, parts: [region, brand, trade].map((part) => nameKey(part ?? "")) };
}

/** More pairs tell no more, and each costs a look at the index: then every second one, which have all characters among them. */
const PLENTY = 8;
const thinned = (pairs: readonly string[]) =>
  pairs.length > PLENTY ? pairs.filter((_, i) => i % 2 === 0) : pairs;

/** The pairs that none of the left-out places is in; of region and form, which many share, only when there are too few others. */
function pairsWithout({ characters, regionEnd, coreEnd }: Layout, from: number, to: number): string[] {
  const [core, region, form]: [string[], string[], string[]] = [[], [], []];
  for (let i = 0; i + 1 < characters.length; i++) {
    if (i + 1 >= from && i < to) continue;
    const kind = i >= coreEnd ? form : i + 1 < regionEnd ? region : core;
    kind.push(`${characters[i]}${characters[i + 1]}`);
  }
  if (core.length >= ENOUGH) return [...thinned(core)];
  return core.length + region.length >= ENOUGH ? [...core, ...region] : [...core, ...region, ...form];
}

/** Of a longer brand and trade several places are left out together: enough is left, and the sets stay few. */
const MOST_WINDOWS = 8;

/** The characters of brand and trade, and those beside them; and the pairs before them. */
function inAnyOrder({ characters, regionEnd, coreEnd }: Layout): string[] {
  const from = Math.max(0, regionEnd - 1);
  const pairs = characters.slice(1, from).map((next, i) => `${characters[i]}${next}`);
  return [...pairs, ...new Set(characters.slice(from, coreEnd + 1))];
}

/** For each two neighbours that may have changed places, the pairs of what was meant: all of them, for 有限 is in nearly every name. */
function changedBack({ characters, regionEnd, coreEnd }: Layout): string[][] {
  const from = Math.max(0, regionEnd - 1);
  const to = Math.min(coreEnd + 1, characters.length);
  const sets: string[][] = [];
  for (let at = from; at + 1 < to; at++) {
    const meant = characters.toSpliced(at, 2, characters[at + 1] ?? "", characters[at] ?? "");
    const around = meant.slice(Math.max(0, from - 1), to + 1);
    sets.push(around.slice(1).map((next, i) => `${around[i]}${next}`));
  }
  return sets;
}

export interface WantedNear {
  /** Sets of grams; a name that has one character more, less or another has all of one of them. */
  slips: string[][];
  /** The same of a name of which two neighbours changed places: one set of many common ones, or sets of rare ones. */
  anyOrder: string[];
  changedBack: string[][];
}

/**
 * What a name has that is one slip away from what was typed. A slip spoils the pairs of one place, which is not known, so each of brand and
 * trade is left out once; region and form are left out as a whole: what remains tells enough. Of two that changed places the characters are
 * still there. At most twelve sets for slips.
 */
export function wantedNear(typed: string): WantedNear {
  const layout = layoutOf(typed);
  const { characters, regionEnd, coreEnd, parts } = layout;
  const sets: string[][] = [];
  const leave = (from: number, to: number) => {
    const pairs = pairsWithout(layout, from, to);
    // Of 恒达集团公司 one pair is left beside the form, of which every spelling begins and ends alike.
    const isFew = pairs.length < LEAST && from === coreEnd;
    const ends = isFew ? [characters[coreEnd] ?? "", characters.at(-1) ?? ""] : [];
    if (pairs.length + ends.length / 2 >= LEAST) sets.push([...pairs, ...ends]);
  };
  if (coreEnd < characters.length) leave(coreEnd, characters.length);
  if (regionEnd > 0) leave(0, regionEnd);
  const width = Math.max(1, Math.ceil((coreEnd - regionEnd) / MOST_WINDOWS));
  for (let at = regionEnd; at < coreEnd; at += width) leave(at, Math.min(at + width, coreEnd));
  const inParts = parts.flatMap((part) => [...part].slice(1).map((next, i) => `${[...part][i]}${next}`));
  if (inParts.length >= ENOUGH) sets.push(inParts);
  const anyOrder = inAnyOrder(layout);
  return {
    slips: sets,
    ...(anyOrder.length < 2 * LEAST
      ? { anyOrder: [], changedBack: [] }
      : { anyOrder, changedBack: changedBack(layout) }),
  };
}
