import { expect, test } from "vitest";
import {
  codedText,
  documentNo,
  name,
  personalId,
  text,
  wholeNumber,
} from "../../../ingest/validate/textRules.ts";
import { RESIDENT_ID, TODAY } from "../judging.ts";

const context = { today: TODAY };

test("text says nothing when its cell is of the null-set", () => {
  for (const cell of ["", "无", "/", "--", "— —", "null", "nan", "不详", "0", "查询期内无相关信息"])
    expect(text(cell, context)).toEqual({ empty: true });
});

test("an id of a person inside text is masked, with a note that does not hold it", () => {
  const reading = text(`当事人身份证号${RESIDENT_ID}，未按规定备案`, context);
  expect(JSON.stringify(reading)).not.toContain(RESIDENT_ID);
  expect(reading).toMatchObject({ notes: [{ code: "personal_id_masked" }] });
  expect("value" in reading && reading.value).toMatch(/^当事人身份证号1101\*+02X，未按规定备案$/);
});

test("a name loses the spaces between Chinese characters and keeps those between words", () => {
  expect(name("宁波 澄碧 贸易（中国） 有限公司", context)).toEqual({ value: "宁波澄碧贸易（中国）有限公司" });
  expect(name("ABB Engineering", context)).toEqual({ value: "ABB Engineering" });
});

test("a document number loses a spreadsheet's .0, and one in scientific notation is flagged", () => {
  expect(documentNo("201312142.0", context)).toEqual({ value: "201312142" });
  expect(documentNo("2.01312E+08", context)).toMatchObject({ notes: [{ code: "digits_lost" }] });
});

test("a document number that is somebody's id is masked, one with a region and a recent day is not", () => {
  expect(JSON.stringify(documentNo(RESIDENT_ID, context))).not.toContain(RESIDENT_ID);
  expect(documentNo("330212202506180012", context)).toEqual({ value: "330212202506180012" });
});

test("a personal id goes no further than its mask", () => {
  expect(JSON.stringify(personalId(RESIDENT_ID, context))).not.toContain("19491231");
  expect(personalId("无", context)).toEqual({ empty: true });
});

test("a code of an open table becomes its text, another text stays", () => {
  const reason = codedText({ "4": "通过登记的住所无法联系" });
  expect(reason("4", context)).toEqual({ value: "通过登记的住所无法联系" });
  expect(reason("4.0", context)).toEqual({ value: "通过登记的住所无法联系" });
  expect(reason("未办理名称变更", context)).toEqual({ value: "未办理名称变更" });
});

test("0 is a number of months, and a word is none", () => {
  expect(wholeNumber("0", context)).toEqual({ value: 0 });
  expect(wholeNumber("3个月", context)).toEqual({ value: 3 });
  expect(wholeNumber("无", context)).toEqual({ empty: true });
  expect(wholeNumber("若干", context)).toMatchObject({ problem: "unreadable_number" });
});
