import { describe, expect, test } from "vitest";
import type { QueryReading } from "../../../src/search/reading.ts";
import type { Engines } from "./engineContract.ts";
import { query } from "./engineDocuments.ts";

interface Case {
  q: string;
  /** Comes first. */
  first: string;
  total?: number;
  matched?: { field: string; text: string };
}

const CASES: readonly { readAs: QueryReading["readAs"]; relaxed: boolean; cases: readonly Case[] }[] = [
  {
    readAs: "pinyin",
    relaxed: false,
    cases: [
      {
        q: "nbhd",
        first: "宁波恒达贸易有限公司",
        total: 2,
        matched: { field: "name", text: "«宁波恒达»贸易有限公司" },
      },
      { q: "NBHDMYYXGS", first: "宁波恒达贸易有限公司", total: 1 },
      { q: "yxgs", first: "宁波恒达贸易有限公司", total: 11 },
      { q: "youxiangongsi", first: "宁波恒达贸易有限公司", total: 11 },
      { q: "jyyxgs", first: "宁波新港酒业有限公司", total: 3 },
      { q: "wyyxgs", first: "", total: 0 },
      { q: "hdmy", first: "宁波恒达贸易有限公司", total: 1 },
      { q: "hengda", first: "宁波恒达贸易有限公司", total: 3 },
      { q: "heng da mao yi", first: "宁波恒达贸易有限公司", total: 1 },
      { q: "hengdamaoy", first: "宁波恒达贸易有限公司", total: 1 },
      { q: "jiamenqiao", first: "", total: 0 },
      { q: "yongjiangxincail", first: "浙江甬江新材料股份有限公司", total: 2 },
      {
        q: "k",
        first: "宁波Ｋ58网络科技有限公司",
        total: 2,
        matched: { field: "name", text: "宁波«Ｋ»58网络科技有限公司" },
      },
      { q: "h", first: "宁波恒达贸易有限公司", total: 2 },
      { q: "v", first: "", total: 0 },
      { q: "xqzvwk", first: "", total: 0 },
      { q: "keji", first: "宁海克己茶社", total: 3 },
      { q: "yiyou", first: "宁波恒达贸易有限公司", total: 2 },
      { q: "ningbo", first: "宁波老港厂", total: 10 },
      { q: "maoyi", first: "宁波恒达贸易有限公司", total: 2 },
      { q: "maoyiyouxian", first: "宁波恒达贸易有限公司", total: 2 },
      { q: "xinxikeji", first: "宁波（高新区）云帆信息科技有限公司", total: 1 },
      { q: "hengdajingmijixie", first: "宁波恒达精密机械有限公司", total: 1 },
      { q: "jixiekeji", first: "", total: 0 },
      // 宁波老港厂 was called so.
      { q: "jiuye", first: "宁波新港酒业有限公司", total: 3 },
    ],
  },
  {
    readAs: "mixed",
    relaxed: false,
    cases: [
      {
        q: "宁波hd",
        first: "宁波恒达贸易有限公司",
        total: 2,
        matched: { field: "name", text: "«宁波恒达»贸易有限公司" },
      },
      {
        q: "余姚slsp",
        first: "余姚市双柳食品厂",
        total: 1,
        matched: { field: "name", text: "«余姚市双柳食品»厂" },
      },
      { q: "恒达maoyi", first: "宁波恒达贸易有限公司", total: 1 },
      { q: "技yxgs", first: "宁波Ｋ58网络科技有限公司", total: 2 },
      { q: "n波", first: "宁波老港厂", total: 10 },
      {
        q: "宁波 hd",
        first: "宁波恒达贸易有限公司",
        total: 2,
        matched: { field: "name", text: "«宁波恒达»贸易有限公司" },
      },
    ],
  },
  {
    readAs: "words",
    relaxed: false,
    cases: [
      {
        q: "张安 双利",
        first: "宁波双利贸易有限公司",
        total: 1,
        matched: { field: "legalRepresentative", text: "«张安»" },
      },
      {
        q: "首南街道 双利",
        first: "宁波双利贸易有限公司",
        total: 1,
        matched: { field: "address", text: "宁波市鄞州区«首南街道»1号" },
      },
    ],
  },
  {
    readAs: "near",
    relaxed: true,
    cases: [
      {
        q: "宁波恒大贸易有限公司",
        first: "宁波恒达贸易有限公司",
        matched: { field: "name", text: "«宁波恒»达«贸易有限公司»" },
      },
      { q: "宁波恒达贸易限公司", first: "宁波恒达贸易有限公司" },
      { q: "宁波恒达达贸易有限公司", first: "宁波恒达贸易有限公司" },
      { q: "宁波达恒贸易有限公司", first: "宁波恒达贸易有限公司" },
      { q: "波宁恒达贸易有限公司", first: "宁波恒达贸易有限公司" },
      { q: "宁波恒达贸易有限司公", first: "宁波恒达贸易有限公司" },
      { q: "宁海𠮷祥木业有限公司", first: "宁海𠮷祥木业有限责任公司" },
      { q: "宁波市恒达贸易有限责任公司", first: "宁波恒达贸易有限公司" },
      {
        q: "慈溪市旺法电器厂",
        first: "慈溪市万发电器有限公司",
        matched: { field: "formerName", text: "«慈溪市旺»发«电器厂»" },
      },
    ],
  },
  {
    readAs: "abbreviation",
    relaxed: true,
    cases: [
      { q: "甬江新材宁波", first: "甬江新材料股份有限公司宁波分公司" },
      { q: "恒达精机-SW", first: "宁波恒达精密机械有限公司" },
      {
        q: "象山渔专",
        first: "象山港湾渔业专业合作社",
        matched: { field: "name", text: "«象山»港湾«渔»业«专»业合作社" },
      },
      {
        q: "恒达精机",
        first: "宁波恒达精密机械有限公司",
        matched: { field: "name", text: "宁波«恒达精»密«机»械有限公司" },
      },
    ],
  },
];

/** What every engine has to make of letters, persons, addresses and slips. `pending`: readings that one doesn't answer yet. */
export function readingContract(engines: () => Engines, pending: readonly string[]): void {
  const search = (q: string) => engines().engine.search(query({ q }));
  for (const { readAs, relaxed, cases } of CASES)
    describe.skipIf(pending.includes(readAs))(`a text read as ${readAs}`, () => {
      test.each(cases.map((each) => ({ ...each, each })))("$q finds $first", async ({ each }) => {
        const answer = await search(each.q);
        const { first, total, matched } = each;
        if (total !== undefined) expect(answer.total).toBe(total);
        expect(answer.hits.map((hit) => hit.name)[0] ?? "").toBe(first);
        if (first === "") return;
        expect(answer).toMatchObject({ readAs, relaxed });
        if (matched !== undefined) expect(answer.hits[0]?.matched).toEqual(matched);
        for (const hit of answer.hits) expect(hit.matched?.text).toContain("«");
        const scores = answer.hits.map((hit) => hit.score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      });
    });

  test.skipIf(pending.includes("pinyin")).each([
    ["h", "宁波恒达贸易有限公司"],
    ["hd", "宁波恒达贸易有限公司"],
    ["hen", "宁波恒达贸易有限公司"],
    ["hengd", "宁波恒达贸易有限公司"],
    ["hengdam", "宁波恒达贸易有限公司"],
    ["n", "宁波老港厂"],
    ["nbx", "宁波新港酒业有限公司"],
    ["ningbox", "宁波新港酒业有限公司"],
    ["宁波x", "宁波新港酒业有限公司"],
  ])("letters suggest from the first one: %s", async (q, first) => {
    const { suggestions } = await engines().engine.suggest(q);
    expect(suggestions.map(({ name }) => name)).toContain(first);
    for (const { matched } of suggestions) expect(matched.text).toContain("«");
  });

  test.skipIf(pending.includes("pinyin")).each(["n", "nb"])(
    "what begins with one or two letters comes before what holds them in a word of letters: %s",
    async (q) => {
      const { engine } = engines();
      const names = (await engine.search(query({ q, size: 50 }))).hits.map(({ name }) => name);
      expect(names.length).toBeGreaterThan(8);
      expect(names.filter((name) => name.includes("UNBOX"))).toEqual(["象山UNBOX礼品店"]);
      expect(names.at(-1)).toBe("象山UNBOX礼品店");
      const { suggestions } = await engine.suggest(q);
      expect(suggestions.map(({ name }) => name).slice(0, 8)).toEqual(names.slice(0, 8));
    },
  );

  test.skipIf(pending.includes("pinyin"))(
    "more letters of a word are that word before any sounds",
    async () => {
      expect((await search("unb")).hits[0]?.name).toBe("象山UNBOX礼品店");
    },
  );

  test.each(["张安", "张 安"])(
    "a person alone finds nothing, for nobody is looked up here: %s",
    async (q) => {
      expect((await search(q)).total).toBe(0);
    },
  );

  test.skipIf(pending.includes("address"))("a place finds who sits there", async () => {
    const answer = await search("首南街道1号");
    expect(answer).toMatchObject({ readAs: "address", relaxed: false });
    expect(answer.hits[0]?.matched).toEqual({ field: "address", text: "宁波市鄞州区«首南街道1号»" });
    expect((await search("首南街道2号")).total).toBe(0);
  });

  test.each(["宁波恒信航空有限公司", "双利机械厂", "温州水产养殖", "象山东海渔业专业合作社"])(
    "what two names have in part is in neither: %s",
    async (q) => expect(await search(q)).toMatchObject({ total: 0, relaxed: false, hits: [] }),
  );
}
