import { describe, expect, test } from "vitest";
import { nameKey, nameKeysWithRegion, startsWithRegion } from "../../../src/enterprise/nameKey.ts";
import { toSimplified } from "../../../src/enterprise/simplified.ts";
import { seeded } from "./seeded.ts";

describe("two spellings of one name have one key", () => {
  test.each([
    ["宁波甬星（海曙）贸易有限公司", "宁波甬星(海曙)贸易有限公司"],
    ["宁波甬星（海曙）贸易有限公司", "宁波甬星〔海曙〕贸易有限公司"],
    ["宁波ＡＢＣ科技有限公司", "宁波abc科技有限公司"],
    ["宁波 甬星\u3000贸易 有限公司", "宁波甬星贸易有限公司"],
    ["寧波滙豐電器有限公司", "宁波汇丰电器有限公司"],
    ["宁波“甬星”贸易有限公司", "宁波甬星贸易有限公司"],
    ["宁波甬·星贸易、有限公司。", "宁波甬星贸易有限公司"],
    ["宁波A-B.C&D有限公司", "宁波ABCD有限公司"],
    ["宁波第一—百货\u200b有限公司", "宁波第一百货有限公司"],
    ["宁波二○一有限公司", "宁波二〇一有限公司"],
    ["宁波ｶﾞｽ有限公司", "宁波ガス有限公司"],
    ["宁波Cafe\u0301有限公司", "宁波CAFÉ有限公司"],
    ["宁波Ⅱ号有限公司", "宁波II号有限公司"],
  ])("%s and %s", (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  test("and other names have others", () => {
    const names = ["华昇", "华升", "乾元", "干元", "甬星", "甬兴", "甬星一", "甬星1"].map(
      (brand) => `宁波${brand}贸易有限公司`,
    );
    expect(new Set(names.map(nameKey)).size).toBe(names.length);
    expect(nameKey("宁波甬星有限公司")).not.toBe(nameKey("宁波甬星股份有限公司"));
  });

  test("folding a key again changes nothing, and brackets keep what they hold", () => {
    for (const name of ["上海（甬）Ａ有限公司", "寧波滙豐電器有限公司", "𠮷野家（宁波）有限公司"])
      expect(nameKey(nameKey(name))).toBe(nameKey(name));
    expect(nameKey("上海（甬）有限公司")).toBe("上海甬有限公司");
    expect(nameKey("（）·")).toBe("");
  });

  test("the fast way folds every text as the slow way does", () => {
    const random = seeded(30);
    const slow = (text: string) =>
      toSimplified(text.replaceAll("○", "〇").normalize("NFKC"))
        .toUpperCase()
        .replace(/[^\p{L}\p{N}]/gu, "");
    for (let n = 0; n < 3_000; n++) {
      const text = Array.from({ length: 1 + Math.floor(random() * 12) }, () => {
        const unit = random() < 0.5 ? 0x4e00 + Math.floor(random() * 20_000) : Math.floor(random() * 65_536);
        return unit >= 0xd800 && unit <= 0xdfff ? "𠮷" : String.fromCharCode(unit);
      }).join("");
      // Marks that join across characters are folded as a whole, so the two ways agree on them by definition.
      if (/\p{M}|[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u.test(text.normalize("NFKD"))) continue;
      expect(nameKey(text)).toBe(slow(text));
    }
  });
});

describe("the region of a name", () => {
  test.each([
    "宁波甬星有限公司",
    "宁波市甬星有限公司",
    "浙江甬星有限公司",
    "余姚市甬星厂",
    "象山县甬星厂",
    "海曙区甬星店",
    "中国甬星",
    "（宁波）甬星",
    "奉化市甬星厂",
    "江东区甬星店",
  ])("stands in front of %s", (name) => {
    expect(startsWithRegion(name)).toBe(true);
  });

  test.each(["甬星贸易有限公司", "百年食品有限公司", "应恺（深圳）实业有限公司"])(
    "does not in front of %s",
    (name) => {
      expect(startsWithRegion(name)).toBe(false);
    },
  );

  test("that an authority knows stands in front of the name's other keys", () => {
    expect(nameKeysWithRegion("甬星（贸易）有限公司", "330200")).toEqual([
      "甬星贸易有限公司",
      "宁波市甬星贸易有限公司",
      "宁波甬星贸易有限公司",
    ]);
    const keys = nameKeysWithRegion("甬星厂", "330212");
    expect(keys[0]).toBe("甬星厂");
    expect(keys).toEqual(
      expect.arrayContaining([
        "宁波甬星厂",
        "宁波市甬星厂",
        "鄞州区甬星厂",
        "鄞州甬星厂",
        "宁波市鄞州区甬星厂",
      ]),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("is today's for an authority with an old code", () => {
    expect(nameKeysWithRegion("甬星厂", "330283")).toContain("奉化区甬星厂");
    expect(nameKeysWithRegion("甬星厂", "330201")).toContain("宁波甬星厂");
  });

  test("is not added to a name that says its own, in front or in brackets, nor without an authority", () => {
    expect(nameKeysWithRegion("上海甬星有限公司", "330200")).toEqual(["上海甬星有限公司"]);
    expect(nameKeysWithRegion("应恺（深圳）实业有限公司", "330200")).toEqual(["应恺深圳实业有限公司"]);
    expect(nameKeysWithRegion("甬星有限公司", null)).toEqual(["甬星有限公司"]);
    expect(nameKeysWithRegion("甬星有限公司", "330000")).toEqual(["甬星有限公司"]);
    expect(nameKeysWithRegion("（）", "330200")).toEqual([]);
  });

  test("of a municipality is the municipality itself", () => {
    expect(nameKeysWithRegion("甬星有限公司", "310115")).toEqual(
      expect.arrayContaining(["上海甬星有限公司", "上海市浦东新区甬星有限公司"]),
    );
  });
});
