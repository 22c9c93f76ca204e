import { Random } from "../../../ingest/demo/random.ts";
import { nameKey } from "../../../src/enterprise/nameKey.ts";
import { otherCharacter } from "./characters.ts";
import { isCompany } from "./dirtClass.ts";
import type { LinkFirm, LinkWorld } from "./firm.ts";
import { formClass, type Parts, spell } from "./nameParts.ts";

export interface NamePair {
  kind: string;
  a: string;
  b: string;
}

/**
 * Kinds that are two firms in the made register but one firm in the labelled pairs (有限 and 股份 of one core: 12 of 12; a word more in
 * the trade: 15 of 17): a bare pair of names can't tell, so they are counted beside the others, and no floor holds them. No nightly
 * link is ever made on either.
 */
export const CONTESTED: readonly string[] = ["another legal form", "two of one group or brand"];

const PURPOSE = 83;
const TRIES = 4_000;
const CITIES = [..."宁波 杭州 温州 绍兴 台州 嘉兴 金华 苏州 上海 深圳".split(" ")];
const TRADES = [
  "管理咨询",
  "投资",
  "餐饮管理",
  "物流",
  "置业",
  "教育科技",
  "电子商务",
  "劳务服务",
  "房地产开发",
];
const DISTRICTS = [..."鄞州 海曙 江北 镇海 北仑 余姚 慈溪".split(" ")];
const DIRECTIONS = [..."东南西北中新"];

type Change = (firm: LinkFirm, random: Random) => Partial<Parts> | null;

/** One character of the brand replaced by one of a kind. */
const brandBy =
  (kind: "sound" | "look" | "any"): Change =>
  ({ parts }, random) => {
    const at = random.int(parts.brand.length);
    const other = otherCharacter(parts.brand.charAt(at), kind, random);
    return other === null ? null : { brand: parts.brand.slice(0, at) + other + parts.brand.slice(at + 1) };
  };

/** What makes another firm of a firm, though the names are alike. */
const KINDS: readonly { kind: string; change: Change }[] = [
  { kind: "brand sounds alike (忆恒/亿恒)", change: brandBy("sound") },
  { kind: "brand looks alike (双利/双柳)", change: brandBy("look") },
  { kind: "brand with another character", change: brandBy("any") },
  {
    kind: "brand with a character more (晋南/晋西南)",
    change: ({ parts: { brand } }, random) => ({
      brand: brand.slice(0, 1) + random.pick(DIRECTIONS) + brand.slice(1),
    }),
  },
  {
    kind: "brand with its characters swapped (合众创世/合创盛世)",
    change: ({ parts: { brand } }, random) => {
      const swapped = [...brand].reverse().join("");
      const other = otherCharacter(swapped.slice(-1), "sound", random);
      if (swapped === brand) return null;
      return { brand: brand.length > 2 && other !== null ? swapped.slice(0, -1) + other : swapped };
    },
  },
  {
    kind: "another region",
    change: ({ parts }, random) => {
      const region = random.pick(CITIES);
      return parts.region.startsWith(region) || region.startsWith(parts.region) ? null : { region };
    },
  },
  {
    kind: "another legal form",
    change: ({ parts: { form } }) => {
      if (formClass(form) === "有限公司") return { form: "股份有限公司" };
      return form === "股份有限公司" ? { form: "有限公司" } : null;
    },
  },
  {
    kind: "another kind of firm",
    change: ({ parts: { form } }) =>
      formClass(form) === "有限公司" ? { form: "合伙企业（有限合伙）" } : null,
  },
  {
    kind: "parent and branch",
    change: (_, random) => ({ branch: `${random.pick(DISTRICTS)}分公司` }),
  },
  {
    kind: "another trade",
    change: ({ parts }, random) => {
      const trade = random.pick(TRADES);
      return parts.trade.includes(trade) || trade.includes(parts.trade) ? null : { trade };
    },
  },
];

/** Two branches of one parent. */
function twoBranches({ parts }: LinkFirm, random: Random): NamePair {
  const at = random.int(DISTRICTS.length);
  const other = DISTRICTS[(at + 1 + random.int(DISTRICTS.length - 1)) % DISTRICTS.length];
  const branch = (name = "") => spell({ ...parts, branch: `${name}分公司` });
  return { kind: "two branches of one parent", a: branch(DISTRICTS[at]), b: branch(other) };
}

/** Neighbours in an invented register that share a brand: members of one group, under two codes. */
function relatives(world: LinkWorld, firm: LinkFirm): NamePair | null {
  if (firm.index + 1 >= world.size) return null;
  const next = world.at(firm.index + 1);
  const alike = next.parts.brand === firm.parts.brand && next.parts.place === firm.parts.place;
  return alike ? { kind: "two of one group or brand", a: firm.name, b: next.name } : null;
}

/** Whether two names of two firms are told apart by anything at all. */
const differ = (pair: NamePair) => nameKey(pair.a) !== nameKey(pair.b);

/**
 * Pairs of two firms each whose names are alike: at least `count`, as many of each kind. In each the first is a firm of the register
 * and the second is made from it by a change that only another firm can have; which name comes first is drawn.
 */
export function hardPairs(world: LinkWorld, options: { seed: number; count: number }): NamePair[] {
  const random = new Random(options.seed, 0, PURPOSE);
  const kinds: ((firm: LinkFirm) => NamePair | null)[] = [
    ...KINDS.map(({ kind, change }) => (firm: LinkFirm) => {
      const changed = change(firm, random);
      return changed === null ? null : { kind, a: firm.name, b: spell({ ...firm.parts, ...changed }) };
    }),
    (firm) => twoBranches(firm, random),
    (firm) => relatives(world, firm),
  ];
  const each = Math.ceil(options.count / kinds.length);
  return kinds.flatMap((make) => {
    const found: NamePair[] = [];
    for (let turn = 0; found.length < each && turn < each * TRIES; turn++) {
      const firm = world.at(random.int(world.size));
      if (!isCompany(firm) || firm.parts.brand.length < 2) continue;
      const pair = make(firm);
      if (pair === null || !differ(pair)) {
        if (turn > TRIES && found.length === 0) break; // a register without any of this kind
        continue;
      }
      found.push(random.chance(0.5) ? pair : { ...pair, a: pair.b, b: pair.a });
    }
    return found;
  });
}
