import { afterAll, beforeAll, expect, test } from "vitest";
import { profileAnswer, readProfile } from "../../../src/db/profiles.ts";
import { ProfileAnswer } from "../../../src/enterprise/profile.ts";
import { freshDatabase } from "../../database.ts";
import { recordId, TODAY } from "../../inventedFirms.ts";
import { publishFixture } from "../../publishedFixture.ts";
import { FIRMS, RECORDS } from "../../publishedNights.ts";
import { stands } from "../../stands.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
  await publishFixture(db.sql);
});
afterAll(() => db.close());

const read = async (uscc: string, options: { today?: string; asOf?: string } = {}) => {
  const found = stands(await readProfile(db.sql, uscc, { today: TODAY, ...options }));
  return { ...found, answer: ProfileAnswer.parse(profileAnswer(found)) };
};
const ids = (answer: ProfileAnswer) =>
  [...answer.lists, ...answer.abnormal, ...answer.penalties, ...answer.licences].map((item) => item.id);

test("the stored text is sent on with sources, snapshot and demo behind it", async () => {
  const { bytes, answer, snapshot } = await read(FIRMS.full);
  const [row] = await db.sql<{ body: string }[]>`
    select body from published.profile where uscc = ${FIRMS.full} and to_snapshot = 2147483647`;
  expect(new TextDecoder().decode(bytes).startsWith(row?.body.slice(0, -1) ?? "nothing")).toBe(true);
  expect(answer).toMatchObject({ uscc: FIRMS.full, snapshot: "3", demo: true });
  expect(answer.sources).toEqual(snapshot.coverage);
  expect(answer.sources.map((one) => `${one.source}/${one.feed}`)).not.toContain("banking/credit");
});

test("the tag follows the profile and its sources, and is weak", async () => {
  const [row] = await db.sql<{ hash: string; coverage_hash: string }[]>`
    select hash, coverage_hash from published.profile, published.snapshot
    where uscc = ${FIRMS.full} and to_snapshot = 2147483647 and id = 3`;
  expect((await read(FIRMS.full)).etag).toBe(`W/"${row?.hash}-${row?.coverage_hash}"`);
});

test("an unknown code is an error, not an empty profile", async () => {
  await expect(read(FIRMS.unknown)).rejects.toMatchObject({ code: "enterprise_not_found", status: 404 });
  await expect(read(FIRMS.gone)).rejects.toMatchObject({ code: "enterprise_not_found" });
});

test("records whose period has ended are dropped, though no night took them out", async () => {
  const before = await read(FIRMS.ending);
  expect(ids(before.answer)).toEqual([RECORDS.endingEntry, RECORDS.endingPenalty, recordId(205)]);
  const after = await read(FIRMS.ending, { today: "2026-11-25" });
  expect(ids(after.answer)).toEqual([recordId(205)]);
  expect(after.answer.summary).toMatchObject({ lists: [], counts: { lists: 0, penalties: 1 } });
  expect(after.etag).not.toBe(before.etag);
});

test("as of a day the profile is that of the last snapshot on or before it, without what may no longer be shown", async () => {
  for (const asOf of ["2026-11-21", "1"]) {
    const { answer } = await read(FIRMS.full, { asOf });
    expect(answer).toMatchObject({ name: "宁波恒达五金机械有限公司", snapshot: "1", asOf });
    expect(ids(answer)).not.toContain(RECORDS.removedEntry);
    expect(ids(answer)).not.toContain(RECORDS.withdrawnPenalty);
    expect(ids(answer)).toContain(RECORDS.serious);
    expect(answer.withheld).toBe(2);
    expect(answer.summary.counts).toMatchObject({ lists: 1, penalties: 0 });
  }
  const second = await read(FIRMS.full, { asOf: "2" });
  expect(second.answer.penalties[0]).toMatchObject({
    id: RECORDS.correctedPenalty,
    fine: { amount: "20000" },
  });
});

test("as of today is the current snapshot, and nothing of it is withheld", async () => {
  const { answer } = await read(FIRMS.full, { asOf: TODAY });
  expect(answer).toMatchObject({ snapshot: "3", withheld: 0 });
});

test("as of a day in the future, before the first night, or of another form is refused", async () => {
  await expect(read(FIRMS.full, { asOf: "2026-11-25" })).rejects.toMatchObject({ code: "invalid_parameter" });
  await expect(read(FIRMS.full, { asOf: "2026-11-19" })).rejects.toMatchObject({
    code: "snapshot_not_found",
  });
  await expect(read(FIRMS.full, { asOf: "4" })).rejects.toMatchObject({ code: "snapshot_not_found" });
  for (const asOf of ["2026-02-30", "yesterday", "0", "-1", "99999999999", ""])
    await expect(read(FIRMS.full, { asOf })).rejects.toMatchObject({ code: "invalid_parameter" });
});

test("an enterprise that was not there yet, or is there no more, is not found", async () => {
  await expect(read(FIRMS.late, { asOf: "1" })).rejects.toMatchObject({ code: "enterprise_not_found" });
  await expect(read(FIRMS.gone, { asOf: "1" })).rejects.toMatchObject({ code: "enterprise_not_found" });
});

test("before the first night nothing is found to be missing: there is no snapshot", async () => {
  const empty = await freshDatabase();
  try {
    await expect(readProfile(empty.sql, FIRMS.full, { today: TODAY })).rejects.toMatchObject({
      code: "no_snapshot",
      status: 503,
    });
    await expect(readProfile(empty.sql, FIRMS.full, { today: TODAY, asOf: TODAY })).rejects.toMatchObject({
      code: "snapshot_not_found",
    });
  } finally {
    await empty.close();
  }
});
