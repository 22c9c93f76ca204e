import { SYNONYMS } from "../../search-config/synonyms.ts";
import { canonicalCode, isUscc, repairUscc } from "../enterprise/identifiers.ts";
import { nameKey } from "../enterprise/nameKey.ts";

/** One way to understand a query. `relaxed`: it is not what was typed, but near it. */
export type QueryReading =
  | { readAs: "all"; relaxed: false }
  /** A sound code. */
  | { readAs: "code"; relaxed: false; uscc: string }
  /** Sound codes a slip away from one that is not. */
  | { readAs: "code_repaired"; relaxed: true; repairs: readonly string[] }
  /** The beginning or end of a code, or the beginning of an organisation code or a registration number. */
  | { readAs: "code_part"; relaxed: false; part: string }
  /** Each of `parts` stands in the name, normalised, in any order. Without parts nothing is found. */
  | { readAs: "name"; relaxed: boolean; parts: readonly string[] };

/** Control characters, marks of direction and the like: nobody types them, and no index can hold them. Private ones stay: names have them. */
const UNSEEN = /[\p{Cc}\p{Cf}\ufffd]/gu;
const LETTERS_AND_DIGITS = /^[0-9A-Z]+$/;
/** The end of a code may happen to be letters alone. */
const LETTERS = /^[A-HJ-NPQRTUWXY]{6,8}$/;
/** A code inside a pasted line. */
const CODE_IN_TEXT = /(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/g;
/** What stands before a code or a name in a pasted line. */
const LABEL = /((统一)?社会信用代码|信用代码|(企业|单位|公司)?名称)\s*[:：]?/g;
const PARTS_AT = /[\s,，;；、|｜]+/;
/** What is typed has fewer; what is pasted is cut. */
const MAX_PARTS = 10;
const MAX_CHARACTERS = 200;
/** Shorter ones are more often part of a name (58, 1688) than of a code. */
const CODE_PART_FROM = 6;

/**
 * How a query is understood, likeliest first: the first reading that finds anything is the answer. Pure; the engines share it.
 * @param typed anything at all
 */
export function readQuery(typed: string): readonly [QueryReading, ...QueryReading[]] {
  const text = typed.toWellFormed().replace(UNSEEN, " ").normalize("NFKC");
  if (text.trim() === "") return [{ readAs: "all", relaxed: false }];
  const code = canonicalCode(text);
  if (LETTERS_AND_DIGITS.test(code) && /\d/.test(code)) return readCode(code, text);
  if (LETTERS.test(code)) return [...readName(text), { readAs: "code_part", relaxed: false, part: code }];
  const codes = [...text.toUpperCase().matchAll(CODE_IN_TEXT)].map(([each]) => each);
  if (codes.length === 0) return readName(text);
  const rest = readName(text.replace(new RegExp(CODE_IN_TEXT, "gi"), " ").replace(LABEL, " "));
  const sound = codes.find(isUscc);
  if (sound !== undefined) return [{ readAs: "code", relaxed: false, uscc: sound }, ...rest];
  const repairs = codes.filter((each) => /\d{6}/.test(each)).flatMap(repairUscc);
  return [...readName(text), ...repaired(repairs)];
}

function readCode(code: string, text: string): readonly [QueryReading, ...QueryReading[]] {
  if (isUscc(code)) return [{ readAs: "code", relaxed: false, uscc: code }];
  const name = readName(text);
  if (code.length >= 18) {
    const repairs = /\d{6}/.test(code) ? repaired(repairUscc(code)) : [];
    const [first = name[0], ...others] = [...repairs, ...name];
    return [first, ...others];
  }
  const part: QueryReading = { readAs: "code_part", relaxed: false, part: code };
  if (code.length < CODE_PART_FROM) return [...name, part];
  return [part, ...repaired(repairUscc(code)), ...name];
}

const repaired = (repairs: readonly string[]): QueryReading[] =>
  repairs.length === 0 ? [] : [{ readAs: "code_repaired", relaxed: true, repairs }];

function readName(text: string): [QueryReading, ...QueryReading[]] {
  const keys = [...text]
    .slice(0, MAX_CHARACTERS)
    .join("")
    .split(PARTS_AT)
    .map(nameKey)
    .filter((part) => part !== "");
  const parts = [...new Set(keys)].slice(0, MAX_PARTS);
  const near = SYNONYMS.map(({ typed, registered }) => parts.map((part) => part.replace(typed, registered)));
  const differing = near.filter((other) => other.some((part, i) => part !== parts[i]));
  return [
    { readAs: "name", relaxed: false, parts },
    ...differing.map((other): QueryReading => ({ readAs: "name", relaxed: true, parts: other })),
  ];
}

/**
 * Asks for one reading after the other until one finds something.
 * @returns the first answer that did, or else that to the first reading
 */
export async function answerInTurn<T>(
  readings: readonly [QueryReading, ...QueryReading[]],
  turn: { ask: (reading: QueryReading) => Promise<T>; found: (answer: T) => boolean },
): Promise<{ reading: QueryReading; answer: T }> {
  const [first, ...others] = readings;
  const asTyped = { reading: first, answer: await turn.ask(first) };
  if (turn.found(asTyped.answer)) return asTyped;
  for (const reading of others) {
    const answer = await turn.ask(reading);
    if (turn.found(answer)) return { reading, answer };
  }
  return asTyped;
}
