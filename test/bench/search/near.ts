import { withoutForm } from "./companies.ts";
import { editDistance } from "./edits.ts";
import type { Sought } from "./sought.ts";
import type { World } from "./world.ts";

/** Counting stops here: more than ten is too many, whatever the number. */
export const MANY = 12;

/** Which of 64 kinds of characters a text has, as two numbers of 32 bits. */
function marksOf(text: string): readonly [number, number] {
  let [low, high] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const kind = Math.imul(text.charCodeAt(i), 0x9e3779b1) >>> 26;
    if (kind < 32) low |= 1 << kind;
    else high |= 1 << (kind - 32);
  }
  return [low, high];
}

function bits(n: number): number {
  let v = n - ((n >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

interface Near {
  place: number;
  sought: Sought & { by: "near" };
  low: number;
  high: number;
}

/** Those of `near` things whose length allows them, by the length of a name and whether forms are off. */
function byLength(soughts: readonly Sought[]): (length: number, bare: boolean) => readonly Near[] {
  const near = soughts.flatMap((sought, place): Near[] => {
    if (sought.by !== "near") return [];
    const [low, high] = marksOf(sought.key);
    return [{ place, sought, low, high }];
  });
  const known = new Map<string, readonly Near[]>();
  return (length, bare) => {
    const id = `${length} ${bare}`;
    const found = known.get(id);
    if (found !== undefined) return found;
    const fitting = near.filter(
      ({ sought }) => (sought.bare === true) === bare && Math.abs(sought.key.length - length) <= sought.edits,
    );
    known.set(id, fitting);
    return fitting;
  };
}

/**
 * Counts the names near to what is sought. Only those of about its length are compared, and of those only what has its characters:
 * an edit brings in one character at most, and takes one away.
 */
export function nearCounter(
  soughts: readonly Sought[],
  counts: Uint8Array,
): (world: World, index: number) => void {
  const fitting = byLength(soughts);
  /** A company whose present and former names are both near is one. */
  const last = new Int32Array(soughts.length).fill(-1);
  const compare = (index: number, key: string, bare: boolean) => {
    const [ownLow, ownHigh] = marksOf(key);
    for (const { place, sought, low, high } of fitting(key.length, bare)) {
      const { edits } = sought;
      if (bits(low & ~ownLow) + bits(high & ~ownHigh) > edits) continue;
      if (bits(ownLow & ~low) + bits(ownHigh & ~high) > edits) continue;
      const count = counts[place] ?? 0;
      if (count >= MANY || last[place] === index || editDistance(key, sought.key, edits) > edits) continue;
      counts[place] = count + 1;
      last[place] = index;
    }
  };
  const near = soughts.filter((sought) => sought.by === "near");
  const anyBare = near.some((sought) => sought.bare === true);
  return (world, index) => {
    if (near.length === 0) return;
    for (const key of [world.keys[index] ?? "", world.formerKeys[index] ?? ""]) {
      if (key === "") continue;
      compare(index, key, false);
      if (anyBare) compare(index, withoutForm(key), true);
    }
  };
}
