import { expect, test } from "vitest";
import { ProfileChange, profileDiff, shownChanges } from "../../../src/enterprise/profileDiff.ts";
import { firm, licence, listEntry, penalty, recordId } from "../../inventedFirms.ts";

const plain = firm({ number: 1, name: "宁波某某有限公司" });

test("the same version twice has no differences", () => {
  expect(profileDiff(plain, plain)).toEqual([]);
});

test("an address that moved is one change, with where the new one comes from", () => {
  const moved = firm({ number: 1, name: "宁波某某有限公司", identity: { address: "宁波市江北区新路2号" } });
  expect(profileDiff(plain, moved)).toEqual([
    {
      kind: "changed",
      section: "identity",
      record: null,
      title: null,
      field: "address",
      before: "宁波市鄞州区示范路1号",
      after: "宁波市江北区新路2号",
      source: "registration",
      feed: "enterprises",
      delivery: "d000000000000001",
    },
  ]);
});

test("codes, money and kinds are told as a reader sees them", () => {
  const before = firm({ number: 1, name: "甲", identity: { capital: null }, penalties: [penalty(1)] });
  const after = firm({
    number: 1,
    name: "甲",
    identity: { status: { code: "cancelled", label: "注销" } },
    penalties: [
      penalty(1, {
        fine: null,
        kinds: [
          { code: "fine", label: "罚款" },
          { code: "warning", label: "警告" },
        ],
      }),
    ],
  });
  const told = profileDiff(before, after).map(({ field, kind, before: was, after: is }) => [
    field,
    kind,
    was,
    is,
  ]);
  expect(told).toEqual([
    ["status", "changed", "存续", "注销"],
    ["capital", "added", null, "1000000 CNY"],
    ["kinds", "changed", "罚款", "罚款、警告"],
    ["fine", "changed", "2000 CNY", null],
  ]);
});

test("records come and go by their id; what only says where one comes from is no change", () => {
  const before = firm({ number: 1, name: "甲", licences: [licence(1), licence(2)] });
  const after = firm({
    number: 1,
    name: "甲",
    licences: [licence(2, { delivery: "d000000000000009", publishedAt: "2026-11-24" })],
    lists: [listEntry(3, "serious")],
  });
  const changes = profileDiff(before, after);
  expect(changes.map(({ kind, section, record }) => [kind, section, record])).toEqual([
    ["added", "lists", recordId(3)],
    ["ended", "licences", recordId(1)],
  ]);
  expect(changes[1]?.delivery).toBeNull();
  for (const change of changes) ProfileChange.parse(change);
});

test("changes of records that may not be shown are left out and counted by record", () => {
  const before = firm({ number: 1, name: "甲", penalties: [penalty(1), penalty(2)] });
  const after = firm({
    number: 1,
    name: "甲",
    penalties: [penalty(2, { content: "罚款一元", fine: { amount: "1", currency: "CNY" } })],
  });
  const { changes, withheld } = shownChanges(profileDiff(before, after), new Set([recordId(1)]));
  expect(changes.map((change) => change.record)).toEqual([recordId(1)]);
  expect(withheld).toBe(1);
});
