import { currentRegion, regionLabel, startsWithRegionName } from "./regions.ts";
import { toSimplified } from "./simplified.ts";

const PLAIN = /^[\u4e00-\u9fff]+$/;
const PUNCTUATION =
  /[\s\u200b\ufeff()[\]{}<>〔〕【】《》〈〉「」『』·•・.,，。、;；:：'"“”‘’`!?/\\|_*&+~^%$#@=\u2010-\u2015-]/g;

/** The form in which two spellings of one name are equal: NFKC, capitals, simplified, without brackets, spaces and punctuation. */
export function nameKey(name: string): string {
  const simplified = toSimplified(name);
  if (PLAIN.test(simplified)) return simplified;
  return toSimplified(simplified.normalize("NFKC")).toUpperCase().replace(PUNCTUATION, "");
}

/** Whether the name says its own region. */
export function startsWithRegion(name: string): boolean {
  return startsWithRegionName(name.normalize("NFKC").replace(/^[\s(]+/, ""));
}

const withAndWithout = (label: string) =>
  [label, label.replace(/[市县区]$/, "")].filter((name) => name.length >= 2);

/**
 * The keys a name may be registered under. A name without a region of its own counts the authority's city (and county) as its region.
 * @param authorityRegion GB/T 2260 code of the authority, or null
 */
export function nameKeysWithRegion(name: string, authorityRegion: string | null): string[] {
  const key = nameKey(name);
  if (key === "") return [];
  if (authorityRegion === null || startsWithRegion(name)) return [key];
  const keys = new Set([key]);
  const region = currentRegion(authorityRegion.padEnd(6, "0"));
  const city = regionLabel(region.slice(0, 4));
  if (city !== null && city !== "市辖区") {
    for (const prefix of withAndWithout(city)) keys.add(nameKey(prefix) + key);
    const county = region.endsWith("00") ? null : regionLabel(region);
    if (county !== null)
      for (const prefix of withAndWithout(county)) {
        keys.add(nameKey(prefix) + key);
        for (const whole of withAndWithout(city)) keys.add(nameKey(whole + prefix) + key);
      }
  }
  return [...keys];
}
