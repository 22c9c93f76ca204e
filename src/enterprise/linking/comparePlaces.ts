import { isWithin, likeness } from "../likeness.ts";
import { wholeRegion } from "../nameRegion.ts";
import type { PartyName } from "./partyName.ts";

/**
 * `within`: one names a place within the other's (浙江 and 温州): names are registered by level, so these are two firms more often
 * than one. `both`: one names the other's among its own.
 */
export type RegionLevel = "same" | "both" | "within" | "neither" | "absent" | "slip" | "different";
export type BranchLevel = "none" | "same" | "placed" | "more" | "different" | "parent";

export function regionLevel(a: PartyName, b: PartyName): RegionLevel {
  if (a.region === b.region) return a.region === "" ? "neither" : "same";
  if (a.region === "" || b.region === "") return "absent";
  if (a.places.includes(b.region) || b.places.includes(a.region)) return "both";
  const [codeA, codeB] = [a.regionCode?.replace(/(00)+$/, ""), b.regionCode?.replace(/(00)+$/, "")];
  if (codeA !== undefined && codeB !== undefined) {
    if (codeA === codeB) return "same";
    return codeA.startsWith(codeB) || codeB.startsWith(codeA) ? "within" : "different";
  }
  return a.region.includes(b.region) || b.region.includes(a.region) ? "within" : "different";
}

/** One character of the place is wrong, and what follows it agrees: 漳洲宏发电声 is 漳州宏发电声. */
export function hasRegionSlip(a: PartyName, b: PartyName): boolean {
  const place = (a.region === "" ? b : a).region.length;
  if ((a.region !== "" && b.region !== "") || place === 0 || a.key.length !== b.key.length) return false;
  return a.key.slice(place) === b.key.slice(place) && likeness(a.key, b.key, false).edits === 1;
}

/** A place in brackets moved within the name: （香港）中国投资有限公司 is 中国投资（香港）有限公司. */
export const isRearranged = (a: PartyName, b: PartyName) =>
  a.key.length === b.key.length &&
  [...a.places, ...b.places].some((place) => a.key.replace(place, "") === b.key.replace(place, ""));

const BRANCH_KIND = /(?:分公司|分行|支行|分理处|营业部|分店|办事处|支公司|分厂|门店|店|部|处|所|站|厂|中心)$/;

export function branchLevel(a: string, b: string): BranchLevel {
  if (a === b) return a === "" ? "none" : "same";
  if (a === "" || b === "") return "parent";
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.endsWith(short) && wholeRegion(long.slice(0, long.length - short.length)) !== null)
    return "placed";
  const [kind, other] = [BRANCH_KIND.exec(short)?.[0], BRANCH_KIND.exec(long)?.[0]];
  if (kind === undefined || kind !== other) return "different";
  const [place, more] = [short.slice(0, -kind.length), long.slice(0, -kind.length)];
  return place.length > 1 && isWithin(place, more) ? "more" : "different";
}
