import { describe, expect, test } from "vitest";
import { AUTHORITY_USCC, acceptPenalty, judge, notesOn, penaltyRow, reject, TODAY } from "../judging.ts";

const feed = "registration/penalties";
const body = (over: Record<string, string> = {}) => acceptPenalty(feed, penaltyRow(over)).body;
const yuan = (amount: string) => ({ amount, currency: "CNY" });

describe("a penalty", () => {
  test("of generation B is read whole", () => {
    const row = acceptPenalty(feed, penaltyRow({ CF_YXQ: "2099/12/31", CF_NR_ZKDX: "无" }));
    expect(row).toMatchObject({ withdrawn: null, restricted: false });
    expect(row.body).toEqual({
      documentNo: "甬鄞市监处罚〔2025〕77号",
      title: "使用未经检验的特种设备",
      authority: { code: AUTHORITY_USCC, name: "宁波市鄞州区市场监督管理局" },
      decidedOn: "2025-06-18",
      validFrom: null,
      validTo: "permanent",
      status: { code: "valid", label: "有效" },
      kinds: [{ code: "fine", label: "罚款" }],
      facts: "当事人使用的叉车未经定期检验。",
      basis: "《中华人民共和国特种设备安全法》第八十四条",
      content: "罚款30000元",
      fine: yuan("30000"),
      confiscated: null,
      withheld: null,
      deliveredUntil: "2028-06-18",
      notes: [],
    });
  });

  test("of generation A is the same record in other columns", () => {
    const row = acceptPenalty(feed, {
      CF_WSH: "甬鄞市监处罚〔2025〕77号",
      CF_CFMC: "使用未经检验的特种设备案",
      CF_CFLB1: "罚款",
      CF_CFLB2: "没收违法所得",
      CF_SY: "当事人使用的叉车未经定期检验。",
      CF_YJ: "《中华人民共和国特种设备安全法》第八十四条",
      CF_XDR_MC: "宁波市鄞州澄碧轴承有限公司",
      CF_XDR_SHXYM: "91350100M000100Y43",
      CF_XDR_ZDM: "",
      CF_XDR_GSDJ: "",
      CF_XDR_SWDJ: "",
      CF_XDR_SFZ: "",
      CF_FR: "周某文",
      CF_JG: "罚款30000元，没收违法所得500元",
      CF_JDRQ: "2025年6月18日",
      CF_XZJG: "宁波市鄞州区市场监督管理局",
      CF_ZT: "0",
      DFBM: "330212",
      SJC: "20250620101112",
      BZ: "",
    });
    expect(row.identity).toEqual(acceptPenalty(feed, penaltyRow()).identity);
    expect(row.subject.legalRepresentative).toBe("周某文");
    expect(row.body).toMatchObject({
      title: "使用未经检验的特种设备案",
      decidedOn: "2025-06-18",
      fine: yuan("30000"),
      confiscated: yuan("500"),
      status: { code: "valid" },
    });
    expect(row.body.kinds.map((kind) => kind.code)).toEqual(["fine", "confiscation"]);
  });

  test("needs a decision day that has come", () => {
    expect(reject(feed, penaltyRow({ CF_JDRQ: "" }))).toMatchObject({
      code: "missing_field",
      field: "decidedOn",
      message: "CF_JDRQ is missing",
    });
    expect(reject(feed, penaltyRow({ CF_JDRQ: "2025-02-30" })).code).toBe("impossible_date");
    expect(reject(feed, penaltyRow({ CF_JDRQ: "1899-12-31" })).code).toBe("impossible_date");
    expect(reject(feed, penaltyRow({ CF_JDRQ: "2026-11-25" }))).toMatchObject({
      code: "future_date",
      expected: `${TODAY} or earlier`,
    });
    expect(judge(feed, penaltyRow({ CF_JDRQ: "2026-11-25" }), "2026-11-25")).toHaveProperty("accepted");
  });

  test("keeps an unreadable optional field as text, and its value empty", () => {
    const { validTo, notes } = body({ CF_YXQ: "三年" });
    expect(validTo).toBeNull();
    expect(notes).toEqual([{ field: "validTo", code: "unreadable_date", text: "三年" }]);
  });

  test("is taken back by CF_ZT, by a flag or by a remark that says so", () => {
    const withdrawn = (over: Record<string, string>) => acceptPenalty(feed, penaltyRow(over)).withdrawn;
    expect(withdrawn({ CF_ZT: "撤销" })).toBe("revoked");
    expect(withdrawn({ CF_ZT: "1" })).toBe("revoked");
    expect(withdrawn({ CF_ZT: "正常" })).toBeNull();
    expect(withdrawn({ BZ: "该处罚决定已被撤销" })).toBe("revoked");
    expect(withdrawn({ BZ: "经复议，未撤销处罚决定" })).toBeNull();
    expect(withdrawn({ CF_NR: "撤销公司登记", CF_NR_FK: "", CF_CFLB: "其他" })).toBeNull();
    expect(withdrawn({ delflag: "1" })).toBe("deleted");
    expect(withdrawn({ IsValid: "0" })).toBe("invalid");
  });
});

describe("the amounts of a penalty", () => {
  test("count in 万元 unless the header says 元", () => {
    const { CF_NR_FK: _, ...rest } = penaltyRow({ CF_NR: "见决定书" });
    expect(acceptPenalty(feed, { ...rest, "罚款金额（万元）": "0.35" }).body.fine).toEqual(yuan("3500"));
    expect(acceptPenalty(feed, { ...rest, "罚款金额（元）": "3500" }).body.fine).toEqual(yuan("3500"));
  });

  test("a unit in the cell wins over the column's", () => {
    expect(body({ CF_NR_FK: "2000元", CF_NR: "见决定书" })).toMatchObject({ fine: yuan("2000"), notes: [] });
    expect(body({ CF_NR_FK: "1.5万元", CF_NR: "罚款15000元" })).toMatchObject({
      fine: yuan("15000"),
      notes: [],
    });
  });

  test("a unit in the text wins over the column's, with a note", () => {
    const { fine, notes } = body({ CF_NR_FK: "123456", CF_NR: "罚款123456元" });
    expect(fine).toEqual(yuan("123456"));
    expect(notes).toEqual([{ field: "fine", code: "unit_from_text", text: "123456" }]);
  });

  test("a figure in 万元 under a header in 元 is put right the same way", () => {
    const { CF_NR_FK: _, ...rest } = penaltyRow({ CF_NR: "罚款2000元" });
    const mended = acceptPenalty(feed, { ...rest, "罚款金额(元)": "0.2" }).body;
    expect(mended.fine).toEqual(yuan("2000"));
    expect(notesOn(mended, "fine")).toEqual(["unit_from_text"]);
  });

  test("an amount that only the text says is taken from it, with a note", () => {
    const { fine, confiscated, notes } = body({
      CF_NR_FK: "",
      CF_NR: "没收违法所得1500.50元，处以罚款人民币贰万元整",
    });
    expect(fine).toEqual(yuan("20000"));
    expect(confiscated).toEqual(yuan("1500.5"));
    expect(notes.map((note) => note.code)).toEqual([
      "amount_from_text",
      "amount_from_text",
      "kind_from_amount",
    ]);
  });

  test("several fines in the text are added, or the total taken that it gives", () => {
    expect(body({ CF_NR_FK: "", CF_NR: "1.罚款2000元；2.罚款3000元" }).fine).toEqual(yuan("5000"));
    expect(body({ CF_NR_FK: "", CF_NR: "罚款2000元、罚款3000元，合计罚款5000元" }).fine).toEqual(
      yuan("5000"),
    );
    expect(body({ CF_NR_FK: "0.5", CF_NR: "罚款2000元、罚款3000元" }).notes).toEqual([]);
  });

  test("a text that repeats an amount says it once", () => {
    const text = "处罚款2000元。上述罚款2000元限十五日内缴纳";
    expect(body({ CF_NR_FK: "", CF_NR: text }).fine).toEqual(yuan("2000"));
  });

  test("a fine of the person in charge is not the firm's", () => {
    const text = "对公司罚款50000元，对主要负责人罚款10000元";
    expect(body({ CF_NR_FK: "", CF_NR: text }).fine).toEqual(yuan("50000"));
  });

  test("a text that names another amount leaves the cell's, with a note of what it says", () => {
    const { fine, notes } = body({ CF_NR_FK: "0.2", CF_NR: "罚款3000元" });
    expect(fine).toEqual(yuan("2000"));
    expect(notes).toEqual([{ field: "fine", code: "amount_differs", text: "3000" }]);
  });

  test("0 in the column is no fine", () => {
    expect(body({ CF_NR_FK: "0", CF_CFLB: "警告", CF_NR: "警告" })).toMatchObject({ fine: null, notes: [] });
  });
});

describe("the kinds of a penalty", () => {
  const kinds = (over: Record<string, string>) => body(over).kinds.map((kind) => kind.code);

  test("are split at ; ； , ， and known hyphens, not at 、", () => {
    expect(kinds({ CF_CFLB: "警告；罚款" })).toEqual(["warning", "fine"]);
    expect(kinds({ CF_CFLB: "罚款,没收违法所得、没收非法财物" })).toEqual(["fine", "confiscation"]);
    expect(kinds({ CF_CFLB: "罚款-警告" })).toEqual(["fine", "warning"]);
  });

  test("are completed by what the amounts and the text say", () => {
    expect(kinds({ CF_CFLB: "警告" })).toEqual(["warning", "fine"]);
    expect(kinds({ CF_CFLB: "", CF_NR: "警告", CF_NR_FK: "" })).toEqual(["warning"]);
    expect(notesOn(body({ CF_CFLB: "" }), "kinds")).toEqual(["kinds_from_text"]);
  });

  test("by number only where the sender's table is known", () => {
    expect(kinds({ CF_CFLB: "2" })).toEqual(["fine"]);
    const police = acceptPenalty("police/penalties", penaltyRow({ CF_CFLB: "2" })).body;
    expect(notesOn(police, "kinds")).toContain("unknown_kind");
  });
});

describe("the delivered 公示截止期", () => {
  test("on or before the day of the decision is none", () => {
    expect(body({ CF_GSJZQ: "2025-06-18" })).toMatchObject({
      deliveredUntil: null,
      notes: [{ field: "deliveredUntil", code: "implausible_period_end", text: "2025-06-18" }],
    });
  });

  test("that is the time of the last change to the row is none", () => {
    for (const stamp of ["2026-11-20 10:11:12", "20261120101112", "2025-07-01T08:00:01"])
      expect(notesOn(body({ CF_GSJZQ: stamp }), "deliveredUntil")).toEqual(["implausible_period_end"]);
  });

  test("in another form with a time is still a day", () => {
    expect(body({ CF_GSJZQ: "20280618093000" }).deliveredUntil).toBe("2028-06-18");
    expect(body({ CF_GSJZQ: "2026-06-18 09:30:00" }).deliveredUntil).toBe("2026-06-18");
    expect(body({ CF_GSJZQ: "长期" }).deliveredUntil).toBeNull();
  });

  test("at midnight is a day", () => {
    expect(body({ CF_GSJZQ: "2026-06-18 00:00:00" }).deliveredUntil).toBe("2026-06-18");
  });
});
