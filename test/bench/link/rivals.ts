import type { LinkFirm, LinkWorld } from "./firm.ts";
import { explanationCost } from "./judge.ts";
import type { Parts } from "./nameParts.ts";
import type { Draft } from "./row.ts";

/** Texts that are within one slip of each other share one of these: the text, and it without each of its characters. */
function reductions(text: string): string[] {
  return [text, ...Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))];
}

/** What is left of a name without region, form and branch; a slip in a short brand alone leaves the trade. */
const core = ({ brand, trade }: Parts) => brand + trade;

/** Drafts by what their names reduce to. */
function indexOf(drafts: readonly Draft[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  drafts.forEach(({ stated, by }, at) => {
    if (stated.parts === null || by === "code" || by === "contrary") return;
    for (const key of new Set(reductions(core(stated.parts)))) {
      const found = index.get(key);
      if (found === undefined) index.set(key, [at]);
      else found.push(at);
    }
  });
  return index;
}

/**
 * How badly the best firm but its own explains each draft, by one pass over the whole register. Memory grows with the drafts,
 * not with the register. Firms more than one slip away in brand and trade together are not looked at: they cost more than DOUBTFUL.
 */
export function rivalCosts(world: LinkWorld, drafts: readonly Draft[]): Float64Array {
  const costs = new Float64Array(drafts.length).fill(Number.POSITIVE_INFINITY);
  const index = indexOf(drafts);
  const seen = new Set<number>();
  for (let i = 0; i < world.size; i++) {
    const firm: LinkFirm = world.at(i);
    seen.clear();
    for (const parts of firm.former === null ? [firm.parts] : [firm.parts, firm.former])
      for (const key of reductions(core(parts))) for (const at of index.get(key) ?? []) seen.add(at);
    for (const at of seen) {
      const draft = drafts[at];
      if (draft === undefined || draft.firm === i) continue;
      costs[at] = Math.min(costs[at] ?? Number.POSITIVE_INFINITY, explanationCost(draft.stated, firm));
    }
  }
  return costs;
}
