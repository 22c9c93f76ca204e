import {
  AREA_PLACES,
  CITY_PLACES,
  type Place,
  PROVINCE_PLACES,
  shortName,
} from "../../../src/enterprise/regionPlaces.ts";
import { plain, withoutForm } from "./companies.ts";

/** A name taken apart by the judge, by counting and not by the analysis that it judges. All `plain`. */
export interface Parts {
  region: string;
  /** The region without 省, 市, 区 of its end. */
  shortRegion: string;
  brand: string;
  trade: string;
  form: string;
}

const PLACES = [PROVINCE_PLACES, CITY_PLACES, AREA_PLACES] as const;

/** The longest place at the beginning; `within`: a short form counts only inside that city, as 东方 may be a brand. */
function placeAt(
  text: string,
  index: ReadonlyMap<string, readonly Place[]>,
  within: string | null,
): Place | null {
  let longest: Place | null = null;
  for (const place of index.get(text.slice(0, 2)) ?? []) {
    const fits = within === null || place.exact || (within !== "" && place.code.startsWith(within));
    if (fits && text.startsWith(place.name) && place.name.length > (longest?.name.length ?? 0))
      longest = place;
  }
  return longest;
}

/** A province, city and area at the beginning. */
function regionOf(key: string): string {
  let at = 0;
  let city = "";
  for (const index of PLACES) {
    const place = placeAt(key.slice(at), index, index === AREA_PLACES ? city : null);
    if (index === CITY_PLACES && place !== null) city = place.code;
    at += place?.name.length ?? 0;
  }
  return key.slice(0, at);
}

const SAMPLE = 50_000;
const LONGEST_TRADE = 9;
/** A character belongs to the trade when so large a share of names with what follows it have it there… */
const BOUND = 0.5;
/** …or the whole is so large a share of what ends in its last two characters. */
const USUAL = 0.02;

/** How often names end so, once region and form are off. */
function endings(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    const key = plain(name);
    const core = withoutForm(key.slice(regionOf(key).length));
    for (let length = 2; length <= Math.min(LONGEST_TRADE, core.length); length++) {
      const end = core.slice(-length);
      counts.set(end, (counts.get(end) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Takes names apart by what the given names have in common: a trade is what many of them end in.
 * Gives null where that leaves no brand of two to five characters, and for names with brackets.
 */
export function partsReader(names: readonly string[]): (name: string) => Parts | null {
  const counts = endings(names.slice(0, SAMPLE));
  const count = (end: string) => counts.get(end) ?? 0;
  const tradeOf = (core: string) => {
    let trade = core.slice(-2);
    for (let length = 3; length <= Math.min(LONGEST_TRADE, core.length - 2); length++) {
      const longer = core.slice(-length);
      const often = count(longer);
      const bound = often >= 4 && often >= BOUND * count(longer.slice(1));
      if (bound || often >= USUAL * count(core.slice(-2)) + 3) trade = longer;
    }
    return trade;
  };
  return (name) => {
    if (/[()（）[\]【】]/.test(name)) return null;
    const key = plain(name);
    const region = regionOf(key);
    const core = withoutForm(key.slice(region.length));
    const trade = tradeOf(core);
    const brand = core.slice(0, core.length - trade.length);
    if (region === "" || count(trade) < 5 || !/^\p{Script=Han}{2,5}$/u.test(brand)) return null;
    return {
      ...{ region, shortRegion: shortName(region) ?? region, brand, trade },
      form: key.slice(region.length + core.length),
    };
  };
}
