import { residentId } from "./codes.ts";
import { Random } from "./random.ts";
import { GIVEN_FIRST, GIVEN_SECOND, SURNAMES } from "./words.ts";

export interface Person {
  name: string;
  /** Of a sound check, and nobody's. */
  id: string;
}

const scratch = new Random(0, 0, 0);
const PURPOSE = 7;

/** Person `n` of a seed: always the same name and id, and nobody else's id. */
export function personName(seed: number, n: number): string {
  const random = scratch.restart(seed, n, PURPOSE);
  const surname = random.pick(SURNAMES);
  const second = random.pick(GIVEN_SECOND);
  return random.chance(0.16) ? surname + second : surname + random.pick(GIVEN_FIRST) + second;
}

/** Each firm has three people: its representative (0), the one before (1) and one who has nothing to do with it (2). */
export function personOf(seed: number, firm: number, which: 0 | 1 | 2): Person {
  const n = firm * 3 + which;
  return { name: personName(seed, n), id: residentId(n) };
}
