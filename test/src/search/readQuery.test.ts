import { describe, expect, test } from "vitest";
import { isUscc } from "../../../src/enterprise/identifiers.ts";
import { answerInTurn, type QueryReading } from "../../../src/search/reading.ts";
import { readQuery } from "../../../src/search/readQuery.ts";
import { inventedUscc } from "../../ingest/merge/records.ts";

const uscc = inventedUscc(77);
const wrong = `${uscc.slice(0, 12)}${uscc[12] === "7" ? "8" : "7"}${uscc.slice(13)}`;
const name = (...parts: string[]): QueryReading => ({
  readAs: "name",
  relaxed: false,
  parts,
  alike: null,
  called: null,
});
const kinds = (q: string) => readQuery(q).map((reading) => reading.readAs);

describe("a query without anything in it", () => {
  test.each(["", "  ", "　", "\u0000", "\u200b\u202e"])("asks for everything: %j", (q) => {
    expect(readQuery(q)).toEqual([{ readAs: "all", relaxed: false }]);
  });

  test.each(["（）", "--", '"', "%_*", "。。。"])(
    "but for signs asks for nothing that can be found: %s",
    (q) => {
      expect(readQuery(q)).toEqual([name()]);
    },
  );
});

describe("a code", () => {
  test.each([
    uscc,
    uscc.toLowerCase(),
    ` ${uscc.slice(0, 6)} ${uscc.slice(6)}`,
    uscc.replace(/\d/g, (digit) => String.fromCodePoint(Number(digit) + 0xff10)),
  ])("is one however it is written: %s", (q) => {
    expect(readQuery(q)[0]).toEqual({ readAs: "code", relaxed: false, uscc });
  });

  test("with a slip is read as the sound ones near it, and that is relaxed", () => {
    expect(isUscc(wrong)).toBe(false);
    const [first] = readQuery(wrong);
    expect(first).toMatchObject({ readAs: "code_repaired", relaxed: true });
    expect(first.readAs === "code_repaired" && first.repairs).toContain(uscc);
  });

  test("with a character missing is first the part that it is, and a slip only then", () => {
    expect(kinds(uscc.slice(0, 17)).slice(0, 2)).toEqual(["code_part", "code_repaired"]);
    expect(kinds(uscc.slice(0, 5) + uscc.slice(6))).toContain("code_repaired");
  });

  test("with a character too many is a slip", () => {
    expect(readQuery(`${uscc.slice(0, 4)}3${uscc.slice(4)}`)[0]).toMatchObject({
      readAs: "code_repaired",
      relaxed: true,
    });
  });

  test("in a pasted line is found, and the name beside it if nobody has the code", () => {
    expect(readQuery(`企业名称：宁波恒达机械有限公司 统一社会信用代码：${uscc}`)).toEqual([
      { readAs: "code", relaxed: false, uscc },
      name("宁波恒达机械有限公司"),
      { readAs: "near", relaxed: true, typed: "宁波恒达机械有限公司" },
    ]);
  });
});

describe("a part of a code", () => {
  test.each([uscc.slice(0, 13), uscc.slice(-7), uscc.slice(8, 17), "330212000012345", "12345678-9"])(
    "is six characters or more with a digit in them: %s",
    (q) => {
      expect(readQuery(q)[0]).toEqual({ readAs: "code_part", relaxed: false, part: q.replace("-", "") });
    },
  );

  test.each(["58", "1688", "91330"])("when it is shorter is more likely a part of a name: %s", (q) => {
    expect(kinds(q)).toEqual(["name", "code_part"]);
  });

  test("may be letters alone, but a name is more likely", () => {
    expect(kinds("MAXHTQL")).toEqual(["pinyin", "code_part"]);
    expect(kinds("OPENSKY")).toEqual(["pinyin"]);
  });
});

describe("a name", () => {
  test.each([
    ["宁波（高新区）云帆", ["宁波高新区云帆"]],
    ["寧波銀行", ["宁波银行"]],
    ["ｔｃｌ 科技", ["TCL", "科技"]],
    ["恒达，机械、宁波;恒达", ["恒达", "机械", "宁波"]],
    ["宁\u202e波\u0000恒达", ["宁", "波", "恒达"]],
  ])("is read in its normal form, word by word: %s", (q, parts) => {
    expect(readQuery(q)[0]).toMatchObject({ readAs: "name", parts });
  });

  test.each([
    ["宁波恒达贸易有限公司", ["name", "near"]],
    ["恒达贸易", ["name", "abbreviation"]],
    ["宁波恒达贸", ["name", "abbreviation", "near"]],
    ["恒达 贸易", ["name", "words", "abbreviation"]],
    ["张安 宁波 恒达 贸易 机械 五金", ["name", "abbreviation", "near"]],
    ["示范路188号", ["name", "address", "abbreviation", "near"]],
    ["宁波hd", ["name", "mixed", "abbreviation"]],
    ["宁波 hd", ["name", "words", "mixed", "abbreviation"]],
    ["宁波-hd", ["name", "mixed", "abbreviation"]],
    ["恒达-W", ["name", "abbreviation"]],
    ["*ST恒达", ["name", "abbreviation"]],
    ["示范路188号-B", ["name", "address", "abbreviation", "near"]],
    ["恒达 机械-W", ["name", "words", "abbreviation"]],
    ["ST恒达", ["name", "mixed", "abbreviation"]],
    ["甲", ["name"]],
  ])("is first what was typed, then who and where, then what is near it: %s", (q, expected) => {
    expect(kinds(q)).toEqual(expected);
  });

  test.each([
    "恒达机械-W",
    "恒达机械－SW",
    "*ST恒达机械",
    "恒达机械 -U",
    "恒达机械退",
    "恒达机械Ｂ",
    "恒达机械B退",
    "恒达机械B股",
    "退市恒达机械",
    "S*ST恒达机械",
    "恒达机械-NEW",
  ])("as an exchange writes it may be a short form without its marks: %s", (q) => {
    const short = readQuery(q).find(({ readAs }) => readAs === "abbreviation");
    expect(short).toMatchObject({ relaxed: true, keys: expect.arrayContaining(["恒达机械"]) });
  });

  test.each([
    ["余姚恒达贸易", "余姚市恒达贸易"],
    ["松桃恒达", "松桃苗族自治县恒达"],
    ["余姚市恒达贸易", null],
    ["余姚恒达贸易有限公司", null],
    ["余姚", null],
    ["余姚 恒达", null],
    ["恒达贸易", null],
  ])("without a form is also looked for with its place in full: %s", (q, alike) => {
    expect(readQuery(q)[0]).toMatchObject({ readAs: "name", alike });
  });

  test("half a character, or a line of any length, does no harm", () => {
    expect(readQuery("宁\ud842波")[0]).toEqual(name("宁", "波"));
    const [long] = readQuery("宁".repeat(100_000));
    expect(long.readAs === "name" && long.parts.join("").length).toBe(200);
    const [many] = readQuery(Array.from({ length: 50 }, (_, i) => `字${i}`).join(" "));
    expect(many.readAs === "name" && many.parts.length).toBe(10);
  });
});

describe("readings are asked for in turn", () => {
  const [first, second, third] = [name("一"), name("二"), name("三")];
  const ask = async (found: QueryReading | null) => {
    const asked: QueryReading[] = [];
    const { reading } = await answerInTurn([first, second, third], {
      ask: async (each) => {
        asked.push(each);
        return each === found;
      },
      found: (answer) => answer,
    });
    return { asked, reading };
  };

  test("until one finds something", async () => {
    expect(await ask(first)).toEqual({ asked: [first], reading: first });
    expect(await ask(second)).toEqual({ asked: [first, second], reading: second });
  });

  test("and when none does, the answer is to what was typed", async () => {
    expect(await ask(null)).toEqual({ asked: [first, second, third], reading: first });
  });
});
