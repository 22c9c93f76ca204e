import { describe, expect, test } from "vitest";
import { cleanText, documentKey } from "../../../src/enterprise/cleanText.ts";

describe("a cell", () => {
  test.each([
    ...[
      "",
      " ",
      "0",
      "00",
      "000000",
      "无",
      "/",
      "\\",
      "-",
      "--",
      "— —",
      "——",
      "－",
      "null",
      "NULL",
      "Null",
      "nan",
      "NaN",
    ],
    ...[
      "不详",
      "暂无",
      "N/A",
      "#N/A",
      "#REF!",
      "（无）",
      "ｎｕｌｌ",
      "０",
      "查询期内无相关信息",
      " \u00a0\u3000\r\n",
      "\ufeff",
      "***",
    ],
  ])("%j says nothing", (cell) => {
    expect(cleanText(cell)).toBeNull();
  });

  test.each(["无锡市", "0号楼", "00123", "空港路", "-5", "宁波/杭州", "N/A公司", "无无", "100"])(
    "%j says something",
    (cell) => {
      expect(cleanText(cell)).toBe(cell);
    },
  );

  test("loses control and invisible characters, and NUL, which PostgreSQL can't hold", () => {
    expect(cleanText("宁\u0000波\u200b市\ufeff\u0007")).toBe("宁波市");
    expect(cleanText("soft\u00adhyphen\u202e")).toBe("softhyphen");
  });

  test("has line breaks as nothing between Chinese characters and as a space elsewhere", () => {
    expect(cleanText("数据来源单位统一社会信用代\r码")).toBe("数据来源单位统一社会信用代码");
    expect(cleanText("警告 \r\n\t ，罚款")).toBe("警告，罚款");
    expect(cleanText("第1条\n第2条")).toBe("第1条第2条");
    expect(cleanText("ABC\nDEF\u2028GHI\vJ")).toBe("ABC DEF GHI J");
    expect(cleanText("罚款2000\n元")).toBe("罚款2000 元");
  });

  test("is trimmed, and runs of spaces are one", () => {
    expect(cleanText("  宁波  A  \u3000B ")).toBe("宁波 A B");
    expect(cleanText("a b")).toBe("a b");
  });

  test("keeps the mark of characters that could not be decoded", () => {
    expect(cleanText("宁\ufffd市")).toBe("宁\ufffd市");
  });

  test("of a million line breaks is read in no time", () => {
    const start = performance.now();
    expect(cleanText(`宁${"\n ".repeat(500_000)}波`)).toBe("宁波");
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test("that is clean stays clean: twice is once", () => {
    for (const cell of [" 宁\n波 a\tb ", "x\u00a0\u00a0y", "“引号” — 1"]) {
      const once = cleanText(cell) ?? "";
      expect(cleanText(once)).toBe(once);
    }
  });
});

describe("the key of a document number", () => {
  test("is the same whatever the brackets, the width, the spaces and the case", () => {
    const key = documentKey("市场〔2019〕1号");
    for (const same of [
      "市场【2019】1号",
      "市场[2019]1号",
      "市场（2019）1号",
      "市场(2019) 1 号",
      "市场﹝2019﹞１号",
      "市场\u200b{2019}1号",
    ])
      expect(documentKey(same)).toBe(key);
    expect(documentKey("jy－2019—a")).toBe(documentKey("JY-2019-A"));
  });

  test("differs for other years and numbers", () => {
    expect(documentKey("环处字[2016]0413号")).not.toBe(documentKey("环处字[2016]0414号"));
    expect(documentKey("环处字[2016]0413号")).not.toBe(documentKey("环处字[2017]0413号"));
  });
});
