import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { nameKey } from "../../../src/enterprise/nameKey.ts";
import { POLYPHONES } from "../../../src/enterprise/polyphones.ts";
import { placeOfWays } from "../../../src/search/cells.ts";
import { letterGrams } from "../../../src/search/letterGrams.ts";
import type { Way } from "../../../src/search/reading.ts";
import { readMixed, readPinyin } from "../../../src/search/readLetters.ts";
import { initialsOf, nameStarts, soundsOf } from "../../../src/search/sounds.ts";
import { SYLLABLES } from "../../../src/search/syllables.ts";
import { type Wanted, wantedBy } from "../../../src/search/wanted.ts";
import { DOCUMENTS } from "./engineDocuments.ts";

const spelled = (way: Way) => way.map(({ kind, text }) => (kind === "begins" ? `${text}…` : text)).join(" ");
const waysOf = (text: string) => {
  const reading = readPinyin(text.toUpperCase().split(" "));
  return reading.readAs === "pinyin" ? reading.ways : [];
};
const place = (ways: readonly Way[], name: string) =>
  placeOfWays(ways, nameKey(name), () => nameStarts(name));
const has = (grams: ReadonlySet<string>, { all, any }: Wanted) =>
  all.every((gram) => grams.has(gram)) && any.every((set) => set.some((gram) => grams.has(gram)));

describe("letters are cut", () => {
  test.each([
    ["hengda", "heng da…"],
    ["nbhd", "n b h d"],
    ["heng da mao yi", "heng da mao yi…"],
    ["xian", "xian…"],
    ["nbhengda", "n b heng da…"],
    ["lvyou", "lv you"],
  ])("into syllables, and first letters where there are none: %s", (text, first) => {
    expect(waysOf(text).map(spelled)[0]).toBe(first);
  });

  test("in every likely way: xian is xi an as well, and four first letters but for i", () => {
    expect(waysOf("xian").map(spelled)).toContain("xi an…");
    expect(waysOf("hada").map(spelled)).toContain("h a d a");
    expect(waysOf("xian").map(spelled)).not.toContain("x i a n");
  });

  test("two consonants are first letters, not the beginning of a syllable", () => {
    expect(waysOf("nbzh").map(spelled)).toEqual(["n b z h"]);
  });

  test("with characters before them, and 市 between", () => {
    const mixed = readMixed("宁波HD");
    const ways = mixed?.readAs === "mixed" ? mixed.ways.map(spelled) : [];
    expect(ways[0]).toBe("宁 波 h d");
    expect(ways).toContain("宁 波 市 h d");
    expect(readMixed("宁波")).toBeNull();
    expect(readMixed("HD")).toBeNull();
  });
});

describe("sounds", () => {
  test("are one entry for each unit of a key, whatever it holds", () => {
    for (const key of ["宁波恒达", "K58网络", "宁海𠮷祥", "\ue000甲々", ""])
      expect(soundsOf(key)).toHaveLength(key.length);
    expect(soundsOf("K5")).toEqual([["k"], ["5"]]);
    expect(soundsOf("𠮷")).toEqual([[], []]);
  });

  test("are all that a character of several readings has", () => {
    expect(soundsOf("音乐")[1]).toEqual(expect.arrayContaining(["yue", "le"]));
  });

  test("hold what pinyin-pro spells, right or wrong: other systems and input methods spell by it", () => {
    for (const { character } of POLYPHONES)
      expect(soundsOf(character)[0], character).toContain(pinyin(character, { toneType: "none", v: true }));
    for (const word of [
      "都昌",
      "首都",
      "馋了么",
      "主角",
      "霓裳",
      "甲壳虫",
      "钥匙",
      "劲旅",
      "厚朴",
      "波什顿",
      "深圳枞恒",
    ])
      pinyin(word, { toneType: "none", type: "array", v: true }).forEach((reading, i) => {
        expect(soundsOf(word)[i], word).toContain(reading);
      });
  });

  test("that are read in names are syllables that letters can be cut into", () => {
    for (const { name } of DOCUMENTS)
      for (const readings of soundsOf(nameKey(name)))
        for (const reading of readings)
          if (reading.length > 1) expect(SYLLABLES.has(reading), reading).toBe(true);
  });

  test("begin at the name, behind its region and at its brand", () => {
    expect(nameStarts("宁波恒达贸易有限公司")).toEqual([0, 2]);
    expect(nameStarts("恒达贸易有限公司")).toEqual([0]);
  });
});

describe("a name", () => {
  const name = "宁波恒达精密机械有限公司";
  const grams = new Set(letterGrams(nameKey(name), nameStarts(name)));
  const found = (text: string) =>
    (wantedBy(readPinyin(text.toUpperCase().split(" "))) ?? []).some((one) => has(grams, one));
  const letters = initialsOf(nameKey(name))
    .map(([first]) => first)
    .join("");

  test("is found by every piece of three first letters or more, and by all of its pinyin", () => {
    for (let from = 0; from < letters.length; from++)
      for (let to = from + 3; to <= letters.length; to++)
        expect(found(letters.slice(from, to)), letters.slice(from, to)).toBe(true);
    const sounds = soundsOf(nameKey(name)).map(([first]) => first ?? "");
    for (let from = 0; from < sounds.length; from++)
      for (let to = from + 2; to <= sounds.length; to++) {
        expect(found(sounds.slice(from, to).join("")), sounds.slice(from, to).join("")).toBe(true);
        expect(found(sounds.slice(from, to).join(" "))).toBe(true);
      }
  });

  test("is found by the first letter and by each further one of its beginning and of its brand's", () => {
    for (const start of ["ningbohengdajingmi", "hengdajingmi", "nbhdjm", "hdjm"])
      for (let length = 1; length <= start.length; length++)
        expect(found(start.slice(0, length)), start.slice(0, length)).toBe(true);
  });

  test("is not found by one or two first letters from its middle: nearly all names have them", () => {
    for (const text of ["j", "jm", "mj"]) expect(found(text)).toBe(false);
    expect(place(waysOf("jm"), name)).toBeNull();
    expect(place(waysOf("hd"), name)).toEqual({ at: 2, length: 2 });
  });

  test("is marked where the letters stand", () => {
    expect(place(waysOf("jingmij"), name)).toEqual({ at: 4, length: 3 });
    expect(place(waysOf("hdjm"), name)).toEqual({ at: 2, length: 4 });
    expect(place(waysOf("hdmj"), name)).toBeNull();
  });
});
