import { expect, test } from "vitest";
import { Random } from "../../../ingest/demo/random.ts";
import { isUscc } from "../../../src/enterprise/identifiers.ts";
import { chooseQueries } from "./chooseQueries.ts";
import { plain } from "./companies.ts";
import { editDistance } from "./edits.ts";
import { sized, withFormerNames } from "./inflate.ts";
import { partsReader } from "./nameParts.ts";
import { MANY } from "./near.ts";
import type { Draft, QueryClass } from "./queryClass.ts";
import { QUERY_CLASSES } from "./queryClasses.ts";
import { inventedCompanies } from "./register.ts";
import { countSatisfied } from "./satisfied.ts";
import { type Sought, satisfies } from "./sought.ts";
import { worldOf } from "./world.ts";

const companies = withFormerNames(inventedCompanies(1_500, 1), 1);
const world = worldOf(companies);

/** The same distance, by the whole table. */
function slowDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.NaN;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(at(i - 1, j - 1) + same, at(i - 1, j) + 1, at(i, j - 1) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(i - 2, j - 2) + 1);
      table[i]?.splice(j, 1, cost);
    }
  return at(a.length, b.length);
}

test("the edit distance that gives up early is that of the whole table", () => {
  const random = new Random(3, 1, 1);
  const text = () => Array.from({ length: random.int(8) }, () => random.pick([..."abcd"])).join("");
  for (let i = 0; i < 20_000; i++) {
    const [a, b] = [text(), text()];
    const distance = slowDistance(a, b);
    for (const most of [1, 2, 3])
      expect(editDistance(a, b, most), `${a} ${b}`).toBe(Math.min(distance, most + 1));
  }
});

/** Every company looked at, without hooks. */
function countSlowly(sought: Sought): number {
  const found = companies.filter((_, index) => satisfies(world, index, sought)).length;
  return Math.min(found, MANY);
}

const draftsOf = (of: QueryClass): Draft[] =>
  companies.slice(0, 60).flatMap((company, index) => {
    const random = new Random(1, index, 77);
    const other = () => companies[random.int(companies.length)] ?? company;
    const draft = of.draft({ company, key: plain(company.name), index, world, random, other });
    return draft === null ? [] : [draft];
  });

test.each(QUERY_CLASSES.filter(({ id }) => id !== "shortName"))(
  "whom a query of $id speaks of is counted over all companies",
  (of) => {
    const soughts = draftsOf(of).flatMap(({ fair }) => fair.map(({ sought }) => sought));
    expect(soughts.length).toBeGreaterThan(0);
    const counts = [...countSatisfied(world, soughts)].map((count) => Math.min(count, MANY));
    expect(counts).toEqual(soughts.map(countSlowly));
  },
);

test("letters speak of whoever they spell, by first letters or whole syllables", () => {
  const named = worldOf(
    ["仁怀市百双加工有限公司", "仁怀市帛岸贸行有限公司", "仁怀市双利厂"].map((name, i) => ({
      ...{ uscc: `${i}`, name, formerName: null, regNo: null },
      ...{ representative: null, address: null, established: null, stockName: null },
    })),
  );
  const spelled = (sought: Sought) => named.companies.map((_, index) => satisfies(named, index, sought));
  expect(spelled({ by: "initials", text: "rhsba" })).toEqual([true, true, false]);
  expect(spelled({ by: "initials", text: "rhsbais" })).toEqual([true, false, false]);
  expect(spelled({ by: "initials", text: "rhsbam" })).toEqual([false, true, false]);
  expect(spelled({ by: "mixed", head: "仁怀", initials: "boan" })).toEqual([false, true, false]);
  expect(spelled({ by: "mixed", head: "仁怀市", initials: "sl" })).toEqual([false, false, true]);
});

test("a query of parts has the company it was made from among at most ten that have them", () => {
  const some = QUERY_CLASSES.filter(({ id }) => ["middle2", "middle4", "brand"].includes(id));
  for (const [{ id }, queries] of chooseQueries(world, some, { seed: 2, queries: 30 })) {
    expect(queries.length, id).toBe(30);
    for (const { q, right } of queries) {
      const bearers = companies.filter(({ name, formerName }) =>
        [name, formerName ?? ""].some((each) => plain(each).includes(q)),
      );
      expect(bearers.length, q).toBeLessThanOrEqual(10);
      expect(
        bearers.map((one) => one.uscc),
        q,
      ).toContain(right);
    }
  }
});

test("names said to be absent are more than two edits from every name, with legal form and without", () => {
  const absent = QUERY_CLASSES.filter(({ id }) => id === "absent");
  const [queries = []] = chooseQueries(world, absent, { seed: 2, queries: 25 }).values();
  expect(queries.length).toBe(25);
  for (const { q, right } of queries) {
    expect(right).toBeNull();
    for (const key of world.keys) expect(slowDistance(plain(q), key), q).toBeGreaterThan(2);
  }
});

test("the same seed asks the same queries, another one others", () => {
  const classes = QUERY_CLASSES.filter(({ id }) => ["middle3", "wrong", "absent"].includes(id));
  const ask = (seed: number) => [...chooseQueries(world, classes, { seed, queries: 10 }).values()];
  expect(ask(5)).toEqual(ask(5));
  expect(ask(5)).not.toEqual(ask(6));
});

test("inflated names are distinct, under sound codes of their own, and hold the ones they were made from", () => {
  const many = sized(companies, { names: 6_000, seed: 4 });
  expect(many).toHaveLength(6_000);
  expect(many.slice(0, companies.length)).toEqual(companies);
  expect(new Set(many.map(({ name }) => plain(name))).size).toBe(6_000);
  expect(new Set(many.map(({ uscc }) => uscc)).size).toBe(6_000);
  for (const { uscc, address, representative } of many.slice(companies.length)) {
    expect(isUscc(uscc), uscc).toBe(true);
    expect(address).not.toBeNull();
    expect(representative).not.toBeNull();
  }
});

test("a former name is nobody's name", () => {
  const names = new Set(world.keys);
  const former = world.formerKeys.filter((key) => key !== "");
  expect(former.length).toBeGreaterThan(50);
  for (const key of former) expect(names).not.toContain(key);
});

test("names come apart where the endings of many say so", () => {
  const read = partsReader(companies.map(({ name }) => name));
  const parts = read("宁波市鄞州区墨林供应链管理有限责任公司");
  expect(parts).toEqual({
    ...{ region: "宁波市鄞州区", shortRegion: "宁波市鄞州", brand: "墨林" },
    ...{ trade: "供应链管理", form: "有限责任公司" },
  });
  expect(read("墨林（宁波）供应链管理有限责任公司")).toBeNull();
  const told = companies.filter(({ name }) => read(name) !== null).length;
  expect(told / companies.length).toBeGreaterThan(0.6);
});
