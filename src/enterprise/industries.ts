import { codeTable } from "./codeTable.ts";
import { DIVISIONS, sectionOfDivision } from "./industryDivisions.ts";
import type { Coded } from "./record.ts";

/** Sections of GB/T 4754-2017 (reference §9.2; T [GK]). */
export const INDUSTRIES = codeTable([
  {
    code: "A",
    zh: "农、林、牧、渔业",
    en: "Agriculture, forestry and fishing",
    also: ["农林牧渔业", "农业", "林业", "畜牧业", "渔业"],
  },
  { code: "B", zh: "采矿业", en: "Mining", also: [] },
  { code: "C", zh: "制造业", en: "Manufacturing", also: [] },
  {
    code: "D",
    zh: "电力、热力、燃气及水生产和供应业",
    en: "Electricity, heat, gas and water supply",
    also: ["电力热力燃气及水生产和供应业"],
  },
  { code: "E", zh: "建筑业", en: "Construction", also: [] },
  { code: "F", zh: "批发和零售业", en: "Wholesale and retail", also: ["批发业", "零售业"] },
  {
    code: "G",
    zh: "交通运输、仓储和邮政业",
    en: "Transport, storage and post",
    also: ["交通运输仓储和邮政业"],
  },
  { code: "H", zh: "住宿和餐饮业", en: "Accommodation and catering", also: ["住宿业", "餐饮业"] },
  {
    code: "I",
    zh: "信息传输、软件和信息技术服务业",
    en: "Information and software",
    also: ["信息传输软件和信息技术服务业"],
  },
  { code: "J", zh: "金融业", en: "Finance", also: [] },
  { code: "K", zh: "房地产业", en: "Real estate", also: [] },
  { code: "L", zh: "租赁和商务服务业", en: "Leasing and business services", also: ["租赁业", "商务服务业"] },
  { code: "M", zh: "科学研究和技术服务业", en: "Scientific and technical services", also: [] },
  {
    code: "N",
    zh: "水利、环境和公共设施管理业",
    en: "Water, environment and public facilities",
    also: ["水利环境和公共设施管理业"],
  },
  {
    code: "O",
    zh: "居民服务、修理和其他服务业",
    en: "Household, repair and other services",
    also: ["居民服务修理和其他服务业"],
  },
  { code: "P", zh: "教育", en: "Education", also: ["教育业"] },
  { code: "Q", zh: "卫生和社会工作", en: "Health and social work", also: [] },
  { code: "R", zh: "文化、体育和娱乐业", en: "Culture, sport and entertainment", also: ["文化体育和娱乐业"] },
  {
    code: "S",
    zh: "公共管理、社会保障和社会组织",
    en: "Public administration and social organisations",
    also: [],
  },
  { code: "T", zh: "国际组织", en: "International organisations", also: [] },
]);

const LABELS = "ABCDEFGHIJKLMNOPQRST".split("").map((code) => INDUSTRIES.coded(code));
const bare = (text: string) => text.replace(/[\s、，,]/g, "");
/** Names of sections and divisions, the longest first, so that 批发和零售业 is found before 零售业. */
const NAMES: readonly (readonly [name: string, section: string])[] = [
  ...LABELS.map(({ code, label }) => [bare(label), code] as const),
  ...DIVISIONS.map(([, section, name]) => [bare(name), section] as const),
].sort(([a], [b]) => b.length - a.length);
const BY_NAME = new Map([...NAMES].reverse());
/** How classes of these sections end: 农业机械制造 belongs to C whatever it makes. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(制造|加工)业?$/, "C"],
  [/(批发|零售)业?$/, "F"],
];

function sectionIn(text: string): Coded | null {
  const within = bare(text);
  const section =
    BY_NAME.get(within) ??
    ENDINGS.find(([ending]) => ending.test(within))?.[1] ??
    NAMES.find(([name]) => name.length >= 3 && within.includes(name))?.[1];
  return section === undefined ? null : INDUSTRIES.coded(section);
}

/** 3311, C3311, C-3311, 33, 3311.0 (a spreadsheet's number), 3311 金属结构制造. */
const CLASS = /^([A-T])?[-_ ]?(\d{2,4})(?:\.0)?(?!\d)/i;

/**
 * The section of an industry given as letter, class of 2 to 4 digits (with or without its letter), or name of a section or a
 * division, or a text that holds one. A letter wins over its digits: older editions number divisions otherwise from 79 on.
 * @returns `text`: the delivered class or words where they say more than the section
 */
export function readIndustry(text: string): { section: Coded | null; text: string | null } {
  const folded = text.normalize("NFKC").trim();
  const named = INDUSTRIES.read(folded);
  if (named !== null) {
    const saysMore = folded.length > 1 && bare(folded) !== bare(named.label);
    return { section: named, text: saysMore ? folded : null };
  }
  const coded = CLASS.exec(folded);
  if (coded !== null) {
    const letter = coded[1]?.toUpperCase() ?? sectionOfDivision(Number((coded[2] ?? "").slice(0, 2)));
    return {
      section: letter === undefined ? null : INDUSTRIES.coded(letter),
      text: folded.replace(/\.0$/, ""),
    };
  }
  return { section: sectionIn(folded), text: folded === "" ? null : folded };
}
