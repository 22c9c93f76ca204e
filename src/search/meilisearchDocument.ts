import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { nameKeys, pairsOf } from "./grams.ts";

/**
 * Meilisearch cuts Chinese into dictionary words, and finds only whole ones. So every character is spelled in letters (16 bits
 * in base 16, a to p, in the order of the characters), and two neighbours make one word, which the segmenter leaves alone.
 */
function spelled(text: string): string {
  let letters = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    for (let shift = 12; shift >= 0; shift -= 4) letters += String.fromCharCode(97 + ((unit >> shift) & 15));
  }
  return letters;
}

const words = (grams: readonly string[]) => grams.map(spelled).join(" ");
const pairWords = (key: string) => words(pairsOf(key));
const characterWords = (key: string) => words([...new Set(key)]);

/**
 * What asks for documents whose names have all of these parts. Quoted words count as one, so that a long name is asked for whole,
 * and mean by the index's settings: all of them in one attribute.
 */
export function askFor(parts: readonly string[]): string {
  const pairs = [...new Set(parts.flatMap(pairsOf))];
  const single = [...new Set(parts.filter((part) => pairsOf(part).length === 0))];
  return [pairs, single]
    .filter((grams) => grams.length > 0)
    .map((grams) => `"${words(grams)}"`)
    .join(" ");
}

export const reversed = (text: string) => [...text].reverse().join("");

/**
 * A code's kind and region, which a city's enterprises share, and the rest, which is its own. Apart, because a search for what a
 * million codes begin with would unite a million values.
 */
export function codeParts(uscc: string): { head: string; rest: string } {
  return { head: uscc.slice(0, 8), rest: uscc.slice(8) };
}

/** What the index holds of an enterprise: `document` to answer with, the rest to find it by. */
export function meilisearchDocument(document: SearchDocument) {
  const { uscc, regNo } = document;
  const { head, rest } = codeParts(uscc);
  const [current = "", ...former] = nameKeys(document);
  return {
    uscc,
    document,
    pairs: pairWords(current),
    characters: characterWords(current),
    formerPairs: former.map(pairWords),
    formerCharacters: former.map(characterWords),
    length: current.length,
    nameOrder: spelled(current),
    codeHead: head,
    codes: regNo === null ? [rest] : [rest, regNo],
    codeEnds: reversed(uscc),
    status: document.status.code,
    district: document.district?.code ?? null,
    industry: document.industry?.code ?? null,
    type: document.type?.code ?? null,
    lists: document.lists,
    established: document.established,
  };
}
