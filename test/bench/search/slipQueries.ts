import { plain } from "./companies.ts";
import type { Draft, From, QueryClass } from "./queryClass.ts";

/** A character of another company's name. */
function stray({ other, random }: From): string {
  return random.pick([...plain(other().name)]);
}

type Slip = (letters: readonly string[], at: number, from: From) => string[];

const SLIPS: Record<"wrong" | "missing" | "extra" | "swapped", Slip> = {
  wrong: (letters, at, from) => letters.with(at, stray(from)),
  missing: (letters, at) => letters.toSpliced(at, 1),
  extra: (letters, at, from) => letters.toSpliced(at, 0, stray(from)),
  swapped: (letters, at) => letters.toSpliced(at, 2, letters[at + 1] ?? "", letters[at] ?? ""),
};

/** One slip anywhere in the name. No other name may be as near to what is typed. */
function slipped(slip: Slip, from: From): Draft | null {
  const letters = [...from.key];
  if (letters.length < 6) return null;
  const typed = slip(letters, from.random.int(letters.length), from).join("");
  if (typed === from.key) return null;
  return { q: typed, fair: [{ sought: { by: "near", key: typed, edits: 1 }, most: 1 }] };
}

const titles = {
  wrong: "one character wrong",
  missing: "one character missing",
  extra: "one character too many",
  swapped: "two neighbours swapped",
};

export const SLIP_QUERIES: readonly QueryClass[] = (["wrong", "missing", "extra", "swapped"] as const).map(
  (id) => ({ id, title: titles[id], meant: "one", draft: (from) => slipped(SLIPS[id], from) }),
);
