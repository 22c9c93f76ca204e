import { describe, expect, test } from "vitest";
import type { SearchDocument } from "../../../src/enterprise/searchDocument.ts";
import type { SearchHit, SearchQuery } from "../../../src/search/engine.ts";
import type { Engines } from "./engineContract.ts";
import { DOCUMENTS, query } from "./engineDocuments.ts";

const HOSTILE = [
  ...[
    '"',
    "'",
    "\\",
    '"宁波',
    "a OR b",
    "status = active",
    'x" OR "1" = "1',
    "%",
    "_",
    "*",
    "?",
    "$1",
    "{q}",
  ],
  ...[
    "\u0000",
    "宁\u0000波",
    "\ud842",
    "😀",
    "👨‍👩‍👧",
    "\u202e宁波",
    "\u200d",
    "--",
    ";drop table",
    "(((",
    "«»",
    "-宁波",
  ],
  ...[
    "宁".repeat(200),
    "宁 ".repeat(100),
    "9".repeat(200),
    "１２３４",
    "O",
    "NULL",
    "undefined",
    "<script>",
    "\n\r\t",
  ],
];

/** Filters, facets, order, paging, whatever is typed, and an engine without an index. */
export function pageContract(engines: () => Engines): void {
  const search = (over: Partial<SearchQuery>) => engines().engine.search(query(over));
  const names = async (over: Partial<SearchQuery>) => (await search(over)).hits.map((hit) => hit.name);
  const uscc = ({ uscc }: SearchDocument) => uscc;

  /** Every page to the end, and one more. */
  async function pages(over: Partial<SearchQuery>, total: number): Promise<SearchHit[]> {
    const seen: SearchHit[] = [];
    for (let page = 1; ; page++) {
      const answer = await search({ size: 30, ...over, page });
      expect(answer.total).toBe(total);
      if (answer.hits.length === 0) return seen;
      seen.push(...answer.hits);
    }
  }

  describe("facets and filters", () => {
    test("without text everything is there, with counts and labels", async () => {
      const answer = await search({ size: 1 });
      expect(answer).toMatchObject({ readAs: "all", relaxed: false, total: DOCUMENTS.length });
      const count = (of: (d: SearchDocument) => boolean) => DOCUMENTS.filter(of).length;
      expect(answer.facets.status).toEqual([
        { code: "active", label: "存续", count: count((d) => d.status.code === "active") },
        { code: "cancelled", label: "注销", count: count((d) => d.status.code === "cancelled") },
      ]);
      expect(answer.facets.list).toEqual([
        { code: "serious", label: "严重违法失信名单", count: count((d) => d.lists.length > 0) },
      ]);
      for (const facet of ["district", "industry", "type"] as const) {
        const known = count((d) => d[facet] !== null);
        expect(answer.facets[facet].reduce((sum, value) => sum + value.count, 0)).toBe(known);
      }
      expect(answer.facets.district.find((value) => value.code === "330212")?.label).toBe("鄞州区");
      expect(answer.hits[0]?.matched).toBeNull();
    });

    test("codes of one filter are alternatives, and filters combine", async () => {
      const wanted = DOCUMENTS.filter(
        ({ district, status, lists }) =>
          ["330212", "330206"].includes(district?.code ?? "") && status.code === "active" && lists.length > 0,
      );
      const filters = { district: ["330212", "330206"], status: ["active"], list: ["serious"] };
      const answer = await search({ ...filters, size: 100 });
      expect(answer.hits.map(uscc).sort()).toEqual(wanted.map(uscc).sort());
      expect(answer.total).toBe(wanted.length);
      expect(answer.facets.status).toMatchObject([{ code: "active", count: wanted.length }]);
    });

    test("filters narrow a search by name or code, and its facets", async () => {
      expect(await names({ q: "恒达", industry: ["C"] })).toEqual(["宁波恒达精密机械有限公司"]);
      const answer = await search({ q: "恒达", type: ["1190"] });
      expect(answer).toMatchObject({
        total: 1,
        facets: { industry: [{ code: "F", label: "批发和零售业", count: 1 }] },
      });
      const [first] = DOCUMENTS;
      expect(await search({ q: first?.uscc ?? "", status: ["active"] })).toMatchObject({ total: 0 });
      expect(await search({ q: first?.uscc ?? "", status: ["cancelled"] })).toMatchObject({ total: 1 });
    });

    test.each(["none", "", 'x" OR status = "active', "x' OR '1'='1", "\\", "{active}", "active,cancelled"])(
      "a code that nobody has narrows to nothing, whatever is in it: %j",
      async (code) => {
        for (const filter of ["status", "district", "list"] as const) {
          expect(await search({ [filter]: [code] })).toMatchObject({ total: 0, hits: [] });
          expect(await search({ q: "恒达", [filter]: [code] })).toMatchObject({ total: 0 });
        }
      },
    );
  });

  describe("order and paging", () => {
    test.each([
      ["a part of a name", { q: "加油站" }, 100],
      ["a part of a name, by name", { q: "加油站", sort: "name" }, 100],
      ["nothing typed", {}, DOCUMENTS.length],
      ["nothing typed, by name", { sort: "name" }, DOCUMENTS.length],
      ["nothing typed, oldest first", { sort: "established" }, DOCUMENTS.length],
      ["a filter", { status: ["active"] }, DOCUMENTS.filter((d) => d.status.code === "active").length],
    ] as const)("pages of %s follow one another to the end without gap or repeat", async (_, over, total) => {
      const seen = await pages({ ...over, status: "status" in over ? [...over.status] : [] }, total);
      expect(seen).toHaveLength(total);
      expect(new Set(seen.map(uscc)).size).toBe(total);
    });

    test.each([{ q: "宁波" }, { q: "" }, { status: ["active", "cancelled"] }])(
      "by day of establishment, both ways, unknown days last: %j",
      async (over) => {
        const days = async (sort: SearchQuery["sort"]) =>
          (await pages({ ...over, sort }, (await search(over)).total)).map((hit) => hit.established);
        const [rising, falling] = [await days("established"), await days("-established")];
        const known = rising.filter((day) => day !== null);
        const unknown = rising.slice(known.length);
        expect(unknown.length).toBeGreaterThan(0);
        expect(rising).toEqual([...[...known].sort(), ...unknown]);
        expect(falling).toEqual([...[...known].sort().reverse(), ...unknown]);
      },
    );

    test("by name, as its characters are numbered", async () => {
      const sorted = await names({ q: "有限", sort: "name" });
      expect(sorted.length).toBeGreaterThan(5);
      const plain = (name: string) => name.normalize("NFKC").replace(/[()]/g, "");
      expect(sorted.map(plain)).toEqual(sorted.map(plain).sort());
    });

    test("without text the youngest come first", async () => {
      const { hits } = await search({ size: 5 });
      for (const hit of hits) expect(hit.established).toBe("2021-03-01");
    });
  });

  describe("whatever is typed", () => {
    test.each(HOSTILE)("an answer comes, never a failure: %j", async (q) => {
      const { hits, total, readAs } = await search({ q });
      expect(hits.length).toBe(Math.min(total, 20));
      for (const hit of hits) expect(hit.matched === null).toBe(readAs === "all");
      expect((await engines().engine.suggest(q)).snapshot).toBe(7);
    });
  });

  test("an engine without an index fails, and does not answer with nothing", async () => {
    const { empty } = engines();
    await expect(empty.search(query({ q: "恒达" }))).rejects.toMatchObject({ code: "engine_unavailable" });
    await expect(empty.search(query())).rejects.toMatchObject({ code: "engine_unavailable" });
    await expect(empty.suggest("恒")).rejects.toMatchObject({ code: "engine_unavailable" });
    await expect(empty.suggest("")).rejects.toMatchObject({ code: "engine_unavailable" });
  });
}
