/** A piece of a text, and whether the other text has it at its place. */
export interface Piece {
  text: string;
  shared: boolean;
}

/** Longer texts are not compared character by character: the table grows with both lengths. */
const LONGEST = 200;

/** Lengths of the longest common subsequences of all ends of both: `table[i][j]` of `a` from i and `b` from j. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row !== undefined)
        row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  return table;
}

function add(pieces: Piece[], text: string, shared: boolean): void {
  const last = pieces.at(-1);
  if (last?.shared === shared) last.text += text;
  else pieces.push({ text, shared });
}

/** Two texts in pieces, by the characters that both have in the same order. */
export function differences(left: string, right: string): { left: Piece[]; right: Piece[] } {
  const [a, b] = [[...left], [...right]];
  const pieces: { left: Piece[]; right: Piece[] } = { left: [], right: [] };
  if (a.length > LONGEST || b.length > LONGEST)
    return {
      left: [{ text: left, shared: left === right }],
      right: [{ text: right, shared: left === right }],
    };
  const table = commonLengths(a, b);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [one = "", other = ""] = [a[i], b[j]];
    if (i < a.length && j < b.length && one === other) {
      add(pieces.left, one, true);
      add(pieces.right, other, true);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      add(pieces.left, one, false);
      i++;
    } else {
      add(pieces.right, other, false);
      j++;
    }
  }
  return pieces;
}
