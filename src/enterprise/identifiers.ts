import {
  ORG_CHECKS,
  orgCheck,
  regNoCheck,
  residentCheck,
  USCC_CHARSET,
  usccCharacterAt,
  usccCheck,
} from "./checkDigits.ts";
import { isProvince } from "./regions.ts";

/** 登记管理部门 and 机构类别 (reference §2.1). */
const PREFIX = /^(1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[1239]|A[19]|N[1239]|Y1)/;

const PROVINCE = Uint8Array.from({ length: 100 }, (_, n) => (isProvince(String(n).padStart(2, "0")) ? 1 : 0));
const CANONICAL = /^[0-9A-Z]*$/;

/** Full-width folded, upper case, without white space and hyphens: how every code is compared. */
export function canonicalCode(text: string): string {
  if (CANONICAL.test(text)) return text;
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\u200b\ufeff\u2010-\u2015\u2212-]/g, "");
}

/** The check character of 8 body characters by GB 11714, or '' when the body is not one. */
export function orgCheckCharacter(body: string): string {
  const check = orgCheck(body, 0);
  return check < 0 ? "" : (ORG_CHECKS[check] ?? "");
}

/** The check character of 17 characters by GB 32100, or '' when they are not of its charset. */
export function usccCheckCharacter(body: string): string {
  const check = usccCheck(body);
  return check < 0 ? "" : (USCC_CHARSET[check] ?? "");
}

function inProvince(code: string): boolean {
  for (let i = 2; i < 8; i++) {
    const c = code.charCodeAt(i);
    if (c < 48 || c > 57) return false;
  }
  return PROVINCE[(code.charCodeAt(2) - 48) * 10 + code.charCodeAt(3) - 48] === 1;
}

/**
 * Whether a canonical text is a sound code: charset, prefix pair, province, GB 32100 check, embedded GB 11714 check.
 * Costs some hundred nanoseconds and no allocation; texts that are not canonical are no codes here.
 */
export function isUscc(code: string): boolean {
  if (code.length !== 18) return false;
  const check = usccCheck(code);
  if (check < 0 || USCC_CHARSET.charCodeAt(check) !== code.charCodeAt(17)) return false;
  if (!inProvince(code) || !PREFIX.test(code)) return false;
  const org = orgCheck(code, 8);
  return org >= 0 && ORG_CHECKS.charCodeAt(org) === code.charCodeAt(16);
}

export interface UsccCheck {
  check: "length" | "charset" | "prefix" | "region" | "org_code" | "check_digit";
  ok: boolean;
  /** What a sound code has there. */
  expected: string;
}

/** Every check of a code by itself. Those that need 18 characters are left out when there are not that many. */
export function checkUscc(text: string): { uscc: string; ok: boolean; checks: UsccCheck[] } {
  const uscc = canonicalCode(text);
  const checks: UsccCheck[] = [];
  const add = (check: UsccCheck["check"], ok: boolean, expected: string) =>
    checks.push({ check, ok, expected });
  add("length", uscc.length === 18, "18 characters");
  add(
    "charset",
    /^[0-9A-HJ-NPQRTUWXY]*$/.test(uscc),
    "digits and capital letters other than I, O, S, V and Z",
  );
  if (uscc.length === 18) {
    add("prefix", PREFIX.test(uscc), "a pair of registration department and kind, as 91 or 92");
    add("region", inProvince(uscc), "a GB/T 2260 region in characters 3 to 8");
    const org = orgCheckCharacter(uscc.slice(8, 16));
    add(
      "org_code",
      org !== "" && org === uscc[16],
      org === "" ? "an organisation code in characters 9 to 17" : `${org} as character 17`,
    );
    const last = usccCheckCharacter(uscc);
    add(
      "check_digit",
      last !== "" && last === uscc[17],
      last === "" ? "a check character" : `${last} as character 18`,
    );
  }
  return { uscc, ok: checks.length === 6 && checks.every((check) => check.ok), checks };
}

/** What is read or typed in place of a character, most usual first (reference §10: O↔0, I↔1, Z↔2, S↔5 …). */
const CONFUSABLE: Readonly<Record<string, string>> = {
  ...{ O: "0DQ", I: "1", Z: "2", S: "5", V: "UY", "0": "DQ", "1": "7L", "2": "7", "3": "8", "5": "6" },
  ...{ "6": "G5", "7": "1", "8": "B3", B: "8", D: "0", E: "F", F: "E", G: "6", L: "1", M: "N", N: "M" },
  ...{ P: "R", Q: "0", R: "P", U: "V", X: "Y", Y: "X" },
};
/** Letters that no code has, so that each of them is wrong for certain. */
const FORBIDDEN = /[OISVZ]/g;

/** One character replaced, confusable ones before any other; between them, two neighbours swapped. */
function* slipsOf18(code: string): Generator<string> {
  const at = (i: number, other: string) => code.slice(0, i) + other + code.slice(i + 1);
  yield code.replace(FORBIDDEN, (letter) => CONFUSABLE[letter]?.[0] ?? letter);
  for (let i = 0; i < 18; i++) for (const other of CONFUSABLE[code[i] ?? ""] ?? "") yield at(i, other);
  for (let i = 0; i < 17; i++) yield code.slice(0, i) + code[i + 1] + code[i] + code.slice(i + 2);
  for (let i = 0; i < 18; i++) yield at(i, usccCharacterAt(code, i));
}

/** One character put in, first where it doubles its neighbour. */
function* slipsOf17(code: string): Generator<string> {
  for (let i = 0; i < 17; i++) yield code.slice(0, i) + code[i] + code.slice(i);
  for (let i = 0; i <= 17; i++) {
    const other = usccCharacterAt(`${code.slice(0, i)}0${code.slice(i)}`, i);
    yield code.slice(0, i) + other + code.slice(i);
  }
}

/** One character taken out, first where it doubles its neighbour. */
function* slipsOf19(code: string): Generator<string> {
  const without = (i: number) => code.slice(0, i) + code.slice(i + 1);
  for (let i = 1; i < 19; i++) if (code[i] === code[i - 1]) yield without(i);
  for (let i = 0; i < 19; i++) yield without(i);
}

const SLIPS = { 17: slipsOf17, 18: slipsOf18, 19: slipsOf19 };

/**
 * Sound codes one slip away: confusable characters, two neighbours swapped, any wrong character, one missing or one too many.
 * Some wrong codes are sound by chance, so a repair is an offer, never a fact.
 * @returns at most 50, likeliest first
 */
export function repairUscc(text: string): string[] {
  const code = canonicalCode(text);
  if (code.length !== 17 && code.length !== 18 && code.length !== 19) return [];
  const found = new Set<string>();
  for (const candidate of SLIPS[code.length](code))
    if (candidate !== code && isUscc(candidate)) found.add(candidate);
  return [...found].slice(0, 50);
}

/** Characters 9 to 17: the organisation code, without hyphen. */
export function orgCodeOf(uscc: string): string {
  return uscc.slice(8, 17);
}

/** The canonical nine characters of a sound organisation code (GB 11714), else null. */
export function checkOrgCode(text: string): string | null {
  const code = canonicalCode(text);
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code) || /^0+$/.test(code)) return null;
  return orgCheckCharacter(code.slice(0, 8)) === code[8] ? code : null;
}

/** The check digit of 14 digits of a registration number (GS 15). */
export function regNoCheckDigit(body: string): string {
  return String(regNoCheck(body));
}

/** A registration number: 15 digits with a sound check, or 13 digits, which carry none. Else null. */
export function checkRegNo(text: string): { regNo: string; verified: boolean } | null {
  const regNo = canonicalCode(text);
  if (/^0+$/.test(regNo)) return null;
  if (/^\d{13}$/.test(regNo)) return { regNo, verified: false };
  if (!/^\d{15}$/.test(regNo) || regNoCheckDigit(regNo) !== regNo[14]) return null;
  return { regNo, verified: true };
}

const DAY = /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

/**
 * Whether a text is the id of a natural person (GB 11643): 18 characters with a sound check, or the 15-digit old form with a
 * plausible day. Enterprises' codes that look like one are none.
 */
export function isResidentId(text: string): boolean {
  const id = canonicalCode(text);
  if (/^\d{17}[0-9X]$/.test(id)) {
    if (!DAY.test(id.slice(6, 14))) return false;
    return residentCheck(id) === id[17] && !isUscc(id);
  }
  return isOldResidentId(id) && checkRegNo(id) === null;
}

function isOldResidentId(id: string): boolean {
  return /^\d{15}$/.test(id) && isProvince(id.slice(0, 2)) && DAY.test(`19${id.slice(6, 12)}`);
}

/** Keeps the first four and the last three characters of an id, less of shorter ones (passports). */
export function maskResidentId(id: string): string {
  const [head, tail] = id.length >= 15 ? [4, 3] : id.length >= 7 ? [1, 2] : [0, 0];
  return id.slice(0, head) + "*".repeat(id.length - head - tail) + id.slice(id.length - tail);
}

const ID_IN_TEXT =
  /(?<![0-9０-９])(?:[0-9０-９]{6}[ -]?[0-9０-９]{8}[ -]?[0-9０-９]{3}[0-9０-９XxＸｘ]|(?<![A-Za-z])[0-9０-９]{15}(?![A-Za-z]))(?![0-9０-９])/g;
/** Characters of the old form. */
const SHORTEST_ID = 15;
const SAID_TO_BE_AN_ID = /(身份证|身份号|证件号)[^0-9０-９。；;]{0,12}$/;

/** A mistyped id is still somebody's: what is called an id is one, and so is what has the shape of an adult's. */
function isIdInText(found: string, before: string): boolean {
  const id = canonicalCode(found);
  if (isResidentId(id)) return true;
  if (isUscc(id)) return false;
  if (SAID_TO_BE_AN_ID.test(before)) return true;
  return (
    id.length === 18 &&
    isProvince(id.slice(0, 2)) &&
    /^(19|200)/.test(id.slice(6, 9)) &&
    DAY.test(id.slice(6, 14))
  );
}

/** Masks ids of natural persons inside free text, which reaches public pages. Registration numbers stay. */
export function maskResidentIds(text: string): string {
  if (text.length < SHORTEST_ID || !/[0-9０-９]{8}/.test(text)) return text;
  return text.replace(ID_IN_TEXT, (found, at: number) =>
    isIdInText(found, text.slice(Math.max(0, at - 20), at)) ? maskResidentId(found) : found,
  );
}

/** Whether free text holds an id that `maskResidentIds` would mask. */
export function containsResidentId(text: string): boolean {
  return maskResidentIds(text) !== text;
}
