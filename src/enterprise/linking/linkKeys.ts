import { nameKey } from "../nameKey.ts";
import { nameSyllables } from "../pinyin.ts";
import { textHash } from "../textHash.ts";
import { coreOf, type PartyName } from "./partyName.ts";

/** Raise it when keys or the comparison behind them change: parties are taken in anew then. */
export const LINK_KEYS_FORMAT = 1;

/** Up to so many characters of brand and trade a slip is looked for anywhere, in longer ones within the brand and at its border. */
const SHORT = 6;
const MOST_DELETED = 6;

const PLACE_OF_BRANCH =
  /(.{2})(?:分公司|分行|支行|分理处|营业部|分店|办事处|支公司|分厂|门店|店|部|处|所|站|厂|中心)$/u;

/** The whole and the whole with one character left out: two texts a slip apart have one of these in common. */
function slips(kind: string, text: string, brand: number): string[] {
  const texts = [`${kind}${text}`];
  const most = text.length <= SHORT ? text.length : Math.min(brand + 1, MOST_DELETED);
  if (text.length < 3) return texts;
  for (let i = 0; i < most; i++)
    if (text[i] !== text[i - 1]) texts.push(`${kind}${text.slice(0, i)}${text.slice(i + 1)}`);
  return texts;
}

/** The brand as it sounds, with the beginning of the trade. */
const spoken = ({ brand, trade }: PartyName) =>
  `y${nameSyllables(brand)
    .map(([reading = ""]) => reading)
    .join(" ")}|${trade.slice(0, 2)}`;

/** The same firm is written with its form in the trade (泰山宝盛大酒店有限公司) and as the form (泰山宝盛大酒店). */
function wholeOf(name: PartyName): string {
  const core = coreOf(name) + (name.brand === "" || name.formWord.length > 1 ? name.formWord : "");
  return core === "" ? name.region + name.formWord : core;
}

function ofName(name: PartyName): string[] {
  const { brand, trade, branch } = name;
  const whole = wholeOf(name);
  if (whole === "") return [];
  // A bank has hundreds of branches: they are found by their place, not by the bank.
  const place = branch === "" ? null : (PLACE_OF_BRANCH.exec(branch)?.[1] ?? branch.slice(-2));
  const texts = slips(place === null ? "d" : `n${place}|`, whole, brand.length);
  if (place !== null) return texts;
  if (brand.length > 1) texts.push(`b${brand}`);
  if (brand.length > 1 && trade.length > 1) texts.push(spoken(name));
  if (whole.length > SHORT && trade.length > 3)
    texts.push(`t${brand}${trade.slice(0, 2)}`, `u${brand}${trade.slice(-2)}`);
  return texts;
}

/** A person with the first or the last character of the brand: never a person alone. */
function ofPerson(name: PartyName, person: string | null): string[] {
  const [first, last] = [name.brand.at(0), name.brand.at(-1)];
  if (person === null || first === undefined || last === undefined) return [];
  const key = nameKey(person);
  return key.length < 2 ? [] : [`r${key}${first}`, `s${key}${last}`];
}

/**
 * Under which hashes a party may be found by another that is nearly the same. Register and record make them alike: what has none
 * in common is not compared. About nine a name; some five microseconds.
 */
export function linkKeys(names: readonly PartyName[], person: string | null): number[] {
  const hashes = new Set<number>();
  for (const name of names) for (const text of ofName(name)) hashes.add(textHash(text));
  const [own] = names;
  if (own !== undefined) for (const text of ofPerson(own, person)) hashes.add(textHash(text));
  return [...hashes];
}
