import { expect, test } from "vitest";
import { consequencesOf } from "../../../src/enterprise/consequences.ts";
import { type AskedRecords, Reason, readEvidence, readStated } from "../../../src/enterprise/question.ts";

const records = (over: Partial<AskedRecords>): AskedRecords => ({
  ...{
    source: "registration",
    feed: "penalties",
    title: null,
    kind: "penalty",
    list: null,
    restricted: false,
  },
  ...{ count: 1, linked: 0, ...over },
});

test("consequences say what would be shown, what would be kept, and how many are there already", () => {
  const all = [
    records({ count: 1 }),
    records({ source: "police", feed: "penalties", count: 1, linked: 1 }),
    records({ source: "court", feed: "dishonest", kind: "list", list: "dishonest" }),
    records({ source: "police", feed: "cases", kind: "case", restricted: true, count: 3 }),
  ];
  const said = consequencesOf(all, "宁波恒达有限公司");
  expect(said.en).toBe(
    "2 penalties and 1 entry of “Dishonest judgment debtors” would be shown on the public profile of 宁波恒达有限公司, each as long as it may be published. 3 police cases would be kept with 宁波恒达有限公司: not public, for authorised readers only. 1 of these is with that enterprise now.",
  );
  expect(said.zh).toBe(
    "2 条行政处罚和 1 条失信被执行人名单记录将在“宁波恒达有限公司”的公开档案中公示（以各自的公示期为限）。3 条公安立案信息将归入“宁波恒达有限公司”，不公开，只供依法授权的查询。其中 1 条目前已经归在该企业名下。",
  );
  expect(said.records).toEqual(all);
});

test("three kinds are told with commas and one and", () => {
  const all = [records({}), records({ kind: "licence" }), records({ kind: "change", count: 2 })];
  expect(consequencesOf(all, "A").en).toMatch(/^1 penalty, 1 licence and 2 changes of registration would/);
});

test("without a record the consequences say so", () => {
  expect(consequencesOf([], "A").en).toBe("No record is concerned at present.");
});

test("what a night wrote is read as far as it can be", () => {
  const nothing = readStated("{");
  expect(Object.values(nothing)).toEqual(Array(8).fill(null));
  for (const text of [null, "null", "[]", '"x"', "3"]) expect(readStated(text)).toEqual(nothing);
  expect(readStated('{"name":"甲","uscc":"","regNo":7,"more":1}')).toEqual({ ...nothing, name: "甲" });
  for (const text of [null, "", "{}", "x", "[1]"]) expect(readEvidence(text)).toBeNull();
  expect(
    readEvidence('{"features":[{"feature":"core","weight":"much"},7,{"level":"same"}],"zh":"话"}'),
  ).toEqual({
    ...{ version: "", probability: null, zh: "话", en: "" },
    features: [{ feature: "core", level: "", weight: 0, left: null, right: null }],
  });
});

test("a reason has words, not too many, and no control characters", () => {
  expect(Reason.parse(" 同一地址\n同一代表人 ")).toBe("同一地址\n同一代表人");
  for (const bad of ["", "  \n ", "a".repeat(2_001), "a\u0000b", "a\u001b[31m", 7, null, undefined])
    expect(Reason.safeParse(bad).success).toBe(false);
  expect(Reason.safeParse("字".repeat(2_000)).success).toBe(true);
});
