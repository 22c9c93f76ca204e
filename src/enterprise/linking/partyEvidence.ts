import { isUscc, orgCodeOf } from "../identifiers.ts";
import { likeness } from "../likeness.ts";
import { nameKey } from "../nameKey.ts";
import type { Party } from "./party.ts";
import type { CodeLevel, NumberLevel, PersonLevel, PlaceLevel } from "./weights.ts";

/** A code that fails its checks, and a sound one: a character wrong, missing, too many, or two swapped. */
const oneSlip = (bad: string, sound: string) =>
  Math.abs(bad.length - sound.length) < 2 && likeness(bad, sound, false).edits === 1;

export function codeLevel(query: Party, enterprise: Party): CodeLevel {
  const { uscc } = enterprise;
  if (uscc === null) {
    if (enterprise.badCode === null) return "absent";
    if (query.uscc !== null) return codeLevel(enterprise, query);
    return query.badCode === enterprise.badCode ? "same" : "absent";
  }
  if (query.uscc === null) {
    if (query.badCode === null || query.badCode.length < 15) return "absent";
    return oneSlip(query.badCode, uscc) ? "repaired" : "unlike";
  }
  if (query.uscc === uscc) return "same";
  return orgCodeOf(query.uscc) === orgCodeOf(uscc) ? "reissued" : "different";
}

const orgCode = ({ orgCode: given, uscc }: Party) =>
  given ?? (uscc !== null && isUscc(uscc) ? orgCodeOf(uscc) : null);

/** Asked of the query's own column only: its code speaks for itself. */
export function orgCodeLevel(query: Party, enterprise: Party): NumberLevel {
  const theirs = orgCode(enterprise);
  if (query.orgCode === null || theirs === null) return "absent";
  return query.orgCode === theirs ? "same" : "different";
}

/** 13-digit numbers carry no check, so their difference says little. */
export function regNoLevel(query: Party, enterprise: Party): NumberLevel {
  const [a, b] = [query.regNo, enterprise.regNo];
  if (a === null || b === null) return "absent";
  if (a === b) return a.length === 15 ? "same" : "unverified";
  return a.length === 15 && b.length === 15 ? "different" : "absent";
}

const MASK = /[*＊×某]+/;

export function personLevel(a: string | null, b: string | null): PersonLevel {
  if (a === null || b === null) return "absent";
  if (MASK.test(a) || MASK.test(b)) {
    const [masked, whole] = MASK.test(a) ? [a, b] : [b, a];
    const [head = "", tail = ""] = masked.split(MASK);
    if (head + tail === "") return "absent";
    return whole.startsWith(head) && whole.endsWith(tail) ? "masked" : "different";
  }
  const [left, right] = [nameKey(a), nameKey(b)];
  if (left === "" || right === "") return "absent";
  return left === right ? "same" : "different";
}

/** Without province, city and district, which go without saying. */
const street = (address: string) =>
  nameKey(address).replace(/^(?:.{2,8}?省)?(?:.{2,8}?市)?(?:.{1,6}?[市区县](?!场))?/u, "");

const bigrams = (text: string) =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));

/** Rooms and floors are left out or written in other ways: two thirds of the shorter one's pairs of characters. */
export function addressLevel(a: string | null, b: string | null): PlaceLevel {
  if (a === null || b === null) return "absent";
  const [left, right] = [bigrams(street(a)), bigrams(street(b))];
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  if (few.size < 4) return "absent";
  let shared = 0;
  for (const pair of few) if (many.has(pair)) shared++;
  return shared * 3 >= few.size * 2 ? "same" : "different";
}

/** Where the authority works against where the enterprise is: only another city or province says anything. */
export function placeLevel(a: string | null, b: string | null): PlaceLevel {
  const [left, right] = [a?.slice(0, 4), b?.slice(0, 4)];
  if (left === undefined || right === undefined || left.length < 4 || right.length < 4) return "absent";
  if (left.endsWith("00") || right.endsWith("00"))
    return left.slice(0, 2) === right.slice(0, 2) ? "absent" : "different";
  return left === right ? "same" : "different";
}
