import { describe, expect, test } from "vitest";
import {
  licencePublication,
  listPublication,
  penaltyPublication,
  publicLicence,
} from "../../../src/enterprise/disclosure.ts";
import { PENALTY_KINDS } from "../../../src/enterprise/penaltyKinds.ts";
import type { LicenceBody, ListBody, PenaltyBody } from "../../../src/enterprise/record.ts";

const decision = {
  documentNo: "甬市监处罚〔2024〕1号",
  title: null,
  authority: { code: null, name: "宁波市市场监督管理局" },
  decidedOn: "2024-05-31",
  validFrom: null,
  validTo: null,
  status: { code: "valid", label: "有效" },
  facts: null,
  basis: null,
  content: null,
  notes: [],
};
const kinds = (...codes: string[]) => codes.map((code) => PENALTY_KINDS.coded(code));

const penalty = (over: Partial<PenaltyBody>): PenaltyBody => ({
  ...decision,
  kinds: kinds("fine"),
  fine: null,
  confiscated: null,
  withheld: null,
  deliveredUntil: null,
  ...over,
});
const licence = (over: Partial<LicenceBody>): LicenceBody => ({
  ...decision,
  kinds: [],
  certificate: null,
  licenceNo: null,
  ...over,
});
const entry = (over: Partial<ListBody>): ListBody => ({
  list: "serious",
  documentNo: null,
  authority: { code: null, name: null },
  listedOn: "2024-01-31",
  reason: null,
  content: null,
  basis: null,
  endsOn: null,
  removedOn: null,
  removalReason: null,
  removalAuthority: null,
  notes: [],
  ...over,
});

describe("a penalty is shown", () => {
  test("for three years under the order of 2023, and not on the day on which they are over", () => {
    expect(penaltyPublication(penalty({}), "2027-05-30")).toEqual({
      published: true,
      until: "2027-05-31",
      why: "published",
    });
    expect(penaltyPublication(penalty({}), "2027-05-31")).toEqual({
      published: false,
      until: "2027-05-31",
      why: "expired",
    });
  });

  test.each([
    ["2026-04-01", ["fine"], "2027-04-01"],
    ["2026-04-01", ["fine", "confiscation"], "2027-04-01"],
    ["2026-04-01", ["fine", "revocation"], "2029-04-01"],
    ["2026-04-01", ["ban"], "2029-04-01"],
    ["2026-03-31", ["fine"], "2029-03-31"],
    ["2026-03-31", ["revocation"], "2029-03-31"],
    ["2023-05-01", ["fine"], "2026-05-01"],
    ["2023-04-30", ["fine"], "2026-04-30"],
  ])("when decided on %s as %j, until %s", (decidedOn, codes, until) => {
    expect(penaltyPublication(penalty({ decidedOn, kinds: kinds(...codes) }), decidedOn).until).toBe(until);
  });

  test("to the delivered end of publication when that comes first, and never beyond the law's", () => {
    expect(penaltyPublication(penalty({ deliveredUntil: "2025-05-31" }), "2025-01-01").until).toBe(
      "2025-05-31",
    );
    expect(penaltyPublication(penalty({ deliveredUntil: "2025-05-31" }), "2025-05-31").published).toBe(false);
    expect(penaltyPublication(penalty({ deliveredUntil: "2034-05-31" }), "2025-01-01").until).toBe(
      "2027-05-31",
    );
  });

  test("as long as a restriction of the older order runs, five years at most", () => {
    const ban = (validTo: string) =>
      penaltyPublication(penalty({ decidedOn: "2022-01-31", kinds: kinds("ban"), validTo }), "2022-02-01")
        .until;
    expect(ban("2026-06-30")).toBe("2026-06-30");
    expect(ban("2024-06-30")).toBe("2025-01-31");
    expect(ban("2031-06-30")).toBe("2027-01-31");
    expect(
      penaltyPublication(penalty({ decidedOn: "2022-01-31", validTo: "2026-06-30" }), "2022-02-01").until,
    ).toBe("2025-01-31");
  });

  test("never when it is 警告 or 通报批评 alone, whatever the order", () => {
    for (const decidedOn of ["2020-01-01", "2024-05-31", "2026-05-31"]) {
      for (const codes of [["warning"], ["criticism"], ["warning", "criticism"]])
        expect(penaltyPublication(penalty({ decidedOn, kinds: kinds(...codes) }), decidedOn)).toEqual({
          published: false,
          until: null,
          why: "minor",
        });
      expect(
        penaltyPublication(penalty({ decidedOn, kinds: kinds("warning", "fine") }), decidedOn).published,
      ).toBe(true);
    }
  });

  test("not while it is under review, withdrawn or without a day", () => {
    const why = (over: Partial<PenaltyBody>) => penaltyPublication(penalty(over), "2024-06-01").why;
    expect(why({ status: { code: "not_final", label: "复议中" } })).toBe("not_final");
    expect(why({ status: { code: "withdrawn", label: "撤销" } })).toBe("withdrawn");
    expect(why({ decidedOn: null })).toBe("undated");
  });
});

describe("a licence is shown", () => {
  test("without an end", () => {
    expect(licencePublication(licence({ certificate: "食品经营许可证" }))).toEqual({
      published: true,
      until: null,
      why: "published",
    });
  });

  test.each([
    "剧毒化学品购买许可证",
    "剧毒化学品道路运输通行证",
    "爆破作业单位许可证",
    "民用爆炸物品运输许可证",
    "易制爆危险化学品备案证明",
  ])("but not %s", (certificate) => {
    expect(licencePublication(licence({ certificate })).why).toBe("guarded");
    expect(licencePublication(licence({ title: certificate })).published).toBe(false);
  });

  test("when it says that it does not cover what is guarded", () => {
    for (const content of [
      "危险化学品经营（不含剧毒化学品、易制爆危险化学品）",
      "危险化学品批发（剧毒、易制爆除外）",
    ])
      expect(licencePublication(licence({ certificate: "危险化学品经营许可证", content })).published).toBe(
        true,
      );
  });

  test("with neither quantities nor flows when it is about 易制毒", () => {
    const permit = licence({
      certificate: "易制毒化学品购买许可证",
      content: "盐酸500千克",
      notes: [{ field: "content", code: "x", text: "盐酸500千克" }],
    });
    expect(licencePublication(permit).published).toBe(true);
    expect(publicLicence(permit)).toEqual({ ...permit, content: null, notes: [] });
    const other = licence({ certificate: "食品经营许可证", content: "预包装食品销售" });
    expect(publicLicence(other)).toEqual(other);
  });
});

describe("an entry of a list is shown", () => {
  test("until the day of its removal", () => {
    const removed = entry({ removedOn: "2025-06-01", removalReason: "届满移出" });
    expect(listPublication(removed, "2025-05-31")).toEqual({
      published: true,
      until: "2025-06-01",
      why: "published",
    });
    expect(listPublication(removed, "2025-06-01")).toEqual({
      published: false,
      until: "2025-06-01",
      why: "removed",
    });
  });

  test("until the end of its own term, or of the law's where the reference confirms one", () => {
    expect(listPublication(entry({ endsOn: "2025-01-01" }), "2025-01-01").why).toBe("expired");
    expect(listPublication(entry({ list: "wage-arrears" }), "2026-01-01").until).toBe("2027-01-31");
    expect(
      listPublication(entry({ list: "wage-arrears", removedOn: "2024-08-01" }), "2024-05-01").until,
    ).toBe("2024-08-01");
    expect(
      listPublication(entry({ list: "procurement-ban", endsOn: "2025-01-31" }), "2024-05-01").until,
    ).toBe("2025-01-31");
  });

  test("without an end on the lists whose term is not confirmed", () => {
    for (const list of ["serious", "dishonest", "tax-major", "evasion"] as const)
      expect(listPublication(entry({ list, listedOn: "2010-01-01" }), "2026-01-01")).toEqual({
        published: true,
        until: null,
        why: "published",
      });
  });

  test("of the 经营异常名录 with its removal, unless the listing was revoked", () => {
    const abnormal = (removalReason: string, removedOn: string | null = "2025-06-01") =>
      entry({ list: "abnormal", removedOn, removalReason });
    expect(listPublication(abnormal("通过登记的住所可以重新取得联系"), "2026-01-01").published).toBe(true);
    expect(listPublication(abnormal("撤销列入决定"), "2026-01-01")).toEqual({
      published: false,
      until: "2025-06-01",
      why: "rescinded",
    });
    expect(listPublication(abnormal("撤销列入决定"), "2025-05-31")).toEqual({
      published: true,
      until: "2025-06-01",
      why: "published",
    });
    expect(listPublication(abnormal("撤销", null), "2025-05-31").published).toBe(false);
    expect(listPublication(abnormal("企业被撤销登记"), "2026-01-01").published).toBe(true);
  });
});
