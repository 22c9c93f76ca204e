import { codeTable } from "./codeTable.ts";
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

/** The last two-digit division of each section. */
const LAST_DIVISION: readonly (readonly [number, string])[] = [
  [5, "A"],
  [12, "B"],
  [43, "C"],
  [46, "D"],
  [50, "E"],
  [52, "F"],
  [60, "G"],
  [62, "H"],
  [65, "I"],
  [69, "J"],
  [70, "K"],
  [72, "L"],
  [75, "M"],
  [79, "N"],
  [82, "O"],
  [83, "P"],
  [85, "Q"],
  [90, "R"],
  [96, "S"],
  [97, "T"],
];

/**
 * The section of an industry given as letter, class of 2 to 4 digits (with or without its letter), or name.
 * @returns the delivered class or text beside it
 */
export function readIndustry(text: string): { section: Coded | null; text: string | null } {
  const folded = text.normalize("NFKC").trim();
  const named = INDUSTRIES.read(folded);
  if (named !== null)
    return { section: named, text: folded.length > 1 && folded !== named.label ? folded : null };
  const coded = /^([A-T])?(\d{2,4})/i.exec(folded);
  if (coded !== null) {
    const division = Number((coded[2] ?? "").slice(0, 2));
    const letter =
      coded[1]?.toUpperCase() ?? LAST_DIVISION.find(([last]) => division >= 1 && division <= last)?.[1];
    return { section: letter === undefined ? null : INDUSTRIES.coded(letter), text: folded };
  }
  return { section: null, text: folded === "" ? null : folded };
}
