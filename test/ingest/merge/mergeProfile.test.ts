import { describe, expect, test } from "vitest";
import type { LinkedRecord, SeenName } from "../../../ingest/merge/linkedRecord.ts";
import { mergeProfile } from "../../../ingest/merge/mergeProfile.ts";
import { Profile } from "../../../src/enterprise/profile.ts";
import { base, change, entry, inventedUscc, licence, penalty, record } from "./records.ts";

const USCC = inventedUscc(1);
const TODAY = "2026-11-24";
const merge = (records: LinkedRecord[], seenNames: SeenName[] = [], today = TODAY) =>
  mergeProfile(USCC, { records, seenNames, formerCodes: [] }, today);

test("without a base record there is no profile", () => {
  expect(merge([record("penalty", penalty())])).toBeNull();
});

test("the profile is what its schema says", () => {
  const merged = merge([
    record("base", base()),
    record("penalty", penalty()),
    record("licence", licence()),
    record("list", entry()),
    record("list", entry({ list: "serious" })),
  ]);
  expect(Profile.strict().parse(merged?.profile)).toEqual(merged?.profile);
});

test("the address beside a name tells whose a record is, and is not published", () => {
  const told = [record("list", entry()), record("penalty", penalty()), record("licence", licence())];
  const withAddress = told.map((one) => ({
    ...one,
    body: JSON.stringify({ ...JSON.parse(one.body), subjectAddress: "宁波市鄞州区某路8号" }),
  }));
  expect(merge([record("base", base()), ...withAddress])).toEqual(merge([record("base", base()), ...told]));
});

test("whatever order the records come in, the profile is the same to the byte", () => {
  const records = [
    record("base", base()),
    record(
      "change",
      change({ before: "宁波恒大机械有限公司", after: "宁波恒达精密机械有限公司", changedOn: "2019-05-01" }),
    ),
    record(
      "change",
      change({
        item: { code: "02", label: "住所" },
        before: "甲路1号",
        after: "乙路2号",
        changedOn: "2021-05-01",
      }),
    ),
    record("penalty", penalty()),
    record("penalty", penalty({ decidedOn: "2026-07-01" })),
    record("list", entry()),
    record("licence", licence()),
  ];
  const expected = JSON.stringify(merge(records));
  for (let turn = 0; turn < records.length; turn++) {
    records.push(...records.splice(0, 1));
    expect(JSON.stringify(merge([...records].reverse()))).toBe(expected);
    expect(JSON.stringify(merge(records))).toBe(expected);
  }
});

describe("identity", () => {
  test("a change dated after the base record's approval wins, and the base record's value is shown as a conflict", () => {
    const merged = merge([
      record("base", base({ approved: "2020-01-01", address: "甲路1号" })),
      record(
        "change",
        change({ item: { code: "02", label: "住所" }, after: "乙路2号", changedOn: "2021-05-01" }),
      ),
    ]);
    expect(merged?.profile.identity.address).toBe("乙路2号");
    expect(merged?.profile.identity.fieldSources.address?.feed).toBe("changes");
    expect(merged?.profile.identity.conflicts).toMatchObject([
      { field: "address", value: "甲路1号", asOf: "2020-01-01" },
    ]);
  });

  test("a change that the base record already knows is no conflict", () => {
    const merged = merge([
      record("base", base({ approved: "2022-01-01", address: "乙路2号" })),
      record(
        "change",
        change({ item: { code: "02", label: "住所" }, after: "乙路 2号", changedOn: "2021-05-01" }),
      ),
    ]);
    expect(merged?.profile.identity.conflicts).toEqual([]);
  });

  test("former names come from changes with the day they were given up, and from older base records", () => {
    const merged = merge(
      [
        record("base", base()),
        record(
          "change",
          change({
            before: "宁波恒大机械有限公司",
            after: "宁波恒达精密机械有限公司",
            changedOn: "2019-05-01",
          }),
        ),
      ],
      [{ name: "宁波恒达机械厂", source: "registration", feed: "enterprises", delivery: "d0" }],
    );
    expect(merged?.profile.identity.formerNames.map(({ name, until }) => [name, until])).toEqual([
      ["宁波恒大机械有限公司", "2019-05-01"],
      ["宁波恒达机械厂", null],
    ]);
  });

  test("the current name in another spelling is no former name", () => {
    const merged = merge([
      record("base", base({ name: "宁波恒达（集团）有限公司" })),
      record("change", change({ before: "宁波恒达(集团)有限公司", changedOn: "2019-05-01" })),
    ]);
    expect(merged?.profile.identity.formerNames).toEqual([]);
  });
});

describe("publication", () => {
  test("a penalty is shown up to the day its period ends, and that day is when the profile is rebuilt", () => {
    const records = [record("base", base()), record("penalty", penalty({ decidedOn: "2026-06-01" }))];
    expect(merge(records)?.profile.penalties).toMatchObject([{ publicUntil: "2027-06-01" }]);
    expect(merge(records)?.rebuildOn).toBe("2027-06-01");
    expect(merge(records, [], "2027-05-31")?.profile.penalties).toHaveLength(1);
    expect(merge(records, [], "2027-06-01")?.profile.penalties).toEqual([]);
  });

  test("a warning alone is not published, nor counted", () => {
    const merged = merge([
      record("base", base()),
      record("penalty", penalty({ kinds: [{ code: "warning", label: "警告" }] })),
    ]);
    expect(merged?.profile.penalties).toEqual([]);
    expect(merged?.profile.summary.counts.penalties).toBe(0);
  });

  test("a removed list entry is gone on the day of its removal; an abnormal entry stays with it", () => {
    const records = [
      record("base", base()),
      record("list", entry({ list: "serious", removedOn: "2026-11-24" })),
      record("list", entry({ list: "abnormal", removedOn: "2026-11-24", removalReason: "补报年报" })),
    ];
    expect(merge(records, [], "2026-11-23")?.profile.lists).toHaveLength(1);
    const merged = merge(records);
    expect(merged?.profile.lists).toEqual([]);
    expect(merged?.profile.abnormal).toHaveLength(1);
    expect(merged?.profile.summary.counts).toMatchObject({ lists: 0, abnormal: 1, abnormalOpen: 0 });
  });

  test("an abnormal entry that was revoked (撤销) is not shown as history", () => {
    const revoked = entry({ removedOn: "2026-11-01", removalReason: "撤销列入决定" });
    expect(merge([record("base", base()), record("list", revoked)])?.profile.abnormal).toEqual([]);
  });

  test("a permit for explosives is kept from the public", () => {
    const merged = merge([
      record("base", base()),
      record("licence", licence({ title: "爆破作业单位许可证" })),
    ]);
    expect(merged?.profile.licences).toEqual([]);
  });
});
