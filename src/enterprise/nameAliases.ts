import { nameKey } from "./nameKey.ts";

/** What aliases are made of; `CompanyName` without the rest. */
export interface AliasParts {
  normal: string;
  region: string | null;
  brand: string | null;
  trade: string | null;
  form: string | null;
  branch: string | null;
}

interface Pieces {
  /** Without 省, 市, 区 … at its end; empty when absent, as the other texts. */
  region: string;
  brand: string;
  trade: string;
  form: string;
  /** The trade's first and last two characters, which is how words are cut (新材 of 新材料). */
  first: string;
  last: string;
}

export interface AliasRule {
  rule: string;
  of(pieces: Pieces): string[];
}

const GENERIC_END = /(?:特别行政区|自治区|省|市|县|区|镇|街道)$/;
const shortRegion = (region: string) => (region.length > 2 ? region.replace(GENERIC_END, "") : region);

const bare = (text: string | null) => (text === null ? "" : nameKey(text));

function piecesOf(parts: AliasParts): Pieces {
  const trade = bare(parts.trade);
  return {
    region: shortRegion(bare(parts.region)),
    brand: bare(parts.brand),
    trade,
    form: parts.form ?? "",
    first: trade.slice(0, 2),
    last: trade.slice(-2),
  };
}

const when = (holds: boolean, ...aliases: string[]) => (holds ? aliases : []);

/**
 * 工商银行 is 工行, a city's own bank 宁行 and 宁银, 发展银行 浦发银行 and 浦发, 农村商业银行 农商行. Banks with a brand of their own
 * go by it.
 */
function bankAliases({ region, brand, trade }: Pieces): string[] {
  if (!trade.endsWith("银行")) return [];
  const place = region === "中国" ? "" : region;
  const first = (brand || region).charAt(0);
  if (trade === "发展银行") return when(first !== "", `${first}发`, `${first}发银行`);
  if (trade === "农村商业银行")
    return when(place + brand !== "", `${place}${brand}农商行`, `${place}${brand}农商银行`);
  if (brand !== "") return [];
  return trade === "银行"
    ? when(first !== "", `${first}行`, ...when(place !== "", `${first}银`))
    : when(trade.length === 4, `${trade.charAt(0)}行`);
}

/** 中国石油化工 is 中石化, 中国移动通信 中国移动, 中国中车 中车. */
function nationalAliases({ region, brand, trade, first }: Pieces): string[] {
  if (region !== "中国") return [];
  if (brand !== "") return [`中国${brand}`, `中${brand}`];
  const second = trade.slice(first.length);
  return when(
    trade !== "",
    `中国${first}`,
    ...when(second !== "", `中${first.charAt(0)}${second.charAt(0)}`),
  );
}

/** Trades of firms that go by the first character of a national brand, or of their place, and one of the trade. */
const TRADE_LETTERS: ReadonlyMap<string, string> = new Map([
  ["航空", "航"],
  ["航空控股", "航"],
  ["汽车", "汽"],
  ["钢铁", "钢"],
  ["保险", "保"],
]);

/** 中国东方航空 is 东航, 广州汽车 广汽, 武汉钢铁 武钢, 宝山钢铁 宝钢, 中国太平洋保险 太保; and 中国人寿保险 国寿. */
function letterAliases({ region, brand, trade, form }: Pieces): string[] {
  if (!/股份|集团/.test(form)) return [];
  const isNational = region === "中国";
  if (isNational && brand === "" && trade === "人寿保险") return ["国寿"];
  const letter = TRADE_LETTERS.get(trade);
  const goesByBrand = isNational || (region === "" && trade === "钢铁");
  const first = (goesByBrand ? brand : brand === "" ? region : "").charAt(0);
  return letter === undefined || first === "" ? [] : [first + letter];
}

/** In the order in which people use them. `npm run bench -- names FILE` says how often each is right, and what it costs. */
export const ALIAS_RULES: readonly AliasRule[] = [
  { rule: "brand", of: ({ brand }) => when(brand.length > 1, brand) },
  { rule: "brand and trade", of: ({ brand, trade }) => when(brand !== "" && trade !== "", brand + trade) },
  {
    rule: "brand and first word",
    of: ({ brand, first }) => when(brand !== "" && first !== "", brand + first),
  },
  { rule: "brand and last word", of: ({ brand, last }) => when(brand !== "" && last !== "", brand + last) },
  {
    rule: "brand and 股份",
    of: ({ brand, form }) => when(brand !== "" && form.includes("股份"), `${brand}股份`),
  },
  {
    rule: "brand and 集团",
    of: ({ brand, form }) => when(brand !== "" && form.includes("集团"), `${brand}集团`),
  },
  {
    rule: "region and brand",
    of: ({ region, brand }) => when(region !== "" && brand !== "", region + brand),
  },
  {
    rule: "region and trade",
    of: ({ region, brand, trade, first, last }) =>
      when(brand === "" && region !== "" && trade !== "", region + trade, region + first, region + last),
  },
  {
    rule: "without form",
    of: ({ region, brand, trade }) => when(brand + trade !== "", region + brand + trade),
  },
  { rule: "of banks", of: bankAliases },
  { rule: "of national firms", of: nationalAliases },
  { rule: "of carriers and such", of: letterAliases },
];

/** Those with which a branch's own name is joined: 工行 + 鄞州支行. */
const BEFORE_BRANCH = 4;

/**
 * What people may write for a name, by rule, each once, the name itself and single characters left out. Some are parts of the
 * name as it stands, so that a search for parts finds them without. About eight a name, one microsecond.
 */
export function nameAliases(parts: AliasParts): string[] {
  const pieces = piecesOf(parts);
  const aliases = new Set<string>();
  for (const { of } of ALIAS_RULES) for (const alias of of(pieces)) aliases.add(alias);
  const heads = [...aliases];
  if (parts.branch !== null) {
    aliases.clear();
    const short = heads.filter((head) => head.length > 1 && head.length <= 6);
    for (const head of [...short.slice(0, BEFORE_BRANCH), ...bankAliases(pieces)])
      aliases.add(head + parts.branch);
  }
  aliases.delete(parts.normal);
  return [...aliases].filter((alias) => alias.length > 1);
}

/** What everybody calls a firm, or the bank that a branch is of, and few other names hold. */
export function callings(parts: AliasParts): string[] {
  const pieces = piecesOf(parts);
  const names = [bankAliases, nationalAliases, letterAliases].flatMap((of) => of(pieces));
  return [...new Set(names)].filter((name) => name.length > 1);
}

/** The aliases that one rule makes of a name. */
export function aliasesByRule(parts: AliasParts, rule: AliasRule): string[] {
  return rule.of(piecesOf(parts));
}
