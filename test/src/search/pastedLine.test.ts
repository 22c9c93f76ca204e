import { describe, expect, test } from "vitest";
import { addressGrams, neededAddressGrams } from "../../../src/search/addressGrams.ts";
import { codesIn, nameInLine } from "../../../src/search/pastedLine.ts";

const NAME = "宁波恒达精密机械有限公司";

describe("a name in a pasted line", () => {
  test.each([
    `企业名称：${NAME}`,
    `名称: ${NAME}`,
    `公司名称 ${NAME}`,
    `被处罚单位：${NAME}`,
    `甲方：${NAME}`,
    `甲方：${NAME} 法定代表人：张安 统一社会信用代码 9133021210008001XY`,
    `统一社会信用代码：9133021210008001XY 企业名称：${NAME}`,
    `${NAME}（9133021210008001XY）`,
    `9133021210008001XY\t${NAME}`,
    `序号1、${NAME}、统一社会信用代码/注册号:9133021210008001XY`,
    `企业名称 ${NAME} 统一社会信用代码 9133021210008001XY 法定代表人 张安`,
    `${NAME} 0574-87654321`,
    `12. ${NAME}，地址：宁波市鄞州区首南街道1号，电话：13800000000`,
    `投诉对象：${NAME}`,
  ])("is what is left without labels, codes and numbers: %s", (line) => {
    expect(nameInLine(line)).toBe(NAME);
  });

  test.each([
    NAME,
    "恒达 机械",
    "公司名称核准服务有限公司",
    "宁波地址科技有限公司",
    "58同城",
    "330212000012345",
    "（）",
    "：",
  ])("and of a text that is no such line all is left: %s", (text) => {
    expect(nameInLine(text)).toBe(text);
  });

  test("comes with the codes, in capitals", () => {
    expect(codesIn("a 9133021210008001xy，9133021210008001XX。")).toEqual([
      "9133021210008001XY",
      "9133021210008001XX",
    ]);
    expect(codesIn("9133021210008001XYZ")).toEqual([]);
  });
});

describe("an address", () => {
  const key = "宁波市鄞州区首南街道示范路188号恒达大厦3层";
  const grams = addressGrams(key);

  test.each([
    "示范路188号",
    "首南街道示范路188号",
    "示范路",
    "示范路18",
    "恒达大厦3层",
    "恒达大厦",
    "首南街道",
  ])("has the grams of what stands in it: %s", (text) => {
    const needed = neededAddressGrams(text);
    expect(needed.length).toBeGreaterThan(0);
    for (const gram of needed) expect(grams).toContain(gram);
  });

  test.each(["示范路189号", "样板路188号", "恒信大厦"])("and not those of another: %s", (text) => {
    expect(neededAddressGrams(text).every((gram) => grams.includes(gram))).toBe(false);
  });

  const area = addressGrams("宁波市鄞州区首南街道上村工业区17号甬联工业区永宁新村22号");

  test.each(["上村工业区17号", "甬联工业区", "上村工业区", "宁新村22", "永宁新村22号", "宁新村"])(
    "names a place whole: %s",
    (text) => {
      const needed = neededAddressGrams(text);
      expect(needed.length).toBeGreaterThan(0);
      for (const gram of needed) expect(area).toContain(gram);
    },
  );

  test.each(["二村工业区17号", "第二工业区17号", "甬信工业区"])(
    "and of no other that ends alike: %s",
    (text) => {
      // The last two characters and the number are those of the place, and its name is not.
      expect(neededAddressGrams(text).every((gram) => area.includes(gram))).toBe(false);
    },
  );

  test.each(["恒达", "张安", "188号", ""])("is not meant by %j", (text) => {
    expect(neededAddressGrams(text)).toEqual([]);
  });
});
