import { describe, expect, test } from "vitest";
import { analyseName } from "../../../src/enterprise/companyName.ts";
import { nameInitials, namePinyin, nameSyllables } from "../../../src/enterprise/pinyin.ts";
import { POLYPHONES } from "../../../src/enterprise/polyphones.ts";

const readings = (text: string) => namePinyin(nameSyllables(text));
const initials = (text: string) => nameInitials(nameSyllables(text));

describe("the readings of a name", () => {
  test.each([
    ["宁波鄞州", ["ningboyinzhou"]],
    ["厦门", ["xiamen"]],
    ["重庆重工", ["chongqingzhonggong"]],
    ["银行", ["yinhang"]],
    ["旅行社", ["lvxingshe"]],
    ["会计师", ["kuaijishi"]],
    ["绿都", ["lvdu"]],
    ["乐清音乐", ["yueqingyinyue"]],
    ["六安", ["luan", "liuan"]],
    ["东阿阿胶", ["dongeejiao", "dongeajiao", "dongaejiao", "dongaajiao"]],
    ["长乐坊", ["changlefang"]],
    ["番禺", ["panyu"]],
    ["喀什什邡", ["kashishifang"]],
    ["甬乐", ["yongle", "yongyue"]],
    ["曾单", ["zengdan", "zengshan", "cengdan", "cengshan"]],
    ["〇一ABC3", ["lingyiabc3"]],
    ["（·）", []],
  ])("%s: %j", (text, expected) => {
    expect(readings(text)).toEqual(expected);
  });

  test.each([
    ["宁波恒达", ["nbhd"]],
    ["厦", ["x", "s"]],
    ["甬乐A1", ["yla1", "yya1"]],
    ["模具", ["mj"]],
    ["模甬", ["my"]],
    ["重甬", ["zy", "cy"]],
  ])("initials of %s: %j", (text, expected) => {
    expect(initials(text)).toEqual(expected);
  });

  test("are at most eight, the likeliest first, and as long as the name", () => {
    const many = readings("长行乐重厦单曾晟朝甬");
    expect(many).toHaveLength(8);
    expect(many[0]).toBe("changxinglezhongxiadanzengshengchaoyong");
    for (const reading of many) expect(reading.endsWith("yong")).toBe(true);
  });

  test("of a whole name are those of its normal form", () => {
    expect(analyseName("寧波 甬星（象山）有限公司").initials).toEqual(["nbyxxsyxgs"]);
    expect(analyseName("宁波甬星有限公司").pinyin).toEqual(["ningboyongxingyouxiangongsi"]);
  });
});

test("every character of the reviewed list stands there once, in each of its words, with a reason", () => {
  const characters = POLYPHONES.map(({ character }) => character);
  expect(new Set(characters).size).toBe(characters.length);
  for (const { character, readings: own, words, reason } of POLYPHONES) {
    expect(character).toMatch(/^\p{Script=Han}$/u);
    expect(own).toMatch(/^[a-z]+( [a-z]+)*$/);
    expect(reason.length).toBeGreaterThan(5);
    const seen = new Set<string>();
    for (const [reading, list] of Object.entries(words ?? {})) {
      expect(reading).toMatch(/^[a-z]+(\/[a-z]+)*$/);
      for (const word of list.split(" ")) {
        expect(word, character).toContain(character);
        expect(seen.has(word), `${character} ${word}`).toBe(false);
        seen.add(word);
      }
    }
  }
});
