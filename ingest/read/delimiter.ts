import Papa from "papaparse";

const DELIMITERS = [",", "\t", ";", "|"] as const;
const ROWS = 20;

/** How well the first rows agree on a width of more than one cell, weighed by that width. */
function agreement(sample: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(sample, { delimiter, newline: "\n", preview: ROWS });
  const rowsOfWidth = new Map<number, number>();
  for (const { length } of data) rowsOfWidth.set(length, (rowsOfWidth.get(length) ?? 0) + 1);
  return Math.max(...[...rowsOfWidth].map(([width, rows]) => (width - 1) * rows));
}

/** The delimiter on which the first rows agree best; instruction rows above a header don't count for much. */
export function detectDelimiter(head: string): string {
  const lines = head.slice(0, 2 ** 16).replace(/\r\n?/g, "\n");
  // The last line may be cut.
  const sample = lines.includes("\n") ? lines.slice(0, lines.lastIndexOf("\n")) : lines;
  let best: string = ",";
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const score = agreement(sample, delimiter);
    if (score > most) [best, most] = [delimiter, score];
  }
  return best;
}
