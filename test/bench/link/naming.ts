import { pairBrand } from "../../../ingest/demo/firmNames.ts";
import { ningboDistricts } from "../../../ingest/demo/places.ts";
import { type Random, scatterer, weighted } from "../../../ingest/demo/random.ts";
import { TRADES } from "../../../ingest/demo/trades.ts";
import { OTHER_CITIES, SHOP_GOODS, SHOP_WORDS } from "../../../ingest/demo/words.ts";
import type { Family } from "./families.ts";
import { NO_PARTS, type Parts } from "./nameParts.ts";

const T = TRADES.length;
const PREFIXES = ["", "精密", "国际", "智能", "新型", "绿色", "现代", "恒温", "海外"];
const cells = scatterer(T, 33);
const legalForm = weighted([
  ["有限公司", 84],
  ["有限责任公司", 7],
  ["股份有限公司", 5],
  ["集团有限公司", 2],
  ["合伙企业（有限合伙）", 2],
] as const);
/** Index of a district, -1 the city, -2 the province. */
const namedPlace = weighted<number>([
  [-1, 62],
  [-2, 8],
  ...ningboDistricts().map(({ share }, i): [number, number] => [i, share * 0.3]),
]);

export interface Seat {
  place: string;
  region: string;
}

export function seatOf(at: number, random: Random): Seat {
  if (at === -1) return { place: "3302", region: random.chance(0.6) ? "宁波" : "宁波市" };
  if (at === -2) return { place: "33", region: random.chance(0.75) ? "浙江" : "浙江省" };
  const district = ningboDistricts()[at];
  return { place: district?.code ?? "3302", region: random.pick(district?.regions ?? ["宁波"]) };
}

/** Another trade for each firm of a brand, as far as 1,000 of them go. */
function tradeOf(rank: number, at: number): string {
  const prefix = PREFIXES[Math.floor(at / T) % PREFIXES.length] ?? "";
  return prefix + (TRADES[cells(at + rank * 7)]?.word ?? "");
}

export interface Member {
  brand: string;
  rank: number;
  /** Which of its brand's firms opens the family. */
  at: number;
  family: Family;
  member: number;
  random: Random;
}

/** A sole trader's sign. */
export function shopName({ brand, rank, at, random }: Member): Parts {
  const seat = seatOf(random.int(ningboDistricts().length), random);
  const goods = SHOP_GOODS[cells(at + rank * 7) % SHOP_GOODS.length] ?? "";
  return { ...NO_PARTS, ...seat, brand, trade: goods, form: random.pick(SHOP_WORDS) };
}

/** A firm that has to do with no other one of its brand. */
export function singleName(member: Member): Parts {
  const { brand, rank, at, random } = member;
  if (random.chance(0.18)) return shopName(member);
  const seat = seatOf(namedPlace(random.share()), random);
  const inner = seat.region === "宁波" && random.chance(0.1);
  const form = legalForm(random.share());
  return { ...NO_PARTS, ...seat, brand, trade: tradeOf(rank, at), form, inner };
}

/** The name that a family's firms are made from: a company of the city or of a district. */
export function headName(member: Member): Parts {
  const { brand, rank, at, random } = member;
  const seat = seatOf(namedPlace(random.share()), random);
  const form = random.chance(0.9) ? "有限公司" : "有限责任公司";
  return { ...NO_PARTS, ...seat, brand, trade: tradeOf(rank, at), form };
}

/** 集团 and what belongs to it: 恒达控股集团, 恒达机械, 恒达机械制造, 恒达机械科技. */
export function groupName(head: Parts, member: number): Parts {
  if (member === 1) return head;
  if (member === 0) return { ...head, trade: "控股", form: "集团有限公司" };
  return { ...head, trade: head.trade.replace(/科技$/, "") + (member === 2 ? "制造" : "科技") };
}

const OTHER_FORMS = ["有限公司", "股份有限公司", "合伙企业（有限合伙）", "厂"];
export const otherFormName = (head: Parts, member: number): Parts => ({
  ...head,
  form: OTHER_FORMS[member] ?? "有限公司",
});

/** The same brand and trade in the city, the province and two districts. */
export function regionName(head: Parts, member: number, random: Random): Parts {
  const first = head.brand.charCodeAt(0) % 10;
  const at = [-1, -2, first, (first + 3) % 10][member] ?? -1;
  return { ...head, ...seatOf(at, random) };
}

export function branchName(parent: Parts, district: number): Parts {
  const name = ningboDistricts()[district % 10]?.district.slice(0, 2) ?? "鄞州";
  return { ...parent, branch: `${name}分公司` };
}

/** A company of another city, whose branch here is in the register, and it is not. */
export function strangeParentName(member: Member): Parts {
  const { random } = member;
  const city = random.pick(OTHER_CITIES);
  return { ...headName(member), place: `~${city}`, region: city };
}

/** What a renamed firm was called: half of them had another brand. */
export function formerName(parts: Parts, random: Random): Parts {
  if (random.chance(0.5))
    return { ...parts, brand: pairBrand(random.int(20_000)), ...(parts.branch === "" ? {} : { branch: "" }) };
  const found = TRADES.find(({ word }) => word === parts.trade);
  return { ...parts, trade: found?.former ?? `${parts.trade}贸易` };
}
