import type { Cell, Way } from "./reading.ts";
import { soundsOf } from "./sounds.ts";

function fits(cell: Cell, unit: string, readings: readonly string[]): boolean {
  switch (cell.kind) {
    case "is":
      return cell.text === unit;
    case "initial":
      return readings.some((reading) => reading.charAt(0) === cell.text);
    case "sound":
      return readings.includes(cell.text);
    case "begins":
      return readings.some((reading) => reading.startsWith(cell.text));
  }
}

const exactness = { is: 0, sound: 0, begins: 1, initial: 2 } as const;

/**
 * One syllable, or one or two first letters, are somewhere in very many names, so they count only where a name or its brand
 * begins. A syllable and a letter are a brand that is still being typed.
 */
export const needsStart = (way: Way) =>
  way.every(({ kind }) => kind !== "is") &&
  (way.length === 1 || (way.length === 2 && way.some(({ kind }) => kind === "initial")));

/** Where in a key a way fits: the first place, and how many units it takes. Null when nowhere. */
function placeOf(
  way: Way,
  of: { key: string; sounds: readonly (readonly string[])[]; starts: () => readonly number[] },
): number | null {
  const { key, sounds, starts } = of;
  const fitsAt = (at: number) => way.every((cell, i) => fits(cell, key.charAt(at + i), sounds[at + i] ?? []));
  const last = key.length - way.length;
  // A key begins at its beginning; where else costs an analysis of the name.
  if (last >= 0 && fitsAt(0)) return 0;
  const allowed = needsStart(way) ? starts() : null;
  for (let at = 1; at <= last; at++) if (allowed?.includes(at) !== false && fitsAt(at)) return at;
  return null;
}

/** The place of the way that fits and says most of the characters; null when none fits. Units of the key. */
export function placeOfWays(
  ways: readonly Way[],
  key: string,
  starts: () => readonly number[],
): { at: number; length: number } | null {
  const sounds = soundsOf(key);
  let known: readonly number[] | undefined;
  const knownStarts = () => (known ??= starts());
  let best: { at: number; length: number; cost: number } | null = null;
  for (const way of ways) {
    const cost = way.reduce((sum, cell) => sum + exactness[cell.kind], 0);
    if (best !== null && best.cost <= cost) continue;
    const at = placeOf(way, { key, sounds, starts: knownStarts });
    if (at !== null) best = { at, length: way.length, cost };
  }
  return best === null ? null : { at: best.at, length: best.length };
}
