import { PAIR_BRANDS, pairBrand } from "../../../ingest/demo/firmNames.ts";
import { mix, scatterer } from "../../../ingest/demo/random.ts";
import { POPULAR_FIRST, POPULAR_SECOND, THIRD } from "../../../ingest/demo/words.ts";

const POPULAR = POPULAR_FIRST.length * POPULAR_SECOND.length;
const MOST = POPULAR + PAIR_BRANDS * (1 + THIRD.length);
const popular = scatterer(POPULAR, 31);
const pairs = scatterer(PAIR_BRANDS, 32);

/** The brand of a rank: those of 恒达's kind first, then pairs, then three characters; each another one. */
export function brandOf(rank: number): string {
  if (rank < POPULAR) {
    const n = popular(rank);
    const width = POPULAR_SECOND.length;
    return (POPULAR_FIRST[Math.floor(n / width)] ?? "") + (POPULAR_SECOND[n % width] ?? "");
  }
  const rest = rank - POPULAR;
  const pair = pairBrand(pairs(rest % PAIR_BRANDS));
  const third = Math.floor(rest / PAIR_BRANDS);
  return third === 0 ? pair : pair + (THIRD[(third - 1 + mix(rest)) % THIRD.length] ?? "");
}

export interface Place {
  rank: number;
  /** Which of the brand's firms, from 0. */
  at: number;
  /** How many firms have the brand. */
  of: number;
}

/**
 * Shares `size` firms out among brands by Zipf–Mandelbrot's law: of a million the first has about a thousand, most one or two.
 * In closed form, so that firm `index` knows its brand without a table.
 */
export function brandShares(size: number): (index: number) => Place {
  const shift = Math.max(100, size / 8_000);
  const brands = Math.min(MOST - 2, Math.max(1_500, Math.floor(size * 0.35)));
  const span = Math.log(1 + brands / shift);
  const first = (rank: number) => Math.ceil((size * Math.log(1 + rank / shift)) / span - 1e-9);
  return (index) => {
    let rank = Math.floor(shift * (Math.exp((index / size) * span) - 1));
    while (rank > 0 && first(rank) > index) rank--;
    while (first(rank + 1) <= index) rank++;
    const start = first(rank);
    return { rank, at: index - start, of: first(rank + 1) - start };
  };
}
