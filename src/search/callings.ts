import { KNOWN_AS } from "../../search-config/synonyms.ts";
import { type AliasParts, callings } from "../enterprise/nameAliases.ts";

/** A longer one is found by its characters, or not at all. */
const LONGEST_CALLING = 4;

/**
 * What everybody calls a firm, or the one that a branch is of, by rule or by the list, where its name doesn't hold it.
 * @param key `nameKey` of the name
 */
export function callingsOf(parts: AliasParts, key: string): string[] {
  const listed = KNOWN_AS.find(({ begins }) => key.startsWith(begins))?.callings ?? [];
  return [...new Set([...callings(parts), ...listed])].filter(
    (calling) => calling.length <= LONGEST_CALLING && !key.includes(calling),
  );
}

/** As rules make them: 中石化, 工行, 宁银, 浦发, 东航. */
const MADE = /^中[^国]{1,3}$|^\p{Script=Han}(?:[行银发航汽钢保]|发银行)$|^国寿$/u;
const LISTED: ReadonlySet<string> = new Set(KNOWN_AS.flatMap(({ callings }) => callings));

/** Whether a firm may be called so: for few texts it is looked up. */
export const mayBeCalled = (key: string) => LISTED.has(key) || MADE.test(key);
