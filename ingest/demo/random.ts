/** 32 well-mixed bits of an integer (the finaliser of MurmurHash3). */
export function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A seeded stream of numbers (sfc32). What it gives follows from (seed, index, purpose) alone, so that anything
 * about firm `index` can be made again at any time without keeping it. Statistically sound, of no use for secrets.
 */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 0;

  constructor(seed: number, index: number, purpose: number) {
    this.restart(seed, index, purpose);
  }

  /** Begins the stream of another (seed, index, purpose) without making a new object. */
  restart(seed: number, index: number, purpose: number): this {
    this.a = mix(seed);
    this.b = mix(index ^ 0x9e3779b9);
    this.c = mix(Math.floor(index / 4_294_967_296) + purpose * 0x1000193);
    this.d = 1;
    for (let i = 0; i < 12; i++) this.bits();
    return this;
  }

  /** An integer of 32 bits, unsigned. */
  bits(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return t >>> 0;
  }

  /** In [0, 1). */
  share(): number {
    return this.bits() / 4_294_967_296;
  }

  /** An integer in [0, below). */
  int(below: number): number {
    return Math.floor((this.bits() / 4_294_967_296) * below);
  }

  /** An integer in [from, to]. */
  between(from: number, to: number): number {
    return from + this.int(to - from + 1);
  }

  chance(share: number): boolean {
    return this.bits() < share * 4_294_967_296;
  }

  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T {
    const found = list[this.int(list.length)];
    if (found === undefined) throw new RangeError("Nothing to pick from");
    return found;
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * A shuffle without a table: different indices below `size` give different numbers below `size`, far apart.
 * Exact while index × size stays below 2^53 (5,000,000 indices of 10^9 numbers do).
 */
export function scatterer(size: number, salt: number): (index: number) => number {
  let step = Math.floor(size * 0.6180339887) | 1;
  while (greatestCommonDivisor(step, size) !== 1) step++;
  const start = mix(salt) % size;
  return (index) => ((index % size) * step + start) % size;
}

/** Draws by weight: `draw(share)` gives the value whose slice of the summed weights `share` in [0, 1) falls into. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (share: number) => T {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const slots: T[] = [];
  for (const [value, weight] of entries)
    for (let i = 0; i < Math.round((weight / total) * 1_000); i++) slots.push(value);
  const last = entries.at(-1);
  if (last === undefined) throw new RangeError("Nothing to draw from");
  return (share) => slots[Math.floor(share * slots.length)] ?? last[0];
}
