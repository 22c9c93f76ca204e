import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BaseFirm, readBaseFirms } from "../../../ingest/demo/baseFirms.ts";
import { enterpriseCode, registrationNumber } from "../../../ingest/demo/codes.ts";
import { dayOf } from "../../../ingest/demo/days.ts";
import { nameKey } from "../../../src/enterprise/nameKey.ts";
import { readTruth, TODAY, write } from "./deliveries.ts";

const code = (index: number) => enterpriseCode({ prefix: "91", district: "440304", index });
const firm = (index: number, name: string, rest: Partial<BaseFirm> = {}): BaseFirm => ({
  uscc: code(index),
  name,
  legalRepresentative: "陈某",
  address: "深圳市福田区某路1号",
  regNo: null,
  established: "2019-05-06",
  ...rest,
});
const regNo = registrationNumber({ district: "440304", form: 2, index: 1 });
const GIVEN = [
  firm(1, "深圳市甲乙贸易有限公司", { regNo }),
  firm(2, "深圳甲乙贸易有限公司"),
  firm(3, "深圳市丙丁科技有限公司"),
  firm(4, "深圳市丙丁科技有限公司", { regNo: "123" }),
  firm(5, "深圳市戊己电子股份有限公司"),
  firm(6, "深圳市戊己电子有限公司", { established: "不详" }),
  firm(7, "", {}),
  firm(8, "无代码有限公司", { uscc: "913302000000000000" }),
  ...Array.from({ length: 60 }, (_, i) => firm(100 + i, `深圳市测试${i}号商务有限公司`)),
];

async function* base(): AsyncGenerator<BaseFirm> {
  yield* GIVEN;
}

const read = () => readBaseFirms(base(), { seed: 1, today: dayOf(TODAY), limit: 1_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "credit-demo-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a given base", () => {
  it("leaves out firms without a name or a sound code", async () => {
    const source = await read();
    expect(source.size).toBe(GIVEN.length - 2);
    expect(() => source.at(source.size)).toThrow(RangeError);
  });

  it("knows when a name, or what is left of it, could mean two firms", async () => {
    const source = await read();
    const [first, second, third, fourth] = [0, 1, 2, 3].map((i) => source.at(i));
    expect(first?.withoutRegion).toBeNull();
    expect(second?.withoutRegion).toBeNull();
    expect([third?.nameUnique, fourth?.nameUnique]).toEqual([false, false]);
    expect(source.at(4).withoutRegion).toBe("戊己电子股份有限公司");
  });

  it("never makes up a name that another firm of it bears", async () => {
    const source = await read();
    expect(source.at(4).otherForm).toBeNull();
    expect(source.at(5).otherForm).toBeNull();
    const known = new Set(GIVEN.map((one) => nameKey(one.name)));
    for (let i = 0; i < source.size; i++) {
      const { formerName, misspelt, shortName } = source.at(i);
      for (const name of [formerName, misspelt, shortName])
        if (name !== null) expect(known.has(nameKey(name))).toBe(false);
    }
  });

  it("gives registration numbers only where they are sound", async () => {
    const source = await read();
    expect(source.at(0).regNo).toBe(regNo);
    expect(source.at(3).regNo).toBeNull();
  });

  it("gets records about its own firms, from authorities of their city, and no base record", async () => {
    const out = join(folder, "base");
    const written = await write(out, { enterprises: 1_000, base: base() });
    expect(written.files.some((file) => file.feed === "enterprises")).toBe(false);
    const codes = new Set(GIVEN.map((one) => one.uscc));
    const truth = await readTruth(written.truth);
    expect(truth.length).toBeGreaterThan(150);
    expect(truth.filter((one) => one.uscc !== null && !codes.has(one.uscc))).toEqual([]);
  });
});
