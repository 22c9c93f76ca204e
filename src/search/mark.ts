import { nameKey } from "../enterprise/nameKey.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { placeOfWays } from "./cells.ts";
import type { Matched } from "./engine.ts";
import { markParts, markUnits } from "./markText.ts";
import { abbreviated, calledAt, type NearName, nearName, nearness } from "./nearName.ts";
import type { QueryReading, Way } from "./reading.ts";
import { nameStarts } from "./sounds.ts";

/** The fields in which a part of a code is looked for, and where in them. */
function markCode(document: SearchDocument, part: string): Matched | null {
  const { uscc, orgCode, regNo } = document;
  if (uscc.startsWith(part)) return { field: "uscc", text: `«${part}»${uscc.slice(part.length)}` };
  if (uscc.endsWith(part)) return { field: "uscc", text: `${uscc.slice(0, -part.length)}«${part}»` };
  for (const [field, code] of [["orgCode", orgCode ?? uscc.slice(8, 17)] as const, ["regNo", regNo] as const])
    if (code?.startsWith(part)) return { field, text: `«${part}»${code.slice(part.length)}` };
  return markFormerCode(document, part);
}

/** The first former code that begins with a part, ends with it, or whose organisation code begins with it. */
function markFormerCode({ formerCodes }: SearchDocument, part: string): Matched | null {
  for (const code of formerCodes ?? []) {
    const at = [0, code.length - part.length, 8].find((from) => from >= 0 && code.startsWith(part, from));
    if (at !== undefined)
      return {
        field: "formerCode",
        text: `${code.slice(0, at)}«${part}»${code.slice(at + part.length)}`,
      };
  }
  return null;
}

/** One of the whole codes, which the document has or had. */
function markWholeCode(document: SearchDocument, codes: readonly string[]): Matched | null {
  if (codes.includes(document.uscc)) return { field: "uscc", text: `«${document.uscc}»` };
  const former = document.formerCodes?.find((code) => codes.includes(code));
  return former === undefined ? null : { field: "formerCode", text: `«${former}»` };
}

/** What of a document answers a query: the field and its text, marked. Null when nothing of it does, and for a query without text. */
export function matcher(reading: QueryReading): (document: SearchDocument) => Matched | null {
  switch (reading.readAs) {
    case "all":
      return () => null;
    case "code":
      return (document) => markWholeCode(document, [reading.uscc]);
    case "code_repaired":
      return (document) => markWholeCode(document, reading.repairs);
    case "code_part":
      return (document) => markCode(document, reading.part);
    case "name":
      return (document) =>
        reading.parts.length === 0
          ? null
          : (inNames(document, (text) => markName(text, reading)) ??
            (reading.called === null ? null : markCalling(document.name, reading.called)));
    case "words":
      return (document) => inFields(document, reading.parts);
    case "pinyin":
      return (document) =>
        inNames(document, (text) => markParts(text, reading.parts)) ?? sounding(document.name, reading.ways);
    case "mixed":
      return ({ name }) => sounding(name, reading.ways);
    case "address":
      return (document) => inAddress(document, reading.text);
    case "abbreviation":
      return ({ name }) => shortened(name, reading.keys);
    case "near": {
      const near = nearName(reading.typed);
      return (document) => nearest(document, near);
    }
  }
}

function markName(text: string, of: { parts: readonly string[]; alike: string | null }): string | null {
  return markParts(text, of.parts) ?? (of.alike === null ? null : markParts(text, [of.alike]));
}

/** The current name, or else the first former one, that `mark` finds something in. */
function inNames(document: SearchDocument, mark: (text: string) => string | null): Matched | null {
  const name = mark(document.name);
  if (name !== null) return { field: "name", text: name };
  for (const former of document.formerNames) {
    const text = mark(former);
    if (text !== null) return { field: "formerName", text };
  }
  return null;
}

function inAddress({ address }: SearchDocument, part: string): Matched | null {
  const text = address === null ? null : markParts(address, [part]);
  return text === null ? null : { field: "address", text };
}

/** Says what is not in the name: who reads the hit sees the name anyway. A representative alone is no answer: people are not looked up here. */
function inFields(document: SearchDocument, parts: readonly string[]): Matched | null {
  const inName = parts.filter((part) => inNames(document, (text) => markParts(text, [part])) !== null);
  if (inName.length === parts.length)
    return (
      inNames(document, (text) => markParts(text, inName)) ??
      inNames(document, (text) => markParts(text, inName.slice(0, 1)))
    );
  const others = parts.filter((part) => !inName.includes(part));
  const person = document.legalRepresentative ?? "";
  const places = others.filter((part) => part !== nameKey(person));
  if (others.length - places.length > 1 || (inName.length === 0 && places.length === 0)) return null;
  const text = places.length === 0 ? null : markParts(document.address ?? "", places);
  if (places.length > 0) return text === null ? null : { field: "address", text };
  return { field: "legalRepresentative", text: `«${person}»` };
}

function sounding(name: string, ways: readonly Way[]): Matched | null {
  const key = nameKey(name);
  const place = placeOfWays(ways, key, () => nameStarts(name));
  if (place === null) return null;
  const units = Array.from({ length: place.length }, (_, i) => place.at + i);
  return { field: "name", text: markUnits(name, units) };
}

function markCalling(name: string, short: string): Matched | null {
  const at = calledAt(short, name);
  return at === null ? null : { field: "name", text: markUnits(name, at) };
}

function shortened(name: string, shorts: readonly string[]): Matched | null {
  for (const short of shorts) {
    const found = abbreviated(short, name);
    if (found !== null) return { field: "name", text: markUnits(name, found.at) };
  }
  return null;
}

function nearest(document: SearchDocument, near: NearName): Matched | null {
  return inNames(document, (text) => {
    const found = nearness(near, text);
    return found === null ? null : markUnits(text, found.same);
  });
}
