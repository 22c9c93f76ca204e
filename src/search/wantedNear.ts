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

/** The pairs that none of the left-out places is in; of the form only when there are too few others. */
function pairsWithout({ characters, coreEnd }: Layout, from: number, to: number): string[] {
  const pairs: string[] = [];
  const form: string[] = [];
  for (let i = 0; i + 1 < characters.length; i++) {
    if (i + 1 >= from && i < to) continue;
    (i < coreEnd ? pairs : form).push(`${characters[i]}${characters[i + 1]}`);
  }
  return pairs.length >= ENOUGH ? pairs : [...pairs, ...form];
}

/**
 * Sets of pairs and characters, of which a name that is one slip away from what was typed has at least one whole. A slip spoils
 * the pairs of one place, or of two that changed theirs; which place is not known, so each of brand and trade is left out once.
 * Region and form are left out as a whole: what remains tells enough. About twice as many sets as brand and trade have
 * characters.
 */
export function wantedNear(typed: string): string[][] {
  const layout = layoutOf(typed);
  const { characters, regionEnd, coreEnd, parts } = layout;
  const sets: string[][] = [];
  const leave = (from: number, to: number, kept: readonly string[] = []) => {
    const pairs = pairsWithout(layout, from, to);
    if (pairs.length + kept.length / 2 >= LEAST) sets.push([...pairs, ...kept]);
  };
  if (coreEnd < characters.length) leave(coreEnd, characters.length);
  if (regionEnd > 0) leave(0, regionEnd);
  for (let at = regionEnd; at < coreEnd; at++) leave(at, at + 1);
  for (let at = Math.max(0, regionEnd - 1); at < Math.min(coreEnd, characters.length - 1); at++)
    leave(at, at + 2, characters.slice(at, at + 2));
  const inParts = parts.flatMap((part) => [...part].slice(1).map((next, i) => `${[...part][i]}${next}`));
  if (inParts.length >= ENOUGH) sets.push(inParts);
  return sets;
}
