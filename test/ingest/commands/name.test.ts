import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { creditWithoutDatabase } from "../../runCredit.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "credit-name-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const credit = (...words: string[]) => creditWithoutDatabase(folder, "name", ...words);

test("names on the command line are read in order, an absent part is null", async () => {
  const { code, stdout } = await credit("宁波甬星机械有限公司", "甬星", "--json");
  expect(code).toBe(0);
  const read = JSON.parse(stdout);
  expect(read).toHaveLength(2);
  expect(read[0]).toEqual({
    input: "宁波甬星机械有限公司",
    normal: "宁波甬星机械有限公司",
    region: "宁波",
    regionCode: "330200",
    brand: "甬星",
    trade: "机械",
    form: "有限公司",
    branch: null,
    aliases: ["甬星", "甬星机械", "宁波甬星", "宁波甬星机械"],
    pinyin: ["ningboyongxingjixieyouxiangongsi"],
    initials: ["nbyxjxyxgs"],
  });
  expect(read[1]).toMatchObject({ input: "甬星", region: null, trade: null, form: null, branch: null });
});

test("names of a column are read from any kind of file, every row once, in order", async () => {
  const rows = Array.from({ length: 2_500 }, (_, i) => `${i},宁波甬星${i}号贸易有限公司`);
  const csv = join(folder, "names.csv");
  await writeFile(csv, `一览表\n序号,企业名称\n${rows.join("\n")}\n`);
  const ndjson = join(folder, "names.ndjson");
  await writeFile(ndjson, '{"a":1,"Name":"甬星厂"}\n{"a":2}\n{"Name":"甬星店","a":3}\n');

  const fromCsv = JSON.parse((await credit("--in", csv, "--column", "企业名称", "--json")).stdout);
  expect(fromCsv.map(({ input }: { input: string }) => input)).toEqual(rows.map((row) => row.split(",")[1]));
  const fromJson = JSON.parse((await credit("--in", ndjson, "--column", "name", "--json")).stdout);
  expect(fromJson.map(({ input, form }: Record<string, string>) => [input, form])).toEqual([
    ["甬星厂", "厂"],
    ["", null],
    ["甬星店", "店"],
  ]);
  const shown = await credit("--in", ndjson, "--column", "name");
  expect(shown.stdout).toContain("form       厂");
});

test("wrong words, a missing file and a missing column are refused with a reason", async () => {
  const csv = join(folder, "other.csv");
  await writeFile(csv, "名,号\n甬星,1\n");
  for (const words of [
    [],
    ["甬星", "--in", csv],
    ["--in", csv],
    ["--in", join(folder, "none.csv"), "--column", "名"],
    ["--in", csv, "--column", "企业名称"],
  ]) {
    const { code, stdout } = await credit(...words, "--json");
    expect(code, words.join(" ")).toBe(2);
    expect(JSON.parse(stdout).error.code).toBe("bad_usage");
  }
});

test("a command says how it is used when it is asked, and when a word is not its own", async () => {
  const asked = await credit("--help");
  expect(asked).toMatchObject({ code: 0, stderr: "" });
  expect(asked.stdout).toMatch(/^credit name NAME… \| --in FILE/);
  const wrong = await credit("--inn", "x.csv");
  expect(wrong).toMatchObject({ code: 2, stdout: "" });
  expect(wrong.stderr).toContain(asked.stdout);
  expect(wrong.stderr).toContain("Unknown option '--inn'");
});
