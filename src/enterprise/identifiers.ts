import { isProvince } from "./regions.ts";

/** The 31 characters of GB 32100: no I O S V Z. */
const USCC_CHARSET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_CHECKS = "10X98765432";
/** 登记管理部门 and 机构类别 (reference §2.1). */
const PREFIX = /^(1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[1239]|A[19]|N[1239]|Y1)/;

const USCC_VALUE = new Int8Array(128).fill(-1);
for (let i = 0; i < USCC_CHARSET.length; i++) USCC_VALUE[USCC_CHARSET.charCodeAt(i)] = i;

/** Full-width folded, upper case, without white space and hyphens: how every code is compared. */
export function canonicalCode(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\u200b\ufeff\u2010-\u2015-]/g, "");
}

function usccCheck(code: string): number {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = USCC_VALUE[code.charCodeAt(i)] ?? -1;
    if (value < 0) return -1;
    sum += value * (USCC_WEIGHTS[i] ?? 0);
  }
  return (31 - (sum % 31)) % 31;
}

/** The check character of 8 body characters by GB 11714, or '' when the body is not one. */
export function orgCheckCharacter(body: string): string {
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const c = body.charCodeAt(i);
    const value = c >= 48 && c <= 57 ? c - 48 : c >= 65 && c <= 90 ? c - 55 : -1;
    if (value < 0) return "";
    sum += value * (ORG_WEIGHTS[i] ?? 0);
  }
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
}

/** The check character of 17 characters by GB 32100, or '' when they are not of its charset. */
export function usccCheckCharacter(body: string): string {
  const check = usccCheck(body);
  return check < 0 ? "" : (USCC_CHARSET[check] ?? "");
}

/** Whether a canonical text is a sound code: charset, prefix pair, province, GB 32100 check, embedded GB 11714 check. */
export function isUscc(code: string): boolean {
  if (code.length !== 18) return false;
  const check = usccCheck(code);
  if (check < 0 || USCC_VALUE[code.charCodeAt(17)] !== check) return false;
  if (!PREFIX.test(code) || !/^\d{6}$/.test(code.slice(2, 8)) || !isProvince(code.slice(2, 4))) return false;
  return orgCheckCharacter(code.slice(8, 16)) === code[16];
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
    add(
      "region",
      /^\d{6}$/.test(uscc.slice(2, 8)) && isProvince(uscc.slice(2, 4)),
      "a GB/T 2260 region in characters 3 to 8",
    );
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
  O: "0DQ",
  I: "1",
  Z: "2",
  S: "5",
  V: "UY",
  "0": "DQ",
  "1": "7L",
  "2": "7",
  "5": "6",
  "8": "B3",
  B: "8",
  D: "0",
  Q: "0",
  U: "V",
  "6": "G5",
  G: "6",
  "3": "8",
  "7": "1",
  L: "1",
  E: "F",
  F: "E",
  M: "N",
  N: "M",
  P: "R",
  R: "P",
  X: "Y",
  Y: "X",
};

/**
 * Sound codes one slip away: a confusable character first, then any wrong one, two neighbours swapped, one missing or one
 * too many. The checks leave one in some hundred of the wrong ones standing, so a repair is an offer, never a fact.
 * @returns at most 50, likeliest first
 */
export function repairUscc(text: string): string[] {
  const code = canonicalCode(text);
  const found = new Set<string>();
  const consider = (candidate: string) => {
    if (candidate !== code && isUscc(candidate)) found.add(candidate);
  };
  if (code.length === 18) {
    for (let i = 0; i < 18; i++)
      for (const other of CONFUSABLE[code[i] ?? ""] ?? "")
        consider(code.slice(0, i) + other + code.slice(i + 1));
    for (let i = 0; i < 17; i++) consider(code.slice(0, i) + code[i + 1] + code[i] + code.slice(i + 2));
    for (let i = 0; i < 18; i++)
      for (const other of USCC_CHARSET) consider(code.slice(0, i) + other + code.slice(i + 1));
  }
  if (code.length === 17)
    for (let i = 0; i <= 17; i++)
      for (const other of USCC_CHARSET) consider(code.slice(0, i) + other + code.slice(i));
  if (code.length === 19) for (let i = 0; i < 19; i++) consider(code.slice(0, i) + code.slice(i + 1));
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

/** ISO 7064 MOD 11,10 over the first 14 digits (GS 15). */
export function regNoCheckDigit(body: string): string {
  let p = 10;
  for (let i = 0; i < 14; i++) {
    const s = (p + Number(body[i])) % 10 || 10;
    p = (s * 2) % 11;
  }
  return String((11 - p) % 10);
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

/** Whether a text is the id of a natural person (GB 11643): 18 characters with a sound check, or the 15-digit old form. */
export function isResidentId(text: string): boolean {
  const id = canonicalCode(text);
  if (/^\d{17}[0-9X]$/.test(id)) {
    if (!DAY.test(id.slice(6, 14)) && id[0] !== "9") return false; // 9…: cards of foreign permanent residents
    let sum = 0;
    for (let i = 0; i < 17; i++) sum += Number(id[i]) * (RESIDENT_WEIGHTS[i] ?? 0);
    return RESIDENT_CHECKS[sum % 11] === id[17];
  }
  return (
    /^\d{15}$/.test(id) &&
    isProvince(id.slice(0, 2)) &&
    DAY.test(`19${id.slice(6, 12)}`) &&
    checkRegNo(id) === null
  );
}

/** Keeps the first four and the last three characters. */
export function maskResidentId(id: string): string {
  return id.length < 8 ? "*".repeat(id.length) : id.slice(0, 4) + "*".repeat(id.length - 7) + id.slice(-3);
}

const ID_IN_TEXT = /(?<![0-9A-Za-z])(\d{17}[0-9Xx]|\d{15})(?![0-9A-Za-z])/g;

/** Masks ids of natural persons inside free text, which reaches public pages. */
export function maskResidentIds(text: string): string {
  if (!/\d{15}/.test(text)) return text;
  return text.replace(ID_IN_TEXT, (id) => (isResidentId(id) ? maskResidentId(id) : id));
}
