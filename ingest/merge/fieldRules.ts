import type { IdentityField } from "../../src/enterprise/profile.ts";

/** Where a field may come from. `recency`: the record that speaks of the latest day wins; a tie goes to the first source. */
export interface FieldRule {
  sources: readonly ("base" | "change")[];
  by: "recency" | "priority";
  /** 变更事项 codes (reference §9.4) whose 变更后内容 is this field's value. */
  changeItems?: readonly string[];
}

const baseOnly: FieldRule = { sources: ["base"], by: "priority" };
const changed = (...changeItems: string[]): FieldRule => ({
  sources: ["base", "change"],
  by: "recency",
  changeItems,
});

/**
 * The priority of sources, field by field. The base record is the register's own word; a change record
 * overrules it only when it is dated later than the day the base record speaks of (核准日期, or its receipt).
 */
export const FIELD_RULES: Readonly<Record<IdentityField, FieldRule>> = {
  name: changed("01"),
  address: changed("02"),
  legalRepresentative: changed("03"),
  type: changed("04"),
  capital: changed("05"),
  scope: changed("12"),
  status: baseOnly,
  established: baseOnly,
  approved: baseOnly,
  operatingFrom: baseOnly,
  operatingTo: baseOnly,
  closed: baseOnly,
  district: baseOnly,
  industry: baseOnly,
  industryText: baseOnly,
  authority: baseOnly,
  orgCode: baseOnly,
  regNo: baseOnly,
};
