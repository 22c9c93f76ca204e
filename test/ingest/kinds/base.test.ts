import { describe, expect, test } from "vitest";
import { acceptBase, notesOn, OTHER_USCC, RESIDENT_ID, reject, USCC } from "../judging.ts";

const feed = "registration/enterprises";
const row = (over: Record<string, string> = {}) => ({
  UniCode: OTHER_USCC,
  EntName: "宁波澄碧轴承股份有限公司",
  RegNO: "330282602082220",
  LeRep: "周某文",
  CerNO: RESIDENT_ID,
  EntType: "1219",
  IndustryPhy: "C",
  IndustryCo: "3451",
  EstDate: "2003-05-20",
  ApprDate: "2024-03-01",
  OpFrom: "2003-05-20",
  OpTo: "9999-12-31",
  RegOrgName: "宁波市市场监督管理局",
  OpScope: "轴承制造",
  RegState: "K",
  DomDistrict: "330204",
  Dom: "宁波市鄞州区百丈路1号",
  RegCap: "2000.000000",
  Currency: "156",
  ...over,
});
const body = (over: Record<string, string> = {}) => acceptBase(feed, row(over)).body;

describe("the base record", () => {
  test("is read by the 工商 names, without the id", () => {
    const accepted = acceptBase(feed, row());
    expect(accepted).toMatchObject({ identity: [OTHER_USCC], restricted: false });
    expect(accepted.subject).toMatchObject({ uscc: OTHER_USCC, nameKeys: ["宁波澄碧轴承股份有限公司"] });
    expect(accepted.body).toEqual({
      name: "宁波澄碧轴承股份有限公司",
      uscc: OTHER_USCC,
      orgCode: "750364874",
      regNo: "330282602082220",
      status: { code: "active", label: "存续" },
      statusText: "K",
      type: { code: "1219", label: "其他股份有限公司（上市）" },
      legalRepresentative: "周某文",
      capital: { amount: "20000000", currency: "CNY" },
      established: "2003-05-20",
      approved: "2024-03-01",
      operatingFrom: "2003-05-20",
      operatingTo: "permanent",
      closed: null,
      address: "宁波市鄞州区百丈路1号",
      district: { code: "330212", label: "鄞州区" },
      industry: { code: "C", label: "制造业" },
      industryText: "3451",
      scope: "轴承制造",
      authority: "宁波市市场监督管理局",
      notes: [],
    });
    expect(JSON.stringify(accepted)).not.toContain(RESIDENT_ID);
  });

  test("is read by the old names and by the Chinese ones", () => {
    const old = acceptBase(feed, {
      UNISCID: USCC,
      QYMC: "宁波澄碧轴承有限公司",
      ZCH: "",
      FDDBR: "周某文",
      ZT: "XX",
      CLRQ: "2003/05/20",
      BGZXRQ: "2020-01-02",
      ZCZB: "50",
      BZ: "USD",
      ZS: "宁波市海曙区中山西路1号",
    }).body;
    expect(old).toMatchObject({
      status: { code: "cancelled" },
      closed: "2020-01-02",
      capital: { amount: "500000", currency: "USD" },
      district: { code: "330203", label: "海曙区" },
    });
    const chinese = acceptBase(feed, {
      统一社会信用代码: USCC,
      "企业（机构）名称": "宁波澄碧轴承有限公司",
      "法定代表人（负责人）": "周某文",
      "注册资本（万元）": "50",
      成立日期: "2003年5月20日",
      经营期限至: "长期",
      登记状态: "存续（在营、开业、在册）",
      住所: "宁波市海曙区中山西路1号",
    }).body;
    expect(chinese).toMatchObject({
      capital: { amount: "500000", currency: "CNY" },
      established: "2003-05-20",
      operatingTo: "permanent",
      status: { code: "active" },
    });
  });

  test("is read by the headers of open exports", () => {
    const { district, capital, regNo, statusText } = acceptBase(feed, {
      uscc: USCC,
      name: "福州澄碧轴承有限公司",
      address: "福州市鼓楼区五四路1号",
      reg_no: "",
      legal_rep_type: "法定代表人",
      legal_rep: "周某文",
      reg_capital: "1000万元人民币",
      start_date: "2019-08-26",
      status: "存续（在营、开业、在册）",
      area_code: "3501/350102",
      province: "福建",
      city: "福州市",
    }).body;
    expect(district).toEqual({ code: "350102", label: "鼓楼区" });
    expect(capital).toEqual({ amount: "10000000", currency: "CNY" });
    expect(regNo).toBeNull();
    expect(statusText).toBe("存续（在营、开业、在册）");
  });

  test("needs a sound code and a name", () => {
    expect(reject(feed, row({ UniCode: "" }))).toMatchObject({ code: "missing_field", field: "uscc" });
    expect(reject(feed, row({ UniCode: "91350200M000000510" }))).toMatchObject({
      code: "bad_code",
      field: "uscc",
      message: "UniCode is no sound code",
    });
    expect(reject(feed, row({ UniCode: "9.13302E+17" })).code).toBe("digits_lost");
    expect(reject(feed, row({ EntName: "-" }))).toMatchObject({ code: "missing_field", field: "name" });
    expect(reject(feed, row({ EntName: "***" }))).toMatchObject({ code: "missing_field", field: "name" });
  });

  test("keeps an unreadable optional field as a note", () => {
    const read = body({ EstDate: "2030-01-01", RegNO: "110108014664790", RegCap: "若干" });
    expect(read).toMatchObject({ established: null, regNo: null, capital: null });
    expect(read.notes.map((note) => [note.field, note.code])).toEqual([
      ["regNo", "bad_reg_no"],
      ["capital", "unreadable_amount"],
      ["established", "future_date"],
    ]);
  });

  test("a currency that can't be read leaves no amount", () => {
    expect(body({ Currency: "贝壳" })).toMatchObject({ capital: null });
    expect(notesOn(body({ Currency: "贝壳" }), "currency")).toEqual(["unknown_currency"]);
    expect(body({ RegCap: "100万美元", Currency: "" }).capital).toEqual({
      amount: "1000000",
      currency: "USD",
    });
  });

  test("the district is the delivered one, else the address's, else the code's", () => {
    expect(body({ DomDistrict: "" }).district).toEqual({ code: "330212", label: "鄞州区" });
    expect(body({ DomDistrict: "330201", Dom: "" }).district).toMatchObject({ code: "330200" });
    expect(body({ DomDistrict: "", Dom: "" }).district).toMatchObject({ code: "330200" });
    expect(body({ DomDistrict: "3302/330299", Dom: "某工业区" }).district).toMatchObject({ code: "330200" });
  });

  test("变更注销日期 closes only what is closed", () => {
    expect(body({ AltDate: "2020-01-02" }).closed).toBeNull();
    expect(body({ AltDate: "2020-01-02", RegState: "DX" }).closed).toBe("2020-01-02");
  });
});
