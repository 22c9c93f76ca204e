import { describe, expect, test } from "vitest";
import { headerKey, splitUnit } from "../../../ingest/validate/headerKey.ts";
import { findHeader, matchHeader } from "../../../ingest/validate/layout.ts";
import { feedNamed, penaltyRow } from "../judging.ts";

const penalties = feedNamed("registration/penalties");
const columnsOf = (header: string[], feed = penalties) => {
  const layout = matchHeader(feed, header);
  return layout === null
    ? null
    : Object.fromEntries([...layout.columns].map(([field, columns]) => [field, columns[0]?.index]));
};
const rows = (...cells: string[][]) => cells.map((row, at) => ({ line: at + 1, cells: row }));
const B = Object.keys(penaltyRow());

describe("the key of a header", () => {
  test.each([
    "CF_XDR_MC",
    "cf_xdr_mc",
    "cfXdrMc",
    "cf_XDR_MC",
    " CF_XDR_MC ",
    "ＣＦ_ＸＤＲ_ＭＣ",
    "*CF_XDR_MC",
  ])("%s is the same column", (text) => {
    expect(headerKey(text)).toBe("CFXDRMC");
  });

  test("folds the kinds of brackets and keeps what they say", () => {
    expect(headerKey("罚款金额（万元）")).toBe(headerKey("罚款金额【万元】"));
    expect(headerKey("罚款金额（万元）")).not.toBe(headerKey("罚款金额"));
  });

  test("takes the unit of money out of a header", () => {
    expect(splitUnit(headerKey("罚款金额（元）"))).toEqual({ key: "罚款金额", unit: "yuan" });
    expect(splitUnit(headerKey("授信额度(万元)"))).toEqual({ key: "授信额度", unit: "wan" });
    expect(splitUnit(headerKey("罚款金额"))).toBeNull();
  });

  test("goes by what the brackets of 行政相对人代码 say, not by their number", () => {
    expect(headerKey("行政相对人代码_2(工商注册号)")).toBe(headerKey("行政相对人代码_3（工商注册号）"));
  });
});

describe("matching a header", () => {
  test("finds the columns in any order and leaves unknown ones alone", () => {
    const reversed = ["RESOURCE_ID", ...B].reverse();
    expect(columnsOf(reversed)).toMatchObject({ name: B.length - 1, decidedOn: reversed.indexOf("CF_JDRQ") });
  });

  test("ignores the columns that the export of rejected rows adds", () => {
    const header = [...B, "_line", "_code", "_field", "_expected", "_message"];
    expect(columnsOf(header)).toEqual(columnsOf(B));
  });

  test("needs the decision's date, a subject and something of a penalty", () => {
    expect(columnsOf(B.filter((name) => name !== "CF_JDRQ"))).toBeNull();
    expect(columnsOf(["CF_JDRQ", "CF_WSH", "CF_NR"])).toBeNull();
    expect(columnsOf(["CF_XDR_MC", "CF_XDR_SHXYM", "CF_JDRQ"])).toBeNull();
    expect(columnsOf(["CF_XDR_ZZJG", "CF_JDRQ", "CF_WSH"])).not.toBeNull();
  });

  test("tells the feeds apart: a file of another kind is no layout of this one", () => {
    const licences = feedNamed("registration/licences");
    const licence = ["XK_XDR_MC", "XK_XDR_SHXYM", "XK_WSH", "XK_JDRQ", "XK_NR", "BZ"];
    expect(matchHeader(penalties, licence)).toBeNull();
    expect(matchHeader(licences, B)).toBeNull();
    const abnormal = [
      "企业名称",
      "统一社会信用代码",
      "列入决定书文号",
      "列入原因",
      "列入日期",
      "移出原因",
      "移出日期",
    ];
    expect(matchHeader(feedNamed("registration/abnormal"), abnormal)).not.toBeNull();
    expect(matchHeader(feedNamed("registration/serious"), abnormal)).toBeNull();
  });

  test("reads a field that stands twice from the better name first, then from the left", () => {
    const layout = matchHeader(penalties, ["CF_CFMC", "CF_WFXW", "CF_JDRQ", "CF_XDR_MC", "CF_XDR_MC"]);
    expect(layout?.columns.get("title")?.map((column) => column.index)).toEqual([1, 0]);
    expect(layout?.columns.get("name")?.map((column) => column.index)).toEqual([3, 4]);
  });

  test("says which columns hold ids of persons", () => {
    const header = ["CF_XDR_MC", "CF_XDR_ZJHM", "CF_FR_ZJHM", "CF_WSH", "CF_JDRQ"];
    expect(matchHeader(penalties, header)?.personal.toSorted()).toEqual([1, 2]);
  });
});

describe("finding the header among the first rows", () => {
  test("passes over instructions and an empty first column", () => {
    const found = findHeader(
      penalties,
      rows(["注意：保证数据的准确性，带*号的为必填项"], ["", ""], ["", ...B], ["", "宁波澄碧"]),
    );
    expect(found?.index).toBe(2);
    expect(found?.layout.columns.get("name")?.[0]?.index).toBe(1);
  });

  test("takes the row that names most, and none below the tenth", () => {
    const few = ["CF_XDR_MC", "CF_WSH", "CF_JDRQ"];
    expect(findHeader(penalties, rows(few, B))?.index).toBe(1);
    expect(findHeader(penalties, rows(...Array.from({ length: 10 }, () => [""]), B))).toBeNull();
    expect(findHeader(penalties, [])).toBeNull();
  });
});
