import { expect } from "vitest";
import type { SearchDocument } from "../../../src/enterprise/searchDocument.ts";
import type { SearchEngine } from "../../../src/search/engine.ts";
import { another, query } from "./engineDocuments.ts";

const made = (i: number, name: string) => another(7_000 + i, name);

/** Three first letters s side by side, and 司 elsewhere: all that an index is asked for by "ss司". */
export const lookingAlike = (many: number): SearchDocument[] =>
  Array.from({ length: many }, (_, i) => made(i, `象山石山水${i}公司`));

/** Longer than those, so behind them. */
export const ANSWERING: readonly SearchDocument[] = [made(900, "象山海澥浦精密机械上山司工场合作社")];

/** Before a hundred and fifty of those, and behind them. */
export const AMONG_MANY: readonly SearchDocument[] = [
  ...["上山司", "石上司厂", "水石司店"].map((name, i) => made(800 + i, name)),
  ...lookingAlike(150),
  ...ANSWERING,
];

/** More than a hundred are compared where so many only look like an answer: the count is right, and each answer is on its page. */
export async function expectFour(engine: SearchEngine): Promise<void> {
  for (const sort of ["relevance", "name"] as const) {
    const { total, hits, facets } = await engine.search(query({ q: "ss司", sort }));
    expect([total, hits.length, facets.status.reduce((sum, { count }) => sum + count, 0)]).toEqual([4, 4, 4]);
    const later = await engine.search(query({ q: "ss司", sort, page: 6 }));
    expect([later.total, later.hits]).toEqual([4, []]);
  }
}

const asked = (engine: SearchEngine, page: number) => engine.search(query({ q: "ss司", page }));

/** Nothing that only looks like an answer is counted, shown or suggested, on whichever page. */
export async function expectNone(engine: SearchEngine): Promise<void> {
  for (const page of [1, 2])
    expect(await asked(engine, page)).toMatchObject({
      total: 0,
      hits: [],
      facets: { status: [], district: [] },
    });
  expect((await engine.suggest("ss司")).suggestions).toEqual([]);
}

export async function expectOnly(engine: SearchEngine): Promise<void> {
  const { total, hits, facets } = await asked(engine, 1);
  expect(hits.map(({ matched }) => matched?.text)).toEqual(["象山海澥浦精密机械«上山司»工场合作社"]);
  expect([total, facets.status.reduce((sum, { count }) => sum + count, 0)]).toEqual([1, 1]);
}
