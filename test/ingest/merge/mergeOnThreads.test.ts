import { afterAll, beforeAll, expect, test } from "vitest";
import { linkNight } from "../../../ingest/link/linkNight.ts";
import { mergeNight, mergeOnThreads } from "../../../ingest/merge/mergeNight.ts";
import { rangesOfTouched } from "../../../ingest/merge/sources.ts";
import { freshDatabase } from "../../database.ts";
import { baseRow, entryRow, FEEDS, feedNamed, penaltyRow, takeIn } from "../accepted.ts";
import { inventedUscc } from "./records.ts";

const COUNT = 25;
const NIGHT = { snapshot: 1, day: "2026-11-24" };
const usccs = Array.from({ length: COUNT }, (_, i) => inventedUscc(100 + i));

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
  const deliveries = [
    await takeIn(
      db.sql,
      feedNamed("registration/enterprises"),
      usccs.map((uscc, i) => baseRow(uscc, `宁波第${i}机械有限公司`)),
    ),
    await takeIn(
      db.sql,
      feedNamed("registration/penaltys"),
      usccs.map((uscc, i) => penaltyRow(String(i), { uscc })),
    ),
    await takeIn(db.sql, feedNamed("registration/lists"), [entryRow("1", { uscc: usccs[3] ?? "" })]),
  ];
  await db.sql.begin((tx) => linkNight(tx, { deliveries, feeds: FEEDS, snapshot: NIGHT.snapshot }));
});
afterAll(() => db.close());

const merged = async () => ({
  profiles: await db.sql`select uscc, hash, body, document::text from ledger.merged order by uscc`,
  entries: await db.sql`select list, id, uscc, body from ledger.merged_entry order by list, id`,
});

test("ranges hold every touched enterprise once, and few are one range", async () => {
  expect(await rangesOfTouched(db.sql, { count: 2, least: COUNT + 1 })).toEqual([{ behind: null, to: null }]);
  const ranges = await rangesOfTouched(db.sql, { count: 3, least: COUNT });
  expect(ranges).toHaveLength(3);
  const inRange = ranges.map(({ behind, to }) =>
    usccs.filter((uscc) => (behind === null || uscc > behind) && (to === null || uscc <= to)),
  );
  expect(inRange.map((found) => found.length)).toEqual([9, 8, 8]);
  expect(inRange.flat().sort()).toEqual([...usccs].sort());
});

test("what threads merge side by side is what one merges alone", async () => {
  await mergeNight(db.sql, { ...NIGHT, threads: null });
  const alone = await merged();
  expect(alone.profiles).toHaveLength(COUNT);
  expect(alone.entries).toHaveLength(1);
  await db.sql`truncate ledger.merged, ledger.merged_entry`;
  let done = 0;
  const onProgress = (count: number) => {
    done = count;
  };
  const ranges = await rangesOfTouched(db.sql, { count: 2, least: 1 });
  await mergeOnThreads({ ...NIGHT, onProgress, threads: null }, db.url, ranges);
  expect(await merged()).toEqual(alone);
  expect(done).toBe(COUNT);
}, 60_000);

test("a thread that fails fails the merge, in its own words", async () => {
  const ranges = await rangesOfTouched(db.sql, { count: 2, least: 1 });
  await expect(
    mergeOnThreads({ ...NIGHT, threads: null }, db.url.replace(/\/[^/]*$/, "/nowhere"), ranges),
  ).rejects.toThrow(/nowhere/);
}, 60_000);
