import { describe, expect, test } from "vitest";
import { inOrder, likeness } from "../../../src/enterprise/likeness.ts";
import { nameKey } from "../../../src/enterprise/nameKey.ts";
import { gramsOf } from "../../../src/search/grams.ts";
import { abbreviated, nearName, nearness } from "../../../src/search/nearName.ts";
import { wantedNear } from "../../../src/search/wantedNear.ts";

describe("edits", () => {
  test.each([
    ["恒达", "恒达", 0],
    ["恒大", "恒达", 1],
    ["恒", "恒达", 1],
    ["恒达达", "恒达", 1],
    ["达恒", "恒达", 1],
    ["", "恒达", 2],
    ["甲乙丙丁", "丁丙乙甲", 3],
  ])("between %s and %s are %d", (a, b, edits) => {
    expect(likeness(a, b, false).edits).toBe(edits);
    expect(likeness(b, a, false).edits).toBe(edits);
  });

  test("of a piece count nothing around it, and tell what is as typed", () => {
    expect(likeness("恒大精密", "宁波恒达精密机械厂", true)).toEqual({ edits: 1, same: new Set([2, 4, 5]) });
    expect(likeness("达恒精密", "宁波恒达精密机械厂", true)).toEqual({
      edits: 1,
      same: new Set([2, 3, 4, 5]),
    });
  });

  test("characters stand in order in as few runs as can be", () => {
    expect(inOrder("中石化", "中国石油化工", [0])).toEqual({ at: [0, 2, 4], runs: 3 });
    expect(inOrder("甲乙丙", "甲乙甲乙丙", [0, 2])).toEqual({ at: [2, 3, 4], runs: 1 });
    expect(inOrder("甲乙", "丙甲乙", [0])).toBeNull();
    expect(inOrder("乙甲", "甲乙", [0, 1])).toBeNull();
  });
});

const NAMES = [
  "宁波恒达精密机械有限公司",
  "余姚市双柳食品厂",
  "深圳市南山区前海云帆信息科技股份有限公司",
  "象山港湾渔业专业合作社",
  "宁波大榭开发区信诚国际集装箱运输代理服务有限责任公司",
  "慈溪甲乙有限公司",
] as const;

/** Every slip of one character in a name. */
function* slipsOf(key: string): Generator<string> {
  const letters = [...key];
  for (let at = 0; at <= letters.length; at++) {
    yield letters.toSpliced(at, 0, "鑫").join("");
    if (at === letters.length) continue;
    yield letters.with(at, "鑫").join("");
    yield letters.toSpliced(at, 1).join("");
    if (at + 1 < letters.length)
      yield letters.toSpliced(at, 2, letters[at + 1] ?? "", letters[at] ?? "").join("");
  }
}

/** Whether it has all grams of one of the sets, by either way to find what changed places. */
function isFound(typed: string, grams: ReadonlySet<string>): boolean {
  const { slips, anyOrder, changedBack } = wantedNear(typed);
  const hasOneOf = (sets: readonly string[][]) =>
    sets.some((set) => set.length > 0 && set.every((gram) => grams.has(gram)));
  return hasOneOf([...slips, anyOrder]) && hasOneOf([...slips, ...changedBack]);
}

describe("a name with one slip anywhere", () => {
  test.each(NAMES)("has all grams of one way to it, and is near: %s", (name) => {
    const key = nameKey(name);
    const grams = new Set(gramsOf(key));
    for (const typed of slipsOf(key)) {
      if (typed === key) continue;
      expect(isFound(typed, grams), typed).toBe(true);
      expect(wantedNear(typed).slips.length).toBeLessThanOrEqual(12);
      expect(nearness(nearName(typed), name)?.edits, typed).toBeLessThanOrEqual(1);
    }
  });

  test.each([
    ["宁波市恒达精密机械有限公司", NAMES[0]],
    ["宁波恒达精密机械有限责任公司", NAMES[0]],
    ["恒达（宁波）精密机械有限公司", NAMES[0]],
    ["余姚双柳食品厂", NAMES[1]],
  ])("and with another spelling of region or form it is nearer than any slip: %s", (typed, name) => {
    const grams = new Set(gramsOf(nameKey(name)));
    expect(isFound(typed, grams)).toBe(true);
    expect(nearness(nearName(typed), name)?.edits).toBeLessThan(1);
  });

  test.each([
    ["宁波恒信航空有限公司", NAMES[0]],
    ["宁波恒信机械有限公司", "宁波恒达贸易有限公司"],
    ["宁波达恒械机有限公司", "宁波恒达机械厂"],
  ])("is not near another: %s and %s", (typed, name) => {
    expect(nearness(nearName(typed), name)).toBeNull();
  });
});

describe("a short form", () => {
  test.each([
    ["恒达精机", NAMES[0], { at: [2, 3, 4, 6], runs: 2, isAlias: false }],
    ["宁波恒达", NAMES[0], { at: [0, 1, 2, 3], runs: 1, isAlias: true }],
  ])("stands in the name: %s", (short, name, expected) => {
    expect(abbreviated(short, name)).toEqual(expected);
  });

  test.each([
    ["达密", NAMES[0]],
    ["达精机", NAMES[0]],
    ["机精恒", NAMES[0]],
  ])("begins where a part of the name does, and keeps the order: not %s", (short, name) => {
    expect(abbreviated(short, name)).toBeNull();
  });
});
