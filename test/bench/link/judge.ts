import { editDistance } from "../search/edits.ts";
import type { LinkFirm } from "./firm.ts";
import { formClass, type Parts } from "./nameParts.ts";
import type { Stated } from "./row.ts";

/** Beyond this no clerk takes a firm for the one that is meant. */
export const DOUBTFUL = 2.5;
/** How much better than any other firm the one must fit. */
const MARGIN = 1;

/** Of two texts: the same 0, one slip apart `slip`, else `apart`. */
function apart(a: string, b: string, slip: number, other: number): number {
  if (a === b) return 0;
  return a !== "" && b !== "" && editDistance(a, b, 1) <= 1 ? slip : other;
}

function placeCost(written: Parts, own: Parts, city: string): number {
  if (written.place === own.place) return written.region === own.region ? 0 : 0.25;
  // A name without region counts the authority's city as its region.
  if (written.place === "") return own.place === city ? 0.5 : 2;
  return 4;
}

function formCost(written: string, own: string): number {
  if (written === own) return 0;
  if (written === "") return 1;
  if (formClass(written) !== formClass(own)) return 5;
  return 0.25;
}

function branchCost(written: string, own: string): number {
  if (written === own) return 0;
  return written === "" ? 5 : 6;
}

/** How far what is written is from a name: a missing form 1, a slip in the trade 2, in the brand 3, other places, forms, branches more. */
export function nameCost(written: Parts, own: Parts, city: string): number {
  return (
    apart(written.brand, own.brand, 3, 9) +
    apart(written.trade, own.trade, 2, 6) +
    placeCost(written, own, city) +
    formCost(written.form, own.form) +
    branchCost(written.branch, own.branch)
  );
}

function lifeCost({ decidedOn }: Stated, { established, closed }: LinkFirm): number {
  return decidedOn < established - 30 || (closed !== null && decidedOn > closed + 365) ? 3 : 0;
}

function codeCost({ code, orgCode, regNo }: Stated, { uscc, regNo: own }: LinkFirm): number {
  const near = code !== "" && editDistance(code, uscc, 1) <= 1;
  const numbered = (orgCode !== "" && orgCode === uscc.slice(8, 17)) || (regNo !== "" && regNo === own);
  return near || numbered ? -6 : 0;
}

/**
 * How badly this firm explains what a record says: 0 for its exact name. Knows nothing of how links are made: a table of
 * what a careful clerk weighs, over the parts that names were put together from.
 */
export function explanationCost(stated: Stated, firm: LinkFirm): number {
  const { parts, representative, city } = stated;
  const names = [nameCost(parts ?? firm.parts, firm.parts, city)];
  if (parts !== null && firm.former !== null) names.push(0.25 + nameCost(parts, firm.former, city));
  const person = representative === "" ? 0 : representative === firm.representative ? -2 : 2;
  return Math.min(...names) + person + lifeCost(stated, firm) + codeCost(stated, firm);
}

/**
 * What a clerk could do with the record, who has the whole register before him.
 * @param own how badly its firm explains it; null when it is nobody's
 * @param rival how badly the best of all others does; Infinity when none comes near
 * @returns `unfair` when another firm fits it better: such a record is none to judge by
 */
export function judged(own: number | null, rival: number): "yes" | "no" | "unfair" {
  if (own === null) return rival <= DOUBTFUL ? "unfair" : "no";
  if (rival < own - 0.2) return "unfair";
  return own <= DOUBTFUL && rival >= own + MARGIN ? "yes" : "no";
}
