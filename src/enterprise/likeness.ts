/** Longer texts are cut: no name is. */
const MOST = 100;

/**
 * How many edits (a character replaced, missing, too many, or two neighbours swapped) are between a text and another, or with
 * `piece` between it and the likest piece of the other, and which units of the other they have in common.
 * Cost: the product of their lengths.
 */
export function likeness(
  typed: string,
  other: string,
  piece: boolean,
): { edits: number; same: ReadonlySet<number> } {
  const [a, b] = [typed.slice(0, MOST), other.slice(0, MOST)];
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => (piece ? 0 : j))];
  for (let i = 1; i <= a.length; i++) {
    const [above = [], before = []] = [rows[i - 1], rows[i - 2]];
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? i) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(replaced, (above[j] ?? i) + 1, (row[j - 1] ?? i) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? i) + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  const ends = rows[a.length] ?? [];
  const edits = piece ? Math.min(...ends) : (ends[b.length] ?? 0);
  return { edits, same: common(rows, { a, b, end: piece ? ends.indexOf(edits) : b.length }) };
}

/** Walks the way back, taking equal characters wherever they cost nothing. */
function common(rows: readonly number[][], of: { a: string; b: string; end: number }): Set<number> {
  const { a, b } = of;
  const same = new Set<number>();
  const cost = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  let [i, j] = [a.length, of.end];
  while (i > 0 && j >= 0) {
    const here = cost(i, j);
    if (j > 0 && a[i - 1] === b[j - 1] && cost(i - 1, j - 1) === here) {
      same.add(j - 1);
      [i, j] = [i - 1, j - 1];
    } else if (j > 0 && cost(i - 1, j - 1) + 1 === here) [i, j] = [i - 1, j - 1];
    else if (i > 1 && j > 1 && cost(i - 2, j - 2) + 1 === here && a[i - 1] === b[j - 2]) {
      same.add(j - 1).add(j - 2);
      [i, j] = [i - 2, j - 2];
    } else if (cost(i - 1, j) + 1 === here) i--;
    else j--;
  }
  return same;
}

/**
 * The units of a key at which a text's characters stand in their order, in as few runs as can be, beginning at one of the
 * places allowed; null when they don't. Of equal ones the earliest.
 */
export function inOrder(
  text: string,
  key: string,
  starts: readonly number[],
): { at: number[]; runs: number } | null {
  if (text === "") return null;
  /** Of each place of the last character so far: the fewest runs, and the places. */
  let ends = new Map<number, { at: number[]; runs: number }>();
  for (const start of starts) if (key[start] === text[0]) ends.set(start, { at: [start], runs: 1 });
  for (let i = 1; i < text.length && ends.size > 0; i++) {
    const next = new Map<number, { at: number[]; runs: number }>();
    for (let place = 0; place < key.length; place++) {
      if (key[place] !== text[i]) continue;
      let best: { at: number[]; runs: number } | null = null;
      for (const [end, { at, runs }] of ends) {
        if (end >= place) continue;
        const count = end === place - 1 ? runs : runs + 1;
        if (best === null || count < best.runs) best = { at: [...at, place], runs: count };
      }
      if (best !== null) next.set(place, best);
    }
    ends = next;
  }
  let best: { at: number[]; runs: number } | null = null;
  for (const found of ends.values()) if (best === null || found.runs < best.runs) best = found;
  return best;
}

/** Whether all characters of the shorter stand in the longer, in their order. */
export function isWithin(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let at = 0;
  for (const unit of long) if (unit === short[at]) at++;
  return at === short.length;
}
