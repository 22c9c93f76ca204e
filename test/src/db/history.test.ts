import { afterAll, beforeAll, expect, test } from "vitest";
import { readHistory } from "../../../src/db/history.ts";
import { freshDatabase } from "../../database.ts";
import { TODAY } from "../../inventedFirms.ts";
import { publishFixture } from "../../publishedFixture.ts";
import { FIRMS, RECORDS } from "../../publishedNights.ts";
import { stands } from "../../stands.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
  await publishFixture(db.sql);
});
afterAll(() => db.close());

test("history says night by night what changed and from which delivery, newest first", async () => {
  const { entries, name } = stands(await readHistory(db.sql, FIRMS.full, { today: TODAY }));
  expect(name).toBe("宁波恒达精密机械有限公司");
  expect(entries.map((entry) => [entry.snapshot, entry.day])).toEqual([
    ["3", TODAY],
    ["2", "2026-11-22"],
    ["1", "2026-11-20"],
  ]);
  expect(entries[0]?.changes).toContainEqual(
    expect.objectContaining({
      kind: "changed",
      section: "penalties",
      record: RECORDS.correctedPenalty,
      field: "fine",
      before: "20000 CNY",
      after: "2000 CNY",
      source: "registration",
      feed: "penalties",
      delivery: "d000000000000003",
    }),
  );
  expect(entries[1]?.changes).toContainEqual(
    expect.objectContaining({
      kind: "changed",
      section: "identity",
      field: "name",
      before: "宁波恒达五金机械有限公司",
      after: "宁波恒达精密机械有限公司",
      delivery: "d000000000000002",
    }),
  );
  expect(entries[1]?.changes).toContainEqual(
    expect.objectContaining({ kind: "added", record: RECORDS.correctedPenalty, after: "罚款20000元" }),
  );
  expect(entries[2]?.changes[0]).toMatchObject({ kind: "added", section: "identity", field: null });
});

test("what may no longer be published is counted and not told", async () => {
  const { entries } = stands(await readHistory(db.sql, FIRMS.full, { today: TODAY }));
  const told = JSON.stringify(entries);
  expect(told).not.toContain(RECORDS.withdrawnPenalty);
  expect(told).not.toContain(RECORDS.removedEntry);
  // Night 3 withdrew a penalty; night 2 took an entry off its list; night 1 had published both.
  expect(entries.map((entry) => entry.withheld)).toEqual([1, 1, 2]);
});

test("a record whose period ends today is no longer told, though no night took it out", async () => {
  const text = async (today: string) =>
    JSON.stringify(stands(await readHistory(db.sql, FIRMS.ending, { today })).entries);
  expect(await text(TODAY)).toContain(RECORDS.endingPenalty);
  expect(await text("2026-11-25")).not.toContain(RECORDS.endingPenalty);
});

test("an enterprise that left and came back ends and begins again", async () => {
  const [row] = await db.sql<
    { body: string }[]
  >`select body from published.profile where uscc = ${FIRMS.gone}`;
  await db.sql.begin(async (tx) => {
    await tx`update published.profile set to_snapshot = 2 where uscc = ${FIRMS.gone}`;
    await tx`
      insert into published.profile (uscc, from_snapshot, hash, body)
      values (${FIRMS.gone}, 3, gen_random_uuid(), ${row?.body ?? ""})`;
  });
  const { entries } = stands(await readHistory(db.sql, FIRMS.gone, { today: TODAY }));
  expect(entries.map((entry) => [entry.snapshot, entry.changes[0]?.kind])).toEqual([
    ["3", "added"],
    ["2", "ended"],
    ["1", "added"],
  ]);
});

test("an unknown enterprise has no history", async () => {
  await expect(readHistory(db.sql, FIRMS.unknown, { today: TODAY })).rejects.toMatchObject({
    code: "enterprise_not_found",
  });
});
