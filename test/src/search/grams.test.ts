import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { GRAMS_FORMAT } from "../../../search-config/postgres.ts";
import { gramNumber, gramsOf, neededGrams, pairsOf, postgresRow } from "../../../src/search/grams.ts";
import { askFor, meilisearchDocument } from "../../../src/search/meilisearchDocument.ts";
import { DOCUMENTS } from "./engineDocuments.ts";

const [document] = DOCUMENTS;
if (document === undefined) throw new Error("no document");

describe("grams", () => {
  test("are each character and each two neighbours, once", () => {
    expect(gramsOf("甬甬甬江")).toEqual(["甬", "江", "甬甬", "甬江"]);
    expect(gramsOf("")).toEqual([]);
  });

  test("are of characters, not of halves of them", () => {
    expect(pairsOf("𠮷野家")).toEqual(["𠮷野", "野家"]);
    expect(neededGrams("𠮷")).toEqual(["𠮷"]);
    for (const gram of gramsOf("张𠮷")) expect(gram.isWellFormed()).toBe(true);
  });

  test("that a part needs are among those of every name that holds it", () => {
    const key = "宁波恒达精密机械有限公司";
    for (let from = 0; from < key.length; from++)
      for (let to = from + 1; to <= key.length; to++)
        for (const gram of neededGrams(key.slice(from, to))) expect(gramsOf(key)).toContain(gram);
  });
});

describe("the row for PostgreSQL", () => {
  test("holds the normal forms of the names, the current one first, and never a gram across two of them", () => {
    const row = postgresRow({ ...document, name: "宁波（甲）", formerNames: ["寧波乙厂", "（）"] });
    expect(row.nameKey).toBe("宁波甲\n宁波乙厂");
    const numbers = row.grams.slice(1, -1).split(",").map(Number);
    for (const gram of ["宁", "波", "甲", "宁波", "波甲", "乙", "厂", "波乙", "乙厂"])
      expect(numbers).toContain(gramNumber(gram));
    expect(numbers).not.toContain(gramNumber("甲宁"));
  });

  test("stays short enough for an index entry, whatever the names", () => {
    const formerNames = Array.from({ length: 200 }, (_, i) => `宁波第${i}贸易有限公司`);
    expect(Buffer.byteLength(postgresRow({ ...document, formerNames }).nameKey)).toBeLessThan(2_000);
    expect(Buffer.byteLength(postgresRow({ ...document, name: "宁".repeat(5_000) }).nameKey)).toBeLessThan(
      2_000,
    );
  });

  test("has what filters look at, and nothing where nothing is known", () => {
    const bare = { ...document, district: null, industry: null, type: null, established: null };
    expect(postgresRow(bare)).toMatchObject({
      ...{ status: document.status.code, district: null, industry: null, type: null, established: null },
      lists: document.lists,
    });
  });
});

test("what is made of a document changes only with its format: raise GRAMS_FORMAT, and write the new sum here", () => {
  const hash = createHash("sha256");
  const branch = { ...document, name: "中国渔业银行股份有限公司宁波鄞州支行" };
  for (const each of [...DOCUMENTS, branch]) hash.update(JSON.stringify(postgresRow(each)));
  expect([GRAMS_FORMAT, hash.digest("hex").slice(0, 16)]).toEqual([5, "62b6d54049e01f60"]);
});

describe("the words for Meilisearch", () => {
  /** Those spelled out; a gram with a mark has seven letters. */
  const ofName = (name: string) =>
    meilisearchDocument({ ...document, name })
      .current.split(" ")
      .filter((word) => word.length % 4 === 0);

  test("are letters alone, so that no segmenter cuts them", () => {
    const { current } = meilisearchDocument({ ...document, name: "A1宁𠮷" });
    expect(current).toMatch(/^[a-z ]+$/);
    expect(ofName("A1宁𠮷")).toEqual(Array.from({ length: 7 }, () => expect.stringMatching(/^[a-p]+$/)));
  });

  test("that ask for a part are among those of every name that holds it", () => {
    const held = ofName("宁波恒达精密机械有限公司");
    const words = askFor(["达精密", "波恒"].flatMap(neededGrams)).replaceAll('"', "").split(" ");
    expect(words).toHaveLength(3);
    for (const word of words) expect(held).toContain(word);
  });

  test("of the ending that most names have are one, and of others all", () => {
    const counted = (name: string) =>
      [8, 4].map((letters) => ofName(name).filter(({ length }) => length === letters).length);
    expect(counted("甬江酒业有限公司")).toEqual([5, 2]);
    expect(counted("甬江酒业有限责任公司")).toEqual([9, 8]);
  });

  test("order as the characters do", () => {
    const names = ["A厂", "a厂", "一", "丁", "丁一", "龙"];
    const orders = names.map((name) => meilisearchDocument({ ...document, name }).nameOrder);
    expect([...orders].sort()).toEqual(orders);
  });
});
