import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { nameKeys } from "./grams.ts";
import type { QueryReading } from "./readQuery.ts";

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

/**
 * How well a document answers, 0 to 1, by the same rule for every engine and in the order of relevance: in the current name
 * before a former one, then the nearer to the beginning, then the less beside what was asked for. The whole name is 1.
 */
export function scoreOf(document: SearchDocument, reading: QueryReading): number {
  if (reading.readAs === "all" || reading.readAs === "code") return 1;
  if (reading.readAs === "code_repaired") return 0.5;
  if (reading.readAs === "code_part") return document.uscc.startsWith(reading.part) ? 0.9 : 0.8;
  const [first = ""] = reading.parts;
  const asked = reading.parts.reduce((sum, part) => sum + part.length, 0);
  const [current = "", ...former] = nameKeys(document);
  const share = (key: string) => Math.min(1, asked / Math.max(1, key.length));
  const holds = (key: string) => reading.parts.every((part) => key.includes(part));
  const score = holds(current)
    ? 0.95 - 0.06 * distanceStep(current.indexOf(first)) + 0.05 * share(current)
    : 0.3 + 0.2 * Math.max(0, ...former.filter(holds).map(share));
  return Math.round((reading.relaxed ? score * 0.5 : score) * 1_000) / 1_000;
}
