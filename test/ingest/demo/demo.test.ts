import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Feed } from "../../../ingest/feed.ts";
import { loadFeeds } from "../../../ingest/feedRegistry.ts";
import type { JudgedRow } from "../../../ingest/stage/readRows.ts";
import { judged, keyOf, readTruth, type Truth, type Written, write } from "./deliveries.ts";

let folder: string;
let written: Written;
let truth: Truth[];
let feeds: ReadonlyMap<string, Feed>;
const rows = new Map<string, JudgedRow>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "credit-demo-test-"));
  written = await write(join(folder, "one"), { enterprises: 2_500 });
  truth = await readTruth(written.truth);
  feeds = await loadFeeds();
  for (const { source, feed, path } of written.files) {
    const known = feeds.get(`${source}/${feed}`);
    if (known === undefined) throw new Error(`${source}/${feed} is no feed`);
    for (const row of await judged(known, path))
      rows.set(keyOf({ source, feed, file: basename(path), line: row.row.line }), row);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function digests(of: Written, out: string): Promise<string[]> {
  const paths = [...of.files.map((file) => file.path), of.truth];
  const hash = async (path: string) =>
    `${relative(out, path)} ${createHash("sha256")
      .update(await readFile(path))
      .digest("hex")}`;
  return Promise.all(paths.map(hash));
}

const cellsOf = (one: Truth) => rows.get(keyOf(one))?.row.cells ?? [];

describe("demo deliveries", () => {
  it("are the same bytes for the same options, and others for another seed", async () => {
    const [a, b, c] = [join(folder, "a"), join(folder, "b"), join(folder, "c")];
    const first = await digests(await write(a, { enterprises: 300 }), a);
    await new Promise((resolve) => setTimeout(resolve, 2_100)); // archives note times of two seconds
    expect(await digests(await write(b, { enterprises: 300 }), b)).toEqual(first);
    const other = await digests(await write(c, { enterprises: 300, seed: 6 }), c);
    expect(other.filter((digest) => first.includes(digest))).toEqual([]);
  });

  it("come from every feed, and the header of each file is known to its feed", () => {
    const delivered = new Set(written.files.map(({ source, feed }) => `${source}/${feed}`));
    expect([...feeds.keys()].filter((name) => !delivered.has(name))).toEqual([]);
    expect(written.files.every((file) => file.rows > 0)).toBe(true);
  });

  it("reach every feed with a single enterprise too", async () => {
    const few = await write(join(folder, "few"), { enterprises: 1 });
    expect(
      few.files.filter((file) => file.feed !== "penalties" && file.feed !== "licences").map((f) => f.rows),
    ).not.toContain(0);
    expect(
      (await readTruth(few.truth)).every((one) => one.uscc === null || one.kind !== "base" || one.line > 1),
    ).toBe(true);
  });

  it("have one line of truth for each row, with the line the row starts on", () => {
    expect(truth.length).toBe(written.files.reduce((sum, file) => sum + file.rows, 0));
    const keys = truth.map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    expect([...rows.keys()].sort()).toEqual(keys.sort());
  });

  it("are accepted and rejected as the truth says, row for row", () => {
    const verdict = (one: Truth) => {
      const found = rows.get(keyOf(one))?.verdict;
      return found !== undefined && "accepted" in found ? "accepted" : "rejected";
    };
    expect(truth.filter((one) => verdict(one) !== one.expect)).toEqual([]);
    expect(truth.filter((one) => one.expect === "rejected").length).toBeGreaterThan(20);
  });

  it("tell natural persons and withdrawn rows as the truth does", () => {
    for (const one of truth) {
      const verdict = rows.get(keyOf(one))?.verdict;
      if (verdict === undefined || !("accepted" in verdict)) continue;
      expect([one, verdict.accepted.naturalPerson]).toEqual([one, one.naturalPerson]);
      expect([one, verdict.accepted.withdrawn !== null]).toEqual([one, one.dirt.includes("withdrawn")]);
    }
    expect(truth.some((one) => one.naturalPerson)).toBe(true);
  });

  it("say in every row that they are a demo", () => {
    expect(truth.filter((one) => cellsOf(one).at(-1) !== "演示数据")).toEqual([]);
  });

  it("never give one person's id to two names", () => {
    const names = new Map<string, Set<string>>();
    for (const one of truth) {
      const cells = cellsOf(one);
      const ids = cells.filter((cell) => /^330299\d{11}[\dX]$/.test(cell));
      const verdict = rows.get(keyOf(one))?.verdict;
      if (verdict === undefined || !("accepted" in verdict)) continue;
      const { name, legalRepresentative } = verdict.accepted.subject;
      const person = one.naturalPerson ? name : legalRepresentative;
      for (const id of ids) if (person !== null) names.set(id, (names.get(id) ?? new Set()).add(person));
    }
    expect(names.size).toBeGreaterThan(1_000);
    expect([...names.values()].filter((of) => of.size > 1)).toEqual([]);
  });

  it("hold about as many records as asked for", async () => {
    const many = await write(join(folder, "many"), { enterprises: 400, recordsPerEnterprise: 8 });
    const records = many.files
      .filter((file) => file.feed !== "enterprises")
      .reduce((sum, f) => sum + f.rows, 0);
    expect(records / 400).toBeGreaterThan(7);
    expect(records / 400).toBeLessThan(10);
  });

  it("report how far they are, up to the end", async () => {
    const seen: [number, number][] = [];
    await write(join(folder, "told"), {
      enterprises: 1_500,
      progress: (done, total) => seen.push([done, total]),
    });
    expect(seen).toEqual([
      [1_000, 1_500],
      [1_500, 1_500],
    ]);
  });
});

const CLASSES = [
  "amount_in_capitals amount_in_yuan amount_only_in_text amount_unit_in_cell brand_typo code_of_another code_of_nobody",
  "code_only confusable_code corrected date_form document_brackets duplicate duplicate_across_files former_name",
  "full_width_code future_date impossible_date line_break lower_case_code mistyped_code name_only natural_person no_name",
  "no_region no_subject null_text org_code_only parent_name permanent_date placeholder_code reg_no_only removed",
  "several_kinds shared_document short_name spaced_code spaced_name unknown_code unsound_code withdrawn wrong_brackets",
  "wrong_form",
].flatMap((line) => line.split(" "));

describe("the dirt in demo deliveries", () => {
  it.each(CLASSES)("has rows of class %s", (name) => {
    expect(truth.some((one) => one.dirt.includes(name))).toBe(true);
  });

  it("has no other classes", () => {
    expect([...new Set(truth.flatMap((one) => one.dirt))].filter((name) => !CLASSES.includes(name))).toEqual(
      [],
    );
  });

  it("leaves most rows clean in what tells whose they are", () => {
    const records = truth.filter((one) => one.kind !== "base");
    expect(records.filter((one) => one.linkable).length / records.length).toBeGreaterThan(0.9);
    expect(records.filter((one) => one.expect === "rejected").length / records.length).toBeLessThan(0.02);
  });

  it("never calls a row linkable that is nobody's or rejected", () => {
    expect(truth.filter((one) => one.linkable && (one.uscc === null || one.expect === "rejected"))).toEqual(
      [],
    );
  });
});
