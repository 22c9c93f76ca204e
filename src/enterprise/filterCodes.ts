import { readEnterpriseType } from "./enterpriseTypes.ts";
import { INDUSTRIES } from "./industries.ts";
import { LIST_IDS } from "./record.ts";
import { regionLabel } from "./regions.ts";
import { STATUSES } from "./statuses.ts";

export const FILTERS = ["district", "status", "industry", "type", "list"] as const;
export type FilterName = (typeof FILTERS)[number];

const LISTS: readonly string[] = LIST_IDS;
const KNOWN: Readonly<Record<FilterName, (code: string) => boolean>> = {
  district: (code) => /^\d{6}$/.test(code) && regionLabel(code) !== null,
  status: (code) => STATUSES.labels(code) !== null,
  industry: (code) => INDUSTRIES.labels(code) !== null,
  type: (code) => code === "other" || readEnterpriseType(code)?.code === code,
  list: (code) => LISTS.includes(code),
};

/** Whether a code exists, whether or not any enterprise has it. */
export function isFilterCode(filter: FilterName, code: string): boolean {
  return KNOWN[filter](code);
}
