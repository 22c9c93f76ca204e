import { Converter } from "opencc-js/t2cn";

/**
 * Characters that OpenCC takes for traditional ones, but that registered names of today hold in their own right:
 * 昇 is not 升, 乾 is not 干 (both are common in the register). Folding them would make two firms one.
 */
const OWN_RIGHT = "乾昇陞徵於夥薹摺吒捱拚袷醣榘菸麴麽迺龢谿脩劄澂氾鉅堃濛";
const FIRST = 0x3400;
const LAST = 0x9fff;

let table: ReadonlyMap<number, string> | undefined;

/** Single characters only, from OpenCC's data; some 100 ms, paid by the first traditional or unknown character. */
function load(): ReadonlyMap<number, string> {
  const characters = Array.from({ length: LAST - FIRST + 1 }, (_, i) => String.fromCharCode(FIRST + i));
  const simplified = Converter({ from: "t", to: "cn" })(characters.join("\n")).split("\n");
  const found = new Map<number, string>();
  characters.forEach((character, i) => {
    const other = simplified[i];
    if (other !== undefined && other !== character && !OWN_RIGHT.includes(character))
      found.set(FIRST + i, other);
  });
  return found;
}

/** Traditional characters as simplified ones, every one by itself, so that a name folds alike whatever stands around it. */
export function toSimplified(text: string): string {
  table ??= load();
  let folded: string | undefined;
  for (let i = 0; i < text.length; i++) {
    const simplified = table.get(text.charCodeAt(i));
    if (simplified !== undefined) folded = (folded ?? text.slice(0, i)) + simplified;
    else if (folded !== undefined) folded += text.charAt(i);
  }
  return folded ?? text;
}
