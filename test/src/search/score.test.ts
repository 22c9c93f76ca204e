import { describe, expect, test } from "vitest";
import { matcher } from "../../../src/search/mark.ts";
import { markParts } from "../../../src/search/markText.ts";
import type { QueryReading } from "../../../src/search/reading.ts";
import { distanceStep, scorer } from "../../../src/search/score.ts";
import { DOCUMENTS } from "./engineDocuments.ts";

const [document] = DOCUMENTS;
if (document === undefined) throw new Error("no document");
const asked = (...parts: string[]): QueryReading => ({
  readAs: "name",
  relaxed: false,
  parts,
  alike: null,
  called: null,
});

describe("a score", () => {
  const score = (name: string, ...parts: string[]) =>
    scorer(asked(...parts))({ ...document, name, formerNames: ["慈溪旺发厂"] });

  test("falls from the whole name to its beginning, its inside, its end, a former name", () => {
    const scores = [
      score("恒达", "恒达"),
      score("恒达机械厂", "恒达"),
      score("宁恒达机械厂", "恒达"),
      score("宁波恒达机械厂", "恒达"),
      score("宁波市鄞州区首南恒达机械厂", "恒达"),
      score("宁波机械厂", "旺发"),
    ];
    expect([...scores].sort((a, b) => b - a)).toEqual(scores);
    expect(scores[0]).toBe(1);
    expect(new Set(scores).size).toBe(scores.length);
  });

  test("is higher for the shorter of two names, and lower for a relaxed reading", () => {
    expect(score("宁波恒达厂", "恒达")).toBeGreaterThan(score("宁波恒达机械厂", "恒达"));
    const relaxed: QueryReading = { readAs: "near", relaxed: true, typed: "宁波恒大厂" };
    const near = scorer(relaxed)({ ...document, name: "宁波恒达厂" });
    expect(near).toBeGreaterThan(0);
    expect(near).toBeLessThan(score("宁波市鄞州区首南恒达机械厂", "恒达"));
  });

  test("counts steps of distance that never fall", () => {
    const steps = Array.from({ length: 40 }, (_, at) => distanceStep(at));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect([steps[0], steps[1], steps[4], steps[5], steps[24], steps[25]]).toEqual([0, 1, 2, 3, 6, 7]);
  });
});

describe("what matched", () => {
  test.each([
    ["宁波（高新区）云帆", ["波高新"], "宁«波（高新»区）云帆"],
    ["寧波銀行", ["宁波"], "«寧波»銀行"],
    ["ＴＣＬ科技", ["TCL"], "«ＴＣＬ»科技"],
    ["宁波恒达机械厂", ["恒达", "宁波"], "«宁波恒达»机械厂"],
    ["𠮷野恒达", ["恒达"], "𠮷野«恒达»"],
    ["㈱恒达", ["恒"], "㈱«恒»达"],
  ])("is marked in the text as it is written: %s", (text, parts, marked) => {
    expect(markParts(text, parts)).toBe(marked);
  });

  test("is not marked where it is not", () => {
    expect(markParts("宁波恒达", ["达恒"])).toBeNull();
  });

  test("of a code is its beginning, its end, or the organisation code or number in it", () => {
    const of = (part: string) =>
      matcher({ readAs: "code_part", relaxed: false, part })({ ...document, regNo: "330212000012345" });
    const { uscc } = document;
    expect(of(uscc.slice(0, 10))).toEqual({ field: "uscc", text: `«${uscc.slice(0, 10)}»${uscc.slice(10)}` });
    expect(of(uscc.slice(-6))).toEqual({ field: "uscc", text: `${uscc.slice(0, 12)}«${uscc.slice(12)}»` });
    expect(of(uscc.slice(8, 17))).toEqual({ field: "orgCode", text: `«${uscc.slice(8, 17)}»` });
    expect(of("330212000")).toEqual({ field: "regNo", text: "«330212000»012345" });
    expect(of("777777777")).toBeNull();
  });
});
