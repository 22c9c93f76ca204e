/** Whether b differs from a by one character put in, left out, replaced, or changed places with its neighbour; or not at all. */
function withinOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let head = 0;
  while (head < short.length && short.charCodeAt(head) === long.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < short.length - head &&
    short.charCodeAt(short.length - 1 - tail) === long.charCodeAt(long.length - 1 - tail)
  )
    tail++;
  if (head + tail === short.length) return true;
  if (short.length !== long.length) return false;
  const apart = short.length - head - tail;
  return apart === 1 || (apart === 2 && a[head] === b[head + 1] && a[head + 1] === b[head]);
}

const rows = [new Int32Array(512), new Int32Array(512), new Int32Array(512)];

/**
 * The edit distance of two texts where neighbours that change places are one edit, or `most + 1` when it is greater than `most`.
 * Gives up at the first row that is too far: names of other regions cost some 50 ns. Texts are cut at 500 units.
 */
export function editDistance(a: string, b: string, most: number): number {
  const far = most + 1;
  if (Math.abs(a.length - b.length) > most) return far;
  if (most === 1) return a === b ? 0 : withinOne(a, b) ? 1 : 2;
  const [m, n] = [Math.min(a.length, 500), Math.min(b.length, 500)];
  let [before = rows[0], last = rows[1], row = rows[2]] = rows;
  if (before === undefined || last === undefined || row === undefined) return far;
  for (let j = 0; j <= n; j++) last[j] = j;
  for (let i = 1; i <= m; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(n, i + most);
    row[from - 1] = from === 1 ? i : far;
    let least = row[from - 1] ?? far;
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      const above = j < i + most ? (last[j] ?? far) : far;
      let cost = Math.min((last[j - 1] ?? far) + (same ? 0 : 1), above + 1, (row[j - 1] ?? far) + 1);
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped && Math.abs(i - j) <= most) cost = Math.min(cost, (before[j - 2] ?? far) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least >= far) return far;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[n] ?? far, far);
}
