import { expect } from "vitest";
import type { SearchDocument } from "../../../src/enterprise/searchDocument.ts";
import type { SearchEngine } from "../../../src/search/engine.ts";
import { another, query } from "./engineDocuments.ts";

const made = (i: number, name: string) =>
  another(6_000 + i, name, { established: `20${10 + (i % 10)}-03-01` });

const BANK = "中国渔业银行股份有限公司";
const BRANCHES = [BANK, `${BANK}象山支行`, `${BANK}宁波鄞州支行`];
/** More than a page that begin with what the bank is called, beside it and its branches. */
export const CALLED: SearchDocument[] = [
  ...Array.from({ length: 30 }, (_, i) => made(i, `渔行${i}店`)),
  ...BRANCHES.map((name, i) => made(100 + i, name)),
];

/** A firm is found by what everybody calls it, however many names hold that: first, marked, and once on all pages. */
export async function expectCalledFirst(engine: SearchEngine): Promise<void> {
  const pageOf = (page: number, sort: "relevance" | "-established" = "relevance") =>
    engine.search(query({ q: "渔行", page, sort }));
  for (const sort of ["relevance", "-established"] as const) {
    const pages = await Promise.all([pageOf(1, sort), pageOf(2, sort)]);
    const hits = pages.flatMap((page) => page.hits);
    expect(new Set(hits.map(({ name }) => name))).toEqual(new Set(CALLED.map(({ name }) => name)));
    for (const { total, readAs, relaxed, facets } of pages) {
      expect({ total, readAs, relaxed }).toEqual({ total: 33, readAs: "name", relaxed: false });
      expect(facets.status.reduce((sum, { count }) => sum + count, 0)).toBe(33);
    }
  }
  const { hits } = await pageOf(1);
  expect(hits.slice(0, 3).map(({ name }) => name)).toEqual(BRANCHES);
  expect(hits[1]?.matched?.text).toBe("中国«渔»业银«行»股份有限公司象山支行");
  const { suggestions } = await engine.suggest("渔行");
  expect(suggestions.slice(0, 3).map(({ name }) => name)).toEqual(BRANCHES);
}
