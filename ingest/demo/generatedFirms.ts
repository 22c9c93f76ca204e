import { startsWithRegion } from "../../src/enterprise/nameKey.ts";
import { enterpriseCode, registrationNumber } from "./codes.ts";
import type { Day } from "./days.ts";
import { type FirmName, firmName } from "./firmNames.ts";
import { type Firm, type FirmKind, type FirmSource, withOtherForm, withoutForm } from "./firms.ts";
import { personName } from "./people.ts";
import { type District, NINGBO, ningboDistricts } from "./places.ts";
import { Random, weighted } from "./random.ts";
import { TRADES } from "./trades.ts";

const PURPOSE = 1;
const kindOf = weighted<FirmKind>([
  ["company", 62],
  ["individual", 24],
  ["branch", 4],
  ["partnership", 4],
  ["sole", 4],
  ["cooperative", 2],
]);
const PREFIX = {
  company: "91",
  branch: "91",
  partnership: "91",
  sole: "91",
  individual: "92",
  cooperative: "93",
} as const;
const REG_FORM = { company: 2, branch: 1, partnership: 3, sole: 3, individual: 6, cooperative: 3 } as const;
const ROADS = [
  ..."中山 人民 解放 兴宁 环城 通途 百丈 民安 宁穿 甬江 江南 新河 长江 黄山 东钱 学府 创业 科技 工业 金山 振兴 育才 文化 海晏 泰安".split(
    " ",
  ),
];

/** Codes that districts had when the firm was registered stand for ever in its code (reference §9.1). */
function registeredAt(place: District, name: FirmName, random: Random): string {
  const u = random.share();
  if (name.region.startsWith("浙江")) return u < 0.5 ? "330000" : "330200";
  if (u < 0.06) return "330200";
  if (u < 0.08) return "330201";
  if (u > 0.96 && (place.code === "330212" || place.code === "330203"))
    return place.code === "330212" ? "330227" : "330204";
  return u > 0.7 && place.code === "330213" ? "330283" : place.code;
}

function addressOf(place: District, random: Random): string {
  const street = place.streets.length === 0 ? "" : random.pick(place.streets);
  const number = `${random.pick(ROADS)}路${random.between(1, 1_888)}号`;
  const room = random.chance(0.55)
    ? `${random.between(1, 28)}幢${random.between(1, 25)}0${random.between(1, 9)}室`
    : "";
  return `${random.chance(0.5) ? "浙江省" : ""}宁波市${place.district}${street}${number}${room}`;
}

function districtDraw(): (share: number) => District {
  return weighted(ningboDistricts().map((district) => [district, district.share] as const));
}

interface World {
  seed: number;
  today: Day;
  districtOf: (share: number) => District;
  /** All of this world's draws pass through here, one firm at a time. */
  scratch: Random;
}

/** Null for a brand that is itself a region (金昌): without the city's name it speaks of another place. */
function nameAlone(rest: string): string | null {
  return startsWithRegion(rest) ? null : rest;
}

/** The kind of a firm alone, with the draws that come before its name. */
function begin(world: World, index: number): { kind: FirmKind; drawn: District; random: Random } {
  const random = world.scratch.restart(world.seed, index, PURPOSE);
  return { kind: kindOf(random.share()), drawn: world.districtOf(random.share()), random };
}

/** A branch belongs to the firm before it, when that is a company; else to one of another city. */
function nameOf(world: World, index: number): FirmName & { kind: FirmKind; random: Random } {
  const { seed } = world;
  let { kind, drawn, random } = begin(world, index);
  let parent: FirmName | null = null;
  if (kind === "branch" && index > 0) {
    const before = begin(world, index - 1);
    if (before.kind === "company")
      parent = firmName({ seed, index: index - 1, kind: "company", drawn: before.drawn, parent: null });
    ({ kind, drawn, random } = begin(world, index));
  }
  return { ...firmName({ seed, index, kind, drawn, parent }), kind, random };
}

/** Sole traders, partnerships and co-operatives are known by their names; companies by their trade. */
function industryOf(kind: FirmKind, { name, trade }: FirmName): { section: string; code: string } {
  if (kind === "partnership") return { section: "L", code: "7212" };
  if (kind === "cooperative") return { section: "A", code: "0149" };
  if (kind === "sole") return { section: "C", code: "3399" };
  if (kind === "individual") {
    if (/(早餐|小吃|面点|卤味|熟食)/.test(name)) return { section: "H", code: "6291" };
    if (/(理发|美甲|洗衣|足浴|洗车)/.test(name)) return { section: "O", code: "8090" };
    return { section: "F", code: "5299" };
  }
  const of = TRADES[trade];
  return { section: of?.section ?? "F", code: of?.industry ?? "5199" };
}

function makeFirm(world: World, index: number): Firm {
  const name = nameOf(world, index);
  const { kind, place, random } = name;
  const established = world.today - 60 - Math.floor(random.share() ** 1.6 * 9_500);
  const district = registeredAt(place, name, random);
  const renamed = name.former !== null && established < world.today - 500 && random.chance(0.14);
  const renamedOn = renamed ? random.between(established + 200, world.today - 30) : null;
  const uscc = enterpriseCode({ prefix: PREFIX[kind], district, index });
  return {
    index,
    kind,
    uscc,
    orgCode: uscc.slice(8, 17),
    regNo: random.chance(0.6) ? registrationNumber({ district, form: REG_FORM[kind], index }) : null,
    name: name.name,
    nameUnique: true,
    withoutRegion: name.ofCity ? nameAlone(name.name.slice(name.region.length)) : null,
    misspelt: name.misspelt,
    shortName: kind === "branch" ? null : withoutForm(name.name),
    otherForm: kind === "branch" ? null : withOtherForm(name.name),
    formerName: renamed ? name.former : null,
    renamedOn,
    parentName: name.strangeParent,
    city: NINGBO,
    place,
    address: addressOf(place, random),
    established,
    representative: personName(world.seed, index * 3),
    industry: industryOf(kind, name),
  };
}

/**
 * Invented enterprises of Ningbo. Firm `index` follows from (seed, index, today): nothing is kept.
 * Names are all different: each (region, brand, trade) is given once.
 */
export function generatedFirms(options: { seed: number; size: number; today: Day }): FirmSource {
  const world: World = {
    seed: options.seed,
    today: options.today,
    districtOf: districtDraw(),
    scratch: new Random(0, 0, 0),
  };
  return {
    size: options.size,
    at: (index) => makeFirm(world, index),
    stranger: (index) => makeFirm(world, options.size + index),
  };
}
