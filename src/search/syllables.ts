/** Every syllable of Hanyu Pinyin without tones, ü as v, by its first letters. */
const SYLLABLES_OF: Readonly<Record<string, string>> = {
  "": "a ai an ang ao e ei en eng er o ou",
  b: "a ai an ang ao ei en eng i ian iao ie in ing o u",
  c: "a ai an ang ao e en eng i ong ou u uan ui un uo",
  ch: "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
  d: "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
  f: "a an ang ei en eng o ou u iao",
  g: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  h: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  j: "i ia ian iang iao ie in ing iong iu u uan ue un",
  k: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  l: "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo v ve",
  m: "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
  n: "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue un uo v ve",
  p: "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
  q: "i ia ian iang iao ie in ing iong iu u uan ue un",
  r: "an ang ao e en eng i ong ou u ua uan ui un uo",
  s: "a ai an ang ao e en eng i ong ou u uan ui un uo",
  sh: "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
  t: "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
  w: "a ai an ang ei en eng o u",
  x: "i ia ian iang iao ie in ing iong iu u uan ue un",
  y: "a an ang ao e i in ing o ong ou u uan ue un",
  z: "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
  zh: "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
};

export const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries(SYLLABLES_OF).flatMap(([head, tails]) => tails.split(" ").map((tail) => head + tail)),
);

export const LONGEST_SYLLABLE = 6;

const FROM: ReadonlyMap<string, readonly string[]> = byBeginning();

function byBeginning(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const syllable of SYLLABLES)
    for (let length = 1; length <= syllable.length; length++) {
      const beginning = syllable.slice(0, length);
      found.set(beginning, [...(found.get(beginning) ?? []), syllable]);
    }
  return found;
}

/** The syllables that begin so, the text itself included when it is one. At most some forty. */
export const syllablesFrom = (beginning: string): readonly string[] => FROM.get(beginning) ?? [];
