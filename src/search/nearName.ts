import { SYNONYMS } from "../../search-config/synonyms.ts";
import { analyseName, type CompanyName, readName } from "../enterprise/companyName.ts";
import { inOrder, likeness } from "../enterprise/likeness.ts";
import { nameKey } from "../enterprise/nameKey.ts";
import { callingsOf } from "./callings.ts";
import { nameStarts } from "./sounds.ts";

type Parts = Pick<CompanyName, "region" | "brand" | "trade" | "form" | "branch">;

/** Two edits are near in a name of so many characters; in a shorter one only one is. */
const LONG = 10;
export const mostEdits = (key: string) => (key.length >= LONG ? 2 : 1);

const AUTONOMOUS = /(?<=\p{Script=Han}{2})(?:[^族省市县区]{1,5}族)+(?=自治)|自治(?=[区州县旗])/gu;

/** The name with its region in front and bare, and its form as everybody's: 云帆（宁波市）科技有限责任公司 is 宁波云帆科技有限公司. */
function loosened({ region, brand, trade, form, branch }: Parts): string {
  const bare = (region ?? "").replace(AUTONOMOUS, "").replace(/[省市区县]/g, "");
  let end = form ?? "";
  for (const { spelling, alike } of SYNONYMS) end = end.replace(spelling, alike);
  return nameKey([bare, brand, trade, end, branch].join(""));
}

/** 店, 部, 基地 and the like also end what is a piece of a longer name. */
const ENDS_NAME = /公司|合作社|合伙|企业/;
export const isWhole = (form: string | null) => form !== null && ENDS_NAME.test(form);

export interface NearName {
  /** Of what was typed, so that the rest is not looked at again for each name. */
  key: string;
  loose: string;
  /** With a region; without one that of a name doesn't count. */
  placed: boolean;
  /** With a legal form it is a whole name; without one it may be a piece. */
  whole: boolean;
}

export function nearName(typed: string): NearName {
  const parts = readName(typed);
  return {
    key: nameKey(typed),
    loose: loosened(parts),
    placed: parts.region !== null,
    whole: isWhole(parts.form),
  };
}

/** Another spelling of the region or the form is nearer than any slip. */
const SPELLING = 0.5;

export interface Nearness {
  /** 1 or 2, or less for another spelling of the same. */
  edits: number;
  /** Units of the name's key that are as typed. */
  same: ReadonlySet<number>;
}

/** How near a name is to what was typed, or null when it is unlike it. */
export function nearness(near: NearName, name: string): Nearness | null {
  const key = nameKey(name);
  const most = mostEdits(near.key);
  if (!shareEnough(near.key, key, most)) return null;
  const whole = likeness(near.key, key, false);
  const { region, ...parts } = readName(name);
  const loose = likeness(
    near.loose,
    loosened({ ...parts, region: near.placed ? region : null }),
    false,
  ).edits;
  if (loose === 0 && whole.edits > 0) return { edits: SPELLING, same: whole.same };
  if (whole.edits <= most) return whole;
  if (!near.whole) {
    const piece = likeness(near.key, key, true);
    if (piece.edits <= 1) return piece;
  }
  return loose < most ? { edits: 1 + loose, same: whole.same } : null;
}

/** Most candidates lack more characters than any spelling could explain: seen in a microsecond. */
function shareEnough(typed: string, key: string, most: number): boolean {
  let missing = 0;
  // 有限责任公司 for 有限公司, and 市 and 区 put in.
  for (const unit of typed) if (!key.includes(unit) && ++missing > most + 3) return false;
  return true;
}

/** A short form may take one character of each word; of a longer text a piece is left out, or two. */
export const mostRuns = (short: string) => (short.length <= 8 ? short.length : 3);

export interface Abbreviated {
  at: readonly number[];
  runs: number;
  /** It is among what a name of this kind is called, by rule. */
  isAlias: boolean;
}

/** Where parts of a name begin: units of its key. */
function partStarts(name: string, { region, trade }: Parts): number[] {
  const key = nameKey(name);
  const starts = new Set(nameStarts(name));
  // 川 is 四川, 苏 江苏; and 鄞州 begins within 宁波市鄞州区.
  for (let at = 1; at < nameKey(region ?? "").length; at++) starts.add(at);
  const at = key.indexOf(nameKey(trade ?? ""));
  if (at > 0) starts.add(at);
  return [...starts];
}

/** Where in its name the characters stand of what everybody calls a firm; null when it isn't called so, or its name holds it. */
export function calledAt(calling: string, name: string): readonly number[] | null {
  const key = nameKey(name);
  if (!callingsOf(readName(name), key).includes(calling)) return null;
  const found = inOrder(calling, key, [...key.split("").keys()]);
  // 人保财险 of 人民财产保险
  return found?.at ?? [...calling].map((character) => key.indexOf(character)).filter((at) => at >= 0);
}

/** How a short form stands in a name, or null when it doesn't. */
export function abbreviated(short: string, name: string): Abbreviated | null {
  const parts = analyseName(name);
  const inside = inOrder(short, nameKey(name), partStarts(name, parts));
  const found = inside !== null && inside.runs <= mostRuns(short) ? inside : null;
  const isAlias = parts.aliases.some((alias) => nameKey(alias) === short);
  // Two characters side by side are a piece of a name; apart they are in too many.
  if (found === null || (short.length === 2 && found.runs > 1))
    return isAlias ? { at: found?.at ?? [], runs: found?.runs ?? 1, isAlias } : null;
  return { ...found, isAlias };
}
