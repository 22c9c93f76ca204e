import { nameKey } from "../enterprise/nameKey.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import type { Matched } from "./engine.ts";
import type { QueryReading } from "./readQuery.ts";

/** A text's normalised form, and for each unit of it which character of the text it comes from. */
function folded(characters: readonly string[]): { key: string; origin: number[] } {
  let key = "";
  const origin: number[] = [];
  characters.forEach((character, index) => {
    const own = nameKey(character);
    key += own;
    for (let i = 0; i < own.length; i++) origin.push(index);
  });
  return { key, origin };
}

/**
 * Marks the parts in a text between « and », where its normalised form holds them.
 * @returns null when a part is not in it
 */
export function markParts(text: string, parts: readonly string[]): string | null {
  const characters = [...text];
  const { key, origin } = folded(characters);
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

/** The fields in which a part of a code is looked for, and where in them. */
function markCode(document: SearchDocument, part: string): Matched | null {
  const { uscc, orgCode, regNo } = document;
  if (uscc.startsWith(part)) return { field: "uscc", text: `«${part}»${uscc.slice(part.length)}` };
  if (uscc.endsWith(part)) return { field: "uscc", text: `${uscc.slice(0, -part.length)}«${part}»` };
  for (const [field, code] of [["orgCode", orgCode ?? uscc.slice(8, 17)] as const, ["regNo", regNo] as const])
    if (code?.startsWith(part)) return { field, text: `«${part}»${code.slice(part.length)}` };
  return null;
}

/** What of a document answers a query: the field and its text, marked. Null when nothing of it does. */
export function matchedIn(document: SearchDocument, reading: QueryReading): Matched | null {
  if (reading.readAs === "all") return null;
  if (reading.readAs === "code" || reading.readAs === "code_repaired")
    return { field: "uscc", text: `«${document.uscc}»` };
  if (reading.readAs === "code_part") return markCode(document, reading.part);
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
