import {
  ABOLISHED,
  AREA_PLACES,
  AREAS,
  CITY_PLACES,
  LABELS,
  type Place,
  PROVINCE_PLACES,
  PROVINCES,
} from "./regionPlaces.ts";

const TODAY = new Map(ABOLISHED.map(({ code, today }) => [code, today]));

/** Whether two digits are a province of GB/T 2260, or 10 for the national register. */
export function isProvince(prefix: string): boolean {
  return PROVINCES.has(prefix);
}

/** Today's code for an abolished one of Ningbo (reference §9.1); others as they are. */
export function currentRegion(code: string): string {
  return TODAY.get(code) ?? code;
}

/** The name of a region of 2, 4 or 6 digits as of 2023, abolished codes of Ningbo under today's name; null when unknown. */
export function regionLabel(code: string): string | null {
  return LABELS.get(currentRegion(code)) ?? null;
}

/** The districts and counties of a city or province, by code. */
export function districtsOf(prefix: string): { code: string; label: string }[] {
  return AREAS.filter((area) => area.code.startsWith(prefix)).map(({ code, name }) => ({
    code,
    label: name,
  }));
}

type Index = ReadonlyMap<string, readonly Place[]>;

/** After a short form: it is part of the name of a road or of another region, as in 上海路, 江北大道, 朝阳区. */
const NOT_THE_PLACE = /^(?:[市州县区旗]|.?(?:路|街|大道|道|巷|弄|桥|港))/;
/** 南昌高新技术产业开发区 is the city's, not that of 南昌县. */
const CITYS_OWN = /^(?:国家|高新|经济|经开|工业|保税|综合)/;

function isOtherWord(after: string, place: Place): boolean {
  return NOT_THE_PLACE.test(after) || (place.code.length === 6 && CITYS_OWN.test(after));
}

/** The longer name says more; of equal ones today's official name does. */
function compare(a: Place, b: Place): number {
  const rank = (place: Place) => (place.exact ? (place.former === true ? 1 : 2) : 0);
  return a.name.length - b.name.length || rank(a) - rank(b);
}

/** The longest name of the index with which the text begins at `at`; null when none, or when several regions share it. */
function placeAt(
  text: string,
  at: number,
  of: { index: Index; within: string; short: boolean },
): Place | null {
  let best: Place | null = null;
  let shared = false;
  for (const place of of.index.get(text.slice(at, at + 2)) ?? []) {
    if (!place.code.startsWith(of.within) || !text.startsWith(place.name, at)) continue;
    if (place.local === true && of.within.length < 4) continue;
    if (!place.exact && (!of.short || isOtherWord(text.slice(at + place.name.length), place))) continue;
    const better = best === null ? 1 : compare(place, best);
    if (better > 0) best = place;
    shared = better > 0 ? false : shared || (better === 0 && place.code !== best?.code);
  }
  return shared ? null : best;
}

/** How far into an address its district may stand, after a development zone or the like. */
const REACH = 24;

/** The area that the text names first: at its beginning in any form, further on by its full name only. */
function areaIn(text: string, within: string): string | null {
  const first = placeAt(text, 0, { index: AREA_PLACES, within, short: true });
  if (first !== null) return first.code;
  for (let at = 1; at < Math.min(text.length, REACH); at++) {
    const place = placeAt(text, at, { index: AREA_PLACES, within, short: false });
    if (place !== null && place.name.length >= 3) return place.code;
  }
  return null;
}

interface Read {
  province: string | null;
  city: string | null;
  rest: string;
}

/** Takes the country, the province and the city off the front. */
function readFront(text: string): Read {
  let rest = text.replace(/^(中华人民共和国|中国)/, "");
  const province = placeAt(rest, 0, { index: PROVINCE_PLACES, within: "", short: true });
  if (province !== null) rest = rest.slice(province.name.length);
  const within = province?.code ?? "";
  const city = placeAt(rest, 0, { index: CITY_PLACES, within, short: true });
  if (city !== null) rest = rest.slice(city.name.length);
  return { province: province?.code ?? null, city: city?.code ?? null, rest };
}

/**
 * The six-digit district of an address (宁波市鄞州区…, 浙江省宁波市…, 宁波鄞州…), in names of today or before; null when it
 * can't be told. Some microseconds.
 * @param withinPrefix a prefix to look in first when the address names no province or city
 */
export function regionOfAddress(address: string, withinPrefix?: string): string | null {
  const text = address.normalize("NFKC").replace(/\s/g, "");
  const { province, city, rest } = readFront(text);
  if (city !== null) return areaIn(rest, city) ?? exactArea(rest, city.slice(0, 2));
  if (province !== null) return areaIn(rest, province);
  return (withinPrefix === undefined ? null : areaIn(rest, withinPrefix)) ?? exactArea(rest, "");
}

/** An area by its full name at the beginning, where only one bears it: one that changed its city, or stands without it. */
function exactArea(text: string, within: string): string | null {
  return placeAt(text, 0, { index: AREA_PLACES, within, short: false })?.code ?? null;
}

const NATIONAL =
  /^(国家税务总局|中国人民银行|国家金融监督管理总局|中国银行保险监督管理委员会|中国银保监会|国家外汇管理局|中华人民共和国|中国)/;
/** 宁波市公安局鄞州分局, 鄞州监管组: an area in short form before a word for a part of the authority. */
const PART_OF_AUTHORITY = /^(?:区|县|市)?(?:分局|支局|大队|中队|支队|支行|分所|监管|税务|管理部)/;

function areaOfPart(rest: string, city: string): string | null {
  for (let at = 1; at < rest.length; at++) {
    const place = placeAt(rest, at, { index: AREA_PLACES, within: city, short: true });
    if (place !== null && PART_OF_AUTHORITY.test(rest.slice(at + place.name.length))) return place.code;
  }
  return null;
}

function regionInName(name: string): string | null {
  const { province, city, rest } = readFront(name.normalize("NFKC").replace(/\s/g, "").replace(NATIONAL, ""));
  if (city !== null) return areaIn(rest, city) ?? areaOfPart(rest, city) ?? `${city}00`;
  if (province !== null) return areaIn(rest, province) ?? `${province}0000`;
  return exactArea(rest, "");
}

/**
 * The region an authority works for, as six digits of today: from its own code's characters 3 to 8 or from its name
 * (宁波市鄞州区市场监督管理局), whichever says more. Null when neither tells.
 */
export function regionOfAuthority(name: string | null, code: string | null): string | null {
  const own = code !== null && code.length === 18 ? currentRegion(code.slice(2, 8)) : null;
  const known = own !== null && LABELS.has(own) && own !== "100000" ? own : null;
  if (known !== null && !known.endsWith("00")) return known;
  const named = name === null ? null : regionInName(name);
  if (known === null) return named;
  return named?.startsWith(known.replace(/(00)+$/, "")) === true ? named : known;
}

/** Names by their first two characters: provinces and cities with or without 省 and 市, areas in full. */
const STARTS = new Map<string, string[]>();
for (const index of [PROVINCE_PLACES, CITY_PLACES, AREA_PLACES])
  for (const [head, places] of index)
    for (const place of places)
      if (place.local !== true && (place.exact || place.code.length < 6))
        STARTS.set(head, [...(STARTS.get(head) ?? []), place.name]);

/** Whether a name begins with a country, province or city, with or without 省 and 市, or with the full name of an area. */
export function startsWithRegionName(name: string): boolean {
  if (name.startsWith("中国") || name.startsWith("中华")) return true;
  const starts = STARTS.get(name.slice(0, 2));
  return starts?.some((start) => name.startsWith(start)) ?? false;
}
