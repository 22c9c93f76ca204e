import { restOfBody } from "./nameBrand.ts";
import { AREA_PLACES, CITY_PLACES, LABELS, type Place, PROVINCE_PLACES } from "./regionPlaces.ts";

/** A region as a name writes it. */
export interface NameRegion {
  /** Characters from the place it was looked for at. */
  length: number;
  /** GB/T 2260, six digits; null for the country, and where several regions share the name. */
  code: string | null;
}

/**
 * Cities and areas whose short names are words that brands are made of. Without 市, 县, 区 and without their province or city
 * before them they are read as the brand (东方…, 和平…), or, for cities, when one character would be left (中山装, 长春藤).
 */
const WORDS: ReadonlySet<string> = new Set(
  `长春 中山 大同 黄山 日照 吉安 安康 百色 三明 玉树 白银 金华 海口 来宾 北海 黄石 平凉 东方 和平 无极 新乐 尚义 永和 友谊 富裕 新民 文昌 万宁 兴隆 兴化 安达 天长
明光 永安 大田 平和 华安 泰和 万安 永丰 永新 兴国 高安 金溪 东海 金湖 宝应 龙泉 凤台 太湖 望江 青阳 东明 民权 方城 灵宝 宝丰 新野 太康 商城 光山 正阳 远安 当阳 大悟 应城 公安
天门 团风 红安 桃源 桃江 石门 新田 永兴 安仁 会同 通道 凤凰 双峰 安化 仁化 新丰 乐昌 恩平 平远 海丰 丰顺 龙门 四会 东源 阳春 资源 龙胜 永福 平乐 北流 兴业 乐业 田林 凌云 大化
天等 大新 德保 云阳 丰都 大英 威远 隆昌 富顺 兴文 屏山 万源 宝兴 天全 通江 小金 黑水 白玉 红原 乡城 新龙 金沙 大方 兴仁 普安 贞丰 金阳 富民 玉龙 永胜 双江 大关 永善 祥云 元阳
红河 南华 富源 紫阳 太白 永寿 兴平 富平 延长 黄龙 黄陵 华池 康乐 和政 合作 共和 同德 兴海 同仁 互助 民和 海晏 永宁 同心 隆德 温泉 和静 新和 新源 裕民 双河 新星 民丰 海兴 永清
大城 文安 安平 平定 平顺 长子 和顺 万荣 静乐 大宁 方山 中阳 孝义 清水 五原 化德 兴和 多伦 台安 黑山 凤城 兴城 长岭 通河 方正 木兰 延寿 五常 泰来 宝清 铁力 海林 宁安 明水 海伦
富锦 大名 广平 新河 高阳 三河 滨海 大兴 河西 河北 河东 海港 复兴 运河 滨湖 新荣 平城 红山 松山 振兴 望花 宏伟 太平 龙城 建华 友好 金林 前进 东风 桃山 阳明 爱民 光明 玄武 天宁
钟楼 海陵 广陵 滨江 钱塘 镜湖 花山 雨山 大观 迎江 金安 龙海 三元 丰泽 东湖 天桥 福山 蓬莱 崂山 泰山 牡丹 中原 金水 红旗 解放 文峰 卧龙 芙蓉 天心 石峰 天元 南岳 双清 大祥 岳阳楼
君山 天河 龙湖 南海 江海 清新 七星 银海 港口 海棠 天涯 锦江 金牛 青羊 武侯 成华 新都 仁和 安居 前锋 嘉陵 东坡 翠屏 花溪 麒麟 盘龙 西山 古城 昭阳 宝塔 金台 凤翔 安定 平安 金凤
天山 新市 高昌 元宝 华龙 龙凤 龙潭 丰满 莲湖 莲池 莲花 月湖 大东 东洲 明山 南湖 青山湖 新罗 龙文 九原 海南 银州 千山 东昌 洪山 江海 龙安 金东 龙华 南关 永昌 广信 安源 信丰
大余 崇义 安远 定南 安福 宝山 东山 南山 兴安 大安 开平 清河 新华 新城 青山 白云 向阳 新兴 长宁 云龙 西湖 大通 金平 钟山`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

interface Found {
  length: number;
  /** Of two, four or six digits; null when several share the name. */
  code: string | null;
  exact: boolean;
  rank: number;
}

const FORMER = 1;
/** What official names of today go before, and those of before before short ones. */
const rankOf = (place: Place) => (place.exact ? (place.former === true ? FORMER : 2) : 0);

/** The places of an index with which the text goes on at `at`, the longest first. */
function longest(
  text: string,
  at: number,
  index: ReadonlyMap<string, readonly Place[]>,
  within: string,
): Found[] {
  const found: Found[] = [];
  for (const place of index.get(text.slice(at, at + 2)) ?? []) {
    if (!place.code.startsWith(within) || (place.local === true && within.length < 4)) continue;
    if (!text.startsWith(place.name, at)) continue;
    const { length } = place.name;
    const rank = rankOf(place);
    const same = found.find((each) => each.length === length);
    if (same === undefined) found.push({ length, code: place.code, exact: place.exact, rank });
    else if (rank > same.rank) Object.assign(same, { code: place.code, exact: place.exact, rank });
    else if (rank === same.rank && same.code !== place.code) same.code = null;
  }
  return found.length < 2 ? found : found.sort((a, b) => b.length - a.length);
}

const MUNICIPALITY = /^(?:11|12|31|50)$/;
const COUNTRY = /^(?:中华人民共和国|中国)/;
/** Development zones stand for an area, and only behind a region. */
const ZONE =
  /^(?:国家)?(?:(?:经济技术|高新技术产业|高新技术|高新|经济|保税港|保税物流|综合保税|出口加工|旅游|工业|临港|大榭|东钱湖|杭州湾|光电|化工|软件|科技)?(?:开发区|度假区|园区|产业园|工业园|示范区|科技园)|保税区|高新区|经开区|新区|自贸区|自由贸易试验区)/;
/** The same with a name of their own (贵安新区, 井开区); only when a brand is left. */
const NAMED_ZONE = /^前海|^[一-龥]{1,4}?(?:新区|示范区|合作区|开发区|保税区|高新区|经开区|开区)/;
/** Towns and streets, only behind an area, and only when a brand is left. */
const TOWN = /^[一-龥]{2,3}?(?:街道|镇|乡)|^[一-龥]{2}(?:街|村)/;

/** How much of the region stands before it. */
type Known = "nothing" | "province" | "city";

interface Context {
  body: string;
  known: Known;
  /** A form stands behind the body: a region and a form alone are a brand and a form. */
  hasForm: boolean;
}

/** Whether a place that the body names at `at` is its region there, and not the beginning of its brand. */
function fits(found: Found, at: number, { body, known, hasForm }: Context): boolean {
  const { length, code, exact, rank } = found;
  const isArea = code === null || code.length === 6;
  // 新城市 is no former name of a region but where it stands in its city.
  if (rank === FORMER && known !== "city" && WORDS.has(body.slice(at, at + length - 1))) return false;
  if (exact) return length > 2 || known === "city" || !isArea || body.charAt(at + 1) === "县";
  const rest = restOfBody(body.slice(at + length));
  const isWord = known !== "city" && WORDS.has(body.slice(at, at + length));
  if (!isArea) return !(isWord && rest === "stub") && !(hasForm && rest === "none");
  if (rest === "stub" || rest === "none" || isWord) return false;
  if (rest === "brand") return known === "city" || code !== null;
  return known !== "nothing" && !/区$/.test(LABELS.get(code ?? "") ?? "区");
}

/** Municipalities are a province and a city. */
const knownBy = (code: string): Known =>
  code === "" ? "nothing" : code.length === 4 || MUNICIPALITY.test(code) ? "city" : "province";

/** Behind the areas: 开发区, 镇, 街道. */
function partOfArea(body: string, at: number, hasArea: boolean): number {
  const next = body.slice(at, at + 12);
  const zone = ZONE.exec(next)?.[0].length;
  if (zone !== undefined) return zone;
  const part = (NAMED_ZONE.exec(next) ?? (hasArea ? TOWN.exec(next) : null))?.[0].length;
  return part !== undefined && restOfBody(body.slice(at + part)) === "brand" ? part : 0;
}

/** The region with which a body begins; null when it doesn't. Some microseconds. */
export function frontRegion(body: string, hasForm: boolean): NameRegion | null {
  let at = COUNTRY.exec(body)?.[0].length ?? 0;
  let code = "";
  let isUnsure = false;
  let hasArea = false;
  for (const index of [PROVINCE_PLACES, CITY_PLACES, AREA_PLACES]) {
    const known = knownBy(code);
    const found = longest(body, at, index, code).find((each) => fits(each, at, { body, known, hasForm }));
    if (found === undefined || (index === CITY_PLACES && !found.exact && isArea(body, at, code))) continue;
    at += found.length;
    hasArea = index === AREA_PLACES;
    if (found.code === null) isUnsure = true;
    else code = found.code;
  }
  if (at === 0) return null;
  for (let part = partOfArea(body, at, hasArea); part > 0; part = partOfArea(body, at, false)) at += part;
  return { length: at, code: isUnsure || code === "" ? null : code.padEnd(6, "0") };
}

/** 朝阳县 is not 朝阳 with a 县 behind it. */
function isArea(body: string, at: number, within: string): boolean {
  return longest(body, at, AREA_PLACES, within).some((area) => area.exact && area.length > 2);
}

/** Regions that stand in brackets without being of GB/T 2260. */
const ABROAD =
  /^(?:中国|香港|澳门|台湾|环球|全球|国际|亚洲|亚太|大中华区?|华东|华南|华北|华中|西南|西北|东北|长三角|珠三角|大湾区|日本|韩国|德国|法国|英国|美国|新加坡|加拿大|澳大利亚|意大利|瑞士|荷兰|开曼|百慕大|百慕达|越南|泰国|马来西亚|印度|印尼|俄罗斯|西班牙|瑞典|芬兰|欧洲|美洲|非洲)$/;

/** A text that is a region and nothing else, as it stands in brackets. */
export function wholeRegion(text: string): NameRegion | null {
  if (ABROAD.test(text)) return { length: text.length, code: null };
  let at = COUNTRY.exec(text)?.[0].length ?? 0;
  let code = "";
  for (const index of [PROVINCE_PLACES, CITY_PLACES, AREA_PLACES]) {
    const found = longest(text, at, index, code)[0];
    if (found === undefined) continue;
    at += found.length;
    code = found.code ?? code;
  }
  if (at > 0) at += ZONE.exec(text.slice(at))?.[0].length ?? 0;
  return at === text.length && at > 0 ? { length: at, code: code === "" ? null : code.padEnd(6, "0") } : null;
}

const CITY_NAMES: ReadonlySet<string> = new Set([
  "中国",
  ...[PROVINCE_PLACES, CITY_PLACES].flatMap((index) => [...index.values()].flat().map((place) => place.name)),
]);

/** Where a province, a city or an area in full that ends at `end` begins (…技术上海, …宁波分公司); `end` when none does. */
export function regionBefore(text: string, end: number): number {
  for (let start = Math.max(1, end - 9); start <= end - 2; start++) {
    const part = text.slice(start, end);
    const isShort = part.length === 2 && !CITY_NAMES.has(part);
    if (!isShort && wholeRegion(part) !== null) return start;
  }
  return end;
}

/** A province or city in full that stands behind a brand of two to four characters (国网浙江省电力). */
export function innerRegion(body: string): { start: number; region: NameRegion } | null {
  for (let start = 2; start <= Math.min(4, body.length - 3); start++)
    for (const index of [PROVINCE_PLACES, CITY_PLACES]) {
      const found = longest(body, start, index, "").find(
        (each) => each.exact && /[省市区]$/.test(body.slice(start, start + each.length)),
      );
      if (found !== undefined)
        return { start, region: { length: found.length, code: found.code?.padEnd(6, "0") ?? null } };
    }
  return null;
}
