import { residentCheck, USCC_CHARSET } from "../../src/enterprise/checkDigits.ts";
import { orgCheckCharacter, regNoCheckDigit, usccCheckCharacter } from "../../src/enterprise/identifiers.ts";
import { isoOf } from "./days.ts";
import { type Random, scatterer } from "./random.ts";

const BODIES = 31 ** 6;
const toBody = scatterer(BODIES, 1);
/** No division has this code, so that no id made of it was ever issued. */
const NO_AREA = "330299";
const BIRTH_DAYS = 15_340; // 1958-01-01 to 1999-12-31
const FIRST_BIRTH_DAY = -4_383; // 1958-01-01, counted from 1970-01-01
const PEOPLE = BIRTH_DAYS * 1_000;
const toPerson = scatterer(PEOPLE, 2);

/** Eight characters of an organisation code. Letters `DM` and `DG` open no code that was ever issued: these are nobody's. */
function orgBody(mark: "DM" | "DG", index: number): string {
  let rest = toBody(index);
  let body = "";
  for (let i = 0; i < 6; i++) {
    body = (USCC_CHARSET[rest % 31] ?? "0") + body;
    rest = Math.floor(rest / 31);
  }
  return mark + body;
}

function usccOf(head: string, body: string): string {
  const code = head + body + orgCheckCharacter(body);
  return code + usccCheckCharacter(code);
}

/**
 * A sound code of an enterprise (GB 32100 with its GB 11714 part); another one for each `index` below 31^6.
 * @param prefix 91 enterprise, 92 sole trader, 93 co-operative
 * @param district six digits of GB/T 2260
 */
export function enterpriseCode(of: { prefix: "91" | "92" | "93"; district: string; index: number }): string {
  return usccOf(of.prefix + of.district, orgBody("DM", of.index));
}

const authorities = new Map<string, string>();

/** A sound code of a public authority. */
export function authorityCode(district: string, index: number): string {
  const key = `${district}/${index}`;
  const code = authorities.get(key) ?? usccOf(`11${district}`, orgBody("DG", index));
  authorities.set(key, code);
  return code;
}

/**
 * A sound registration number of 15 digits. Its sequence begins at 5,000,000, which no registry of Ningbo ever reached.
 * @param form digit 7: 1 owned by a legal person, 2 by natural persons, 3 sole or partnership, 6 sole trader
 */
export function registrationNumber(of: { district: string; form: number; index: number }): string {
  const body = `${of.district}${of.form}${5_000_000 + (of.index % 5_000_000)}`;
  return body + regNoCheckDigit(body);
}

/** An id with a sound check that was issued to nobody; another one for each `person` below 15,340,000. */
export function residentId(person: number): string {
  const n = toPerson(person);
  const birth = isoOf(FIRST_BIRTH_DAY + (n % BIRTH_DAYS));
  const order = String(Math.floor(n / BIRTH_DAYS)).padStart(3, "0");
  const body = NO_AREA + birth.slice(0, 4) + birth.slice(5, 7) + birth.slice(8, 10) + order;
  return body + residentCheck(body);
}

/** The code with one character changed: the mod-31 check finds every such slip. */
export function mistyped(code: string, random: Random): string {
  const at = random.between(2, code.length - 1);
  const other = USCC_CHARSET[(USCC_CHARSET.indexOf(code[at] ?? "0") + 1 + random.int(29)) % 31] ?? "0";
  return code.slice(0, at) + other + code.slice(at + 1);
}

const LOOK_ALIKE: Readonly<Record<string, string>> = { "0": "O", "1": "I", "2": "Z", "5": "S" };

/** The code with one digit read as the letter that looks like it, which no code may hold (reference §10). */
export function confused(code: string, random: Random): string {
  const places = [...Array(code.length).keys()].filter((at) => LOOK_ALIKE[code[at] ?? ""] !== undefined);
  const at = random.pick(places);
  return code.slice(0, at) + (LOOK_ALIKE[code[at] ?? ""] ?? "") + code.slice(at + 1);
}

/** Every character in its full-width form. */
export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}
