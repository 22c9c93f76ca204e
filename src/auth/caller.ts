import { isUscc } from "../enterprise/identifiers.ts";
import { CreditError } from "../errors.ts";
import { type Duty, isRole, type RoleName, roleOf } from "./roles.ts";

/** Who asks, as a token says. */
export interface Caller {
  /** The issuer's name of the person or the program; stands as `by` beside what it decides. */
  sub: string;
  role: RoleName;
  /** The enterprise it speaks for. */
  uscc: string | null;
  scope: string[];
}

export const LONGEST_SUBJECT = 200;
const SUBJECT = /^[^\p{Cc}]+$/u;
/** RFC 6749, 3.3. */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

export function isSubject(sub: unknown): sub is string {
  return typeof sub === "string" && sub.length <= LONGEST_SUBJECT && sub.trim() !== "" && SUBJECT.test(sub);
}

export function isScope(word: unknown): word is string {
  return typeof word === "string" && SCOPE.test(word);
}

/** `scope` as one text with spaces (RFC 8693) or, as some issuers write it, as a list. */
function scopeOf(claim: unknown): string[] | null {
  if (claim === undefined || claim === null) return [];
  const words = typeof claim === "string" ? claim.split(" ").filter((word) => word !== "") : claim;
  return Array.isArray(words) && words.every(isScope) ? words : null;
}

/**
 * The caller that verified claims speak of: `sub`, `role`, and where they are given `uscc` and `scope`.
 * @returns null when one of them is missing or not what it has to be
 */
export function callerOf(claims: Readonly<Record<string, unknown>>): Caller | null {
  const { sub, role, uscc = null } = claims;
  const scope = scopeOf(claims.scope);
  if (!isSubject(sub) || !isRole(role) || scope === null) return null;
  if (uscc !== null && !(typeof uscc === "string" && isUscc(uscc))) return null;
  if (uscc === null && roleOf(role).forEnterprise) return null;
  return { sub, role, uscc, scope };
}

export function hasDuty(caller: Caller, duty: Duty): boolean {
  return roleOf(caller.role).duties.includes(duty);
}

/** @throws CreditError `forbidden` when the caller's role lacks the duty */
export function needDuty(caller: Caller, duty: Duty): void {
  if (!hasDuty(caller, duty))
    throw new CreditError("forbidden", `The role ${caller.role} may not do this`, {
      details: { role: caller.role },
    });
}
