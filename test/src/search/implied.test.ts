import { describe, expect, test } from "vitest";
import { COMMON_PAIRS, COMMONEST_PAIRS } from "../../../src/search/commonPairs.ts";
import { charactersIn, IMPLIED_BY } from "../../../src/search/implied.ts";
import { toldBy } from "../../../src/search/leftOut.ts";
import { soundsGram } from "../../../src/search/letterGrams.ts";
import { askFor, askPreferring, meilisearchDocument } from "../../../src/search/meilisearchDocument.ts";
import { thisVersion } from "../../../src/search/meilisearchState.ts";
import { documentOf } from "../../bench/search/companies.ts";

const synonyms = new Map(Object.entries(thisVersion().settings.synonyms ?? {}));
const nobody = { formerName: null, regNo: null, representative: null, address: null, established: null };
const documentNamed = (name: string) =>
  documentOf({ ...nobody, uscc: "91330200000000000A", name, stockName: null });
const wordsOf = (name: string) => new Set(meilisearchDocument(documentNamed(name)).current.split(" "));
/** Whether a word, or one of its synonyms, is among them: what the server tells. */
const has = (words: ReadonlySet<string>, word: string) =>
  [word, ...(synonyms.get(word) ?? [])].some((one) => words.has(one));

describe("grams that others imply", () => {
  test("are left out of a document, and found by their synonyms", () => {
    const words = wordsOf("宁波恒达科技有限公司");
    for (const character of "宁波科技") {
      expect(words).not.toContain(askFor([character]));
      expect(has(words, askFor([character]))).toBe(true);
    }
    for (const letter of ["i^n", "i^h"]) {
      expect(words).not.toContain(askFor([letter]));
      expect(has(words, askFor([letter]))).toBe(true);
    }
    expect(has(words, askFor(["i^k"]))).toBe(false);
    expect(has(words, askFor(["贸"]))).toBe(false);
  });

  test("are sounds that lead into the ending, but for rare ones", () => {
    const sound = soundsGram("ji", "you");
    const words = wordsOf("宁波恒达科技有限公司");
    expect(words).not.toContain(askFor([sound]));
    expect(has(words, askFor([sound]))).toBe(true);
    expect(wordsOf("宁波恒骥有限公司")).toContain(askFor([sound]));
  });

  test("stand in a document where nothing implies them", () => {
    // The name has one character, or its second has no letter.
    expect(has(wordsOf("恒"), askFor(["i^h"]))).toBe(true);
    expect(has(wordsOf("恒𠮷厂"), askFor(["i^h"]))).toBe(true);
    expect(wordsOf("宁海技园")).toContain(askFor(["技"]));
    expect(wordsOf("宁波市恒达厂")).toContain(askFor(["市"]).replaceAll('"', ""));
  });

  test("are implied by words that are never left out themselves", () => {
    for (const [gram, others] of IMPLIED_BY) {
      expect(others.length, gram).toBeLessThanOrEqual(50);
      for (const other of others) {
        expect(IMPLIED_BY.has(other), other).toBe(false);
        if (gram.length === 1) expect(charactersIn([other]), other).toContain(gram);
        expect(toldBy("有限公司", [other])).toEqual([other]);
      }
    }
    expect(COMMONEST_PAIRS.filter((pair) => !COMMON_PAIRS.has(pair))).toEqual([]);
  });
});

describe("what asks for them", () => {
  test("is no phrase, which would have no synonyms, and never more than the server reads", () => {
    expect(askFor(["科"])).toMatch(/^[a-p]{4}$/);
    const many = askFor(["恒达", "鑫", ..."科技贸易机械电子建材"]);
    expect(many.match(/"[a-p ]+"/g)).toHaveLength(2);
    expect(many.replace(/"[^"]*"/g, "").split(".")).toHaveLength(6);
  });

  test("goes without what is preferred where the strategy would drop a word", () => {
    expect(askPreferring(["恒达"], ["i^hd"])).toMatch(/^"[a-p]{8}" [a-z]{7}$/);
    expect(askPreferring(["科"], ["i^kj"])).toMatch(/^[a-p]{4} [a-z]{7}$/);
    expect(askPreferring(["恒达", "科"], ["i^kj"])).toBeNull();
  });
});
