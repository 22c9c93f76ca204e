import { readName } from "../companyName.ts";
import { nameKey } from "../nameKey.ts";
import { withBankName } from "./bankNames.ts";
import { type FormClass, formClass, isLegalForm } from "./formClass.ts";

/** A name taken apart for comparing. Texts are keys (`nameKey`); an absent part is ''. */
export interface PartyName {
  given: string;
  key: string;
  /** Without 省, 市, 区, 县. */
  region: string;
  /** GB/T 2260, six digits. */
  regionCode: string | null;
  brand: string;
  trade: string;
  form: FormClass | null;
  /** A form that is half a trade, as it stands in the name: 酒店, 厂. */
  formWord: string;
  /** Without 市 and the parent's 分行: 上海浦东支行. */
  branch: string;
  /** Every region that it names: 深圳新星轻合金材料（洛阳）有限公司 names two. */
  places: readonly string[];
}

const GROUP = /集团/g;
/** 控股 is another word for 集团 when it is all there is, or stands beside it. */
const HOLDING = /^控股$|控股(?=集团)|(?<=集团)控股/g;
/** 泰和泰和县: a place written twice. */
const TWICE = /^(\p{Script=Han}{2})(?=\1[省市区县])/u;
/** 乐东黎族 and 乐东黎族自治县 are 乐东: peoples behind a place, with and without 自治. */
const PEOPLES =
  /(?<=^\p{Script=Han}{2,6})(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|羌|仫佬|锡伯|柯尔克孜|达斡尔|各)族)+(?:自治)?/u;
/** Few names have any; looking for them takes as long as the rest of the reading. */
const withoutPeoples = (name: string) => (name.includes("族") ? name.replace(PEOPLES, "") : name);
/** （香港）建辉: a place in front, in brackets. */
const LEADING_PLACE = /^（(\p{Script=Han}{2,4})）(?=.{4})/u;
/** What writers of names without care put before 公司: 证券股份有限责任公司, 设计研究院责任有限公司. */
const STRAY = /(股份|责任)$/;

function tradeAndForm(trade: string, form: string | null): { trade: string; form: FormClass | null } {
  const stray = STRAY.exec(trade)?.[1];
  if (form === null || stray === undefined || trade === stray)
    return { trade, form: form === null ? null : formClass(form) };
  const rest = trade.slice(0, -stray.length);
  return { trade: rest, form: stray === "股份" && /责任/.test(form) ? "either" : formClass(form) };
}

/** 哈尔滨市 and 哈尔滨, 阿巴嘎旗; 自治 and its peoples are left out by none. */
export const bareRegion = (region: string) =>
  region.length < 3 ? region : region.replace(/(?<=.{2})[省市区县]/gu, "");

/** 路 in 延安路支行 is often left out, 市 often put in, and so is the branch above. */
function bareBranch(branch: string): string {
  return bareRegion(nameKey(branch))
    .replace(/(?<=.{2})(?:分行|分公司)(?=.{2,}(?:支行|营业部|分理处|支公司|营业室))/u, "")
    .replace(/(?<=.{2})[路街](?=支行$)/u, "");
}

/** 农商行 and 农商银行 are 农村商业银行, 信用社 and 信用合作社 one. */
const spelledOut = (trade: string) =>
  trade.replace(/农商(?:银行|行)$/, "农村商业银行").replace(/(?<=^|农村)信用(?:合作)?社$/, "信用合作社");

/** Places in brackets, bare. */
const placesOf = (normal: string) =>
  normal.includes("（")
    ? [...normal.matchAll(/（(\p{Script=Han}{2,6})）/gu)].map((found) => bareRegion(found[1] ?? ""))
    : [];

/** Some ten microseconds. */
export function readPartyName(given: string): PartyName {
  const name = readName(given);
  const usual = withoutPeoples(withBankName(name.normal).replace(TWICE, "")).replace(LEADING_PLACE, "$1");
  const read = usual === name.normal ? name : readName(usual);
  const isNational = read.region === "中国";
  const key = nameKey(read.normal);
  const brand = nameKey(read.brand ?? "").replace(GROUP, "");
  const words = nameKey(read.trade ?? "")
    .replace(HOLDING, "")
    .replace(GROUP, "");
  const loose = spelledOut(words);
  const { trade, form } = tradeAndForm(loose, read.form);
  // 中国银行 has no other name than its region and trade.
  const own = isNational && brand === "" && trade === "银行" ? "中国银行" : trade;
  return {
    given,
    key,
    region: isNational ? "" : bareRegion(nameKey(read.region ?? "")),
    regionCode: isNational ? null : read.regionCode,
    brand,
    trade: own,
    form,
    formWord: form !== null && !isLegalForm(form) ? nameKey(form) : "",
    branch: read.branch === null ? "" : bareBranch(read.branch),
    places: placesOf(read.normal),
  };
}

/** Brand and trade: what tells firms of one place apart. */
export const coreOf = ({ brand, trade }: PartyName) => brand + trade;
