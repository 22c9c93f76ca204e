import { nameKey } from "../enterprise/nameKey.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { nameKeys } from "./grams.ts";
import { startGrams } from "./letterGrams.ts";
import { abbreviated, calledAt, type NearName, nearName, nearness } from "./nearName.ts";
import type { QueryReading } from "./reading.ts";
import { nameStarts } from "./sounds.ts";
import { startGramsOf } from "./wanted.ts";
import { hasLetters } from "./writtenLetters.ts";

/**
 * How far from the beginning of a name a part stands, in steps: both engines rank by these, and by length within one.
 * They are Meilisearch's own steps of the rule `attribute`; PostgreSQL's are written in `ordering`.
 * @param at characters before it
 */
export function distanceStep(at: number): number {
  if (at <= 1) return at;
  const steps = [4, 7, 11, 16, 24];
  const step = steps.findIndex((last) => at <= last);
  return step < 0 ? steps.length + 2 : step + 2;
}

/** Of two that are alike otherwise, the enterprise that is still there comes first. */
export const isActive = (document: SearchDocument) => document.status.code === "active";

/** The shorter name says less beside what was asked for. 0 to 1. */
function brevity(document: SearchDocument): number {
  const length = nameKey(document.name).length;
  return 1 / (1 + length) - (isActive(document) ? 0 : 0.000_01);
}

/**
 * How well a document answers, 0 to 1, by the same rule for every engine and in the order of relevance: in the current name
 * before a former one, then the nearer to the beginning, then the less beside what was asked for. The whole name is 1.
 * 0 for a relaxed reading that the document doesn't answer. Relaxed ones stay below 0.5.
 */
export function scorer(reading: QueryReading): (document: SearchDocument) => number {
  switch (reading.readAs) {
    case "all":
    case "code":
      return () => 1;
    case "code_repaired":
      return () => 0.5;
    case "code_part":
      return ({ uscc }) => (uscc.startsWith(reading.part) ? 0.9 : 0.8);
    case "name": {
      const { parts, alike, called } = reading;
      return (document) => {
        if (called !== null && calledAt(called, document.name) !== null)
          return rounded(0.9995 + 0.0005 * brevity(document));
        return rounded(
          Math.max(nameScore(document, parts), alike === null ? 0 : nameScore(document, [alike])),
        );
      };
    }
    case "words":
    case "address":
      return (document) => rounded(0.7 + 0.1 * brevity(document));
    case "pinyin":
      return (document) =>
        hasLetters(nameKey(document.name), reading.parts)
          ? rounded(0.9 + 0.05 * brevity(document))
          : soundScore(document, startGramsOf(reading));
    case "mixed":
      return (document) => soundScore(document, startGramsOf(reading));
    case "abbreviation":
      return (document) => Math.max(...reading.keys.map((key) => shortScore(document, key)));
    case "near": {
      const near = nearName(reading.typed);
      return (document) => nearScore(document, near);
    }
  }
}

const rounded = (score: number) => Math.round(score * 1_000_000) / 1_000_000;

function nameScore(document: SearchDocument, parts: readonly string[]): number {
  const [first = ""] = parts;
  const asked = parts.reduce((sum, part) => sum + part.length, 0);
  const [current = "", ...former] = nameKeys(document);
  const share = (key: string) => Math.min(1, asked / Math.max(1, key.length));
  const holds = (key: string) => parts.every((part) => key.includes(part));
  if (current === parts.join("")) return 1;
  const score = holds(current)
    ? 0.95 - 0.06 * distanceStep(current.indexOf(first)) + 0.049 * share(current)
    : 0.3 + 0.2 * Math.max(0, ...former.filter(holds).map(share));
  return isActive(document) ? score : score - 0.000_01;
}

const soundScore = (document: SearchDocument, wanted: readonly string[]) =>
  rounded((beginsSo(document, wanted) ? 0.8 : 0.7) + 0.1 * brevity(document));

/** Whether the name, or its brand, begins with the first two letters. */
function beginsSo({ name }: SearchDocument, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return false;
  const key = nameKey(name);
  const begins = (at: number) => startGrams(key, at).some((gram) => wanted.includes(gram));
  // A name begins at its beginning; where else costs an analysis of it.
  return begins(0) || nameStarts(name).some(begins);
}

function shortScore(document: SearchDocument, short: string): number {
  const found = abbreviated(short, document.name);
  if (found === null) return 0;
  const broken = (found.runs - 1) / short.length;
  const early = found.at[0] === 0 ? 0.01 : 0;
  return rounded((found.isAlias ? 0.4 : 0.3) - 0.1 * broken + early + 0.1 * brevity(document));
}

function nearScore(document: SearchDocument, near: NearName): number {
  const names = [document.name, ...document.formerNames];
  const scores = names.map((name, i) => {
    const found = nearness(near, name);
    return found === null ? 0 : 0.5 - 0.1 * found.edits - (i > 0 ? 0.02 : 0) + 0.1 * brevity(document);
  });
  return rounded(Math.max(0, ...scores));
}
