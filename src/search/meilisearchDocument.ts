import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { nameKeys } from "./grams.ts";

/**
 * Meilisearch cuts Chinese into dictionary words, and finds only whole ones. So each character is spelled in letters, and
 * each pair of neighbours is one token, which the segmenter leaves alone. Four letters a character: 16 bits in base 16, a to p.
 */
function spelled(character: string): string {
  let letters = "";
  for (let i = 0; i < character.length; i++) {
    const unit = character.charCodeAt(i);
    for (let shift = 12; shift >= 0; shift -= 4) letters += String.fromCharCode(97 + ((unit >> shift) & 15));
  }
  return letters;
}

/** The pairs of a key, spelled; the last character also alone, so that every character begins a token. */
export function pairTokens(key: string): string[] {
  const letters = [...key].map(spelled);
  return letters.map((own, i) => own + (letters[i + 1] ?? ""));
}

/** Only so many words of a query count. */
const QUERY_WORDS = 10;

/**
 * The words that ask for a part: all of its pairs, or, when they are too many, every other one and the last, which still
 * cover each character. One character is asked for as the beginning of a token.
 */
export function partWords(part: string, budget = QUERY_WORDS): string[] {
  const letters = [...part].map(spelled);
  if (letters.length === 1) return [letters[0] ?? ""];
  const pairs = letters.slice(0, -1).map((own, i) => own + (letters[i + 1] ?? ""));
  if (pairs.length <= budget) return pairs;
  const step = Math.ceil(pairs.length / (budget - 1));
  const chosen = pairs.filter((_, i) => i % step === 0);
  const last = pairs.at(-1);
  return last === undefined || chosen.at(-1) === last ? chosen : [...chosen, last];
}

const reversed = (text: string) => [...text].reverse().join("");
/** `b` and `e` keep a beginning from being taken for an end. */
export const codeBeginning = (part: string) => `b${part.toLowerCase()}`;
export const codeEnd = (part: string) => `e${reversed(part.toLowerCase())}`;

/** What the index holds of an enterprise: `document` to answer with, the rest to find it by. */
export function meilisearchDocument(document: SearchDocument) {
  const [current = "", ...former] = nameKeys(document);
  const codes = [document.uscc, document.orgCode, document.regNo].filter((code) => code !== null);
  return {
    uscc: document.uscc,
    document,
    nameKey: current,
    length: current.length,
    pairs: pairTokens(current).join(" "),
    formerPairs: former.map((key) => pairTokens(key).join(" ")).join(" . "),
    codes: codes.flatMap((code) => [codeBeginning(code), codeEnd(code)]).join(" "),
    statusCode: document.status.code,
    districtCode: document.district?.code ?? null,
    industryCode: document.industry?.code ?? null,
    typeCode: document.type?.code ?? null,
    lists: document.lists,
    established: document.established,
  };
}
