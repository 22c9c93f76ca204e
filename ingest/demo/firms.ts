import type { Day } from "./days.ts";
import type { Place } from "./places.ts";

export const FIRM_KINDS = ["company", "individual", "branch", "partnership", "sole", "cooperative"] as const;
export type FirmKind = (typeof FIRM_KINDS)[number];

/** An enterprise as far as records about it need to know it. */
export interface Firm {
  index: number;
  kind: FirmKind;
  uscc: string;
  orgCode: string;
  regNo: string | null;
  name: string;
  /** No other firm of the base has this name. */
  nameUnique: boolean;
  /** The name without its region, when that is the city's own: what a clerk of the city writes. */
  withoutRegion: string | null;
  /** The name with a slip in its brand, that no firm bears; null when none is known. */
  misspelt: string | null;
  /** The name without its legal form. */
  shortName: string | null;
  /** The name with another legal form, that no firm bears. */
  otherForm: string | null;
  formerName: string | null;
  renamedOn: Day | null;
  /** The firm this is a branch of, when the base does not hold that firm. */
  parentName: string | null;
  city: Place;
  place: Place;
  address: string;
  established: Day;
  representative: string;
  /** Section and class of GB/T 4754-2017; null for firms of a given base. */
  industry: { section: string; code: string } | null;
}

/** The firms that records are made about: any of them can be asked for at any time. */
export interface FirmSource {
  readonly size: number;
  /** Pure: the same firm for the same index. */
  at(index: number): Firm;
  /** A firm that is in no base: sound code, name borne by nobody. */
  stranger(index: number): Pick<Firm, "uscc" | "name">;
}

const FORMS = /(集团有限公司|股份有限公司|有限责任公司|有限公司|专业合作社|合伙企业（有限合伙）)$/;

/** The name without its legal form, or null when it has none of the usual ones. */
export function withoutForm(name: string): string | null {
  return FORMS.test(name) ? name.replace(FORMS, "") : null;
}

/** 有限公司 → 股份有限公司 and back; null for other forms. */
export function withOtherForm(name: string): string | null {
  if (name.endsWith("股份有限公司")) return name.replace(/股份有限公司$/, "有限公司");
  if (/集团有限公司$|有限责任公司$/.test(name) || !name.endsWith("有限公司")) return null;
  return name.replace(/有限公司$/, "股份有限公司");
}

/** Those of a catalogue that a firm of this industry can have to do with; all of them when its industry is unknown. */
export function fitting<T extends { fits?: string }>(catalogue: readonly T[], firm: Firm): readonly T[] {
  const section = firm.industry?.section;
  if (section === undefined) return catalogue;
  const found = catalogue.filter((entry) => entry.fits === undefined || entry.fits.includes(section));
  return found.length === 0 ? catalogue : found;
}
