import { describe, expect, test } from "vitest";
import { acceptLicence, judge, licenceRow, reject } from "../judging.ts";

const feed = "registration/licences";

describe("a licence", () => {
  test("of generation B is read whole", () => {
    expect(acceptLicence(feed, licenceRow()).body).toEqual({
      documentNo: "甬鄞食许〔2025〕12号",
      title: "食品经营许可决定书",
      authority: { code: null, name: "宁波市鄞州区市场监督管理局" },
      decidedOn: "2025-03-02",
      validFrom: "2025-03-02",
      validTo: "permanent",
      status: { code: "valid", label: "有效" },
      kinds: [{ code: "ordinary", label: "普通" }],
      facts: null,
      basis: null,
      content: "热食类食品制售",
      certificate: "食品经营许可证",
      licenceNo: "JY33302120000001",
      notes: [],
    });
  });

  test("of generation A has its columns too", () => {
    const { body } = acceptLicence(feed, {
      XK_WSH: "甬鄞食许〔2015〕12号",
      XK_XMMC: "食品流通许可",
      XK_SPLB: "核准",
      XK_NR: "预包装食品零售",
      XK_XDR: "宁波市鄞州澄碧轴承有限公司",
      XK_XDR_SHXYM: "91350100M000100Y43",
      XK_XDR_ZDM: "",
      XK_XDR_GSDJ: "",
      XK_FR: "周某文",
      XK_JDRQ: "20150302",
      XK_JZQ: "2018-03-01",
      XK_XZJG: "宁波市鄞州区市场监督管理局",
      XK_ZT: "1",
      XK_DFBM: "330212",
      XK_SJC: "2015-03-05 10:00:00",
    });
    expect(body).toMatchObject({
      title: "食品流通许可",
      kinds: [{ code: "approval" }],
      decidedOn: "2015-03-02",
      validTo: "2018-03-01",
      status: { code: "valid" },
    });
  });

  test("must say its day where the layout has a column for it", () => {
    expect(reject(feed, licenceRow({ XK_JDRQ: "" }))).toMatchObject({
      code: "missing_field",
      field: "decidedOn",
    });
    expect(reject(feed, licenceRow({ XK_JDRQ: "2027-01-01" })).code).toBe("future_date");
    expect(reject(feed, licenceRow({ XK_JDRQ: "2025-06-31" })).code).toBe("impossible_date");
    const { XK_JDRQ: _, ...template } = licenceRow();
    expect(judge(feed, template)).toHaveProperty("accepted.body.decidedOn", null);
  });

  test("that was revoked is taken back", () => {
    expect(acceptLicence(feed, licenceRow({ XK_ZT: "撤销" })).withdrawn).toBe("revoked");
    expect(acceptLicence(feed, licenceRow({ XK_ZT: "注销" }))).toMatchObject({
      withdrawn: null,
      body: { status: { code: "ended" } },
    });
  });

  test("without a document number goes by its licence number", () => {
    const identity = (over: Record<string, string>) => acceptLicence(feed, licenceRow(over)).identity;
    expect(identity({ XK_WSH: "" })[1]).toBe("JY33302120000001");
    expect(identity({ XK_WSH: "", XK_XKBH: "" })).not.toEqual(
      identity({ XK_WSH: "", XK_XKBH: "", XK_JDRQ: "2025-03-03" }),
    );
  });
});
