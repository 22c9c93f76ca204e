import { readParty, weigh } from "../../../src/enterprise/linking/explain.ts";
import { NOBODY } from "../../../src/enterprise/linking/party.ts";
import { PARAMETERS } from "../../../src/enterprise/linking/weights.ts";
import type { NamePair } from "./hardPairs.ts";

/** What a pair of names alone can say something about. */
const OF_NAMES = ["core", "region", "form", "branch", "care"] as const;

interface Counted extends NamePair {
  same: boolean;
}

/**
 * How often each level stands among pairs that are one firm (m) and pairs that only look like one (u), log2 of their ratio with half a
 * count added to each, and the weight in use. The weights in use are rounder and lower where u is made by hand.
 */
export function weightTable(pairs: readonly Counted[]): string[] {
  const counts = new Map<string, { m: number; u: number }>();
  const total = { m: 0, u: 0 };
  for (const { a, b, same } of pairs) {
    const { levels } = weigh(readParty({ ...NOBODY, name: a }), readParty({ ...NOBODY, name: b }));
    const side = same ? "m" : "u";
    total[side]++;
    for (const feature of OF_NAMES) {
      const key = `${feature}.${levels[feature]}`;
      const of = counts.get(key) ?? { m: 0, u: 0 };
      of[side]++;
      counts.set(key, of);
    }
  }
  const lines = OF_NAMES.flatMap((feature) =>
    Object.entries(PARAMETERS.weights[feature]).map(([level, weight]) => {
      const { m, u } = counts.get(`${feature}.${level}`) ?? { m: 0, u: 0 };
      const ratio = Math.log2((m + 0.5) / (total.m + 1) / ((u + 0.5) / (total.u + 1)));
      const cells = [m, u, ratio.toFixed(1), weight].map((cell) => String(cell).padStart(8)).join("");
      return `${cells}  ${feature}.${level}`;
    }),
  );
  const names = ["m", "u", "log2", "weight"].map((name) => name.padStart(8)).join("");
  return [`levels of names, parameters ${PARAMETERS.version}:`, names, ...lines];
}
