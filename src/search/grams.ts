import { nameKey } from "../enterprise/nameKey.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";

/** Every character of a key, and every two neighbours. Each once. */
export function gramsOf(key: string): string[] {
  const grams = new Set<string>();
  for (let i = 0; i < key.length; i++) {
    grams.add(key.slice(i, i + 1));
    if (i + 1 < key.length) grams.add(key.slice(i, i + 2));
  }
  return [...grams];
}

/** The grams that a key has to have for a part to stand in it: its pairs, or its one character. */
export function neededGrams(part: string): string[] {
  if (part.length < 2) return [part];
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < part.length; i++) pairs.add(part.slice(i, i + 2));
  return [...pairs];
}

/** The normalised names of a document, the current one first, a line each. */
export function nameKeys(document: SearchDocument): string[] {
  return [document.name, ...document.formerNames].map(nameKey).filter((key) => key !== "");
}

/** The row of `published.search_document`, but for the document itself. `nameKey` holds the current name's key and, on lines of their own, those of former names. */
export function postgresRow(document: SearchDocument) {
  const keys = nameKeys(document);
  return {
    nameKey: keys.join("\n"),
    grams: [...new Set(keys.flatMap(gramsOf))],
    status: document.status.code,
    district: document.district?.code ?? null,
    industry: document.industry?.code ?? null,
    type: document.type?.code ?? null,
    lists: document.lists,
    established: document.established,
  };
}
