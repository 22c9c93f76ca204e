import { NUMERALS, PROVINCE_LETTERS, WRITINGS } from "../../search-config/synonyms.ts";
import { nameForm } from "../enterprise/companyName.ts";
import { canonicalCode, isUscc, repairUscc } from "../enterprise/identifiers.ts";
import { nameKey } from "../enterprise/nameKey.ts";
import { neededAddressGrams } from "./addressGrams.ts";
import { mayBeCalled } from "./callings.ts";
import { COMMON_PAIRS } from "./commonPairs.ts";
import { isWhole } from "./nearName.ts";
import { codesIn, nameInLine } from "./pastedLine.ts";
import type { QueryReading, Readings } from "./reading.ts";
import { fullPlace, readMixed, readPinyin } from "./readLetters.ts";

/** Control characters, marks of direction and the like: nobody types them, and no index can hold them. Private ones stay: names have them. */
const UNSEEN = /[\p{Cc}\p{Cf}\ufffd]/gu;
const LETTERS_AND_DIGITS = /^[0-9A-Z]+$/;
const LETTERS = /^[A-Z]+$/;
/** The end of a code may happen to be letters alone. */
const CODE_LETTERS = /^[A-HJ-NPQRTUWXY]{6,9}$/;
const PARTS_AT = /[\s,，;；、|｜'’]+/;
/** What is typed has fewer; what is pasted is cut. */
const MAX_PARTS = 10;
const MAX_CHARACTERS = 200;
/** Shorter ones are more often part of a name (58, 1688) than of a code. */
const CODE_PART_FROM = 6;
/** Several words in the address or the representative are asked for in every combination. */
const MOST_WORDS = 4;
/** A longer text is no short form of a name. */
const ABBREVIATION = { least: 2, most: 14 };
/**
 * Nothing but an exchange's: to be delisted; behind a dash votes of several weights, no profit yet, a second listing and the like. In
 * small letters those are sounds.
 */
const SURE_MARKS = /^\s*S?\*ST(?=\p{Script=Han})|(?<=\p{Script=Han})\s*-\s*(?:NEW|[BDPRSTUVWZ]{1,3})\s*$/gu;
/** Under special treatment, first day, delisted, A shares. Of a key. */
const EXCHANGE_MARKS = /^(?:S?ST|XD|XR|DR|N|退市)(?=\p{Script=Han})|(?<=\p{Script=Han})(?:[AB]股?|退)+$/gu;
/** A shorter text is near to too many names, and a longer one is no name. */
const NEAR = { least: 5, most: 80 };

const ALL: QueryReading = { readAs: "all", relaxed: false };

/**
 * How a query is understood, likeliest first: the first reading that finds anything is the answer. Pure; the engines share it.
 * @param typed anything at all
 */
export function readQuery(typed: string): Readings {
  const [first = ALL, ...others] = readingsOf(typed);
  return [first, ...others];
}

/** `readQuery` one after the other: most texts are what they look like at first, and the rest costs as much again. Never empty. */
export function* readingsOf(typed: string): Generator<QueryReading, void> {
  const text = asRegistered(
    typed
      .slice(0, 4 * MAX_CHARACTERS)
      .toWellFormed()
      .replace(UNSEEN, " ")
      .normalize("NFKC"),
  );
  const code = canonicalCode(text);
  if (text.trim() === "") yield ALL;
  else if (LETTERS_AND_DIGITS.test(code) && /\d/.test(code)) yield* readCode(code, text);
  else if (CODE_LETTERS.test(code)) {
    yield* readText(text);
    yield { readAs: "code_part", relaxed: false, part: code };
  } else yield* readLine(text);
}

/** A name, or a line with one and codes in it. */
function* readLine(text: string): Generator<QueryReading, void> {
  const codes = codesIn(text);
  const sound = codes.find(isUscc);
  if (sound !== undefined) yield { readAs: "code", relaxed: false, uscc: sound };
  yield* readText(nameInLine(text));
  if (sound === undefined) yield* repaired(codes.filter(isLikeCode).flatMap(repairUscc));
}

const asRegistered = (text: string) =>
  WRITINGS.reduce((whole, { typed, registered }) => whole.replaceAll(typed, registered), text);

/** A region's six digits and a few more: any of them may be misread. */
const isLikeCode = (code: string) => code.replace(/\D/g, "").length >= 7;

function* readCode(code: string, text: string): Generator<QueryReading, void> {
  if (isUscc(code)) {
    yield { readAs: "code", relaxed: false, uscc: code };
    return;
  }
  const part: QueryReading = { readAs: "code_part", relaxed: false, part: code };
  const isPart = code.length >= CODE_PART_FROM && code.length < 18;
  if (isPart) yield part;
  if (isPart || (code.length >= 18 && isLikeCode(code))) yield* repaired(repairUscc(code));
  yield* readText(text);
  if (code.length < CODE_PART_FROM) yield part;
}

const repaired = (repairs: readonly string[]): QueryReading[] =>
  repairs.length === 0 ? [] : [{ readAs: "code_repaired", relaxed: true, repairs }];

function partsOf(text: string): string[] {
  const keys = [...text].slice(0, MAX_CHARACTERS).join("").split(PARTS_AT).map(nameKey);
  return keys.filter((part) => part !== "");
}

const distinct = (parts: readonly string[]) => [...new Set(parts)].slice(0, MAX_PARTS);

/** A text that is no code: a name or what is left of one, its sound, or who and where. */
function* readText(text: string): Generator<QueryReading, void> {
  const words = partsOf(text);
  const parts = distinct(words);
  const joined = words.join("");
  // Syllables come again: 品平品 is pin ping pin.
  if (LETTERS.test(joined)) {
    yield readPinyin(words);
    return;
  }
  // Words of many trades end as banks and carriers do.
  const called = parts.length === 1 && mayBeCalled(joined) && !COMMON_PAIRS.has(joined) ? joined : null;
  const name = (alike: string | null): QueryReading => ({
    ...{ readAs: "name", relaxed: false },
    ...{ parts, alike, called },
  });
  if (LETTERS_AND_DIGITS.test(joined)) {
    yield name(null);
    if (/[A-Z]/.test(joined)) yield readPinyin(words);
    return;
  }
  const unmarked = text.replace(SURE_MARKS, "");
  const isMarked = unmarked !== text;
  const isFull = isWhole(nameForm(unmarked));
  yield name(isFull ? null : placeInFull(parts));
  yield* readParts(parts, joined).filter(({ readAs }) => !(isMarked && readAs === "mixed"));
  yield* readRelaxed(unmarked, { joined: isMarked ? partsOf(unmarked).join("") : joined, isFull });
}

/** The short name of a place, in front of what has no legal form: in speech 市 is left out. */
function placeInFull(parts: readonly string[]): string | null {
  const [part, ...others] = parts;
  if (part === undefined || others.length > 0) return null;
  for (let length = Math.min(4, part.length - 1); length >= 2; length--) {
    const full = fullPlace(part.slice(0, length));
    if (full !== null) return part.startsWith(full) ? null : full + part.slice(length);
  }
  return null;
}

/** @param joined what was typed, without what stands between its words: 宁波 hd is read as 宁波hd too */
function readParts(parts: readonly string[], joined: string): QueryReading[] {
  const [first = "", ...others] = parts;
  const mixed = readMixed(others.length > 0 ? joined : first);
  const inOrder = mixed === null ? [] : [mixed];
  if (others.length > 0)
    return parts.length <= MOST_WORDS ? [{ readAs: "words", relaxed: false, parts }, ...inOrder] : [];
  const isAddress = first.length >= 4 && neededAddressGrams(first).length > 0;
  return isAddress ? [...inOrder, { readAs: "address", relaxed: false, text: first }] : inOrder;
}

const inCharacters = (key: string) => key.replace(/\d/g, (digit) => NUMERALS.charAt(Number(digit)));
const inDigits = (key: string) =>
  [...key].map((one) => (NUMERALS.includes(one) ? String(NUMERALS.indexOf(one)) : one)).join("");

/**
 * What a short form may stand for: as it is, with its numbers written otherwise, with its province in full, and without the
 * marks that an exchange puts to it.
 */
function shortKeys(key: string): string[] {
  const bare = key.replace(EXCHANGE_MARKS, "");
  const full = [...PROVINCE_LETTERS].flatMap(([letter, province]) =>
    bare.startsWith(letter) ? [province + bare.slice(letter.length)] : [],
  );
  return [...new Set([key, bare, inCharacters(key), inDigits(key), ...full])].filter(
    (each) => each.length >= ABBREVIATION.least,
  );
}

/** @param of.isFull whether it has a legal form, as no short form has */
function readRelaxed(text: string, of: { joined: string; isFull: boolean }): QueryReading[] {
  const { joined, isFull } = of;
  const readings: QueryReading[] = [];
  const { length } = joined;
  const isShort = length >= ABBREVIATION.least && length <= ABBREVIATION.most;
  if (isShort && !isFull) readings.push({ readAs: "abbreviation", relaxed: true, keys: shortKeys(joined) });
  if (length >= NEAR.least && length <= NEAR.most)
    readings.push({ readAs: "near", relaxed: true, typed: text });
  return readings;
}
