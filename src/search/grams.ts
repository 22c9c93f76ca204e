import { GRAMS_FORMAT } from "../../search-config/postgres.ts";
import { readName } from "../enterprise/companyName.ts";
import { type AliasParts, nameAliases } from "../enterprise/nameAliases.ts";
import { nameKey } from "../enterprise/nameKey.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { textHash } from "../enterprise/textHash.ts";
import { addressGrams } from "./addressGrams.ts";
import { callingsOf } from "./callings.ts";
import { letterGrams, type Telling } from "./letterGrams.ts";
import { startsOf } from "./sounds.ts";

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

/** The gram of a legal representative. */
export const personGram = (key: string) => `r:${key}`;
/** The gram of a short form that is not in the name as it stands: 工行. */
export const aliasGram = (key: string) => `s:${key}`;
/** The gram of what everybody calls a firm, where it is not in its name: 工行 of each branch. */
export const callingGram = (key: string) => `c:${key}`;
/** Longer ones are found by their characters. */
const LONGEST_ALIAS = 4;

function aliasGrams(parts: AliasParts, key: string): string[] {
  const grams: string[] = [];
  for (const alias of nameAliases(parts)) {
    const short = alias.length > LONGEST_ALIAS + 2 ? "" : nameKey(alias);
    if (short !== "" && short.length <= LONGEST_ALIAS && !key.includes(short)) grams.push(aliasGram(short));
  }
  for (const calling of callingsOf(parts, key)) grams.push(callingGram(calling));
  return grams;
}

/**
 * What a document is found by besides the characters and pairs of its names: some thirty grams, all with a mark of their kind.
 * @param telling as `letterGrams`; without it, all
 */
export function otherGrams(document: SearchDocument, telling?: Telling): string[] {
  const { name, legalRepresentative, address } = document;
  const key = nameKey(name).slice(0, MAX_KEY);
  const parts = readName(name);
  const person = legalRepresentative === null ? "" : nameKey(legalRepresentative);
  const grams = letterGrams(key, startsOf(key, parts), telling);
  grams.push(...aliasGrams(parts, key));
  if (person !== "") grams.push(personGram(person));
  if (address !== null) grams.push(...addressGrams(nameKey(address)));
  return grams;
}

const MAX_PLACE = 200;

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
 * A gram as PostgreSQL keeps it: 32 bits, a third of the text's size. Of ten million grams one in four hundred has another's
 * number; every answer is compared with what was asked, so that costs a look and is never an answer.
 */
export const gramNumber: (gram: string) => number = textHash;

/** Numbers of grams as a PostgreSQL array. Doubles stay, as few as they are: finding them costs as much as all the rest. */
export const gramArray = (grams: readonly string[]) => `{${grams.map(gramNumber).join(",")}}`;

/** `gramsOf`, with doubles. */
function addGrams(grams: string[], key: string): void {
  let before = "";
  for (const character of key) {
    grams.push(character);
    if (before !== "") grams.push(before + character);
    before = character;
  }
}

/**
 * The row of `published.search_document`, but for the document itself. `nameKey` holds the current name's key and, on lines
 * of their own, those of former names. `gramsFormat` says by which code they were made;
 * `placeKey` is the address's.
 */
export function postgresRow(document: SearchDocument) {
  const keys = nameKeys(document);
  const grams = otherGrams(document);
  for (const key of keys) addGrams(grams, key);
  return {
    nameKey: joinedKeys(keys),
    grams: gramArray(grams),
    gramsFormat: GRAMS_FORMAT,
    placeKey: nameKey(document.address ?? "").slice(0, MAX_PLACE),
    status: document.status.code,
    district: document.district?.code ?? null,
    industry: document.industry?.code ?? null,
    type: document.type?.code ?? null,
    lists: document.lists,
    established: document.established,
  };
}
