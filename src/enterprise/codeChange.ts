import { canonicalCode, checkRegNo, isUscc } from "./identifiers.ts";
import type { ChangeBody } from "./record.ts";

const ABOUT_CODES = /信用代码|注册号|登记号/;

/** A text that is one sound code or one verified registration number, in its canonical form. */
function codeIn(text: string | null): string | null {
  if (text === null) return null;
  const code = canonicalCode(text);
  if (isUscc(code)) return code;
  return checkRegNo(code)?.verified === true ? code : null;
}

/**
 * The code or registration number that a change record gives up (变更注册号, 换发统一社会信用代码), and the one it gives in its
 * place; null when it changes none, or none that is sound.
 */
export function codeChange(change: ChangeBody): { before: string; after: string | null } | null {
  if (change.item.code !== "25" && !ABOUT_CODES.test(change.item.label)) return null;
  const [before, after] = [codeIn(change.before), codeIn(change.after)];
  return before === null || before === after ? null : { before, after };
}
