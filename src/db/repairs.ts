import { checkUscc, repairUscc } from "../enterprise/identifiers.ts";
import { CreditError } from "../errors.ts";
import type { ISql } from "./client.ts";
import { namesOf } from "./enterprises.ts";

const OFFERED = 5;
/** Longer texts are no slip of a code; they are not looked into. */
const LONGEST = 40;

/**
 * The refusal of a code that fails its checks. `details`: `uscc` (canonical), `checks` (each with what was expected), and
 * up to five `repairs: [{uscc, name}]`, those of known enterprises first; `name` null: sound, but known to nobody here.
 */
export async function unsoundCode(sql: ISql, typed: string): Promise<CreditError> {
  const { uscc, checks } = checkUscc(typed.slice(0, LONGEST));
  const candidates = repairUscc(uscc);
  const names = candidates.length === 0 ? new Map<string, string>() : await namesOf(sql, candidates);
  const repairs = candidates
    .map((candidate) => ({ uscc: candidate, name: names.get(candidate) ?? null }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null))
    .slice(0, OFFERED);
  const failed = checks.filter((check) => !check.ok).map((check) => check.check);
  return new CreditError("invalid_uscc", `${uscc} is no sound code: ${failed.join(", ")}`, {
    details: { uscc, checks, repairs },
  });
}
