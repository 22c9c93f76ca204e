import { plain, withoutForm } from "./companies.ts";
import { editDistance } from "./edits.ts";
import { firstLettersOf, isSpelledFrom } from "./shortSpellings.ts";
import { syllables, type World } from "./world.ts";

/** What a company has to have for a query to speak of it, in the judge's own words. Texts are `plain`. */
export type Sought =
  /** That very name, of today. */
  | { by: "name"; key: string }
  /** All parts in one of its names; `inOrder`: one behind the other. */
  | { by: "parts"; parts: readonly string[]; inOrder?: true }
  /** So spelled somewhere in its name, each syllable by its first letter or in full. */
  | { by: "initials"; text: string }
  /** That spelling of the whole name. */
  | { by: "spelling"; text: string; initials: string }
  /** `head` in its name, and right behind it, or behind the 市 of a region, what is so spelled. */
  | { by: "mixed"; head: string; initials: string }
  | { by: "person"; name: string; part: string }
  | { by: "address"; text: string }
  /** The beginning or end of its code, or the beginning of its organisation code or registration number. */
  | { by: "code"; text: string }
  /** A code that is at most one replaced character away. */
  | { by: "likeCode"; text: string }
  /** A name of today or before, at most so many edits away; `bare`: once the legal forms are taken off both. */
  | { by: "near"; key: string; edits: 1 | 2; bare?: true };

/** Whether the parts stand in the key one behind the other. */
function holdsInOrder(key: string, parts: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) {
    const found = key.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

function codeHolds(world: World, index: number, text: string): boolean {
  const { uscc = "", regNo = null } = world.companies[index] ?? {};
  return (
    uscc.startsWith(text) ||
    uscc.endsWith(text) ||
    uscc.startsWith(text, 8) ||
    (regNo?.startsWith(text) ?? false)
  );
}

function codeLike(uscc: string, text: string): boolean {
  if (uscc.length !== text.length) return false;
  let differing = 0;
  for (let i = 0; i < text.length; i++) if (uscc[i] !== text[i] && ++differing > 1) return false;
  return true;
}

/** 深圳 and 深圳市 are one to whoever types a region. */
export const ENDS_REGION = /[省市县区]/;

/** Asks for the syllables only where first letters fit: they take a hundred times longer. */
function spelledAt(world: World, index: number, of: { text: string; at: number | null }): boolean {
  const { text, at } = of;
  const own = world.initials(index);
  const fits = (letters: string) => (at === null ? own.includes(letters) : own.startsWith(letters, at));
  if (fits(text)) return true;
  if (!firstLettersOf(text).some((letters) => letters !== text && fits(letters))) return false;
  const all = syllables(world.keys[index] ?? "");
  return at === null ? all.some((_, i) => isSpelledFrom(all, i, text)) : isSpelledFrom(all, at, text);
}

function mixedHolds(world: World, index: number, sought: { head: string; initials: string }): boolean {
  const key = world.keys[index] ?? "";
  const holds = (at: number) => spelledAt(world, index, { text: sought.initials, at });
  for (let at = key.indexOf(sought.head); at >= 0; at = key.indexOf(sought.head, at + 1)) {
    const behind = at + sought.head.length;
    if (holds(behind) || (ENDS_REGION.test(key.charAt(behind)) && holds(behind + 1))) return true;
  }
  return false;
}

const isNear = (keys: readonly string[], { key, edits }: { key: string; edits: number }) =>
  keys.some((each) => each !== "" && editDistance(each, key, edits) <= edits);

/** Whether company `index` is one that the sought thing speaks of. */
export function satisfies(world: World, index: number, sought: Sought): boolean {
  const key = world.keys[index] ?? "";
  const former = world.formerKeys[index] ?? "";
  switch (sought.by) {
    case "name":
      return key === sought.key;
    case "parts":
      return [key, former].some((each) =>
        sought.inOrder ? holdsInOrder(each, sought.parts) : sought.parts.every((part) => each.includes(part)),
      );
    case "initials":
      return spelledAt(world, index, { text: sought.text, at: null });
    case "spelling":
      return syllables(key).join("") === sought.text;
    case "mixed":
      return mixedHolds(world, index, sought);
    case "person":
      return world.companies[index]?.representative === sought.name && key.includes(sought.part);
    case "address":
      return plain(world.companies[index]?.address ?? "").includes(sought.text);
    case "code":
      return codeHolds(world, index, sought.text);
    case "likeCode":
      return codeLike(world.companies[index]?.uscc ?? "", sought.text);
    case "near":
      return isNear(sought.bare === true ? [withoutForm(key), withoutForm(former)] : [key, former], sought);
  }
}
