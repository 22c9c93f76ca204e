import { ENTERPRISE_TYPE_TABLE } from "./enterpriseTypeTable.ts";
import type { Coded } from "./record.ts";

/**
 * Other names by Zhejiang's code: those of the national table (reference §9.5) and what licences print.
 * National codes mean other things than Zhejiang's (4540, 5810), so they are not mapped, but for three that Zhejiang's table
 * lacks: 9100, 9200 and 9500 [GK].
 */
const ALSO: readonly (readonly [code: string, names: readonly string[]])[] = [
  ["1100", ["有限公司", "有限责任公司（内资）"]],
  ["1110", ["国有独资公司", "国有独资"]],
  ["1122", ["有限责任公司（外商投资企业与内资合资）"]],
  ["1130", ["有限责任公司（自然人投资或控股）", "私营有限责任公司"]],
  ["1151", ["有限责任公司（自然人独资）"]],
  ["1152", ["有限责任公司（自然人投资或控股的法人独资）"]],
  [
    "1153",
    [
      "有限责任公司（非自然人投资或控股的法人独资）",
      "有限责任公司（法人独资）",
      "有限责任公司（内资法人独资）",
    ],
  ],
  ["1154", ["有限责任公司（外商投资企业法人独资）（一人）"]],
  ["1200", ["股份公司"]],
  ["1220", ["股份有限公司（未上市）"]],
  ["2122", ["有限责任公司分公司（外商投资企业与内资合资）"]],
  ["2151", ["有限责任公司分公司（自然人独资）"]],
  ["2152", ["有限责任公司分公司（自然人投资或控股的法人独资）"]],
  ["2153", ["有限责任公司分公司（非自然人投资或控股的法人独资）"]],
  ["3100", ["全民所有制", "全民所有制企业", "国有企业法人"]],
  ["3200", ["集体所有制", "集体所有制企业", "集体企业法人"]],
  ["3400", ["股份合作企业", "股份合作制企业"]],
  ["4340", ["股份合作制分支机构"]],
  ["4410", ["国有经营单位（非法人）"]],
  ["4420", ["集体经营单位（非法人）"]],
  ["4510", ["个人独资"]],
  ["4520", ["合伙"]],
  ["4523", ["特殊普通合伙企业"]],
  ["4900", ["个体", "个体户", "9500"]],
  ["6140", ["有限责任公司（港澳台自然人独资）（一人）"]],
  ["6141", ["有限责任公司（港澳台法人独资）"]],
  ["6143", ["有限责任公司（港澳台自然人独资）"]],
  ["7200", ["外国企业常驻代表机构", "常驻代表机构"]],
  ["8650", ["合作社", "专业合作社", "9100"]],
  ["8660", ["9200"]],
];

/** English by the first digits, the longest that fit. */
const FORMS: Readonly<Record<string, string>> = {
  ...{ "1": "Domestic company", "11": "Limited liability company", "12": "Company limited by shares" },
  ...{ "115": "One-person limited liability company", "2": "Branch of a domestic company" },
  ...{ "21": "Branch of a limited liability company", "22": "Branch of a company limited by shares" },
  ...{ "31": "State-owned enterprise", "32": "Collective enterprise", "33": "Shareholding enterprise" },
  ...{ "34": "Shareholding cooperative", "35": "Associated enterprise", "36": "Public institution" },
  ...{ "37": "Cooperative", "38": "Village cooperative", "39": "Rural mutual fund" },
  ...{ "4": "Domestic enterprise without legal personality", "41": "Business of a public institution" },
  ...{ "42": "Business of an association", "43": "Branch of a domestic enterprise", "44": "Operating unit" },
  ...{ "451": "Sole proprietorship", "452": "Partnership", "4522": "Limited partnership" },
  ...{ "453": "Branch of a sole proprietorship", "454": "Branch of a partnership" },
  ...{ "455": "Private sole proprietorship", "456": "Private partnership" },
  ...{ "457": "Branch of a private sole proprietorship", "458": "Branch of a private partnership" },
  ...{ "46": "Associated enterprise", "47": "Shareholding enterprise without legal personality" },
  ...{ "48": "Shareholding cooperative without legal personality", "49": "Sole trader (个体工商户)" },
  ...{ "5": "Foreign-invested enterprise", "51": "Foreign-invested limited liability company" },
  ...{
    "52": "Foreign-invested company limited by shares",
    "58": "Branch or office of a foreign-invested enterprise",
  },
  ...{ "6": "Enterprise with investment from Hong Kong, Macao or Taiwan" },
  ...{ "61": "Limited liability company with investment from Hong Kong, Macao or Taiwan" },
  ...{ "62": "Company limited by shares with investment from Hong Kong, Macao or Taiwan" },
  ...{ "64": "Foreign-invested partnership", "69": "Branch of a foreign-invested partnership" },
  ...{ "68": "Branch or office of an enterprise with investment from Hong Kong, Macao or Taiwan" },
  ...{
    "7": "Foreign enterprise",
    "71": "Branch of a foreign company",
    "72": "Representative office of a foreign enterprise",
  },
  ...{ "73": "Foreign enterprise operating in China", "74": "Office of a domestic enterprise" },
  ...{
    "75": "Branch of a cooperative",
    "80": "Group",
    "8650": "Farmers' cooperative",
    "8660": "Branch of a farmers' cooperative",
  },
  ...{ "90": "Other" },
};
const QUALIFIERS: readonly (readonly [RegExp, string])[] = [
  [/国有独资/, "wholly state-owned"],
  [/国有控股/, "state-controlled"],
  [/自然人独资/, "one natural person"],
  [/自然人投资或控股|自然人控股/, "natural persons"],
  [/法人独资/, "one legal person"],
  [/[（、](非|未)上市/, "unlisted"],
  [/[（、]上市/, "listed"],
];

const fold = (text: string) => text.normalize("NFKC").replace(/\s/g, "");
const BY_CODE = new Map<string, Coded>();
const BY_NAME = new Map<string, Coded>();
for (const line of ENTERPRISE_TYPE_TABLE.trim().split("\n")) {
  const coded = { code: line.slice(0, 4), label: line.slice(5) };
  BY_CODE.set(coded.code, coded);
  if (!BY_NAME.has(fold(coded.label))) BY_NAME.set(fold(coded.label), coded);
}
for (const [code, names] of ALSO) {
  const coded = BY_CODE.get(code);
  if (coded !== undefined)
    for (const name of names) if (!BY_NAME.has(fold(name))) BY_NAME.set(fold(name), coded);
}

/** By code or by name, of the table or the national one; a text in neither keeps its words under the code `other`. */
export function readEnterpriseType(text: string): Coded | null {
  const folded = fold(text);
  if (folded === "") return null;
  return BY_CODE.get(folded) ?? BY_NAME.get(folded) ?? { code: "other", label: text };
}

function english(code: string, zh: string): string {
  const form = [4, 3, 2, 1]
    .map((digits) => FORMS[code.slice(0, digits)])
    .find((words) => words !== undefined);
  const qualifiers = QUALIFIERS.filter(([pattern]) => pattern.test(zh)).map(([, words]) => words);
  return `${form ?? "Other"}${qualifiers.length === 0 ? "" : ` (${qualifiers.join(", ")})`}`;
}

/** Labels by code. The English ones say the form and the main qualifiers, not every one. */
export const ENTERPRISE_TYPES = {
  labels(code: string): { zh: string; en: string } | null {
    if (code === "other") return { zh: "其他", en: "Other" };
    const zh = BY_CODE.get(code)?.label;
    return zh === undefined ? null : { zh, en: english(code, zh) };
  },
};
