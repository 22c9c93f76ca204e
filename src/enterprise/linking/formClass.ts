/**
 * 组织形式, as far as it tells firms apart. `either`: 股份有限责任公司 and a bare 公司 are written for both kinds of company. Other
 * forms are their own words (厂, 律师事务所).
 */
export type FormClass = "limited" | "shares" | "either" | "partnership" | "sole" | "cooperative" | string;

const COMPANY: readonly (readonly [RegExp, FormClass])[] = [
  [/^股份有限公司$/, "shares"],
  [/^(有限责任|有限|责任有限)公司$/, "limited"],
  [/公司$/, "either"],
  [/合伙/, "partnership"],
  [/独资/, "sole"],
  [/合作社|合作联社|联合社/, "cooperative"],
];

const GROUP = /（集团）|集团/g;

/** The class of a form in its normal spelling; null when it says no more than 集团. */
export function formClass(form: string): FormClass | null {
  const bare = form.replace(GROUP, "");
  if (bare === "") return null;
  for (const [pattern, name] of COMPANY) if (pattern.test(bare)) return name;
  return bare;
}

/** Whether the form is that of a company, partnership or co-operative: others are half a trade (厂, 店, 酒店). */
export const isLegalForm = (form: FormClass) =>
  ["limited", "shares", "either", "partnership", "sole", "cooperative"].includes(form);

const COMPANIES: readonly FormClass[] = ["limited", "shares", "either"];

/** Of two forms that are both given. */
export function formsAgree(a: FormClass, b: FormClass): "same" | "compatible" | "restructured" | "different" {
  if (a === b) return "same";
  if (!COMPANIES.includes(a) || !COMPANIES.includes(b)) return "different";
  return a === "either" || b === "either" ? "compatible" : "restructured";
}
