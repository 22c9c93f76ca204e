import { describe, expect, test } from "vitest";
import { acceptCase, acceptChange, acceptCredit, RESIDENT_ID, reject, USCC } from "../judging.ts";

const change = (over: Record<string, string> = {}) => ({
  统一社会信用代码: USCC,
  企业名称: "宁波澄碧轴承股份有限公司",
  变更事项: "名称变更",
  变更前内容: "宁波澄碧轴承有限公司",
  变更后内容: "宁波澄碧轴承股份有限公司",
  变更日期: "2024-03-01",
  核准文号: "（甬）登记内变字〔2024〕第1号",
  ...over,
});
const police = (over: Record<string, string> = {}) => ({
  案件编号: "A3302120000002025060001",
  案件名称: "澄碧轴承公司涉嫌虚假报案",
  单位名称: "宁波澄碧轴承有限公司",
  统一社会信用代码: "",
  法定代表人: "周某文",
  身份证号: RESIDENT_ID,
  案件类别: "刑事",
  立案日期: "2025-06-01",
  立案单位: "宁波市公安局鄞州分局",
  简要案情: `周某文（${RESIDENT_ID}）报称被盗`,
  案件状态: "侦查中",
  ...over,
});
const credit = (over: Record<string, string> = {}) => ({
  统一社会信用代码: USCC,
  企业名称: "宁波澄碧轴承有限公司",
  授信机构: "甬江银行宁波分行",
  统计月份: "2026-10",
  授信协议编号: "YJ2026001",
  "授信额度(万元)": "500",
  "贷款余额(万元)": "123.456789",
  五级分类: "关注类",
  "逾期总额(万元)": "0",
  逾期月数: "0",
  "欠息余额(万元)": "",
  "对外担保余额(万元)": "20万元",
  币种: "",
  备注: "无",
  ...over,
});

describe("a change", () => {
  test("is one item with before and after", () => {
    const { body, identity } = acceptChange("registration/changes", change());
    expect(body).toEqual({
      item: { code: "01", label: "名称" },
      before: "宁波澄碧轴承有限公司",
      after: "宁波澄碧轴承股份有限公司",
      changedOn: "2024-03-01",
      documentNo: "（甬）登记内变字〔2024〕第1号",
      notes: [],
    });
    expect(identity).toEqual(["01", "[甬]登记内变字[2024]第1号", USCC]);
  });

  test("two items under one number are two records", () => {
    const address = change({ 变更事项: "住所", 变更前内容: "甲路1号", 变更后内容: "乙路2号" });
    expect(acceptChange("registration/changes", address).identity).not.toEqual(
      acceptChange("registration/changes", change()).identity,
    );
  });

  test("masks ids in before and after", () => {
    const shareholders = change({ 变更事项: "股东变更", 变更前内容: `周某文 ${RESIDENT_ID} 50%` });
    const row = acceptChange("registration/changes", shareholders);
    expect(JSON.stringify(row)).not.toContain(RESIDENT_ID);
    expect(row.body.notes).toEqual([{ field: "before", code: "personal_id_masked", text: "***" }]);
  });

  test("needs its item and its day", () => {
    expect(reject("registration/changes", change({ 变更事项: "" }))).toMatchObject({
      code: "missing_field",
      field: "item",
    });
    expect(reject("registration/changes", change({ 变更日期: "" })).field).toBe("changedOn");
    expect(reject("registration/changes", change({ 变更日期: "2027-01-01" })).code).toBe("future_date");
  });
});

describe("a police case", () => {
  test("is restricted, names its firm and holds no id", () => {
    const row = acceptCase("police/cases", police());
    expect(row).toMatchObject({
      restricted: true,
      naturalPerson: false,
      subject: { name: "宁波澄碧轴承有限公司" },
    });
    expect(row.body).toMatchObject({
      caseNo: "A3302120000002025060001",
      category: "刑事",
      filedOn: "2025-06-01",
      status: "侦查中",
    });
    expect(JSON.stringify(row)).not.toContain(RESIDENT_ID);
  });

  test("without a firm is a person's", () => {
    expect(acceptCase("police/cases", police({ 单位名称: "" })).naturalPerson).toBe(true);
  });

  test("goes by its number, or by title and day", () => {
    const identity = (over: Record<string, string>) => acceptCase("police/cases", police(over)).identity;
    expect(identity({ 案件名称: "改名" })).toEqual(identity({}));
    expect(identity({ 案件编号: "" })).not.toEqual(identity({ 案件编号: "", 立案日期: "2025-06-02" }));
    expect(reject("police/cases", police({ 立案日期: "2025-06-31" })).code).toBe("impossible_date");
  });
});

describe("bank credit", () => {
  test("is restricted and exact", () => {
    const row = acceptCredit("banking/credit", credit());
    expect(row).toMatchObject({ restricted: true, subject: { uscc: USCC } });
    expect(row.body).toEqual({
      bank: "甬江银行宁波分行",
      month: "2026-10",
      agreementNo: "YJ2026001",
      granted: { amount: "5000000", currency: "CNY" },
      balance: { amount: "1234567.89", currency: "CNY" },
      grade: { code: "special_mention", label: "关注" },
      overdue: { amount: "0", currency: "CNY" },
      overdueMonths: 0,
      interestArrears: null,
      guaranteed: { amount: "200000", currency: "CNY" },
      remark: null,
      notes: [],
    });
  });

  test("is one record per bank, month, agreement and subject", () => {
    const identity = (over: Record<string, string>) =>
      acceptCredit("banking/credit", credit(over)).identity.join();
    expect(identity({ "贷款余额(万元)": "1" })).toBe(identity({}));
    const all = [{}, { 授信机构: "明州银行" }, { 统计月份: "2026-09" }, { 授信协议编号: "" }].map(identity);
    expect(new Set(all).size).toBe(4);
  });

  test("counts in its own currency", () => {
    expect(acceptCredit("banking/credit", credit({ 币种: "美元" })).body.granted).toEqual({
      amount: "5000000",
      currency: "USD",
    });
  });

  test("needs its bank and a month that has come", () => {
    expect(reject("banking/credit", credit({ 授信机构: "" })).field).toBe("bank");
    expect(reject("banking/credit", credit({ 统计月份: "" })).code).toBe("missing_field");
    expect(reject("banking/credit", credit({ 统计月份: "2026-12" })).code).toBe("future_date");
  });
});
