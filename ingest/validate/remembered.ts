import { cleanText } from "../../src/enterprise/cleanText.ts";
import { ownText } from "../../src/enterprise/ownText.ts";
import type { Reading, Rule } from "../feed.ts";

/**
 * A rule for columns with few different texts, as codes and authorities: each is read once.
 * Bounded, for senders who write prose there. The readings are shared, so nobody may change them.
 */
export function remembered<T>(read: (clean: string) => Reading<T>): Rule<T> {
  let known = new Map<string, Reading<T>>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const own = ownText(cell);
    const clean = cleanText(own);
    const reading: Reading<T> = clean === null ? { empty: true } : read(clean);
    if (known.size >= 2_000) known = new Map();
    known.set(own, reading);
    return reading;
  };
}
