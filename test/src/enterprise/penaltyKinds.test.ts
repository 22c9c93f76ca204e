import { describe, expect, test } from "vitest";
import { readPenaltyKinds } from "../../../src/enterprise/penaltyKinds.ts";
import {
  readLicenceStatus,
  readPenaltyStatus,
  readRecordStatus,
} from "../../../src/enterprise/recordStatuses.ts";

describe("处罚类别", () => {
  const codes = (text: string) => readPenaltyKinds(text).kinds.map((kind) => kind.code);

  test.each([
    ["警告；其他-其他", ["warning", "other"]],
    ["其他-警告", ["warning"]],
    ["罚款,没收违法所得", ["fine", "confiscation"]],
    ["罚款，没收违法所得、没收非法财物", ["fine", "confiscation"]],
    ["没收违法所得、没收非法财物", ["confiscation"]],
    ["没收违法所得和非法财物", ["confiscation"]],
    ["警告|通报批评", ["warning", "criticism"]],
    ["警告；警告", ["warning"]],
    ["吊销执照(登记证)", ["revocation"]],
    ["暂扣执照（登记证）", ["suspension"]],
    ["责令停产停业;限制从业", ["shutdown", "ban"]],
    ["罚款2000元", ["fine"]],
    ["责令停产停业、暂扣许可证件", ["shutdown", "suspension"]],
    ["暂扣-许可证A", ["suspension"]],
    [
      "降低资质等级；限制开展生产经营活动；责令关闭；行政拘留",
      ["downgrade", "restriction", "closure", "detention"],
    ],
    ["法律、法规规定的其他行政处罚方式", ["other"]],
    ["", []],
  ])("%j is %j", (text, kinds) => {
    expect(codes(text)).toEqual(kinds);
    expect(readPenaltyKinds(text).notes).toEqual([]);
  });

  test("are never numbers, because numbers mean other things to other senders", () => {
    expect(readPenaltyKinds("1;2")).toEqual({
      kinds: [{ code: "other", label: "其他" }],
      notes: [
        { code: "unknown_kind", text: "1" },
        { code: "unknown_kind", text: "2" },
      ],
    });
  });

  test("of one text for a milder and a graver kind is the milder one, with a note", () => {
    const text = "暂扣或者吊销许可证、暂扣或者吊销执照";
    expect(readPenaltyKinds(text)).toEqual({
      kinds: [{ code: "suspension", label: "暂扣许可证件" }],
      notes: [{ code: "ambiguous_kind", text }],
    });
  });
});

describe("states of a record", () => {
  test("撤销 withdraws it, numbers only where the layout says so", () => {
    expect(["撤销", "已撤销", "作废", "1"].map((text) => readPenaltyStatus(text).withdrawn)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(["正常", "0", "null", null].map((text) => readPenaltyStatus(text))).toEqual(
      Array(4).fill({ status: { code: "valid", label: "有效" }, withdrawn: false }),
    );
    expect(readRecordStatus("1", null)).toMatchObject({ withdrawn: false, status: { code: "valid" } });
    expect(readLicenceStatus("1").status.code).toBe("valid");
    expect(readLicenceStatus("撤销").withdrawn).toBe(true);
  });

  test("a licence that ended or is void now is not taken back", () => {
    expect(["注销", "2", "无效", "过期"].map((text) => readLicenceStatus(text))).toMatchObject([
      { status: { code: "ended" }, withdrawn: false },
      { status: { code: "expired" }, withdrawn: false },
      { status: { code: "expired" }, withdrawn: false },
      { status: { code: "expired" }, withdrawn: false },
    ]);
  });

  test("a decision under review is not final", () => {
    expect(["行政复议中", "诉讼中"].map((text) => readPenaltyStatus(text).status.code)).toEqual([
      "not_final",
      "not_final",
    ]);
    expect(readPenaltyStatus("某状态").status).toEqual({ code: "other", label: "某状态" });
  });
});
