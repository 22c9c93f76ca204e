import { describe, expect, test } from "vitest";
import { looksLikePerson } from "../../../ingest/kinds/naturalPerson.ts";
import {
  acceptEntry,
  acceptLicence,
  acceptPenalty,
  judge,
  licenceRow,
  notesOn,
  OTHER_USCC,
  penaltyRow,
  RESIDENT_ID,
  reject,
  TRADER_USCC,
  USCC,
} from "../judging.ts";

const penalties = "registration/penalties";
const nobody = { CF_XDR_MC: "", CF_XDR_SHXYM: "" };

describe("whom a row speaks of", () => {
  test("a sound code, the name and its keys", () => {
    const { subject, naturalPerson } = acceptPenalty(penalties, penaltyRow());
    expect(subject).toEqual({
      uscc: USCC,
      orgCode: null,
      regNo: null,
      name: "宁波市鄞州澄碧轴承有限公司",
      legalRepresentative: "周某文",
      address: null,
      nameKeys: ["宁波市鄞州澄碧轴承有限公司"],
    });
    expect(naturalPerson).toBe(false);
  });

  test("an unsound code beside a name stays as evidence only", () => {
    const { subject, body } = acceptPenalty(penalties, penaltyRow({ CF_XDR_SHXYM: "91350200M000000510" }));
    expect(subject.uscc).toBeNull();
    expect(body.notes).toContainEqual({ field: "uscc", code: "bad_code", text: "91350200M000000510" });
  });

  test("a code without a name is noted", () => {
    const { subject, body } = acceptPenalty(penalties, penaltyRow({ CF_XDR_MC: "无" }));
    expect(subject).toMatchObject({ uscc: USCC, name: null, nameKeys: [] });
    expect(notesOn(body, "name")).toEqual(["no_name"]);
  });

  test("neither a name nor a sound code is nobody", () => {
    expect(reject(penalties, penaltyRow(nobody))).toMatchObject({ code: "no_subject", field: "name" });
    expect(reject(penalties, penaltyRow({ CF_XDR_MC: "", CF_XDR_SHXYM: "91350200M000000510" })).code).toBe(
      "no_subject",
    );
  });

  test("codes of every column are used, whichever column they stand in", () => {
    const of = (columns: Record<string, string>) =>
      acceptPenalty(penalties, penaltyRow({ CF_XDR_SHXYM: "", ...columns })).subject;
    expect(of({ CF_XDR_ZZJG: "59467239-9" })).toMatchObject({ uscc: null, orgCode: "594672399" });
    expect(of({ CF_XDR_GSZC: "330282602082220" })).toMatchObject({ regNo: "330282602082220" });
    expect(of({ CF_XDR_SWDJ: "330212594672399" })).toMatchObject({ orgCode: "594672399" });
    expect(of({ CF_XDR_SHZZ: OTHER_USCC })).toMatchObject({ uscc: OTHER_USCC });
    expect(of({ "行政相对人代码_2(组织机构代码)": "59467239-9" })).toMatchObject({ orgCode: "594672399" });
  });

  test("an organisation code that is not the one inside the code is noted and left out", () => {
    const { subject, body } = acceptPenalty(penalties, penaltyRow({ CF_XDR_ZZJG: "59467239-9" }));
    expect(subject).toMatchObject({ uscc: USCC, orgCode: null });
    expect(notesOn(body, "orgCode")).toEqual(["codes_disagree"]);
  });

  test("a name without a region is also looked for under the authority's city", () => {
    const { subject } = acceptPenalty(
      penalties,
      penaltyRow({ CF_XDR_MC: "澄碧轴承有限公司", CF_CFJGDM: "" }),
    );
    expect(subject.nameKeys).toContain("澄碧轴承有限公司");
    expect(subject.nameKeys).toContain("宁波澄碧轴承有限公司");
    expect(subject.nameKeys).toContain("宁波市鄞州区澄碧轴承有限公司");
  });
});

describe("natural persons", () => {
  const isPerson = (row: Record<string, string>) => {
    const { naturalPerson, restricted, subject } = acceptPenalty(penalties, penaltyRow(row));
    expect(restricted).toBe(naturalPerson);
    if (naturalPerson) expect(subject.nameKeys).toEqual([]);
    return naturalPerson;
  };

  test("by their class", () => {
    expect(isPerson({ CF_XDR_LB: "自然人", CF_XDR_MC: "张某某", CF_XDR_SHXYM: "" })).toBe(true);
    expect(isPerson({ CF_XDR_LB: "自然人" })).toBe(true);
    expect(isPerson({ CF_XDR_LB: "法人及非法人组织" })).toBe(false);
  });

  test("a sole trader with a code of its own is none, whatever the row calls it", () => {
    expect(isPerson({ CF_XDR_LB: "个体工商户", CF_XDR_SHXYM: TRADER_USCC })).toBe(false);
    expect(isPerson({ CF_XDR_LB: "自然人", CF_XDR_SHXYM: TRADER_USCC })).toBe(false);
  });

  test("by an id of a person where a code should be, and no other code", () => {
    const row = acceptPenalty(penalties, penaltyRow({ CF_XDR_MC: "张某某", CF_XDR_SHXYM: RESIDENT_ID }));
    expect(row.naturalPerson).toBe(true);
    expect(JSON.stringify(row)).not.toContain(RESIDENT_ID);
    expect(isPerson({ CF_XDR_SHXYM: "", CF_XDR_SFZ: RESIDENT_ID })).toBe(true);
    expect(isPerson({ CF_XDR_SFZ: RESIDENT_ID })).toBe(false);
  });

  test("the id of a legal representative makes no person of a firm", () => {
    const row = acceptPenalty(penalties, penaltyRow({ CF_XDR_SHXYM: "", CF_FR_ZJHM: RESIDENT_ID }));
    expect(row.naturalPerson).toBe(false);
    expect(JSON.stringify(row)).not.toContain(RESIDENT_ID);
  });

  test("by the template for natural persons, which has no column for a code", () => {
    const { XK_XDR_SHXYM: _, ...template } = licenceRow({ XK_XDR_MC: "张某某", XK_XDR_ZJLX: "身份证" });
    const row = acceptLicence("registration/licences", { ...template, XK_XDR_ZJHM: "" });
    expect(row.naturalPerson).toBe(true);
  });

  test("keep their id out of the identity, which has their name or a mask", () => {
    const named = acceptPenalty(penalties, penaltyRow({ CF_XDR_MC: "张某某", CF_XDR_SHXYM: RESIDENT_ID }));
    expect(named.identity[2]).toBe("张某某");
    const nameless = acceptPenalty(penalties, penaltyRow({ CF_XDR_MC: "", CF_XDR_SHXYM: RESIDENT_ID }));
    expect(nameless.naturalPerson).toBe(true);
    expect(nameless.identity[2]).toMatch(/^1101\*{11}02X$/);
  });

  test("by a name that can only be a person's, when there is no code at all", () => {
    const entry = {
      被执行人: "张三",
      案号: "（2024）浙0212执100号",
      失信具体情形: "违反财产报告制度",
      发布时间: "2024-05-01",
    };
    expect(acceptEntry("court/dishonest", entry).naturalPerson).toBe(true);
    expect(acceptEntry("court/dishonest", { ...entry, 被执行人: "宁波澄碧轴承有限公司" }).naturalPerson).toBe(
      false,
    );
    expect(judge("court/dishonest", { ...entry, 被执行人: "" })).toMatchObject({
      rejected: { code: "no_subject" },
    });
  });

  test.each(["张三", "张某某", "王**", "欧阳建国"])("%s looks like a person", (name) => {
    expect(looksLikePerson(name)).toBe(true);
  });
  test.each(["海天集团", "王记小吃店", "宁波港", "张江高科技园", "明州医院"])("%s does not", (name) => {
    expect(looksLikePerson(name)).toBe(false);
  });
});

describe("what makes two rows the same record", () => {
  const identity = (over: Record<string, string> = {}) => acceptPenalty(penalties, penaltyRow(over)).identity;

  test("brackets and spaces of a document number don't matter, and the authority's spelling little", () => {
    expect(identity({ CF_WSH: "甬鄞市监处罚[2025]77号" })).toEqual(identity());
    expect(identity({ CF_WSH: "甬鄞市监处罚【2025】 77 号" })).toEqual(identity());
    expect(identity({ CF_CFJGDM: "" })).toEqual(identity());
    expect(identity({ CF_CFJG: "宁波市 鄞州区市场监督管理局" })).toEqual(identity());
  });

  test("other content is the same record, another subject, number or authority is another", () => {
    expect(identity({ CF_NR: "罚款10000元", CF_NR_FK: "1" })).toEqual(identity());
    const others = [
      identity({ CF_XDR_SHXYM: OTHER_USCC }),
      identity({ CF_WSH: "甬鄞市监处罚〔2025〕78号" }),
      identity({ CF_CFJG: "宁波市海曙区市场监督管理局" }),
    ].map((parts) => parts.join());
    expect(new Set([...others, identity().join()]).size).toBe(4);
  });

  test("without a number, the kind and the day stand for it", () => {
    const numberless = identity({ CF_WSH: "/" });
    expect(numberless).toEqual(identity({ CF_WSH: "" }));
    expect(numberless).not.toEqual(identity({ CF_WSH: "", CF_JDRQ: "2025-06-19" }));
    expect(numberless).not.toEqual(identity({ CF_WSH: "", CF_CFLB: "警告", CF_NR: "警告", CF_NR_FK: "" }));
  });

  test("without a sound code, the next best key of the subject stands for it", () => {
    expect(identity({ CF_XDR_SHXYM: "", CF_XDR_ZZJG: "59467239-9" })[2]).toBe("594672399");
    expect(identity({ CF_XDR_SHXYM: "", CF_XDR_GSZC: "330282602082220" })[2]).toBe("330282602082220");
    expect(identity({ CF_XDR_SHXYM: "" })[2]).toBe("宁波市鄞州澄碧轴承有限公司");
  });
});
