import type { Coded } from "./record.ts";

/** 市场主体类型 as Zhejiang's register codes them (reference §9.5); a code and its name on each line. */
const TABLE = `
1000 内资公司
1100 有限责任公司
1110 有限责任公司（国有独资）
1120 有限责任公司（外商投资企业投资）
1121 有限责任公司（外商投资企业合资）
1122 私营有限责任公司（外商投资企业与内资合资）
1123 有限责任公司（外商投资企业法人独资）
1124 其他有限责任公司（外商投资企业与内资合资）
1130 私营有限责任公司(自然人控股或私营性质企业控股)
1140 有限责任公司（国有控股）
1150 一人有限责任公司
1151 一人有限责任公司（自然人独资）
1152 一人有限责任公司（私营法人独资）
1153 一人有限责任公司（内资法人独资）
1154 一人有限责任公司（外商投资企业法人独资）
1190 其他有限责任公司
1200 股份有限公司
1210 股份有限公司（上市）
1211 股份有限公司（上市、外商投资企业投资）
1212 股份有限公司（上市、自然人投资或控股）
1213 股份有限公司（上市、国有控股）
1219 其他股份有限公司（上市）
1220 股份有限公司（非上市）
1221 股份有限公司（非上市、外商投资企业投资）
1222 股份有限公司（非上市、自然人投资或控股）
1223 股份有限公司（非上市、国有控股）
1229 其他股份有限公司（非上市）
2000 内资分公司
2100 有限责任公司分公司
2110 有限责任公司分公司（国有独资）
2120 有限责任公司分公司（外商投资企业投资）
2121 有限责任公司分公司（外商投资企业合资）
2122 私营有限责任公司分公司（外商投资企业与内资合资）
2123 有限责任公司分公司（外商投资企业法人独资）
2124 其他有限责任公司分公司（外商投资企业与内资合资）
2130 有限责任公司分公司（自然人投资或控股）
2140 有限责任公司分公司（国有控股）
2150 一人有限责任公司分公司
2151 一人有限责任公司分公司（自然人独资）
2152 一人有限责任公司分公司（私营法人独资）
2153 一人有限责任公司分公司（内资法人独资）
2190 其他有限责任公司分公司
2200 股份有限公司分公司
2210 股份有限公司分公司（上市）
2211 股份有限公司分公司（上市、外商投资企业投资）
2212 股份有限公司分公司（上市、自然人投资或控股）
2213 股份有限公司分公司（上市、国有控股）
2219 其他股份有限公司分公司（上市）
2220 股份有限公司分公司（非上市）
2221 股份有限公司分公司（非上市、外商投资企业投资）
2222 股份有限公司分公司（非上市、自然人投资或控股）
2223 股份有限公司分公司（非上市、国有控股）
2229 其他股份有限公司分公司（非上市）
3100 国有企业
3200 集体企业
3300 股份制
3310 未规范的有限责任公司
3320 未规范的股份有限公司
3400 股份合作制
3500 联营企业
3501 国有与国有企业联营
3502 国有与集体企业联营
3503 集体与集体企业联营
3504 其他联营
3600 事业法人
3610 国有事业法人
3620 集体事业法人
3700 合作社
3800 村经济合作社
3900 农村资金互助社
4000 内资非法人企业、非公司私营企业
4100 事业单位营业
4110 国有事业单位营业
4120 集体事业单位营业
4200 社团法人营业
4210 国有社团法人营业
4220 集体社团法人营业
4300 内资企业法人分支机构（非法人）
4310 全民所有制分支机构（非法人）
4320 集体分支机构（非法人）
4330 股份制企业分支机构
4340 股份合作企业分支机构
4350 国有联营企业分支机构
4360 集体联营企业分支机构
4370 国有、集体联营企业分支机构
4380 其它联营企业分支机构
4400 经营单位(非法人)
4410 国有企业经营单位(非法人)
4420 集体企业经营单位(非法人)
4430 股份合作企业经营单位(非法人)
4500 非公司私营企业
4510 个人独资企业
4520 合伙企业
4521 普通合伙企业
4522 有限合伙企业
4523 特殊的普通合伙企业
4530 个人独资企业分支机构
4540 合伙企业分支机构
4541 普通合伙企业分支机构
4542 有限合伙企业分支机构
4543 特殊的普通合伙企业分支机构
4550 私营独资企业
4560 私营合伙企业
4570 私营独资企业分支机构
4580 私营合伙企业分支机构
4600 联营企业（半紧密型）
4700 股份制企业（非法人）
4710 未规范的有限责任公司（非法人）
4720 未规范的股份有限公司（非法人）
4800 股份合作制（非法人）
4900 个体工商户
5000 外商投资企业
5100 有限责任公司
5110 有限责任公司（中外合资）
5120 有限责任公司（中外合作）
5130 有限责任公司（外商合资）
5140 有限责任公司（外商一人）
5141 有限责任公司（外国法人独资）
5142 有限责任公司（外国非法人经济组织独资）
5143 有限责任公司（外国自然人独资）
5190 其他有限责任公司
5200 股份有限公司
5210 股份有限公司（中外合资、未上市）
5220 股份有限公司（中外合资、上市）
5230 股份有限公司（外商合资、未上市）
5240 股份有限公司（外商合资、上市）
5290 其他股份有限公司
5300 非公司
5310 非公司外商投资企业（中外合作）
5320 非公司外商投资企业（外商合作）
5390 其他非公司外商投资企业
5800 外商投资企业分支机构
5810 有限责任公司分支机构
5811 有限责任公司（中外合资）分支机构
5812 有限责任公司（中外合作）分支机构
5813 有限责任公司（外商合资）分支机构
5814 有限责任公司（外商一人）分支机构
5815 有限责任公司（外国法人独资）分支机构
5816 有限责任公司（外国非法人经济组织独资）分支机构
5817 有限责任公司（外国自然人独资）分支机构
5819 其他有限责任公司分支机构
5820 股份有限公司分支机构
5821 股份有限公司（中外合资、未上市）分支机构
5822 股份有限公司（中外合资、上市）分支机构
5823 股份有限公司（外商合资、未上市）分支机构
5824 股份有限公司（外商合资、上市）分支机构
5829 其他股份有限公司分支机构
5830 非公司分支机构
5831 非公司外商投资企业（中外合作）分支机构
5832 非公司外商投资企业（外商合作）分支机构
5839 其他非公司外商投资企业分支机构
5840 有限责任公司办事机构
5841 有限责任公司（中外合资）办事机构
5842 有限责任公司（中外合作）办事机构
5843 有限责任公司（外商合资）办事机构
5844 有限责任公司（外商一人）办事机构
5845 有限责任公司（外国法人独资）办事机构
5846 有限责任公司（外国非法人经济组织独资）办事机构
5847 有限责任公司（外国自然人独资）办事机构
5849 其他有限责任公司办事机构
5850 股份有限公司办事机构
5851 股份有限公司（中外合资、未上市）办事机构
5852 股份有限公司（中外合资、上市）办事机构
5853 股份有限公司（外商合资、未上市）办事机构
5854 股份有限公司（外商合资、上市）办事机构
5859 其他股份有限公司办事机构
5860 非公司办事机构
5861 非公司外商投资企业（中外合作）办事机构
5862 非公司外商投资企业（外商合作）办事机构
5869 其他非公司外商投资企业办事机构
6000 台、港、澳投资企业
6100 有限责任公司
6110 有限责任公司（台港澳与境内合资）
6120 有限责任公司（台港澳与境内合作）
6130 有限责任公司（台港澳合资）
6140 有限责任公司（台港澳一人）
6141 有限责任公司（台港澳法人独资）
6142 有限责任公司（台港澳非法人经济组织独资）
6143 有限责任公司（台港澳自然人独资）
6150 有限责任公司（台港澳与外国投资者合资）
6190 其他有限责任公司
6200 股份有限公司
6210 股份有限公司（台港澳合资、未上市）
6220 股份有限公司（台港澳合资、上市）
6230 股份有限公司（台港澳独资、未上市）
6240 股份有限公司（台港澳独资、上市）
6250 股份有限公司（台港澳与外国投资者合资、未上市）
6260 股份有限公司（台港澳与外国投资者合资、上市）
6270 股份有限公司（台港澳与境内合资、未上市）
6280 股份有限公司（台港澳与境内合资、上市）
6290 其他股份有限公司
6300 非公司
6310 非公司台、港、澳企业（台港澳与境内合作）
6320 非公司台、港、澳企业（台港澳独资）
6390 其他非公司台、港、澳企业
6400 外商投资合伙企业
6410 外商投资合伙企业（普通合伙企业）
6420 外商投资合伙企业（特殊的普通合伙企业）
6430 外商投资合伙企业（有限合伙企业）
6800 台、港、澳投资企业分支机构
6810 有限责任公司分支机构
6811 有限责任公司（台港澳与境内合资）分支机构
6812 有限责任公司（台港澳与境内合作）分支机构
6813 有限责任公司（台港澳合资）分支机构
6814 有限责任公司（台港澳一人）分支机构
6815 有限责任公司（台港澳法人独资）分支机构
6816 有限责任公司（台港澳非法人经济组织独资）分支机构
6817 有限责任公司（台港澳自然人独资）分支机构
6818 有限责任公司（台港澳与外国投资者合资）分支机构
6819 其他有限责任公司分支机构
6820 股份有限公司分支机构
6821 股份有限公司（台港澳合资、未上市）分支机构
6822 股份有限公司（台港澳合资、上市）分支机构
6823 股份有限公司（台港澳独资、未上市）分支机构
6824 股份有限公司（台港澳独资、上市）分支机构
6825 股份有限公司（台港澳与外国投资者合资、未上市）分支机构
6826 股份有限公司（台港澳与外国投资者合资、上市）分支机构
6827 股份有限公司（台港澳与境内合资、未上市）分支机构
6828 股份有限公司（台港澳与境内合资、上市）分支机构
6829 其他股份有限公司分支机构
6830 非公司分支机构
6831 非公司台、港、澳企业（台港澳与境内合作）分支机构
6832 非公司台、港、澳企业（台港澳独资）分支机构
6839 其他非公司台、港、澳企业分支机构
6840 有限责任公司办事机构
6841 有限责任公司（台港澳与境内合资）办事机构
6842 有限责任公司（台港澳与境内合作）办事机构
6843 有限责任公司（台港澳合资）办事机构
6844 有限责任公司（台港澳一人）办事机构
6845 有限责任公司（台港澳法人独资）办事机构
6846 有限责任公司（台港澳非法人经济组织独资）办事机构
6847 有限责任公司（台港澳自然人独资）办事机构
6848 有限责任公司（台港澳与外国投资者合资）办事机构
6849 其他有限责任公司办事机构
6850 股份有限公司办事机构
6851 股份有限公司（台港澳合资、未上市）办事机构
6852 股份有限公司（台港澳合资、上市）办事机构
6853 股份有限公司（台港澳独资、未上市）办事机构
6854 股份有限公司（台港澳独资、上市）办事机构
6855 股份有限公司（台港澳与外国投资者合资、未上市）办事机构
6856 股份有限公司（台港澳与外国投资者合资、上市）办事机构
6857 股份有限公司（台港澳与境内合资、未上市）办事机构
6858 股份有限公司（台港澳与境内合资、上市）办事机构
6859 其他股份有限公司办事机构
6860 非公司办事机构
6861 非公司台、港、澳企业（台港澳与境内合作）办事机构
6862 非公司台、港、澳企业（台港澳独资）办事机构
6869 其他非公司台、港、澳企业办事机构
6900 外商投资合伙企业分支机构
6910 外商投资合伙企业（普通合伙企业）分支机构
6920 外商投资合伙企业（特殊的普通合伙企业）分支机构
6930 外商投资合伙企业（有限合伙企业）分支机构
7000 外国（地区）企业
7100 外国（地区）公司分支机构
7110 外国（地区）无限责任公司分支机构
7120 外国（地区）有限责任公司分支机构
7130 外国（地区）股份有限责任公司分支机构
7190 外国（地区）其他形式公司分支机构
7200 外国（地区）企业常驻代表机构
7300 外国（地区）企业在中国境内从事经营活动
7310 矿产资源勘探开发
7320 承包工程
7330 银行
7340 保险
7350 证券
7360 承包经营管理
7370 受托经营管理
7380 从事其他生产经营活动
7400 内资企业办事机构
7500 合作社分支机构
8000 集团
8650 农民专业合作社
8660 农民专业合作社分支机构
9000 其他
`;

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
for (const line of TABLE.trim().split("\n")) {
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
