import { type CoreLevel, coreLevel, wholeLevel } from "./compareCores.ts";
import {
  type BranchLevel,
  branchLevel,
  hasRegionSlip,
  isRearranged,
  type RegionLevel,
  regionLevel,
} from "./comparePlaces.ts";
import { formsAgree, isLegalForm } from "./formClass.ts";
import { coreOf, type PartyName } from "./partyName.ts";

/** `restructured`: 有限公司 and 股份有限公司, which one firm may have been in turn. */
export type FormLevel = "same" | "compatible" | "absent" | "restructured" | "different";

export interface NameComparison {
  core: CoreLevel;
  region: RegionLevel;
  form: FormLevel;
  branch: BranchLevel;
  /** One side has no legal form: written down with less care than a whole name. */
  loose: boolean;
}

function formLevel(a: PartyName, b: PartyName): FormLevel {
  if (a.form === null || b.form === null) return "absent";
  if (coreOf(a) + a.formWord === coreOf(b) + b.formWord && isLegalForm(a.form) !== isLegalForm(b.form))
    return "absent";
  return formsAgree(a.form, b.form);
}

const isLoose = (a: PartyName, b: PartyName) => a.form === null || b.form === null;

/** The border between trade and branch is not always found where the form is left out. */
const sameToTheEnd = (a: PartyName, b: PartyName) =>
  isLoose(a, b) && a.branch !== b.branch && coreOf(a) + a.branch === coreOf(b) + b.branch;

/** Pure and symmetric but for its cost; some ten microseconds. */
export function compareNames(a: PartyName, b: PartyName): NameComparison {
  const [region, form, loose] = [regionLevel(a, b), formLevel(a, b), isLoose(a, b)];
  if (isRearranged(a, b) && coreOf(a) !== coreOf(b))
    return { core: "same", region: "both", form, branch: "same", loose };
  if (sameToTheEnd(a, b)) return { core: "same", region, form, branch: "same", loose };
  const branch = branchLevel(a.branch, b.branch);
  const core = coreLevel(a, b, loose);
  if (core !== "same" && hasRegionSlip(a, b)) return { core: "same", region: "slip", form, branch, loose };
  return { core: core === "other" ? wholeLevel(a, b) : core, region, form, branch, loose };
}
