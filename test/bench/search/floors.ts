import type { Measured } from "./measure.ts";
import type { QueryClass } from "./queryClass.ts";

/** From so many loaded names on, less is asked for. */
const MANY_NAMES = 500_000;

export interface Floor {
  what: "Recall@10" | "Success@1" | "unrelaxed false hits" | "relaxed" | "unlike";
  /** The least, or for what has to be rare the most. */
  bound: number;
  value: number;
  passes: boolean;
}

const least = (what: Floor["what"], bound: number, value: number): Floor => ({
  ...{ what, bound, value, passes: value >= bound },
});
const most = (what: Floor["what"], bound: number, value: number): Floor => ({
  ...{ what, bound, value, passes: value <= bound },
});

/** What our engines are held to in a class, whatever its queries are. */
export function floorsOf(of: QueryClass, measured: Measured, names: number): Floor[] {
  const { success1, recall10, falseHits, relaxed, unlike } = measured;
  const many = names >= MANY_NAMES;
  if (of.meant === "none") {
    const floors = [most("unrelaxed false hits", 0.005, falseHits)];
    if (of.nothingNear === true) floors.push(most("relaxed", 0, relaxed ?? 0));
    const far = measured.byEdits.find(({ edits }) => edits === 3);
    if (far !== undefined) floors.push(most("relaxed", 0, far.relaxed / far.queries));
    if (unlike !== null) floors.push(most("unlike", 0, unlike));
    return floors;
  }
  if (of.id === "shortName") return [least("Recall@10", 0.93, recall10)];
  if (many) return [least("Recall@10", 0.985, recall10)];
  if (of.meant === "ten") return [least("Recall@10", 0.99, recall10)];
  return [least("Recall@10", 0.995, recall10), least("Success@1", 0.97, success1)];
}
