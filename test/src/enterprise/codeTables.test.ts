import { describe, expect, test } from "vitest";
import { CHANGE_ITEMS, readChangeItem } from "../../../src/enterprise/changeItems.ts";
import { ENTERPRISE_TYPES, readEnterpriseType } from "../../../src/enterprise/enterpriseTypes.ts";
import { INDUSTRIES, readIndustry } from "../../../src/enterprise/industries.ts";
import { DIVISIONS } from "../../../src/enterprise/industryDivisions.ts";
import { LICENCE_KINDS, readLicenceKind } from "../../../src/enterprise/licenceKinds.ts";
import { ABNORMAL_REASONS, LISTS, REMOVAL_REASONS } from "../../../src/enterprise/lists.ts";
import { LOAN_GRADES, readLoanGrade } from "../../../src/enterprise/loanGrades.ts";
import { PENALTY_KINDS } from "../../../src/enterprise/penaltyKinds.ts";
import { LIST_IDS } from "../../../src/enterprise/record.ts";
import { readStatus, STATUSES } from "../../../src/enterprise/statuses.ts";

describe("登记状态", () => {
  test.each([
    [
      "active",
      [
        "存续（在营、开业、在册）",
        "存续(在营、开业、在册)",
        "存续",
        "在业",
        "开业",
        "在营（开业）企业",
        "正常",
        "K",
        "B",
        "A",
        "k",
      ],
    ],
    ["cancelled", ["注销", "XX", "已注销", "注销企业"]],
    ["revoked", ["吊销", "吊销，未注销", "吊销,未注销", "D", "吊销企业（未注销）"]],
    ["revoked_cancelled", ["吊销，已注销", "DX", "吊销后已注销"]],
    ["rescinded", ["撤销", "C", "撤销登记", "被撤销设立登记"]],
    ["moved_out", ["迁出", "Q", "QX", "已迁出外地"]],
    ["moved_in", ["迁入"]],
    ["liquidating", ["清算", "X", "注销中", "正在办理清算"]],
    ["dormant", ["歇业", "停业"]],
    ["unknown", ["电子档案", "DA", "其他", "1", "非正常户", "???"]],
  ])("%s is said by %j", (code, texts) => {
    expect(texts.map((text) => readStatus(text).code)).toEqual(texts.map(() => code));
  });
});

describe("市场主体类型", () => {
  test("is read by Zhejiang's code, by its name and by the national names", () => {
    expect(readEnterpriseType("1130")).toMatchObject({ code: "1130" });
    expect(readEnterpriseType("有限责任公司(自然人投资或控股)")).toMatchObject({ code: "1130" });
    expect(readEnterpriseType("有限责任公司（自然人投资或控股的法人独资）")).toMatchObject({ code: "1152" });
    expect(readEnterpriseType("有限责任公司（非自然人投资或控股的法人独资）")).toMatchObject({
      code: "1153",
    });
    expect(readEnterpriseType("有限责任公司 (国有独资)")).toMatchObject({ code: "1110" });
    expect(["个体工商户", "9500", "4900"].map((text) => readEnterpriseType(text)?.code)).toEqual([
      "4900",
      "4900",
      "4900",
    ]);
    expect(readEnterpriseType("农民专业合作社")).toEqual({ code: "8650", label: "农民专业合作社" });
  });

  test("keeps unknown words under the code other, and says nothing of nothing", () => {
    expect(readEnterpriseType("某种新类型")).toEqual({ code: "other", label: "某种新类型" });
    expect(readEnterpriseType(" ")).toBeNull();
  });

  test("has labels in both languages", () => {
    expect(ENTERPRISE_TYPES.labels("1213")).toEqual({
      zh: "股份有限公司（上市、国有控股）",
      en: "Company limited by shares (state-controlled, listed)",
    });
    expect(ENTERPRISE_TYPES.labels("1223")?.en).toBe(
      "Company limited by shares (state-controlled, unlisted)",
    );
    expect(ENTERPRISE_TYPES.labels("0000")).toBeNull();
  });
});

describe("行业", () => {
  test.each([
    ["C", "C", null],
    ["Ｃ", "C", null],
    ["制造业", "C", null],
    ["3311", "C", "3311"],
    ["C3311", "C", "C3311"],
    ["33", "C", "33"],
    ["3311.0", "C", "3311"],
    ["0511", "A", "0511"],
    ["5212 粮油零售", "F", "5212 粮油零售"],
    ["批发和零售业", "F", null],
    ["零售业", "F", "零售业"],
    ["软件和信息技术服务业", "I", "软件和信息技术服务业"],
    ["计算机通信和其他电子设备制造业", "C", "计算机通信和其他电子设备制造业"],
    ["农业机械制造", "C", "农业机械制造"],
    ["市政道路工程建筑业", "E", "市政道路工程建筑业"],
    ["卫生", "Q", "卫生"],
    // Editions before 2017 number divisions otherwise from 79 on, so a letter wins.
    ["P8210", "P", "P8210"],
    ["9900", null, "9900"],
    ["无行业", null, "无行业"],
  ])("%s is section %s", (text, section, kept) => {
    const read = readIndustry(text);
    expect(read.section?.code ?? null).toBe(section);
    expect(read.text).toBe(kept);
  });

  test("has 97 divisions in order, each in a section that has labels", () => {
    expect(DIVISIONS.map(([division]) => division)).toEqual(Array.from({ length: 97 }, (_, i) => i + 1));
    expect(DIVISIONS.map(([, section]) => section).join("")).toMatch(
      /^A+B+C+D+E+F+G+H+I+J+K+L+M+N+O+P+Q+R+S+T+$/,
    );
    for (const [, section] of DIVISIONS) expect(INDUSTRIES.labels(section)?.en).toBeTruthy();
  });
});

test("kinds of licences are read by code and text, others keep their words", () => {
  expect(
    ["普通", "01", "特许", "3", "核准", "登记", "其他"].map((text) => readLicenceKind(text).code),
  ).toEqual([...["ordinary", "ordinary", "franchise", "recognition", "approval", "registration", "other"]]);
  expect(readLicenceKind("其他-备案")).toEqual({ code: "other", label: "备案" });
  expect(readLicenceKind("备案")).toEqual({ code: "other", label: "备案" });
});

test("grades of loans are the five, and nothing else is one", () => {
  expect(["正常", "关注类", "次级", "可疑", "5"].map((text) => readLoanGrade(text)?.code)).toEqual([
    ...["normal", "special_mention", "substandard", "doubtful", "loss"],
  ]);
  expect(readLoanGrade("优秀")).toBeNull();
});

test("items of change are read by code and by the names of several registers", () => {
  expect(
    ["01", "1", "名称变更", "企业名称变更", "住所", "注册资本变更", "26", "股东变更"].map(
      (text) => readChangeItem(text).code,
    ),
  ).toEqual([...["01", "01", "01", "01", "02", "05", "26", "10"]]);
  expect(readChangeItem("某事项")).toEqual({ code: "19", label: "某事项" });
});

test("every list says what it is in both languages, and every code has labels", () => {
  for (const list of LIST_IDS) {
    const { title, keeper, basis, effects, period, removal } = LISTS[list];
    for (const { zh, en } of [title, keeper, basis, period, removal, ...effects]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[A-Z0-9][\x20-\x7e’]+$/);
    }
  }
  expect(Object.keys(ABNORMAL_REASONS)).toEqual(["1", "2", "3", "4"]);
  expect(Object.keys(REMOVAL_REASONS)).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
  for (const [table, codes] of [
    [
      STATUSES,
      [
        "active",
        "cancelled",
        "revoked",
        "revoked_cancelled",
        "rescinded",
        "moved_out",
        "moved_in",
        "liquidating",
        "dormant",
        "unknown",
      ],
    ],
    [
      PENALTY_KINDS,
      [
        "warning",
        "criticism",
        "fine",
        "confiscation",
        "suspension",
        "downgrade",
        "revocation",
        "restriction",
        "shutdown",
        "closure",
        "ban",
        "detention",
        "other",
      ],
    ],
    [LICENCE_KINDS, ["ordinary", "franchise", "recognition", "approval", "registration", "other"]],
    [LOAN_GRADES, ["normal", "special_mention", "substandard", "doubtful", "loss"]],
    [CHANGE_ITEMS, ["01", "02", "03", "05", "10", "19", "27"]],
  ] as const)
    for (const code of codes)
      expect(table.labels(code)).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
});
