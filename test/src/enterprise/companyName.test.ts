import { describe, expect, test } from "vitest";
import {
  analyseName,
  type CompanyName,
  MAX_NAME,
  normalName,
  readName,
} from "../../../src/enterprise/companyName.ts";
import { FORMS } from "../../../src/enterprise/nameFormWords.ts";
import { nameKey } from "../../../src/enterprise/nameKey.ts";
import { nameParts } from "../../../src/enterprise/nameParts.ts";
import { TRADE_WORDS } from "../../../src/enterprise/nameTradeWords.ts";
import { seeded } from "./seeded.ts";

/** region | brand | trade | form | branch, a dash for what is absent. */
const told = ({ region, brand, trade, form, branch }: ReturnType<typeof readName>) =>
  [region, brand, trade, form, branch].map((part) => part ?? "-").join(" | ");

describe("the normal form of a name", () => {
  test.each([
    ["寧波匯星(象山)貿易有限公司", "宁波汇星（象山）贸易有限公司"],
    ["宁波 甬星\u3000贸易 有限公司", "宁波甬星贸易有限公司"],
    ["宁波ＡＢｃ科技有限公司", "宁波ABC科技有限公司"],
    ["宁波【甬星】〔象山〕有限公司", "宁波（甬星）（象山）有限公司"],
    ["“甬星”贸易有限公司。", "甬星贸易有限公司"],
    ["Yong  Star Trading Co., Ltd.", "YONG STAR TRADING CO.,LTD."],
    ["甬•星\u200b贸易\u0000有限公司", "甬·星贸易有限公司"],
    ["甬星\ud800贸易\udc00有限公司", "甬星贸易有限公司"],
    ["华昇乾元有限公司", "华昇乾元有限公司"],
  ])("of %s is %s", (name, normal) => {
    expect(normalName(name)).toBe(normal);
  });

  test("has the key that the name has, but for what is cut", () => {
    for (const name of ["寧波匯星(象山)貿易有限公司", "“甬星”贸易 有限公司。", "Yong Star Co., Ltd."])
      expect(nameKey(normalName(name))).toBe(nameKey(name));
  });
});

describe("the parts of a name", () => {
  test.each([
    ["宁波甬星精密机械有限公司", "宁波 | 甬星 | 精密机械 | 有限公司 | -"],
    ["浙江省宁波市鄞州区甬星电器厂", "浙江省宁波市鄞州区 | 甬星 | 电器 | 厂 | -"],
    ["甬星（宁波）机械有限公司", "宁波 | 甬星 | 机械 | 有限公司 | -"],
    ["甬星机械（宁波）有限公司", "宁波 | 甬星 | 机械 | 有限公司 | -"],
    ["甬星机械宁波有限公司", "宁波 | 甬星 | 机械 | 有限公司 | -"],
    ["宁波甬星（集团）股份有限公司", "宁波 | 甬星 | - | （集团）股份有限公司 | -"],
    ["宁波甬星（集团）贸易有限公司", "宁波 | 甬星 | 贸易 | 集团有限公司 | -"],
    ["宁波甬星控股集团有限公司", "宁波 | 甬星 | 控股 | 集团有限公司 | -"],
    ["宁波甬星创业投资合伙企业（有限合伙）", "宁波 | 甬星 | 创业投资 | 合伙企业（有限合伙） | -"],
    ["宁波甬星会计师事务所（特殊普通合伙）", "宁波 | 甬星 | 会计师 | 事务所（特殊普通合伙） | -"],
    ["慈溪市周巷镇甬星五金商行", "慈溪市周巷镇 | 甬星 | 五金 | 商行 | -"],
    ["余姚市甬星粮食种植专业合作社", "余姚市 | 甬星 | 粮食种植 | 专业合作社 | -"],
    ["象山县甬星图书店", "象山县 | 甬星 | 图书 | 店 | -"],
    ["宁海甬星小吃店", "宁海 | 甬星 | - | 小吃店 | -"],
    ["甬星贸易有限公司宁波第二分公司", "- | 甬星 | 贸易 | 有限公司 | 宁波第二分公司"],
    ["中国甬星银行股份有限公司宁波鄞州支行", "中国 | 甬星 | 银行 | 股份有限公司 | 宁波鄞州支行"],
    ["甬星银行宁波分行", "- | 甬星 | 银行 | - | 宁波分行"],
    ["中国甬星浙江有限公司", "中国 | 甬星 | - | 有限公司 | -"],
    ["甬网浙江省电力有限公司", "浙江省 | 甬网 | 电力 | 有限公司 | -"],
    ["宁波保税区甬星国际贸易有限公司", "宁波保税区 | 甬星 | 国际贸易 | 有限公司 | -"],
    ["3M中国有限公司", "中国 | 3M | - | 有限公司 | -"],
    ["宁波A.B电子有限公司", "宁波 | A.B | 电子 | 有限公司 | -"],
    ["朝阳县甬星苗圃", "朝阳县 | 甬星 | - | 苗圃 | -"],
  ])("of %s are %s", (name, parts) => {
    expect(told(readName(name))).toBe(parts);
  });

  test.each([
    ["宁波市食品公司", "宁波市 | - | 食品 | 公司 | -"],
    ["宁波市建筑装饰设计工程有限公司", "宁波市 | - | 建筑装饰设计工程 | 有限公司 | -"],
    ["有限公司", "- | - | - | 有限公司 | -"],
    ["宁波", "宁波 | - | - | - | -"],
    ["甬星", "- | 甬星 | - | - | -"],
    ["甬星机械", "- | 甬星 | 机械 | - | -"],
    ["", "- | - | - | - | -"],
    ["（（））", "- | - | - | - | -"],
    ["（宁波", "宁波 | - | - | - | -"],
    ["宁波鸿机械有限公司", "宁波 | 鸿 | 机械 | 有限公司 | -"],
    ["宁波城建投资有限公司", "宁波 | 城建 | 投资 | 有限公司 | -"],
  ])("are absent where there are none: %s", (name, parts) => {
    expect(told(readName(name))).toBe(parts);
  });

  test.each([
    ["长春藤甬贸易有限公司", "长春 | 藤甬"],
    ["中山装服饰有限公司", "- | 中山装"],
    ["东方甬星科技有限公司", "- | 东方甬星"],
    ["栖霞山旅游开发有限公司", "- | 栖霞山"],
    ["永康甬星五金有限公司", "永康 | 甬星"],
    ["永康五金有限公司", "- | 永康"],
    ["浙江永康五金有限公司", "浙江永康 | -"],
    ["上海金山石化有限公司", "上海 | 金山"],
    ["宁波江北甬星贸易有限公司", "宁波江北 | 甬星"],
    ["智慧树甬教育科技有限公司", "- | 智慧树甬"],
    ["舟山集团有限公司", "- | 舟山"],
    ["新城市甬业建设集团有限公司", "- | 新城市甬业"],
    ["甬星（越南）集团有限公司", "越南 | 甬星"],
    ["甬星（筹）贸易有限公司", "- | 甬星"],
    ["宁波甬星集团控股有限公司", "宁波 | 甬星"],
    ["宁波甬星钛业锂电有限公司", "宁波 | 甬星"],
    ["宁波贵甬新区甬星贸易有限公司", "宁波贵甬新区 | 甬星"],
  ])("a place within a brand, or a brand like a place: %s is %s", (name, parts) => {
    const { region, brand } = readName(name);
    expect(`${region ?? "-"} | ${brand ?? "-"}`).toBe(parts);
  });

  test.each([
    ["宁波甬星有限公司", "330200"],
    ["浙江甬星有限公司", "330000"],
    ["宁波市鄞州区甬星有限公司", "330212"],
    ["奉化市甬星有限公司", "330213"],
    ["甬星（余姚）有限公司", "330281"],
    ["上海市浦东新区甬星有限公司", "310115"],
    ["中国甬星有限公司", null],
    ["甬星有限公司", null],
  ])("the region of %s has the code %s", (name, code) => {
    expect(readName(name).regionCode).toBe(code);
  });
});

const PIECES = [
  ..."宁波 浙江省 鄞州区 慈溪市 中国 上海 （ ） ( ） 〔 甬 星 恒 鑫 Ａ b · & 、 ○ 匯 豐 𠮷 \ud800 \udc00 e\u0301 ｶﾞ 第一 分公司 支行 有限公司 集团 ß ﬁ \u00ad \u0001 \n".split(
    " ",
  ),
  ...FORMS.slice(0, 60),
  ...TRADE_WORDS.trim().split(/\s+/).slice(0, 80),
];

describe("whatever is typed", () => {
  const random = seeded(4);
  const names = Array.from({ length: 4_000 }, () =>
    Array.from({ length: Math.floor(random() * 12) }, () =>
      random() < 0.9
        ? (PIECES[Math.floor(random() * PIECES.length)] ?? "")
        : String.fromCharCode(Math.floor(random() * 65_536)),
    ).join(random() < 0.2 ? " " : ""),
  );
  const shown = (name: string) => JSON.stringify(name);

  test("the parts of a name are the name, in its order, and neighbours differ in kind", () => {
    for (const name of names) {
      const normal = normalName(name);
      const { parts } = nameParts(normal);
      expect(parts.map(({ text }) => text).join(""), shown(name)).toBe(normal);
      for (let i = 1; i < parts.length; i++) expect(parts[i]?.kind, shown(name)).not.toBe(parts[i - 1]?.kind);
      for (const { text } of parts) expect(text).not.toBe("");
    }
  });

  test("the normal form is read as the name is", () => {
    for (const name of names) {
      const { input, ...read } = analyseName(name);
      const { input: normal, ...again } = analyseName(read.normal);
      expect(again, shown(name)).toEqual(read);
      expect(input).toBe(name);
      expect(normal).toBe(read.normal);
    }
  });

  test("readings are letters and digits, aliases are no doubles, and both are few", () => {
    for (const name of names) {
      const read = analyseName(name);
      for (const text of [...read.pinyin, ...read.initials])
        expect(text, shown(name)).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      for (const list of [read.aliases, read.pinyin, read.initials])
        expect(new Set(list).size, shown(name)).toBe(list.length);
      expect(read.pinyin.length).toBeLessThanOrEqual(8);
      expect(read.aliases.length).toBeLessThan(16);
      expect(read.aliases).not.toContain(read.normal);
    }
  });

  test("a text of 100,000 characters is cut, and read in milliseconds", () => {
    const long = ["宁波", "（", "有限公司", "甬星", "机械", " ", "第一分公司", "e\u0301", "\ud800"].map(
      (piece) => piece.repeat(100_000 / piece.length),
    );
    for (const text of [...long, `${"（".repeat(50_000)}${"）".repeat(50_000)}`]) {
      const start = performance.now();
      const read: CompanyName = analyseName(text);
      expect(performance.now() - start).toBeLessThan(250);
      expect(read.normal.length).toBeLessThanOrEqual(MAX_NAME);
    }
  });
});
