/** The 31 characters of GB 32100: no I O S V Z. */
export const USCC_CHARSET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** What stands for 0 to 10 in GB 11714. */
export const ORG_CHECKS = "0123456789X";

const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_CHECKS = "10X98765432";

const USCC_VALUE = new Int8Array(128).fill(-1);
for (let i = 0; i < USCC_CHARSET.length; i++) USCC_VALUE[USCC_CHARSET.charCodeAt(i)] = i;

/** 0 to 30 for the check of the first 17 characters (reference §2.1), -1 when one is not of the charset. */
export function usccCheck(code: string): number {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = USCC_VALUE[code.charCodeAt(i)] ?? -1;
    if (value < 0) return -1;
    sum += value * (USCC_WEIGHTS[i] ?? 0);
  }
  return (31 - (sum % 31)) % 31;
}

/** Of each weight, and of the check's own place, what it has to be multiplied with to give 1 (mod 31). */
const USCC_INVERSES = [...USCC_WEIGHTS, 1].map((weight) => {
  for (let inverse = 1; inverse < 31; inverse++) if ((weight * inverse) % 31 === 1) return inverse;
  return 0;
});

/** The one character with which 18 pass the check, at a place whatever stands there; '' when another one is not of the charset. */
export function usccCharacterAt(code: string, at: number): string {
  let sum = 0;
  for (let i = 0; i < 18; i++) {
    if (i === at) continue;
    const value = USCC_VALUE[code.charCodeAt(i)] ?? -1;
    if (value < 0) return "";
    sum += value * (USCC_WEIGHTS[i] ?? 1);
  }
  return USCC_CHARSET.charAt(((31 - (sum % 31)) * (USCC_INVERSES[at] ?? 0)) % 31);
}

/** 0 to 10 for the check of the 8 characters at `from` (reference §2.2), -1 when they are no body of an organisation code. */
export function orgCheck(code: string, from: number): number {
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const c = code.charCodeAt(from + i);
    const value = c >= 48 && c <= 57 ? c - 48 : c >= 65 && c <= 90 ? c - 55 : -1;
    if (value < 0) return -1;
    sum += value * (ORG_WEIGHTS[i] ?? 0);
  }
  return (11 - (sum % 11)) % 11;
}

/** ISO 7064 MOD 11,10 over the first 14 digits (reference §2.3). */
export function regNoCheck(digits: string): number {
  let p = 10;
  for (let i = 0; i < 14; i++) {
    const s = (p + Number(digits[i])) % 10 || 10;
    p = (s * 2) % 11;
  }
  return (11 - p) % 10;
}

/** The check character of the first 17 digits of a resident's id (reference §2.4). */
export function residentCheck(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(digits[i]) * (RESIDENT_WEIGHTS[i] ?? 0);
  return RESIDENT_CHECKS.charAt(sum % 11);
}
