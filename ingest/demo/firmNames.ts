import type { FirmKind } from "./firms.ts";
import { type District, ningboDistricts } from "./places.ts";
import { Random, scatterer, weighted } from "./random.ts";
import { TRADES } from "./trades.ts";
import {
  COOPERATIVE_WORDS,
  CROPS,
  FIRST,
  LEGAL_FORMS,
  OTHER_CITIES,
  PARTNERSHIP_NUMBERS,
  PARTNERSHIP_TRADES,
  POPULAR_FIRST,
  POPULAR_SECOND,
  SECOND,
  SHOP_GOODS,
  SHOP_WORDS,
  STRAY_CHARACTERS,
  THIRD,
  WORKSHOP_WORDS,
} from "./words.ts";

const PURPOSE = 2;
const T = TRADES.length;
const POPULAR = POPULAR_FIRST.length * POPULAR_SECOND.length;
/** Brands of two characters that are not of the popular kind. */
export const PAIR_BRANDS = FIRST.length * SECOND.length;
const legalFormOf = weighted(LEGAL_FORMS);
/** Where names may be placed: the city, the province, then each district. */
const regionStart = weighted<number>([
  [0, 60],
  [1, 8],
  ...Array.from({ length: 10 }, (_, i): [number, number] => [i + 2, 3.2]),
]);
const REGIONS = 12;

export interface FirmName {
  name: string;
  /** As the name spells it. */
  region: string;
  /** The region is the city's own and the name begins with it. */
  ofCity: boolean;
  place: District;
  /** Index in TRADES. */
  trade: number;
  former: string | null;
  misspelt: string | null;
  strangeParent: string | null;
}

/** Brand, trade and region of a firm. No two firms share all three. */
interface Cell {
  brand: string;
  trade: number;
  /** 0 the city, 1 the province, 2… a district. */
  region: number;
  /** A district by its number, drawn for the brand and trade: where the first sole trader of that name sits. */
  home: number;
}

const popularCells = scatterer(POPULAR * T, 3);
const pairCells = scatterer(PAIR_BRANDS * T, 4);
const tripleCells = scatterer(PAIR_BRANDS * THIRD.length * T, 5);
const scratch = new Random(0, 0, 0);

/**
 * Every second firm has one of 400 brands that firms of other trades and districts have too. Each round through all
 * their cells takes the next region, so that 12 rounds stay apart; after those every brand is a rare one.
 */
function cellOf(seed: number, index: number): Cell {
  const popular = index % 2 === 0 && index / 2 < POPULAR * T * REGIONS;
  const pair = index % 2 === 1 && index % 3 !== 0 && index < PAIR_BRANDS * T;
  const n = popular ? index / 2 : index;
  const cell = popular ? popularCells(n) : pair ? pairCells(n) : tripleCells(n);
  const brand = Math.floor(cell / T);
  const round = popular ? Math.floor(n / (POPULAR * T)) : 0;
  const random = scratch.restart(seed, popular ? cell : index, PURPOSE + 1);
  return {
    brand: popular ? popularBrand(brand) : pair ? pairBrand(brand) : tripleBrand(brand),
    trade: cell % T,
    region: (regionStart(random.share()) + round) % REGIONS,
    home: random.int(10),
  };
}

function popularBrand(n: number): string {
  const width = POPULAR_SECOND.length;
  return (POPULAR_FIRST[Math.floor(n / width)] ?? "") + (POPULAR_SECOND[n % width] ?? "");
}

/** Brand `n` below PAIR_BRANDS. */
export function pairBrand(n: number): string {
  return (FIRST[Math.floor(n / SECOND.length)] ?? "") + (SECOND[n % SECOND.length] ?? "");
}

function tripleBrand(n: number): string {
  return pairBrand(Math.floor(n / THIRD.length)) + (THIRD[n % THIRD.length] ?? "");
}

const at = (words: readonly string[], n: number) => words[n % words.length] ?? "";

/** What follows the brand. Another one for each trade, whatever the kind of firm. */
function tailOf(kind: FirmKind, trade: number, form: string): string {
  switch (kind) {
    case "individual":
      return at(SHOP_GOODS, trade) + at(SHOP_WORDS, Math.floor(trade / SHOP_GOODS.length));
    case "sole":
      return at(SHOP_GOODS, trade) + at(WORKSHOP_WORDS, Math.floor(trade / SHOP_GOODS.length));
    case "cooperative":
      return at(CROPS, trade) + at(COOPERATIVE_WORDS, Math.floor(trade / CROPS.length));
    case "partnership":
      return `${at(PARTNERSHIP_NUMBERS, Math.floor(trade / PARTNERSHIP_TRADES.length))}${at(PARTNERSHIP_TRADES, trade)}合伙企业（有限合伙）`;
    default:
      return (TRADES[trade]?.word ?? "") + form;
  }
}

/** Where a name's region puts the firm, and how the name spells it. */
function regionOf(
  cell: Cell,
  kind: FirmKind,
  drawn: District,
  random: Random,
): { place: District; region: string } {
  const districts = ningboDistricts();
  if (kind === "individual" || kind === "cooperative") {
    // Ten districts for twelve regions: the last two are told apart by their spelling.
    const place = districts[(cell.home + cell.region) % 10] ?? drawn;
    return { place, region: place.regions[cell.region >= 10 ? 2 : random.int(2)] ?? "" };
  }
  if (cell.region === 0) return { place: drawn, region: random.chance(0.55) ? "宁波" : "宁波市" };
  if (cell.region === 1) return { place: drawn, region: random.chance(0.75) ? "浙江" : "浙江省" };
  const place = districts[cell.region - 2] ?? drawn;
  return { place, region: random.pick(place.regions) };
}

interface NameOptions {
  seed: number;
  index: number;
  kind: FirmKind;
  /** The district the firm sits in, unless its name says another. */
  drawn: District;
  /** The company this is a branch of, when that is one of ours. */
  parent: FirmName | null;
}

/** Pure: the name of firm `index`. */
export function firmName(options: NameOptions): FirmName {
  const { seed, index, kind, drawn } = options;
  const cell = cellOf(seed, index);
  const random = scratch.restart(seed, index, PURPOSE);
  if (kind === "branch") return branchName({ cell, place: drawn, parent: options.parent, random });
  const { place, region } = regionOf(cell, kind, drawn, random);
  const form = legalFormOf(random.share());
  const tail = tailOf(kind, cell.trade, form);
  const company = kind === "company";
  const inner = company && cell.region === 0 && random.chance(0.08);
  const named = (brand: string, end: string) => (inner ? `${brand}（宁波）${end}` : region + brand + end);
  return {
    name: named(cell.brand, tail),
    region,
    ofCity: !inner && /^宁波市?$/.test(region),
    place,
    trade: cell.trade,
    former: company ? named(cell.brand, (TRADES[cell.trade]?.former ?? "") + form) : null,
    misspelt: named(misspeltBrand(cell.brand, random), tail),
    strangeParent: null,
  };
}

function misspeltBrand(brand: string, random: Random): string {
  return brand.slice(0, 1) + random.pick(STRAY_CHARACTERS) + brand.slice(2);
}

function branchName(of: { cell: Cell; place: District; parent: FirmName | null; random: Random }): FirmName {
  const { cell, place, parent, random } = of;
  const city = at(OTHER_CITIES, cell.region);
  const elsewhere = `${city}${random.chance(0.4) ? "市" : ""}${cell.brand}${TRADES[cell.trade]?.word ?? ""}${legalFormOf(random.share())}`;
  const tail = parent === null && random.chance(0.6) ? "宁波分公司" : `${place.district.slice(0, 2)}分公司`;
  const base = parent?.name ?? elsewhere;
  return {
    name: base + tail,
    region: "",
    ofCity: false,
    place,
    trade: parent?.trade ?? cell.trade,
    former: null,
    misspelt: parent === null ? base.replace(cell.brand, misspeltBrand(cell.brand, random)) + tail : null,
    strangeParent: parent === null ? elsewhere : null,
  };
}
