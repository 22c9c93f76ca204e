import { expect, test } from "vitest";
import { publicToday, recordsOf, stillPublic } from "../../../src/enterprise/stillPublic.ts";
import { firm, licence, listEntry, penalty, recordId } from "../../inventedFirms.ts";

const profile = firm({
  number: 1,
  name: "宁波某某有限公司",
  lists: [listEntry(1, "serious", { publicUntil: "2026-12-01" })],
  abnormal: [
    listEntry(2, "abnormal", { removedOn: "2026-12-01" }),
    listEntry(3, "abnormal", { publicUntil: "2026-12-02" }),
  ],
  penalties: [
    penalty(4, { decidedOn: "2026-06-02", publicUntil: "2026-12-01" }),
    penalty(5, { decidedOn: "2026-06-01", publicUntil: "2027-06-01" }),
  ],
  licences: [licence(6)],
});
const ids = (of: typeof profile) => recordsOf(of).map((record) => record.id);

test("a record is shown up to and including the day before its period ends", () => {
  expect(ids(stillPublic(profile, "2026-11-30"))).toEqual([1, 2, 3, 4, 5, 6].map(recordId));
  expect(ids(stillPublic(profile, "2026-12-01"))).toEqual([2, 3, 5, 6].map(recordId));
  expect(ids(stillPublic(profile, "2026-12-02"))).toEqual([2, 5, 6].map(recordId));
});

test("the summary counts what is left, and an entry that was removed by then as closed", () => {
  expect(stillPublic(profile, "2026-11-30").summary).toEqual({
    lists: ["serious"],
    counts: { lists: 1, abnormal: 2, abnormalOpen: 2, penalties: 2, licences: 1 },
    lastPenaltyOn: "2026-06-02",
  });
  expect(stillPublic(profile, "2026-12-01").summary).toEqual({
    lists: [],
    counts: { lists: 0, abnormal: 2, abnormalOpen: 1, penalties: 1, licences: 1 },
    lastPenaltyOn: "2026-06-01",
  });
});

test("of a past day only what stands today and has not ended by either version is shown", () => {
  const current = firm({
    number: 1,
    name: "宁波某某有限公司",
    abnormal: [listEntry(2, "abnormal", { removedOn: "2026-12-01" })],
    penalties: [penalty(5, { publicUntil: "2026-12-01" })],
    licences: [licence(6), licence(7)],
  });
  const shown = publicToday({ profile, day: "2026-11-01" }, current, "2026-11-30");
  expect(ids(shown.profile)).toEqual([2, 5, 6].map(recordId));
  expect(shown.withheld).toBe(3);
  const later = publicToday({ profile, day: "2026-11-01" }, current, "2026-12-01");
  expect(ids(later.profile)).toEqual([2, 6].map(recordId));
  expect(later.withheld).toBe(4);
  // Counted as of that day: the removal had not come.
  expect(later.profile.summary.counts.abnormalOpen).toBe(1);
});
