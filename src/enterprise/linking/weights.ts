import type { CoreLevel } from "./compareCores.ts";
import type { FormLevel } from "./compareNames.ts";
import type { BranchLevel, RegionLevel } from "./comparePlaces.ts";

export type CodeLevel = "same" | "repaired" | "reissued" | "different" | "unlike" | "absent";
export type NumberLevel = "same" | "unverified" | "different" | "absent";
export type PersonLevel = "same" | "masked" | "different" | "absent";
export type PlaceLevel = "same" | "different" | "absent";
/** How many of the register bear the brand and trade of the enterprise; `unknown` outside of one. */
export type BearerLevel = "one" | "few" | "many" | "unknown";

/** The day of the record against the life of the enterprise: not yet founded, or closed for more than a year. */
export type LifeLevel = "within" | "before" | "after";

/** Every kind of evidence and its levels. */
export interface Levels {
  core: CoreLevel | "absent";
  region: RegionLevel;
  form: FormLevel;
  branch: BranchLevel;
  /** Two names of which one was written without a legal form, and whose trades differ. */
  care: "loose" | "full";
  former: "former" | "current";
  code: CodeLevel;
  orgCode: NumberLevel;
  regNo: NumberLevel;
  representative: PersonLevel;
  address: PlaceLevel;
  place: PlaceLevel;
  bearers: BearerLevel;
  life: LifeLevel;
}
export type Feature = keyof Levels;

export type Weights = { readonly [F in Feature]: Readonly<Record<Levels[F], number>> };

/**
 * What a pair was before it was looked at: put side by side by somebody, or found in the register by one key that both have.
 * All numbers are bits: log2 of odds. `same` and `review` are the least totals of their outcomes.
 */
export interface Prior {
  prior: number;
  same: number;
  review: number;
}

/** The parameters of linking. A change of any number is a new version: it is part of every link. */
export const PARAMETERS: {
  version: string;
  /** Where the numbers come from. */
  provenance: string;
  weights: Weights;
  priors: Readonly<Record<"pair" | "register", Prior>>;
} = {
  version: "2026-11-28",
  provenance:
    "bits, set in three steps. Start: log2(m/u) by level, m from the 414 labelled pairs that are one firm, u from 2,880 made pairs that only look like one (npm run bench -- link --pairs FILE prints both counts beside each weight). Then: levels that the labels have too rarely, and what is no name (codes, persons, days, bearers), from the shares with which the made records of npm run bench -- link have them by class. Last: held down wherever a link would rest on one doubtful level, until that benchmark had no wrong link by evidence and under 2 % of the rows in review.",
  weights: {
    core: {
      same: 14,
      trade_slip: 12,
      trade_order: 12,
      trade_more: 3,
      trade_word: -3,
      trade_other: -8,
      trade_none: -1,
      brand_sound: 0,
      brand_swap: 0,
      brand_slip: 0,
      brand_gap: 0,
      brand_more: -5,
      near: -3,
      other: -16,
      absent: 0,
    },
    region: { same: 3, both: 2, within: -10, neither: 1, absent: 0, slip: 0, different: -14 },
    form: { same: 2, compatible: 1, absent: 0, restructured: -8, different: -14 },
    branch: { none: 0, same: 4, placed: 2, more: -6, different: -16, parent: -16 },
    care: { loose: 2, full: 0 },
    former: { former: -1, current: 0 },
    code: { same: 24, repaired: 14, reissued: 16, different: -40, unlike: -2, absent: 0 },
    orgCode: { same: 20, unverified: 10, different: -14, absent: 0 },
    regNo: { same: 20, unverified: 10, different: -6, absent: 0 },
    representative: { same: 12, masked: 4, different: -3, absent: 0 },
    address: { same: 7, different: -1, absent: 0 },
    place: { same: 1, different: -4, absent: 0 },
    bearers: { one: 3, few: 0, many: -2, unknown: 0 },
    life: { within: 0, before: -14, after: -11 },
  },
  priors: {
    pair: { prior: 1, same: 7, review: -12 },
    register: { prior: -6, same: 11, review: 4 },
  },
};
