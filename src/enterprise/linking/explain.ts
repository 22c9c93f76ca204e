import { compareNames } from "./compareNames.ts";
import type { Party } from "./party.ts";
import {
  addressLevel,
  codeLevel,
  orgCodeLevel,
  personLevel,
  placeLevel,
  regNoLevel,
} from "./partyEvidence.ts";
import { type PartyName, readPartyName } from "./partyName.ts";
import { type Compared, inWords } from "./sentences.ts";
import { type BearerLevel, type Levels, type LifeLevel, PARAMETERS, type Prior } from "./weights.ts";

export type Outcome = "same" | "review" | "different";

export interface Explanation {
  outcome: Outcome;
  /** That both are one enterprise, from 0 to 1. */
  probability: number;
  /** The sum of prior and weights, in bits. */
  bits: number;
  features: Compared[];
  /** The parameters' version. */
  version: string;
  zh: string;
  en: string;
}

export interface Context {
  /** `register`: the enterprise was found by a key; `pair`: somebody put the two side by side (the default). */
  prior?: "pair" | "register";
  /** Enterprises of the register with the same brand and trade. */
  bearers?: number;
}

/** A party with its names taken apart, so that a firm compared with many is read once. */
export interface ReadParty {
  party: Party;
  name: PartyName | null;
  former: readonly PartyName[];
}

export function readParty(party: Party): ReadParty {
  return {
    party,
    name: party.name === null ? null : readPartyName(party.name),
    former: party.formerNames.map(readPartyName),
  };
}

const bearerLevel = (bearers: number | undefined): BearerLevel =>
  bearers === undefined ? "unknown" : bearers <= 1 ? "one" : bearers <= 4 ? "few" : "many";

type NameLevels = Pick<Levels, "core" | "region" | "form" | "branch" | "care" | "former">;

const NO_NAME: NameLevels = {
  ...{ core: "absent", region: "absent", form: "absent", branch: "none", care: "full", former: "current" },
};

// Objects are written out here and below: this is done for every candidate, and a spread takes longer than what it holds.
function levelsOfNames(a: PartyName, b: PartyName, former: Levels["former"]): NameLevels {
  const { core, region, form, branch, loose } = compareNames(a, b);
  return { core, region, form, branch, care: loose && core.startsWith("trade") ? "loose" : "full", former };
}

function bitsOfName({ core, region, form, branch, care, former }: NameLevels): number {
  const { weights } = PARAMETERS;
  return (
    weights.core[core] +
    weights.region[region] +
    weights.form[form] +
    weights.branch[branch] +
    weights.care[care] +
    weights.former[former]
  );
}

function bitsOf(levels: Levels): number {
  const { weights } = PARAMETERS;
  return (
    bitsOfName(levels) +
    weights.code[levels.code] +
    weights.orgCode[levels.orgCode] +
    weights.regNo[levels.regNo] +
    weights.representative[levels.representative] +
    weights.address[levels.address] +
    weights.place[levels.place] +
    weights.bearers[levels.bearers] +
    weights.life[levels.life]
  );
}

/** The likest of the names that the enterprise bears and bore. */
function bestNames(query: ReadParty, enterprise: ReadParty): { levels: NameLevels; right: string | null } {
  if (query.name === null || enterprise.name === null)
    return { levels: NO_NAME, right: enterprise.party.name };
  let best = { levels: levelsOfNames(query.name, enterprise.name, "current"), right: enterprise.name.given };
  let bits = bitsOfName(best.levels);
  for (const name of enterprise.former) {
    const levels = levelsOfNames(query.name, name, "former");
    const sum = bitsOfName(levels);
    if (sum > bits) {
      best = { levels, right: name.given };
      bits = sum;
    }
  }
  return best;
}

/** What no likeness of names may overrule. */
function isForbidden(levels: Levels, isPair: boolean): boolean {
  const { core, region, form, branch, code, orgCode } = levels;
  if (code === "different" || orgCode === "different" || branch === "different" || branch === "parent")
    return true;
  const isBacked = code === "repaired" || levels.representative === "same" || levels.address === "same";
  if ((region === "different" && code !== "repaired") || (region === "within" && !isBacked)) return true;
  // A bare pair of the same core under 有限 and 股份, or a branch named less exactly, is one firm more often than not.
  const isWhole = isPair && core === "same";
  if (form === "different") return true;
  if (form === "restructured" || branch === "more") return !isWhole;
  return core.startsWith("brand") && code !== "repaired" && levels.representative === "different";
}

/** A person with nothing of the name, of a code or of the place beside it. */
const isPersonAlone = ({ core, code, address }: Levels) =>
  (core === "other" || core === "absent") && code !== "repaired" && code !== "reissued" && address !== "same";

function outcomeOf(
  bits: number,
  levels: Levels,
  { prior, of }: { prior: Prior; of: "pair" | "register" },
): Outcome {
  const decided = levels.code === "same" || levels.orgCode === "same" || levels.regNo === "same";
  if (levels.code === "different" || (!decided && isPersonAlone(levels))) return "different";
  if (bits >= prior.same && (decided || !isForbidden(levels, of === "pair"))) return "same";
  return bits >= prior.review ? "review" : "different";
}

/** The levels of a pair, before any weight. */
function levelsOf(
  query: ReadParty,
  enterprise: ReadParty,
  context: Context,
): { levels: Levels; right: string | null } {
  const [a, b] = [query.party, enterprise.party];
  const { levels, right } = bestNames(query, enterprise);
  return {
    right,
    levels: {
      core: levels.core,
      region: levels.region,
      form: levels.form,
      branch: levels.branch,
      care: levels.care,
      former: levels.former,
      code: codeLevel(a, b),
      orgCode: orgCodeLevel(a, b),
      regNo: regNoLevel(a, b),
      representative: personLevel(a.legalRepresentative, b.legalRepresentative),
      address: addressLevel(a.address, b.address),
      place:
        levels.region === "absent" || levels.region === "neither"
          ? placeLevel(a.district, b.district)
          : "absent",
      bearers: levels.core === "same" ? bearerLevel(context.bearers) : "unknown",
      life: "within",
    },
  };
}

/** The part of an explanation that decides, without the words: for comparing with many. */
export interface Weighed {
  outcome: Outcome;
  bits: number;
  levels: Levels;
  /** The name of the enterprise that was compared: its own, or a former one. */
  right: string | null;
}

/**
 * Weighs two parties. Pure. The weights are log2 of likelihood ratios (Fellegi and Sunter 1969), added to what was known
 * before; some ten microseconds.
 */
export function weigh(query: ReadParty, enterprise: ReadParty, context: Context = {}): Weighed {
  const { levels, right } = levelsOf(query, enterprise, context);
  const of = context.prior ?? "pair";
  const prior = PARAMETERS.priors[of];
  const bits = prior.prior + bitsOf(levels);
  return { outcome: outcomeOf(bits, levels, { prior, of }), bits, levels, right };
}

/** The same in the light of what the register knows beside the two: how many bear the name, and when the enterprise lived. */
export function reweighed(weighed: Weighed, more: { bearers?: number; life?: LifeLevel }): Weighed {
  const levels = {
    ...weighed.levels,
    life: more.life ?? weighed.levels.life,
    bearers:
      more.bearers !== undefined && weighed.levels.core === "same"
        ? bearerLevel(more.bearers)
        : weighed.levels.bearers,
  };
  const bits = weighed.bits - bitsOf(weighed.levels) + bitsOf(levels);
  const of = "register";
  return { ...weighed, levels, bits, outcome: outcomeOf(bits, levels, { prior: PARAMETERS.priors[of], of }) };
}

export const probabilityOf = (bits: number) => 1 / (1 + 2 ** -bits);

/** What was weighed, in words; with another outcome or probability where the register had its say too. */
export function explained(
  query: Party,
  enterprise: Party,
  { outcome, bits, levels, right }: Weighed,
): Explanation {
  const words = inWords(levels, { query, enterprise: { ...enterprise, name: right }, outcome });
  return { outcome, probability: probabilityOf(bits), bits, version: PARAMETERS.version, ...words };
}

/** How sure it is that two parties are one enterprise, and why. Pure; some thirty microseconds. */
export function explain(query: Party, enterprise: Party, context: Context = {}): Explanation {
  return explained(query, enterprise, weigh(readParty(query), readParty(enterprise), context));
}
