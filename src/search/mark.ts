import { nameKey } from "../enterprise/nameKey.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import type { Matched } from "./engine.ts";
import type { QueryReading } from "./readQuery.ts";

/**
 * Marks the parts in a text between « and », where its normalised form holds them.
 * @returns null when a part is not in it
 */
export function markParts(text: string, parts: readonly string[]): string | null {
  let key = "";
  const origin: number[] = []; // of each character of the key: where in the text it comes from
  const characters = [...text];
  characters.forEach((character, index) => {
    for (const folded of nameKey(character)) {
      key += folded;
      origin.push(index);
    }
  });
  const marked = new Set<number>();
  for (const part of parts) {
    const at = key.indexOf(part);
    if (at < 0) return null;
    const from = origin[at] ?? 0;
    const to = origin[at + part.length - 1] ?? from;
    for (let i = from; i <= to; i++) marked.add(i);
  }
  let out = "";
  characters.forEach((character, i) => {
    if (marked.has(i) && !marked.has(i - 1)) out += "«";
    out += character;
    if (marked.has(i) && !marked.has(i + 1)) out += "»";
  });
  return out;
}

function markCode(document: SearchDocument, part: string): Matched | null {
  const fields = [
    ["uscc", document.uscc],
    ["orgCode", document.orgCode],
    ["regNo", document.regNo],
  ] as const;
  for (const [field, code] of fields)
    if (code !== null && (code.startsWith(part) || code.endsWith(part)))
      return { field, text: code.replace(part, `«${part}»`) };
  return null;
}

/** What of a document answers a query: the field and its text, marked. Null when nothing of it does. */
export function matchedIn(document: SearchDocument, reading: QueryReading): Matched | null {
  if (reading.readAs === "all") return null;
  if (reading.readAs === "code" || reading.readAs === "code_repaired")
    return { field: "uscc", text: `«${document.uscc}»` };
  if (reading.readAs === "code_part")
    return markCode(document, reading.part) ?? inNames(document, [reading.part]);
  return inNames(document, reading.parts);
}

function inNames(document: SearchDocument, parts: readonly string[]): Matched | null {
  const name = markParts(document.name, parts);
  if (name !== null) return { field: "name", text: name };
  for (const former of document.formerNames) {
    const text = markParts(former, parts);
    if (text !== null) return { field: "formerName", text };
  }
  return null;
}
