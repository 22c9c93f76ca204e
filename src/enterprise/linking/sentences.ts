import type { Party } from "./party.ts";
import { type Feature, type Levels, PARAMETERS } from "./weights.ts";

/** One compared feature: how it stands, what it weighs (bits, for or against), and the two values. */
export interface Compared {
  feature: Feature;
  level: string;
  weight: number;
  left: string | null;
  right: string | null;
}

type Words = readonly [zh: string, en: string];

/** What is said of a level; a level that says nothing is not here. */
const WORDS: { readonly [F in Feature]: Partial<Record<Levels[F], Words>> } = {
  core: {
    same: ["字号和行业一致", "brand and trade agree"],
    trade_slip: ["行业差一个字，应为笔误", "the trade is one character off, a slip of the pen"],
    trade_order: ["行业用字相同、次序不同", "the trade has the same characters in another order"],
    trade_more: ["行业多写或少写了词", "the trade has a word more or less"],
    trade_word: ["行业用词不同", "the trade has other words"],
    trade_other: ["字号一致但行业不同", "the brand agrees, the trade does not"],
    trade_none: ["一方没有写明行业", "one side names no trade"],
    brand_sound: ["字号有一字同音不同字", "one character of the brand sounds alike but is another"],
    brand_swap: ["字号用字次序不同", "two characters of the brand are swapped"],
    brand_slip: ["字号差一个字", "the brand is one character off"],
    brand_gap: ["字号多一字或少一字", "the brand has a character more or less"],
    brand_more: ["一方的字号更长", "one brand is longer than the other"],
    near: ["名称整体差一两个字", "the names as wholes are a character or two apart"],
    other: ["字号或行业不同", "brand or trade differ"],
  },
  region: {
    same: ["行政区划一致", "the regions agree"],
    both: ["一方同时写明了另一方的行政区划", "one names the region of the other beside its own"],
    within: ["行政区划级别不同", "the regions are of different levels"],
    absent: ["一方没有写明行政区划", "one side names no region"],
    slip: ["行政区划有一字之差", "the region is one character off"],
    different: ["行政区划不同", "the regions differ"],
  },
  form: {
    same: ["组织形式一致", "the legal forms agree"],
    compatible: ["组织形式写法不同但可以相容", "the legal forms are written differently but agree"],
    absent: ["一方没有写明组织形式", "one side names no legal form"],
    restructured: [
      "一方为有限公司，另一方为股份有限公司",
      "one is a limited company, the other one by shares",
    ],
    different: ["组织形式不同", "the legal forms differ"],
  },
  branch: {
    same: ["分支机构一致", "the branches agree"],
    placed: ["分支机构一致，一方多写了所在地", "the branches agree, one with its place"],
    more: ["一方的分支机构写得更具体", "one side names the branch more closely"],
    different: ["分支机构不同", "the branches differ"],
    parent: ["一方是分支机构，另一方不是", "one is a branch, the other is not"],
  },
  care: { loose: ["一方是简写", "one side is written short"] },
  former: { former: ["与曾用名比较", "compared with a former name"] },
  code: {
    same: ["统一社会信用代码一致", "the codes agree"],
    repaired: [
      "代码未通过校验，改正一个字符后一致",
      "the code fails its checks and agrees with one character mended",
    ],
    reissued: [
      "代码不同，但主体标识码一致",
      "the codes differ, but the organisation code within them agrees",
    ],
    different: ["双方的有效代码不同", "both codes are sound, and differ"],
    unlike: ["所给代码无效，也不接近", "the code is unsound and not near"],
  },
  orgCode: {
    same: ["组织机构代码一致", "the organisation codes agree"],
    different: ["组织机构代码不同", "the organisation codes differ"],
  },
  regNo: {
    same: ["注册号一致", "the registration numbers agree"],
    unverified: ["旧注册号一致（无校验位）", "the old registration numbers agree (they carry no check)"],
    different: ["注册号不同", "the registration numbers differ"],
  },
  representative: {
    same: ["法定代表人一致", "the legal representatives agree"],
    masked: ["法定代表人与隐去部分的姓名相符", "the legal representative fits the masked name"],
    different: ["法定代表人不同", "the legal representatives differ"],
  },
  address: { same: ["地址相符", "the addresses agree"], different: ["地址不同", "the addresses differ"] },
  place: {
    same: ["机关所在城市与登记地一致", "the authority works in the city where it is registered"],
    different: ["机关不在登记地所在城市", "the authority works in another city than that of registration"],
  },
  bearers: {
    one: ["登记的企业中只有一家用此字号和行业", "only one registered enterprise has this brand and trade"],
    many: ["多家登记的企业用此字号和行业", "several registered enterprises have this brand and trade"],
  },
  life: {
    before: ["记录的日期早于企业成立日期", "the record is older than the enterprise"],
    after: ["记录的日期在企业注销一年以后", "the enterprise had been closed for more than a year"],
  },
};

const OUTCOMES: Readonly<Record<"same" | "review" | "different", Words>> = {
  same: ["认定为同一企业", "taken as one enterprise"],
  review: ["需要人工核对", "left to people to decide"],
  different: ["不认定为同一企业", "not taken as one enterprise"],
};

function valuesOf(feature: Feature, { query, enterprise }: Sides): [string | null, string | null] {
  if (feature === "code") return [query.uscc ?? query.badCode, enterprise.uscc ?? enterprise.badCode];
  if (feature === "orgCode")
    return [query.orgCode, enterprise.orgCode ?? enterprise.uscc?.slice(8, 17) ?? null];
  if (feature === "regNo") return [query.regNo, enterprise.regNo];
  if (feature === "representative") return [query.legalRepresentative, enterprise.legalRepresentative];
  if (feature === "address") return [query.address, enterprise.address];
  if (feature === "place") return [query.district, enterprise.district];
  return [query.name, enterprise.name];
}

interface Sides {
  query: Party;
  enterprise: Party;
}

/** The compared features that say something, and all of them in one sentence of each language. */
export function inWords(
  levels: Levels,
  sides: Sides & { outcome: keyof typeof OUTCOMES },
): { features: Compared[]; zh: string; en: string } {
  const features: Compared[] = [];
  const said: Words[] = [];
  // Each key of the weights is a feature: Object.keys doesn't say so.
  for (const feature of Object.keys(PARAMETERS.weights) as Feature[]) {
    const level = levels[feature];
    const words = (WORDS[feature] as Readonly<Record<string, Words | undefined>>)[level];
    if (words === undefined || (levels.core === "absent" && (feature === "region" || feature === "form")))
      continue;
    const [left, right] = valuesOf(feature, sides);
    const weight = (PARAMETERS.weights[feature] as Readonly<Record<string, number>>)[level] ?? 0;
    features.push({ feature, level, weight, left, right });
    said.push(words);
  }
  const [zh, en] = OUTCOMES[sides.outcome];
  const names = `${sides.query.name ?? sides.query.badCode ?? sides.query.uscc ?? "–"}`;
  const known = sides.enterprise.name ?? sides.enterprise.uscc ?? "–";
  return {
    features,
    zh: `“${names}”与“${known}”：${said.map((one) => one[0]).join("；")}。${zh}。`,
    en: `“${names}” and “${known}”: ${said.map((one) => one[1]).join("; ")}. ${en.charAt(0).toUpperCase()}${en.slice(1)}.`,
  };
}
