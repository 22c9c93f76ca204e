import { describe, expect, test } from "vitest";
import { nameKey } from "../../../src/enterprise/nameKey.ts";
import { commonPairsOf } from "../../../src/search/commonPairs.ts";
import { askedOf, tellingOf } from "../../../src/search/leftOut.ts";
import { letterGrams, soundsGram } from "../../../src/search/letterGrams.ts";

const soundsIn = (name: string) =>
  letterGrams(nameKey(name), [], tellingOf(nameKey(name))).filter((gram) => gram.startsWith("p:"));
const sound = (text: string) => {
  const [first = "", second = ""] = text.split(" ");
  return soundsGram(first, second);
};

describe("what is left out of the index", () => {
  test("are the sounds of common pairs of characters, and of what leads into the ending", () => {
    expect(soundsIn("宁波恒达机械有限公司")).not.toContain(sound("ji xie"));
    expect(soundsIn("宁波恒达机械有限公司")).not.toContain(sound("ning bo"));
    expect(soundsIn("宁波恒达机械有限公司")).not.toContain(sound("xie you"));
    expect(soundsIn("宁波恒达机械有限公司")).toEqual(
      expect.arrayContaining([sound("bo heng"), sound("heng da"), sound("da ji")]),
    );
  });

  test("are never those of another pair that sounds alike, nor of a name with another ending", () => {
    expect(soundsIn("克己茶社")).toContain(sound("ke ji"));
    expect(soundsIn("机械有限责任公司")).toContain(sound("xie you"));
  });

  test("is asked for by its characters where nothing else is asked for, and not at all where something is", () => {
    expect(commonPairsOf(sound("ke ji"))).toContain("科技");
    const [alone] = askedOf({ all: [sound("ke ji")], any: [] });
    expect(alone?.any[0]).toEqual(expect.arrayContaining(["科技", sound("ke ji")]));
    expect(askedOf({ all: [sound("ke ji"), sound("heng da")], any: [] })).toEqual([
      { all: [sound("heng da")], any: [] },
    ]);
  });

  test("is asked for beside one character too, which is in very many names", () => {
    expect(commonPairsOf(sound("shi chang"))).toContain("市场");
    const [asked] = askedOf({ all: ["市", sound("shi chang")], any: [] });
    expect(asked?.all).toEqual(["市"]);
    expect(asked?.any).toEqual([expect.arrayContaining(["市场", sound("shi chang")])]);
  });

  test("leaves something to ask for, whatever is asked for", () => {
    for (const grams of [
      ["有限"],
      [sound("ji you")],
      [sound("you xian")],
      [sound("ke ji"), sound("ji you")],
      ["i:kjy", sound("ji you")],
    ]) {
      const asked = askedOf({ all: grams, any: [] });
      expect(asked.length).toBeGreaterThan(0);
      for (const { all, any } of asked) expect(all.length + any.length).toBeGreaterThan(0);
    }
    expect(askedOf({ all: [], any: [] })).toEqual([]);
  });
});
