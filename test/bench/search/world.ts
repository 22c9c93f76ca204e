import { pinyin } from "pinyin-pro";
import { type Company, plain } from "./companies.ts";
import { type Parts, partsReader } from "./nameParts.ts";

/** The syllables of a name, in small letters and without tones; letters and digits stand for themselves. By pinyin-pro alone. */
export function syllables(key: string): string[] {
  return pinyin(key, { toneType: "none", type: "array", v: true }).map((one) => one.toLowerCase());
}

/** Everything that is loaded, in the forms in which queries are judged against it. */
export interface World {
  companies: readonly Company[];
  /** `plain` names, by place in `companies`. */
  keys: readonly string[];
  /** `plain` former names; '' where there is none. */
  formerKeys: readonly string[];
  /** First letters of the syllables of the current name; kept once asked for (25 µs a name). */
  initials(index: number): string;
  /** Region, brand, trade and form of a name, or null where the judge can't tell them. */
  parts(name: string): Parts | null;
}

export function worldOf(companies: readonly Company[]): World {
  const keys = companies.map((company) => plain(company.name));
  const known: string[] = [];
  return {
    companies,
    keys,
    parts: partsReader(companies.map((company) => company.name)),
    formerKeys: companies.map(({ formerName }) => (formerName === null ? "" : plain(formerName))),
    initials(index) {
      const kept = known[index];
      if (kept !== undefined) return kept;
      const made = syllables(keys[index] ?? "")
        .map((one) => one.charAt(0))
        .join("");
      known[index] = made;
      return made;
    },
  };
}
