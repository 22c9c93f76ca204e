import { describe, expect, test } from "vitest";
import { acceptEntry, judge, notesOn, OTHER_USCC, RESIDENT_ID, reject, USCC } from "../judging.ts";

const abnormal = (over: Record<string, string> = {}) => ({
  企业名称: "宁波市鄞州澄碧轴承有限公司",
  统一社会信用代码: USCC,
  注册号: "",
  法定代表人: "周某文",
  列入决定书文号: "甬鄞市监异入〔2024〕第0001号",
  列入原因: "4",
  列入日期: "2024-07-08",
  列入决定机关: "宁波市鄞州区市场监督管理局",
  移出原因: "",
  移出日期: "",
  移出决定机关: "",
  ...over,
});
const court = (over: Record<string, string> = {}) => ({
  IName: "宁波市鄞州澄碧轴承有限公司",
  CardNum: "59467239-9",
  CaseCode: "（2024）浙0212执100号",
  SexName: "",
  Age: "0",
  BuesinessEntity: "周某文",
  CourtName: "宁波市鄞州区人民法院",
  GistCID: "（2023）浙0212民初1号",
  GistUnit: "宁波市鄞州区人民法院",
  Duty: "支付货款100万元",
  Performance: "全部未履行",
  DisReputTypeName: "有履行能力而拒不履行生效法律文书确定义务",
  PublishDate: "2024年05月06日",
  RegDate: "2024-03-01",
  S_EXT_VALIDFLAG: "1",
  ...over,
});
const tax = (over: Record<string, string> = {}) => ({
  纳税人名称: "宁波市鄞州澄碧轴承有限公司",
  统一社会信用代码: USCC,
  组织机构代码: "",
  法定代表人或者负责人姓名: "周某文",
  法定代表人证件号码: RESIDENT_ID,
  注册地址: "宁波市鄞州区",
  案件性质: "虚开增值税专用发票",
  主要违法事实: "对外虚开12份",
  相关法律依据及税务处理处罚情况: "依照《中华人民共和国税收征收管理法》处理",
  案件上报期: "2024年第2季度",
  认定机关: "国家税务总局宁波市税务局第一稽查局",
  ...over,
});

describe("the 经营异常名录", () => {
  test("reads codes of reasons and keeps the removal", () => {
    const { body, withdrawn } = acceptEntry(
      "registration/abnormal",
      abnormal({ 移出原因: "5", 移出日期: "2025-01-02", 移出决定机关: "宁波市鄞州区市场监督管理局" }),
    );
    expect(withdrawn).toBeNull();
    expect(body).toMatchObject({
      list: "abnormal",
      reason: "通过登记的住所或者经营场所无法联系的",
      listedOn: "2024-07-08",
      removedOn: "2025-01-02",
      removalReason: "通过登记的住所或者经营场所可以重新取得联系",
      removalAuthority: "宁波市鄞州区市场监督管理局",
    });
  });

  test("is the same entry whether in or out", () => {
    const out = abnormal({ 移出日期: "2025-01-02", 移出原因: "1" });
    expect(acceptEntry("registration/abnormal", out).identity).toEqual(
      acceptEntry("registration/abnormal", abnormal()).identity,
    );
  });

  test("a listing that was revoked goes, one whose firm's registration was revoked does not", () => {
    const withdrawn = (over: Record<string, string>) =>
      acceptEntry("registration/abnormal", abnormal(over)).withdrawn;
    expect(withdrawn({ IsMove: "2" })).toBe("revoked");
    expect(withdrawn({ IsMove: "1", 移出日期: "2025-01-02" })).toBeNull();
    expect(withdrawn({ 移出原因: "撤销列入决定", 移出日期: "2025-01-02" })).toBe("revoked");
    expect(withdrawn({ 移出原因: "企业被撤销登记", 移出日期: "2025-01-02" })).toBeNull();
  });

  test("rejects an impossible or future day, and an entry without any", () => {
    const code = (over: Record<string, string>) => reject("registration/abnormal", abnormal(over)).code;
    expect(code({ 列入日期: "2024-02-30" })).toBe("impossible_date");
    expect(code({ 列入日期: "2027-01-01" })).toBe("future_date");
    expect(code({ 列入日期: "" })).toBe("missing_field");
    expect(judge("registration/abnormal", abnormal({ 列入日期: "", 移出日期: "2025-01-02" }))).toHaveProperty(
      "accepted",
    );
  });
});

test("the address that tax and finance write says whom they mean", () => {
  expect(acceptEntry("tax/major", tax()).subject.address).toBe("宁波市鄞州区");
  expect(acceptEntry("tax/major", tax({ 注册地址: "" })).subject.address).toBeNull();
});

describe("the court's list", () => {
  test("is read by the names of its feed", () => {
    const { subject, body, naturalPerson } = acceptEntry("court/dishonest", court());
    expect(naturalPerson).toBe(false);
    expect(subject).toMatchObject({ orgCode: "594672399", legalRepresentative: "周某文" });
    expect(body).toMatchObject({
      list: "dishonest",
      documentNo: "（2024）浙0212执100号",
      listedOn: "2024-05-06",
      reason: "有履行能力而拒不履行生效法律文书确定义务",
      content: "支付货款100万元；全部未履行",
      basis: "（2023）浙0212民初1号；宁波市鄞州区人民法院",
    });
  });

  test("a person with sex, age and id is no firm", () => {
    for (const over of [
      { SexName: "男性", Age: "45", CardNum: "1101051949****002X" },
      { CardNum: RESIDENT_ID },
      { SexName: "女", CardNum: "" },
      { CardNum: "" },
    ]) {
      const row = acceptEntry("court/dishonest", court({ IName: "张三", BuesinessEntity: "", ...over }));
      expect(row).toMatchObject({ naturalPerson: true, restricted: true });
      expect(JSON.stringify(row)).not.toMatch(/1949/);
    }
  });

  test("a row that is no longer valid is taken back, one without a day of publication counts from the case's", () => {
    expect(acceptEntry("court/dishonest", court({ S_EXT_VALIDFLAG: "0" })).withdrawn).toBe("invalid");
    expect(acceptEntry("court/dishonest", court({ PublishDate: "" })).body.listedOn).toBe("2024-03-01");
  });
});

describe("the other lists", () => {
  test("重大税收违法: the last day of the report period, and no id", () => {
    const row = acceptEntry("tax/major", tax());
    expect(row.body).toMatchObject({
      list: "tax-major",
      listedOn: "2024-06-30",
      reason: "虚开增值税专用发票；对外虚开12份",
      content: "依照《中华人民共和国税收征收管理法》处理",
      notes: [{ field: "listedOn", code: "period_end_taken", text: "2024年第2季度" }],
    });
    expect(JSON.stringify(row)).not.toContain(RESIDENT_ID);
  });

  test("政府采购: one column for either code, and an end of its own", () => {
    const row = (code: string) =>
      acceptEntry("finance/procurement-ban", {
        机构名称: "宁波市鄞州澄碧轴承有限公司",
        "统一社会信用代码/组织机构代码": code,
        企业地址: "宁波市鄞州区",
        不良行为的具体情形: "提供虚假材料谋取中标",
        处罚依据: "《中华人民共和国政府采购法》第七十七条",
        处罚结果: "一年内禁止参加政府采购活动",
        记录日期: "2026-01-05",
        处罚截止日期: "2027-01-04",
        执法单位: "宁波市财政局",
      });
    expect(row(OTHER_USCC).subject.uscc).toBe(OTHER_USCC);
    expect(row("59467239-9").subject.orgCode).toBe("594672399");
    expect(row(OTHER_USCC).body).toMatchObject({ listedOn: "2026-01-05", endsOn: "2027-01-04" });
  });

  test("严重违法 by 工商 columns, 拖欠工资 and 逃废债 by the contract's", () => {
    const serious = acceptEntry("registration/serious", {
      企业名称: "宁波澄碧轴承有限公司",
      UniSCID: USCC,
      法定代表人姓名: "周某文",
      证件号码: RESIDENT_ID,
      列入事由: "提交虚假材料",
      列入日期: "2025-02-03",
      列入机关: "宁波市市场监督管理局",
      列入文号: "甬市监严〔2025〕1号",
      移出日期: "",
    });
    expect(serious).toMatchObject({
      naturalPerson: false,
      body: { list: "serious", reason: "提交虚假材料" },
    });
    expect(JSON.stringify(serious)).not.toContain(RESIDENT_ID);
    const wages = acceptEntry("labour/wage-arrears", {
      单位名称: "宁波澄碧轴承有限公司",
      统一社会信用代码: "91350200M000000510",
      法定代表人: "周某文",
      法定代表人身份证号: RESIDENT_ID,
      列入事由: "拖欠36人工资",
      列入决定书文号: "甬人社列〔2025〕1号",
      列入日期: "2025-02-03",
      列入机关: "宁波市人力资源和社会保障局",
      移出日期: "2025-09-01",
    });
    expect(wages.body).toMatchObject({ list: "wage-arrears", removedOn: "2025-09-01" });
    expect(notesOn(wages.body, "uscc")).toEqual(["bad_code"]);
    const evasion = acceptEntry("banking/evasion", {
      企业名称: "宁波澄碧轴承有限公司",
      统一社会信用代码: USCC,
      法定代表人: "周某文",
      逃废债事实: "转移抵押物",
      认定文号: "甬金〔2025〕2号",
      认定日期: "2025-04-05",
      认定机构: "宁波市金融管理局",
    });
    expect(evasion.body).toMatchObject({ list: "evasion", listedOn: "2025-04-05", reason: "转移抵押物" });
  });
});
