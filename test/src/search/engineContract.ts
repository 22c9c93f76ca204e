import { describe, expect, test } from "vitest";
import { isUscc } from "../../../src/enterprise/identifiers.ts";
import type { SearchDocument } from "../../../src/enterprise/searchDocument.ts";
import { CreditError } from "../../../src/errors.ts";
import type { SearchEngine, SearchQuery } from "../../../src/search/engine.ts";
import { inventedUscc } from "../../ingest/merge/records.ts";

const NAMES = [
  "宁波恒达精密机械有限公司",
  "宁波恒达贸易有限公司",
  "宁波双利贸易有限公司",
  "余姚市双柳食品厂",
  "宁波（高新区）云帆信息科技有限公司",
  "慈溪市万发电器有限公司",
  "象山港湾渔业专业合作社",
  "宁波鄞州百丈恒达五金店",
  "浙江甬江新材料股份有限公司",
  "甬江新材料股份有限公司宁波分公司",
];
const DISTRICTS = ["330212", "330206", "330281", "330282", "330225"] as const;
const LABELS: Readonly<Record<string, string>> = {
  "330212": "鄞州区",
  "330206": "北仑区",
  "330281": "余姚市",
  "330282": "慈溪市",
  "330225": "象山县",
};

function document(index: number, name: string, over: Partial<SearchDocument> = {}): SearchDocument {
  const uscc = inventedUscc(3_000 + index);
  const district = DISTRICTS[index % DISTRICTS.length] ?? "330212";
  return {
    uscc,
    name,
    formerNames: [],
    orgCode: uscc.slice(8, 17),
    regNo: null,
    legalRepresentative: "张安",
    status: index % 3 === 0 ? { code: "cancelled", label: "注销" } : { code: "active", label: "存续" },
    type: { code: "1190", label: "其他有限责任公司" },
    district: { code: district, label: LABELS[district] ?? district },
    industry: index % 2 === 0 ? { code: "C", label: "制造业" } : { code: "F", label: "批发和零售业" },
    established: index === 4 ? null : `20${String(10 + (index % 12)).padStart(2, "0")}-03-01`,
    address: "宁波市鄞州区首南街道1号",
    lists: index % 4 === 1 ? ["serious"] : [],
    counts: { lists: index % 4 === 1 ? 1 : 0, abnormal: 0, penalties: index % 5, licences: 1 },
    ...over,
  };
}

/** The named ones, one with a former name and a registration number, and a hundred more to page through. */
export const DOCUMENTS: SearchDocument[] = [
  ...NAMES.map((name, i) =>
    document(i, name, i === 5 ? { formerNames: ["慈溪市旺发电器厂"], regNo: "330282602082220" } : {}),
  ),
  ...Array.from({ length: 100 }, (_, i) => document(100 + i, `镇海澥浦第${i + 1}加油站`)),
];
const byName = (name: string) => DOCUMENTS.find((each) => each.name === name) ?? document(0, name);

export const query = (over: Partial<SearchQuery> = {}): SearchQuery => ({
  ...{
    q: "",
    district: [],
    status: [],
    industry: [],
    type: [],
    list: [],
    sort: "relevance",
    page: 1,
    size: 20,
  },
  ...over,
});

/** What every engine has to do, whatever it is made of. `engine` holds `DOCUMENTS` of snapshot 7, `empty` nothing. */
export function engineContract(engines: () => { engine: SearchEngine; empty: SearchEngine }): void {
  const search = (over: Partial<SearchQuery>) => engines().engine.search(query(over));
  const names = async (over: Partial<SearchQuery>) => (await search(over)).hits.map((hit) => hit.name);

  describe("names", () => {
    test.each(NAMES)("the full name %s finds its company first", async (name) => {
      const answer = await search({ q: name });
      expect(answer.hits[0]).toMatchObject({ name, score: 1, matched: { field: "name" } });
      expect(answer).toMatchObject({ relaxed: false, snapshot: 7 });
    });

    test.each([
      ["恒达", 3],
      ["波恒达", 2],
      ["密机械", 1],
      ["达精密机", 1],
      ["新材料", 2],
      ["双", 2],
      ["湾渔业专", 1],
    ])("the part %s finds all %d companies that have it, and marks it", async (part, count) => {
      const answer = await search({ q: part });
      expect(answer.total).toBe(count);
      expect(answer.hits).toHaveLength(count);
      for (const hit of answer.hits) expect(hit.matched?.text).toContain(`«${part}»`);
    });

    test.each([
      "宁波(高新区)云帆信息科技有限公司",
      "宁波高新区云帆信息科技有限公司",
      "寧波高新區雲帆信息科技有限公司",
      "宁波 【高新区】 云帆信息科技有限公司",
    ])("brackets, spacing and traditional characters make no difference: %s", async (q) =>
      expect((await names({ q }))[0]).toBe("宁波（高新区）云帆信息科技有限公司"),
    );

    test("several words may come in any order", async () => {
      expect(await names({ q: "五金 鄞州 恒达" })).toEqual(["宁波鄞州百丈恒达五金店"]);
      expect(await names({ q: "恒达 五金" })).toEqual(["宁波鄞州百丈恒达五金店"]);
    });

    test("a former name finds the company and says that it is one", async () => {
      const answer = await search({ q: "旺发电器" });
      expect(answer.hits).toMatchObject([
        { name: "慈溪市万发电器有限公司", matched: { field: "formerName", text: "慈溪市«旺发电器»厂" } },
      ]);
    });

    test.each(["恒达航空", "达恒", "腾云驾雾有限公司", "机械精密"])(
      "what is not there is not found: %s",
      async (q) => {
        expect(await search({ q })).toMatchObject({ total: 0, hits: [] });
      },
    );
  });

  describe("codes", () => {
    test("a code finds its company, however it is spaced or cased", async () => {
      const { uscc, name } = byName("慈溪市万发电器有限公司");
      for (const q of [uscc, uscc.toLowerCase(), `${uscc.slice(0, 6)} ${uscc.slice(6)}`, ` ${uscc}`]) {
        const answer = await search({ q });
        expect(answer).toMatchObject({ readAs: "code", relaxed: false, total: 1, hits: [{ uscc, name }] });
      }
    });

    test("a code with one wrong character is repaired, and the answer says so", async () => {
      const { uscc } = byName("慈溪市万发电器有限公司");
      const wrong = `${uscc.slice(0, 12)}${uscc[12] === "7" ? "8" : "7"}${uscc.slice(13)}`;
      expect(isUscc(wrong)).toBe(false);
      expect(await search({ q: wrong })).toMatchObject({
        readAs: "code_repaired",
        relaxed: true,
        hits: [{ uscc }],
      });
    });

    test("the beginning, the end, the organisation code and the registration number find it", async () => {
      const { uscc } = byName("慈溪市万发电器有限公司");
      for (const q of [
        uscc.slice(0, 16),
        uscc.slice(-7),
        uscc.slice(8, 17),
        "330282602082220",
        "3302826020",
      ]) {
        const answer = await search({ q });
        expect(answer.hits.map((hit) => hit.uscc)).toContain(uscc);
        expect(answer.readAs).toBe("code_part");
      }
    });

    test("a sound code that nobody has finds nothing", async () => {
      expect(await search({ q: inventedUscc(999_999) })).toMatchObject({ total: 0, hits: [] });
    });
  });

  describe("filters, facets, order and paging", () => {
    test("without text everything is there, with counts that add up", async () => {
      const answer = await search({ size: 1 });
      expect(answer).toMatchObject({ readAs: "all", total: DOCUMENTS.length });
      for (const facet of ["district", "status", "industry"] as const)
        expect(answer.facets[facet].reduce((sum, value) => sum + value.count, 0)).toBe(DOCUMENTS.length);
      expect(answer.facets.district.find((value) => value.code === "330212")?.label).toBe("鄞州区");
      expect(answer.facets.list).toEqual([
        {
          code: "serious",
          label: "严重违法失信名单",
          count: DOCUMENTS.filter((d) => d.lists.length > 0).length,
        },
      ]);
    });

    test("codes of one filter are alternatives, and filters combine", async () => {
      const wanted = DOCUMENTS.filter(
        (d) =>
          ["330212", "330206"].includes(d.district?.code ?? "") &&
          d.status.code === "active" &&
          d.lists.length > 0,
      );
      const answer = await search({
        district: ["330212", "330206"],
        status: ["active"],
        list: ["serious"],
        size: 100,
      });
      expect(answer.hits.map((hit) => hit.uscc).sort()).toEqual(wanted.map((d) => d.uscc).sort());
      expect(answer.total).toBe(wanted.length);
      expect(answer.facets.status).toMatchObject([{ code: "active", count: wanted.length }]);
    });

    test("filters narrow a search by name, and an unknown code narrows it to nothing", async () => {
      expect(await names({ q: "恒达", industry: ["C"] })).toEqual(["宁波恒达精密机械有限公司"]);
      expect(await search({ q: "恒达", type: ["1190"] })).toMatchObject({ total: 3 });
      expect(await search({ q: "恒达", district: ['x" OR statusCode = "active'] })).toMatchObject({
        total: 0,
      });
    });

    test("pages follow one another to the end without gap or repeat", async () => {
      const seen: string[] = [];
      for (let page = 1; ; page++) {
        const { hits, total } = await search({ q: "加油站", page, size: 30 });
        expect(total).toBe(100);
        if (hits.length === 0) break;
        seen.push(...hits.map((hit) => hit.uscc));
      }
      expect(seen).toHaveLength(100);
      expect(new Set(seen).size).toBe(100);
    });

    test("order by day of establishment, both ways, unknown days last; by name", async () => {
      const days = async (sort: SearchQuery["sort"]) =>
        (await search({ sort, size: 100, q: "宁波" })).hits.map((hit) => hit.established);
      const known = (await days("established")).filter((day) => day !== null);
      expect(known).toEqual([...known].sort());
      expect((await days("established")).at(-1)).toBeNull();
      expect((await days("-established")).at(-1)).toBeNull();
      expect((await days("-established")).slice(0, -1)).toEqual([...known].reverse());
      const sorted = await names({ q: "恒达", sort: "name" });
      expect(sorted).toEqual([...sorted].sort());
    });

    test("of companies with the same part the shorter name comes first", async () => {
      expect(await names({ q: "宁波恒达" })).toEqual(["宁波恒达贸易有限公司", "宁波恒达精密机械有限公司"]);
    });
  });

  describe("suggestions", () => {
    test.each(["宁", "恒达", "双利贸", "甬江新"])("come from the first characters: %s", async (q) => {
      const { suggestions, snapshot } = await engines().engine.suggest(q);
      expect(suggestions.length).toBeGreaterThan(0);
      expect(suggestions.length).toBeLessThanOrEqual(10);
      for (const suggestion of suggestions) expect(suggestion.matched.text).toContain("«");
      expect(snapshot).toBe(7);
    });
  });

  describe("whatever is typed", () => {
    const hostile = [
      '"',
      "'",
      "\\",
      "a OR b",
      "status = active",
      "%",
      "_",
      "*",
      "\u0000",
      "😀",
      "\u202e宁波",
      "--",
      ";drop table",
      "宁".repeat(200),
      "(((",
      "«»",
      "$1",
      "１２３４",
      "O",
      "  ",
    ];
    test.each(hostile)("an answer comes, never a failure: %j", async (q) => {
      const answer = await search({ q });
      expect(answer.hits.length).toBeLessThanOrEqual(20);
      await engines().engine.suggest(q);
    });
  });

  test("an engine without an index fails, and does not answer with nothing", async () => {
    await expect(engines().empty.search(query({ q: "恒达" }))).rejects.toBeInstanceOf(CreditError);
    await expect(engines().empty.search(query({ q: "恒达" }))).rejects.toMatchObject({
      code: "engine_unavailable",
    });
  });
}
