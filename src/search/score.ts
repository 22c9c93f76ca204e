import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { nameKeys } from "./grams.ts";
import type { QueryReading } from "./readQuery.ts";

/**
 * How well a document answers, 0 to 1, by the same rule for every engine: the whole name, a whole former name, the
 * beginning of the name, inside it, inside a former one. Within each, less unasked-for text is better.
 */
export function scoreOf(document: SearchDocument, reading: QueryReading): number {
  if (reading.readAs === "all" || reading.readAs === "code") return 1;
  if (reading.readAs === "code_repaired") return 0.5;
  if (reading.readAs === "code_part") return 0.8;
  const [current = "", ...former] = nameKeys(document);
  const asked = reading.parts.join("");
  const [first = ""] = reading.parts;
  const share = Math.min(1, asked.length / Math.max(1, current.length));
  if (current === asked) return 1;
  if (former.includes(asked)) return 0.95;
  const holds = (key: string) => reading.parts.every((part) => key.includes(part));
  if (!holds(current)) return former.some(holds) ? 0.3 + 0.2 * share : 0.1;
  return current.startsWith(first) ? 0.7 + 0.2 * share : 0.5 + 0.2 * share;
}
