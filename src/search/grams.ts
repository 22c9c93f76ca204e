import { nameKey } from "../enterprise/nameKey.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";

/** Characters, not halves of them: rare ones of names take two units. */
const charactersOf = (key: string) => [...key];

/** Every two neighbours of a key, each once, in their order. */
export function pairsOf(key: string): string[] {
  const characters = charactersOf(key);
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < characters.length; i++) pairs.add(`${characters[i]}${characters[i + 1]}`);
  return [...pairs];
}

/** Every character of a key, and every two neighbours. Each once. */
export function gramsOf(key: string): string[] {
  return [...new Set(charactersOf(key)), ...pairsOf(key)];
}

/** The grams that a key has to have for a part to stand in it: its pairs, or its one character. */
export function neededGrams(part: string): string[] {
  const pairs = pairsOf(part);
  return pairs.length === 0 ? charactersOf(part) : pairs;
}

/** The normalised names of a document, the current one first. */
export function nameKeys(document: Pick<SearchDocument, "name" | "formerNames">): string[] {
  return [nameKey(document.name), ...document.formerNames.map(nameKey).filter((key) => key !== "")];
}

/** An index entry of PostgreSQL holds 2,704 bytes; a character takes three. Former names beyond it can't be found by. */
const MAX_KEY = 600;

function joinedKeys(keys: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const key of keys) {
    length += key.length + 1;
    if (length > MAX_KEY && kept.length > 0) break;
    kept.push(key.slice(0, MAX_KEY));
  }
  return kept.join("\n");
}

/**
 * The row of `published.search_document`, but for the document itself. `nameKey` holds the current name's key and, on lines
 * of their own, those of former names.
 */
export function postgresRow(document: SearchDocument) {
  const keys = nameKeys(document);
  return {
    nameKey: joinedKeys(keys),
    grams: [...new Set(keys.flatMap(gramsOf))],
    status: document.status.code,
    district: document.district?.code ?? null,
    industry: document.industry?.code ?? null,
    type: document.type?.code ?? null,
    lists: document.lists,
    established: document.established,
  };
}
