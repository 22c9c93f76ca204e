import { foldTable } from "./foldTable.ts";
import { shortName } from "./regionPlaces.ts";
import { currentRegion, regionLabel, startsWithRegionName } from "./regions.ts";
import { toSimplified } from "./simplified.ts";

/**
 * The form in which two spellings of one name are equal: NFKC, simplified, capitals, and letters and digits only, so without
 * brackets, spaces and punctuation. ○ is written for 〇. Below a microsecond for names that are folded already.
 */
export const nameKey: (name: string) => string = foldTable((name) =>
  toSimplified(name.replaceAll("○", "〇").normalize("NFKC"))
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, ""),
);

const IN_BRACKETS = /[(（〔[【]([^()（）〔〕[\]【】]{2,8})[)）〕\]】]/;

/** Whether the name begins with its own region. */
export function startsWithRegion(name: string): boolean {
  const first = name.charCodeAt(0);
  const folded = first >= 0x4e00 && first <= 0x9fff ? name : name.normalize("NFKC").replace(/^[\s([]+/, "");
  return startsWithRegionName(folded);
}

/** 应恺（深圳）实业有限公司 says its region too. */
function hasRegion(name: string): boolean {
  if (startsWithRegion(name)) return true;
  const within = IN_BRACKETS.exec(name)?.[1];
  return within !== undefined && startsWithRegionName(within);
}

const PREFIXES = new Map<string, readonly string[]>();

function withAndWithout(label: string | null): string[] {
  if (label === null || /^市辖区$|直辖|^县$/.test(label)) return [];
  const short = shortName(label);
  return short === null ? [label] : [label, short];
}

/** What may stand before a name that an authority of this region wrote without its region. */
function prefixesOf(authorityRegion: string): readonly string[] {
  const known = PREFIXES.get(authorityRegion);
  if (known !== undefined) return known;
  const region = currentRegion(authorityRegion.padEnd(6, "0"));
  const city = withAndWithout(
    regionLabel(/^(11|12|31|50)/.test(region) ? region.slice(0, 2) : region.slice(0, 4)),
  );
  const county = region.endsWith("00") ? [] : withAndWithout(regionLabel(region));
  const prefixes = [...city, ...county, ...city.flatMap((whole) => county.map((part) => whole + part))];
  PREFIXES.set(authorityRegion, prefixes);
  return prefixes;
}

/**
 * The keys a name may be registered under: its own, and when it has no region of its own, those with the authority's city
 * (and county) in front, with and without 市, 区 and 县.
 * @param authorityRegion GB/T 2260 code of the authority, two to six digits, or null
 */
export function nameKeysWithRegion(name: string, authorityRegion: string | null): string[] {
  const key = nameKey(name);
  if (key === "") return [];
  if (authorityRegion === null || hasRegion(name)) return [key];
  return [key, ...prefixesOf(authorityRegion).map((prefix) => prefix + key)];
}
