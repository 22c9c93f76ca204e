import { expect, test } from "vitest";
import { Random } from "../../../ingest/demo/random.ts";
import { isUscc } from "../../../src/enterprise/identifiers.ts";
import { editDistance } from "../search/edits.ts";
import { brandOf, brandShares } from "./brands.ts";
import type { LinkTruth } from "./deliveries.ts";
import { DIRT_CLASSES, judgedDrafts, makeDraft } from "./drafts.ts";
import type { LinkFirm } from "./firm.ts";
import { hardPairs } from "./hardPairs.ts";
import { DOUBTFUL, explanationCost, judged, nameCost } from "./judge.ts";
import { NO_PARTS, type Parts, spell } from "./nameParts.ts";
import { rivalCosts } from "./rivals.ts";
import type { Stated } from "./row.ts";
import { slipped, slippedCode } from "./slips.ts";
import { curveOf, placeOf, qualityOf, type StoredLink, tallyOf } from "./tally.ts";
import { inventedWorld } from "./world.ts";

const world = inventedWorld({ seed: 3, size: 1_500, today: 20_400 });

const HENGDA: Parts = {
  ...NO_PARTS,
  place: "3302",
  region: "宁波",
  brand: "恒达",
  trade: "机械",
  form: "有限公司",
};

test.each<[string, Partial<Parts>, number]>([
  ["the name itself", {}, 0],
  ["市 put in", { region: "宁波市" }, 0.25],
  ["no region", { region: "", place: "" }, 0.5],
  ["有限责任公司", { form: "有限责任公司" }, 0.25],
  ["no form", { form: "" }, 1],
  ["a slip in the trade", { trade: "机戒" }, 2],
  ["a slip in the brand", { brand: "恒大" }, 3],
  ["another region", { region: "余姚", place: "330281" }, 4],
  ["another form", { form: "股份有限公司" }, 5],
  ["a branch of it", { branch: "鄞州分公司" }, 6],
  ["another brand", { brand: "双利" }, 9],
])("what is written is as far from a name as a clerk finds it: %s", (_, written, cost) => {
  expect(nameCost({ ...HENGDA, ...written }, HENGDA, "3302")).toBe(cost);
});

const firm = (over: Partial<LinkFirm>): LinkFirm => ({ ...world.at(0), closed: null, former: null, ...over });
const said = (parts: Parts, over: Partial<Stated> = {}): Stated => ({
  ...{ code: "", orgCode: "", regNo: "", name: spell(parts), parts, representative: "", address: "" },
  city: "3302",
  decidedOn: 20_000,
  ...over,
});

test("a person, a day outside its life and what is left of a code speak for and against a firm", () => {
  const known = firm({ parts: HENGDA, representative: "王建国", established: 15_000 });
  const written = { ...HENGDA, brand: "恒大" };
  expect(explanationCost(said(written), known)).toBe(3);
  expect(explanationCost(said(written, { representative: "王建国" }), known)).toBe(1);
  expect(explanationCost(said(written, { representative: "李红" }), known)).toBe(5);
  expect(explanationCost(said(HENGDA), firm({ ...known, established: 20_100 }))).toBe(3);
  expect(explanationCost(said(HENGDA), firm({ ...known, closed: 19_000 }))).toBe(3);
  const code = slippedCode(known.uscc, "wrong", new Random(1, 1, 1)) ?? "";
  expect(explanationCost(said(HENGDA, { code }), known)).toBe(-6);
});

test("a record is linkable when its firm explains it well and nobody else nearly as well", () => {
  expect(judged(0, Number.POSITIVE_INFINITY)).toBe("yes");
  expect(judged(0, 0)).toBe("no");
  expect(judged(2, 2.5)).toBe("no");
  expect(judged(3, Number.POSITIVE_INFINITY)).toBe("no");
  expect(judged(2, 0)).toBe("unfair");
  expect(judged(null, 0)).toBe("unfair");
  expect(judged(null, 3)).toBe("no");
});

test("the best of all other firms is found by one pass as by comparing every one, where a clerk would look at it", () => {
  const small = inventedWorld({ seed: 3, size: 3_000, today: 20_400 });
  const firms = Array.from({ length: small.size }, (_, i) => small.at(i));
  const several = DIRT_CLASSES.filter(({ id }) => id === "several");
  const drafts = Array.from({ length: 120 }, (_, n) =>
    n < 40 ? makeDraft(small, 5, n, several) : makeDraft(small, 5, n),
  ).filter((draft) => draft !== null);
  const found = rivalCosts(small, drafts);
  let near = 0;
  drafts.forEach((draft, at) => {
    if (draft.stated.parts === null || draft.by === "code" || draft.by === "contrary") return;
    let best = Number.POSITIVE_INFINITY;
    for (const one of firms)
      if (one.index !== draft.firm) best = Math.min(best, explanationCost(draft.stated, one));
    if (best <= DOUBTFUL) near++;
    expect(Math.min(found[at] ?? 0, DOUBTFUL), draft.stated.name).toBe(Math.min(best, DOUBTFUL));
  });
  expect(near).toBeGreaterThan(10);
});

test("each firm of the world has a sound code of its own and is the same whenever it is asked for", () => {
  const codes = new Set<string>();
  for (let i = 0; i < world.size; i++) {
    const one = world.at(i);
    expect(isUscc(one.uscc)).toBe(true);
    codes.add(one.uscc);
  }
  expect(codes.size).toBe(world.size);
  expect(world.at(77)).toEqual(inventedWorld({ seed: 3, size: 1_500, today: 20_400 }).at(77));
  expect(world.at(77)).not.toEqual(inventedWorld({ seed: 4, size: 1_500, today: 20_400 }).at(77));
});

test("brands are shared out without gaps, the first to many firms and most to one or two", () => {
  const size = 30_000;
  const shares = brandShares(size);
  const firms = new Map<number, number>();
  let last = { rank: -1, at: 0, of: 1 };
  let gaps = 0;
  for (let i = 0; i < size; i++) {
    const here = shares(i);
    const follows =
      here.rank === last.rank ? here.at === last.at + 1 : here.at === 0 && last.at === last.of - 1;
    if (!follows) gaps++;
    firms.set(here.rank, (firms.get(here.rank) ?? 0) + 1);
    last = here;
  }
  expect(gaps).toBe(0);
  const few = [...firms.values()].filter((count) => count <= 2).length;
  expect(firms.get(0)).toBeGreaterThan(40);
  expect(few / firms.size).toBeGreaterThan(0.5);
  expect(new Set([...firms.keys()].map(brandOf)).size).toBe(firms.size);
});

test("a slip leaves another text, one slip away", () => {
  const random = new Random(1, 2, 3);
  for (let i = 0; i < 300; i++)
    for (const slip of ["wrong", "missing", "extra", "swapped"] as const) {
      const text = slipped("精密机械", slip, random) ?? "";
      expect(editDistance("精密机械", text, 2)).toBe(1);
    }
});

const truth = (line: number, over: Partial<LinkTruth> = {}): LinkTruth => ({
  ...{ source: "police", feed: "cases", file: "a.csv", line, class: "name", said: "" },
  ...{ uscc: "A", linkable: "yes", naturalPerson: false },
  ...over,
});
const link = (line: number, over: Partial<StoredLink> = {}): StoredLink => ({
  ...{ source: "police", feed: "cases", file: "a.csv", line, outcome: "linked", uscc: "A", rule: "name" },
  ...{ score: 0.98, why: "name", evidence: null, asked: null, probability: null },
  ...over,
});

test("links are counted right, wrong, in review, unlinked, forbidden and missing", () => {
  const truths = [
    truth(1),
    truth(2),
    truth(3),
    truth(4, { linkable: "no" }),
    truth(5, { uscc: null, linkable: "never", class: "form" }),
    truth(6),
    truth(7, { uscc: null, naturalPerson: true }),
    truth(8),
  ];
  const links = [
    link(1),
    link(2, { uscc: "B", score: 0.96 }),
    link(3, { outcome: "review", uscc: null, score: 0.5, asked: "A", probability: 0.8 }),
    link(4),
    link(5),
    link(6, { outcome: "unlinked", uscc: null, score: 0 }),
    link(7),
  ];
  const tally = tallyOf(truths, new Map(links.map((one) => [placeOf(one), one])));
  expect(tally.total).toEqual({
    ...{ rows: 7, linkable: 5, right: 2, due: 1 },
    ...{ wrong: 2, review: 1, unlinked: 1, absent: 1 },
  });
  expect(tally).toMatchObject({ forbidden: 1, linkedPersons: 1 });
  expect(tally.byClass.get("form")).toMatchObject({ rows: 1, wrong: 1 });
  expect(tally.wrong.map((one) => one.truth.line)).toEqual([2, 5]);
  expect(qualityOf(tally.total)).toMatchObject({ judged: 4, precision: 0.5, recall: 0.2, review: 1 / 7 });
  const at = (threshold: number) =>
    curveOf(tally.scored, tally.total.linkable).find((point) => point.threshold === threshold);
  expect(at(0.8)).toMatchObject({ links: 5, precision: 0.6, recall: 0.4 });
  expect(at(0.98)).toMatchObject({ links: 3, recall: 0.2 });
});

test("the same seed makes the same records, another one others", () => {
  const make = (seed: number) => judgedDrafts(world, { seed, linkable: 60 });
  expect(make(1)).toEqual(make(1));
  expect(make(1)).not.toEqual(make(2));
  expect(make(1).filter(({ linkable }) => linkable === "yes")).toHaveLength(60);
});

test("hard pairs are pairs of two names, as many of each kind", () => {
  const pairs = hardPairs(world, { seed: 1, count: 240 });
  const kinds = new Map<string, number>();
  for (const { kind, a, b } of pairs) {
    expect(a).not.toBe(b);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  expect(new Set(kinds.values())).toEqual(new Set([20]));
  expect(kinds.size).toBe(12);
});
