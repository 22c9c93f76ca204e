import { expect, test } from "vitest";
import {
  deleteFlag,
  licenceKinds,
  licenceStatus,
  moveFlag,
  partyKind,
  penaltyKinds,
  penaltyStatus,
  registrationStatus,
  validFlag,
} from "../../../ingest/validate/codedRules.ts";

const context = { today: "2026-11-24" };
const codes = (reading: object) =>
  "value" in reading && Array.isArray(reading.value) ? reading.value.map((kind) => kind.code) : null;

test("numbers of 处罚类别 mean something only with their sender's table", () => {
  expect(codes(penaltyKinds({ "1": "警告", "2": "罚款" })("1,2", context))).toEqual(["warning", "fine"]);
  expect(penaltyKinds()("2", context)).toMatchObject({ notes: [{ code: "unknown_kind", text: "2" }] });
});

test("licence kinds are read by code and text, others keep their words", () => {
  expect(codes(licenceKinds("01", context))).toEqual(["ordinary"]);
  expect(licenceKinds("其他-备案", context)).toEqual({ value: [{ code: "other", label: "备案" }] });
  expect(licenceKinds("年审", context)).toMatchObject({ notes: [{ code: "unknown_kind" }] });
});

test("the number 1 takes a penalty back and says that a licence is valid", () => {
  expect(penaltyStatus("1", context)).toMatchObject({ value: { code: "withdrawn" } });
  expect(licenceStatus("1", context)).toMatchObject({ value: { code: "valid" } });
  expect(licenceStatus("撤销", context)).toMatchObject({ value: { code: "withdrawn" } });
  expect(penaltyStatus("待定", context)).toMatchObject({ notes: [{ code: "unknown_status" }] });
});

test("a status in no table is unknown, with a note", () => {
  expect(registrationStatus("存续（在营、开业、在册）", context)).toMatchObject({
    value: { code: "active" },
  });
  expect(registrationStatus("待核", context)).toMatchObject({
    value: { code: "unknown" },
    notes: [{ code: "unknown_status", text: "待核" }],
  });
});

test("the class of the counterparty is read by text and by code", () => {
  expect(partyKind("法人及非法人组织", context)).toEqual({ value: "organisation" });
  expect(partyKind("自然人", context)).toEqual({ value: "person" });
  expect(partyKind("01", context)).toEqual({ value: "person" });
  expect(partyKind("个体工商户", context)).toEqual({ value: "trader" });
  expect(partyKind("其他", context)).toMatchObject({ problem: "unknown_party_kind" });
});

test("flags take a row back by their own values and say nothing by others", () => {
  expect(validFlag("0", context)).toEqual({ value: "invalid" });
  expect(validFlag("1", context)).toEqual({ empty: true });
  expect(deleteFlag("1", context)).toEqual({ value: "deleted" });
  expect(deleteFlag("0", context)).toEqual({ empty: true });
  expect(moveFlag("2", context)).toEqual({ value: "revoked" });
  expect(moveFlag("1", context)).toEqual({ empty: true });
});
