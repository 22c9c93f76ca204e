import { TRADE_WORDS } from "../enterprise/nameTradeWords.ts";
import { LABELS } from "../enterprise/regionPlaces.ts";
import { pairsOf } from "./grams.ts";
import { soundsGram } from "./letterGrams.ts";
import { soundsOf } from "./sounds.ts";

const placePairs = () =>
  [...LABELS].flatMap(([code, name]) => (code.length <= 4 ? pairsOf(name.normalize("NFKC")) : []));
const tradePairs = () => TRADE_WORDS.split(/\s+/).filter((word) => word.length === 2);

/**
 * Pairs of characters that very many names share: words of trades (科技), and what provinces and prefectures are called (宁波, 波市). Of
 * eight pairs of a name beside its form three are among them.
 */
export const COMMON_PAIRS: ReadonlySet<string> = new Set([...placePairs(), ...tradePairs()]);

let bySound: ReadonlyMap<string, readonly string[]> | undefined;

function soundsOfCommonPairs(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const pair of COMMON_PAIRS) {
    const [first = [], second = []] = soundsOf(pair);
    for (const one of first)
      for (const other of second) {
        const gram = soundsGram(one, other);
        found.set(gram, [...(found.get(gram) ?? []), pair]);
      }
  }
  return found;
}

/** The common pairs that can be read so, four at most: 实业, 事业, 食业 and 石业 by the gram of "shi ye". */
export function commonPairsOf(gram: string): readonly string[] {
  bySound ??= soundsOfCommonPairs();
  return bySound.get(gram) ?? [];
}
