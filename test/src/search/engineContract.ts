import { describe, expect, test } from "vitest";
import { isUscc } from "../../../src/enterprise/identifiers.ts";
import type { SearchEngine, SearchQuery } from "../../../src/search/engine.ts";
import { inventedUscc } from "../../ingest/merge/records.ts";
import { DOCUMENTS, FORMER_CODE, FORMER_REG_NO, NAMES, named, query } from "./engineDocuments.ts";
import { pageContract } from "./pageContract.ts";
import { readingContract } from "./readingContract.ts";

/** An engine that holds `DOCUMENTS` of snapshot 7, and one that holds nothing. */
export interface Engines {
  engine: SearchEngine;
  empty: SearchEngine;
}

/** What every engine has to do, whatever it is made of. `pending`: readings that one doesn't answer yet. */
export function engineContract(engines: () => Engines, pending: readonly string[] = []): void {
  const search = (over: Partial<SearchQuery>) => engines().engine.search(query(over));
  const names = async (over: Partial<SearchQuery>) => (await search(over)).hits.map((hit) => hit.name);

  describe("names", () => {
    test.each(NAMES)("the full name %s finds its company first", async (name) => {
      const answer = await search({ q: name });
      expect(answer.hits[0]).toMatchObject({ name, score: 1, matched: { field: "name" } });
      expect(answer).toMatchObject({ readAs: "name", relaxed: false, snapshot: 7 });
    });

    test.each([
      ["恒达", 3],
      ["波恒达", 2],
      ["密机械", 1],
      ["达精密机", 1],
      ["新材料", 2],
      ["双", 2],
      ["湾渔业专", 1],
      ["𠮷", 1],
      ["海𠮷祥", 1],
      ["K58", 1],
      ["有限公司", 12],
      ["限公", 12],
      ["机械有限公", 1],
      // One of the thirteen is a 有限责任公司.
      ["有限", 13],
      ["公司", 13],
      ["司", 13],
      ["限", 13],
      // In pairs that most names share, and alone.
      ["技", 2],
      ["机", 1],
      ["材", 2],
    ])("the part %s finds all %d companies that have it, and marks it", async (part, count) => {
      const answer = await search({ q: part });
      expect(answer).toMatchObject({ readAs: "name", total: count });
      expect(answer.hits).toHaveLength(count);
      for (const hit of answer.hits)
        expect(hit.matched?.text.normalize("NFKC").replace("（", "(")).toContain(`«${part}»`);
    });

    test.each([
      "宁波(高新区)云帆信息科技有限公司",
      "宁波高新区云帆信息科技有限公司",
      "寧波高新區雲帆信息科技有限公司",
      "宁波 【高新区】 云帆信息科技有限公司",
      "　宁波（高新区）云帆信息科技有限公司\t",
    ])("brackets, width, spacing and traditional characters make no difference: %s", async (q) =>
      expect((await names({ q }))[0]).toBe("宁波（高新区）云帆信息科技有限公司"),
    );

    test("full-width letters are the same as others, of any case", async () => {
      for (const q of ["宁波k58网络", "Ｋ５８", "k５8网"])
        expect(await names({ q })).toEqual(["宁波Ｋ58网络科技有限公司"]);
    });

    test("several words may come in any order", async () => {
      expect(await names({ q: "五金 鄞州 恒达" })).toEqual(["宁波鄞州百丈恒达五金店"]);
      expect(await names({ q: "店，恒达" })).toEqual(["宁波鄞州百丈恒达五金店"]);
      expect(await names({ q: "有限公司 双利 宁 波" })).toEqual(["宁波双利贸易有限公司"]);
      expect(await names({ q: "技 云帆 科" })).toEqual(["宁波（高新区）云帆信息科技有限公司"]);
      expect(await names({ q: "易 利 贸 波 宁 双" })).toEqual(["宁波双利贸易有限公司"]);
    });

    test.each([
      ["旺发电器", "慈溪市«旺发电器»厂"],
      ["第二电器社", "慈溪«第二电器社»"],
    ])("the former name %s finds the company and says that it is one", async (q, text) => {
      expect((await search({ q })).hits).toMatchObject([
        { name: "慈溪市万发电器有限公司", matched: { field: "formerName", text } },
      ]);
    });

    test("a name that has the pairs of a part, but not the part, is no answer", async () => {
      expect(await search({ q: "达云海" })).toMatchObject({
        ...{ total: 1, hits: [{ name: "奉化达云海酒业有限公司" }] },
        facets: { status: [{ count: 1 }], district: [{ count: 1 }] },
      });
    });

    test.each(["恒达航空", "达恒", "腾云驾雾有限公司", "机械精密", "恒达 双利", "（）", "厂双", "𠮷达"])(
      "what is not there is not found, and never answered by something else: %s",
      async (q) => {
        expect(await search({ q })).toMatchObject({
          ...{ total: 0, hits: [], relaxed: false, snapshot: 7 },
          facets: { district: [], status: [], industry: [], list: [], type: [] },
        });
      },
    );

    test("the whole name comes first, then the nearer to its beginning, then the shorter", async () => {
      expect(await names({ q: "宁波恒达" })).toEqual(["宁波恒达贸易有限公司", "宁波恒达精密机械有限公司"]);
      expect(await names({ q: "恒达" })).toEqual([
        ...["宁波恒达贸易有限公司", "宁波恒达精密机械有限公司", "宁波鄞州百丈恒达五金店"],
      ]);
      expect((await names({ q: "甬江新材料股份有限公司" }))[0]).toBe("甬江新材料股份有限公司宁波分公司");
      const { hits } = await search({ q: "电器" });
      expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
    });
  });

  describe("codes", () => {
    const { uscc, name } = named("慈溪市万发电器有限公司");

    test.each([
      uscc,
      uscc.toLowerCase(),
      `${uscc.slice(0, 6)} ${uscc.slice(6)}`,
      ` ${uscc}`,
      `代码：${uscc} 宁波某某公司`,
    ])("a code finds its company, however it is written: %s", async (q) => {
      expect(await search({ q })).toMatchObject({
        ...{ readAs: "code", relaxed: false, total: 1 },
        hits: [{ uscc, name, matched: { field: "uscc", text: `«${uscc}»` } }],
      });
    });

    test("a code with one wrong, missing or additional character is repaired, and the answer says so", async () => {
      const wrong = `${uscc.slice(0, 12)}${uscc[12] === "7" ? "8" : "7"}${uscc.slice(13)}`;
      expect(isUscc(wrong)).toBe(false);
      for (const q of [wrong, uscc.slice(0, 9) + uscc.slice(10), `${uscc.slice(0, 3)}7${uscc.slice(3)}`])
        expect(await search({ q })).toMatchObject({
          readAs: "code_repaired",
          relaxed: true,
          hits: [{ uscc }],
        });
    });

    test.each([
      ["the beginning", uscc.slice(0, 16), "uscc"],
      ["the end", uscc.slice(-7), "uscc"],
      ["all but the beginning", uscc.slice(5), "uscc"],
      ["the organisation code", uscc.slice(8, 17), "orgCode"],
      ["the beginning of the organisation code", uscc.slice(8, 16), "orgCode"],
      ["the registration number", "330282602082220", "regNo"],
      ["the beginning of the registration number", "3302826020", "regNo"],
    ])("%s of a code finds it", async (_, q, field) => {
      const answer = await search({ q });
      expect(answer).toMatchObject({ readAs: "code_part", relaxed: false });
      expect(answer.hits.find((hit) => hit.uscc === uscc)?.matched).toMatchObject({ field });
    });

    test("a number of thirteen digits is found, whole and by its beginning", async () => {
      for (const q of ["3302262600018", "33022626", "330226"])
        expect((await search({ q })).hits).toMatchObject([
          { name: "宁海克己茶社", matched: { field: "regNo" } },
        ]);
      for (const q of ["33022626000180", "30226260001"])
        expect(await search({ q })).toMatchObject({ total: 0 });
    });

    test.each([
      ["the whole code", FORMER_CODE, `«${FORMER_CODE}»`],
      ["its beginning", FORMER_CODE.slice(0, 12), `«${FORMER_CODE.slice(0, 12)}»${FORMER_CODE.slice(12)}`],
      ["its region", "92330283", `«92330283»${FORMER_CODE.slice(8)}`],
      ["its end", FORMER_CODE.slice(-7), `${FORMER_CODE.slice(0, 11)}«${FORMER_CODE.slice(-7)}»`],
      [
        "its organisation code",
        FORMER_CODE.slice(8, 17),
        `92330283«${FORMER_CODE.slice(8, 17)}»${FORMER_CODE.slice(17)}`,
      ],
      ["the number before it", FORMER_REG_NO, `«${FORMER_REG_NO}»`],
    ])("a former code finds the enterprise that had it, and says so: %s", async (_, q, text) => {
      const found = [{ uscc, matched: { field: "formerCode", text } }];
      expect(await search({ q })).toMatchObject({ total: 1, relaxed: false, hits: found });
      expect((await engines().engine.suggest(q)).suggestions).toMatchObject(found);
    });

    test("a former code with a slip is repaired; one whose halves are two codes' is nobody's", async () => {
      const slip = `${FORMER_CODE.slice(0, 16)}${FORMER_CODE[16] === "1" ? "2" : "1"}${FORMER_CODE.slice(17)}`;
      expect(await search({ q: slip })).toMatchObject({
        ...{ readAs: "code_repaired", relaxed: true },
        hits: [{ uscc, matched: { field: "formerCode" } }],
      });
      expect(await search({ q: inventedUscc(2_900) })).toMatchObject({ total: 0 });
    });

    test("what all codes begin with finds all, with counts, and pages through them", async () => {
      const answer = await search({ q: "91330212", size: 100 });
      expect(answer.total).toBe(DOCUMENTS.length);
      expect(answer.facets.status.reduce((sum, { count }) => sum + count, 0)).toBe(DOCUMENTS.length);
      const rest = await search({ q: "91330212", size: 100, page: 2 });
      const seen = new Set([...answer.hits, ...rest.hits].map((hit) => hit.uscc));
      expect(seen.size).toBe(DOCUMENTS.length);
    });

    test("a sound code that nobody has finds nothing", async () => {
      expect(await search({ q: inventedUscc(999_999) })).toMatchObject({
        readAs: "code",
        total: 0,
        hits: [],
      });
    });
  });

  describe("suggestions", () => {
    const suggest = (q: string) => engines().engine.suggest(q);

    test.each(["宁", "恒达", "双利贸", "甬江新", "K", "9", "913302", uscc(), "旺发"])(
      "come from the first character: %s",
      async (q) => {
        const { suggestions, snapshot } = await suggest(q);
        expect(suggestions.length).toBeGreaterThan(0);
        expect(suggestions.length).toBeLessThanOrEqual(10);
        for (const suggestion of suggestions) expect(suggestion.matched.text).toContain("«");
        expect(snapshot).toBe(7);
      },
    );

    test("begin with what was typed before they only hold it", async () => {
      expect((await suggest("甬江新")).suggestions.map(({ name }) => name)).toEqual([
        ...["甬江新材料股份有限公司宁波分公司", "浙江甬江新材料股份有限公司"],
      ]);
    });

    test("say that they are only near what was typed", async () => {
      expect(await suggest("宁波恒达")).toMatchObject({ relaxed: false });
      const near = await suggest("宁波恒大贸易有限公司");
      expect(near.relaxed).toBe(true);
      expect(near.suggestions[0]?.name).toBe("宁波恒达贸易有限公司");
    });

    test.each(["", " ", "达恒", "（"])("are none for %j", async (q) => {
      expect(await suggest(q)).toEqual({ suggestions: [], relaxed: false, snapshot: 7 });
    });
  });

  pageContract(engines);
  readingContract(engines, pending);
}

const uscc = () => named("慈溪市万发电器有限公司").uscc;
