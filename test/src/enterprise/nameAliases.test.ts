import { expect, test } from "vitest";
import { analyseName, readName } from "../../../src/enterprise/companyName.ts";
import { callings } from "../../../src/enterprise/nameAliases.ts";

test.each([
  [
    "宁波甬星生物医药股份有限公司",
    ["甬星", "甬星生物医药", "甬星生物", "甬星医药", "甬星股份", "宁波甬星", "宁波甬星生物医药"],
  ],
  ["宁波市鄞州区甬星集团有限公司", ["甬星", "甬星集团", "宁波市鄞州甬星"]],
  [
    "甬星新材料科技（宁波）有限公司",
    ["甬星", "甬星新材料科技", "甬星新材", "甬星科技", "宁波甬星", "宁波甬星新材料科技"],
  ],
  ["宁波市食品公司", ["宁波食品"]],
  ["舟山银行股份有限公司", ["舟山银行", "舟行", "舟银"]],
  ["中国渔业银行股份有限公司", ["中国渔业银行", "中国渔业", "渔行"]],
  ["中国煤炭化工股份有限公司", ["中国煤炭化工", "中国煤炭", "中煤化"]],
  ["宁波甬江发展银行股份有限公司", ["甬发银行", "甬发"]],
  ["浙江慈溪农村商业银行股份有限公司", ["浙江慈溪农商行", "浙江慈溪农村商业银行"]],
  ["中国甬星有限公司", ["中国甬星", "中甬星"]],
  ["中国甬星航空股份有限公司", ["甬航"]],
  ["舟山汽车集团有限公司", ["舟汽"]],
  ["舟山钢铁股份有限公司", ["舟钢"]],
  ["甬星钢铁股份有限公司", ["甬钢"]],
  ["中国甬星保险（集团）股份有限公司", ["甬保"]],
  ["中国人寿保险集团股份有限公司", ["国寿"]],
])("%s may be written as %j", (name, expected) => {
  expect(analyseName(name).aliases).toEqual(expect.arrayContaining(expected));
});

test("a branch is written with the short name of its head", () => {
  expect(analyseName("中国渔业银行股份有限公司宁波鄞州支行").aliases).toEqual(
    expect.arrayContaining(["渔行宁波鄞州支行", "中国渔业银行宁波鄞州支行"]),
  );
  expect(analyseName("中国渔业银行股份有限公司宁波鄞州支行").aliases).not.toContain("渔行");
});

test("a bank with a brand goes by it, and no other firm has a bank's short names", () => {
  expect(analyseName("舟山甬星银行股份有限公司").aliases).not.toContain("舟行");
  expect(analyseName("舟山甬星银行股份有限公司").aliases).toContain("甬星银行");
  expect(analyseName("舟山食品股份有限公司").aliases).toEqual(["舟山食品"]);
});

test.each([
  "舟山航空有限公司",
  "甬星航空股份有限公司",
  "舟山甬星汽车股份有限公司",
  "舟山汽车零部件股份有限公司",
])("a small firm, one with a brand, and one of another trade go by no such letters: %s", (name) => {
  const short = analyseName(name).aliases.filter((alias) => /^.[航汽]$/.test(alias));
  expect(short).toEqual([]);
});

test("everybody calls banks, their branches, national firms and carriers so", () => {
  expect(callings(readName("中国渔业银行股份有限公司宁波鄞州支行"))).toContain("渔行");
  expect(callings(readName("中国煤炭化工股份有限公司"))).toContain("中煤化");
  expect(callings(readName("中国甬星航空股份有限公司"))).toContain("甬航");
  expect(callings(readName("宁波甬星生物医药股份有限公司"))).toEqual([]);
});

test("what has no parts has no aliases", () => {
  for (const name of ["", "（）", "甬星", "有限公司"]) expect(analyseName(name).aliases).toEqual([]);
});
