import { describe, expect, it } from "vitest";
import { Random, scatterer, weighted } from "../../../ingest/demo/random.ts";

const draw = (random: Random) => Array.from({ length: 50 }, () => random.bits());

describe("seeded randomness", () => {
  it("gives the same stream for the same seed, index and purpose, however it was reached", () => {
    const first = draw(new Random(1, 2, 3));
    const again = new Random(9, 9, 9);
    draw(again);
    expect(draw(again.restart(1, 2, 3))).toEqual(first);
  });

  it("gives another stream for another seed, index or purpose", () => {
    const streams = [
      [1, 2, 3],
      [2, 2, 3],
      [1, 3, 3],
      [1, 2, 4],
    ].map(([seed = 0, index = 0, purpose = 0]) => draw(new Random(seed, index, purpose)).join());
    expect(new Set(streams).size).toBe(4);
  });

  it("spreads evenly", () => {
    const random = new Random(5, 0, 0);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 40_000; i++) counts[random.int(4)] = (counts[random.int(4)] ?? 0) + 1;
    const sum = Array.from({ length: 40_000 }, () => random.share()).reduce((a, b) => a + b);
    expect(sum / 40_000).toBeCloseTo(0.5, 1);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it("scatters indices without ever meeting a number twice", () => {
    const scatter = scatterer(5_040, 7);
    const numbers = Array.from({ length: 5_040 }, (_, i) => scatter(i));
    expect(new Set(numbers).size).toBe(5_040);
    expect(Math.max(...numbers)).toBe(5_039);
    expect(Math.abs((numbers[1] ?? 0) - (numbers[0] ?? 0))).toBeGreaterThan(1);
  });

  it("draws by weight", () => {
    const of = weighted([
      ["often", 90],
      ["seldom", 10],
    ] as const);
    const random = new Random(1, 1, 1);
    const often = Array.from({ length: 10_000 }, () => of(random.share())).filter(
      (v) => v === "often",
    ).length;
    expect(often).toBeGreaterThan(8_800);
    expect(often).toBeLessThan(9_200);
  });
});
