import { expect, test } from "vitest";
import { KNOWN_AS } from "../../../search-config/synonyms.ts";
import { readName } from "../../../src/enterprise/companyName.ts";
import { nameKey } from "../../../src/enterprise/nameKey.ts";
import { callingsOf } from "../../../src/search/callings.ts";
import { calledAt } from "../../../src/search/nearName.ts";
import { readQuery } from "../../../src/search/readQuery.ts";

const calledIn = (typed: string) => {
  const [reading] = readQuery(typed);
  return reading.readAs === "name" ? reading.called : undefined;
};

test.each<readonly [string, string]>([
  ...KNOWN_AS.flatMap(({ begins, callings }) =>
    callings.map((calling) => [calling, `${begins}股份有限公司宁波市分公司`] as const),
  ),
  ["渔行", "中国渔业银行股份有限公司宁波鄞州支行"],
  ["中煤化", "中国煤炭化工股份有限公司"],
  ["舟银", "舟山银行股份有限公司"],
  ["甬发", "宁波甬江发展银行股份有限公司"],
  ["甬发银行", "宁波甬江发展银行股份有限公司"],
  ["甬航", "中国甬星航空股份有限公司"],
  ["舟汽", "舟山汽车集团有限公司"],
  ["舟钢", "舟山钢铁股份有限公司"],
  ["甬保", "中国甬星保险（集团）股份有限公司"],
  ["国寿", "中国人寿保险集团股份有限公司"],
])("%s is looked up, and found by %s, each of its characters marked", (calling, name) => {
  expect(calledIn(calling)).toBe(calling);
  expect(callingsOf(readName(name), nameKey(name))).toContain(calling);
  const key = nameKey(name);
  expect((calledAt(calling, name) ?? []).map((at) => key[at]).join("")).toBe(calling);
});

test.each(["恒达", "银行", "商行", "环保", "中国", "中心", "恒达机械", "中国石油", "宁波 行", "工行支行"])(
  "nothing is looked up for a text that no firm is called by: %s",
  (typed) => expect(calledIn(typed) ?? null).toBeNull(),
);

test("a firm whose name holds the text is found by its name alone", () => {
  expect(calledAt("中煤化", "中煤化葭能源销售有限公司")).toBeNull();
  expect(callingsOf(readName("南方电网能源有限公司"), "南方电网能源有限公司")).toEqual([]);
});
