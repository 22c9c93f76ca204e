import { soundsGram, tripleGram } from "./letterGrams.ts";
import type { Wanted } from "./wanted.ts";

/**
 * Nine names in ten end in 有限公司. Its grams would be a sixth of all that an index holds of a document, each as dear as one that tells
 * something; so of a name with this ending only one of them is kept, the pair in its middle.
 */
const ENDING = "有限公司";
const KEPT = "限公";
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...["有限", "公司", ...ENDING],
  ...[tripleGram("yxg"), tripleGram("xgs")],
  ...[soundsGram("you", "xian"), soundsGram("xian", "gong"), soundsGram("gong", "si")],
]);

/** The grams of a name under which it is indexed, wherever in it they stand. */
export const toldBy = (key: string, grams: readonly string[]): readonly string[] =>
  key.includes(ENDING) ? grams.filter((gram) => !LEFT_OUT.has(gram)) : grams;

/**
 * What an index made by `toldBy` has to be asked for. Where nothing else is asked for, names with the ending answer too, all of
 * them, and are compared.
 */
export function askedOf({ all, any }: Wanted): Wanted[] {
  const telling: Wanted = {
    all: all.filter((gram) => !LEFT_OUT.has(gram)),
    any: any.filter((set) => !set.some((gram) => LEFT_OUT.has(gram))),
  };
  if (telling.all.length + telling.any.length > 0) return [telling];
  return all.length + any.length === 0
    ? []
    : [
        { all, any },
        { all: [KEPT], any: [] },
      ];
}
