import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type NightReport, nightly } from "../../ingest/nightly.ts";
import { noProgress } from "../../ingest/progress.ts";
import { Profile } from "../../src/enterprise/profile.ts";
import { freshDatabase } from "../database.ts";
import { baseRow, entryRow, FEEDS, feedNamed, penaltyRow, renameRow, takeIn } from "./accepted.ts";
import { inventedUscc } from "./merge/records.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.sql`truncate archive.delivery, archive.received, ledger.enterprise, ledger.enterprise_key, ledger.known_party, ledger.link_key, ledger.party_key, ledger.question, ledger.judgement, ledger.record,
    ledger.former_name, ledger.touched, ledger.touched_entry, ledger.merged, ledger.merged_entry, published.snapshot,
    published.profile, published.list_entry, published.search_document, published.search_removed, published.label,
    published.feed cascade`;
});

const [A, B, C] = [inventedUscc(21), inventedUscc(22), inventedUscc(23)] as const;
const night = (day = "2026-11-24"): Promise<NightReport> =>
  nightly({
    sql: db.sql,
    feeds: FEEDS,
    index: null,
    inbox: null,
    now: new Date(`${day}T02:00:00+08:00`),
    progress: noProgress(),
    threads: null,
  });
const deliver = (feed: string, ...rows: Parameters<typeof takeIn>[2]) =>
  takeIn(db.sql, feedNamed(`registration/${feed}`), rows);
const enterprises = () =>
  deliver(
    "enterprises",
    baseRow(A, "宁波恒达精密机械有限公司"),
    baseRow(B, "宁波双利贸易有限公司"),
    baseRow(C, "余姚市双柳食品厂"),
  );

async function profile(uscc: string, snapshot = 2_147_483_646) {
  const [row] = await db.sql<{ body: string }[]>`
    select body from published.profile where uscc = ${uscc} and from_snapshot <= ${snapshot} and to_snapshot > ${snapshot}`;
  return row === undefined ? null : Profile.parse(JSON.parse(row.body));
}
const bodies = async () =>
  (await db.sql`select uscc, body from published.profile where to_snapshot = 2147483647 order by uscc`).map(
    (row) => row,
  );
const entries = () =>
  db.sql`select list, uscc, body::json -> 'subject' ->> 'name' as name from published.list_entry where to_snapshot = 2147483647 order by name`;

describe("a night", () => {
  test("publishes one profile per enterprise, with what is linked to it", async () => {
    await enterprises();
    await deliver(
      "penaltys",
      penaltyRow("1", { uscc: A }),
      penaltyRow("2", { name: "宁波双利贸易有限公司" }),
      penaltyRow("3", { name: "宁波无此公司" }),
    );
    const report = await night();
    expect(report).toMatchObject({
      snapshot: "1",
      records: 3,
      linked: 2,
      unlinked: 1,
      review: 0,
      enterprises: 3,
      changed: 3,
      indexed: 3,
    });
    expect((await profile(A))?.penalties.map((penalty) => penalty.documentNo)).toEqual(["1"]);
    expect((await profile(B))?.penalties.map((penalty) => penalty.documentNo)).toEqual(["2"]);
    expect((await profile(C))?.penalties).toEqual([]);
  });

  test("without anything new writes no profile and no document, and still says that it looked", async () => {
    await enterprises();
    await night();
    const before = await db.sql`select xmin, uscc from published.profile order by uscc`;
    expect(await night("2026-11-25")).toMatchObject({
      snapshot: "2",
      enterprises: 3,
      changed: 0,
      indexed: 0,
    });
    expect(await db.sql`select xmin, uscc from published.profile order by uscc`).toEqual(before);
  });

  test("rewrites only what changed, and keeps what was published before under its snapshots", async () => {
    await enterprises();
    await night();
    await deliver("penaltys", penaltyRow("1", { uscc: A }));
    expect(await night()).toMatchObject({ changed: 1, indexed: 1 });
    expect((await profile(A, 1))?.penalties).toEqual([]);
    expect((await profile(A, 2))?.penalties).toHaveLength(1);
    expect(await db.sql`select from published.profile where uscc = ${B}`).toHaveLength(1);
  });

  test("in whatever order the deliveries come, the profiles are the same to the byte", async () => {
    const parts = [
      enterprises,
      () =>
        deliver("penaltys", penaltyRow("1", { uscc: A }), penaltyRow("2", { name: "宁波双利贸易有限公司" })),
      () => deliver("changes", renameRow(C, "余姚市双流食品厂", "余姚市双柳食品厂", "2020-02-02")),
      () =>
        deliver(
          "lists",
          entryRow("7", { name: "余姚市双流食品厂" }),
          entryRow("8", { name: "宁波外地公司" }),
        ),
      () => deliver("penaltys", penaltyRow("3", { orgCode: B.slice(8, 17) }), penaltyRow("1", { uscc: A })),
    ];
    const publish = async (order: number[], inOneNight: boolean) => {
      await db.sql`truncate archive.delivery, archive.received, ledger.enterprise, ledger.enterprise_key, ledger.known_party, ledger.link_key, ledger.party_key, ledger.question, ledger.judgement, ledger.record,
        ledger.former_name, published.snapshot, published.profile, published.list_entry, published.search_document cascade`;
      for (const part of order) {
        await parts[part]?.();
        if (!inOneNight) await night();
      }
      await night();
      // Deliveries are named after their files, which differ from run to run here.
      return JSON.stringify([await bodies(), await entries()]).replace(/d[0-9a-f]{15}/g, "delivery");
    };
    const expected = await publish([0, 1, 2, 3, 4], true);
    expect(expected).toContain("余姚市双流食品厂");
    for (const order of [
      [4, 3, 2, 1, 0],
      [2, 0, 4, 1, 3],
      [3, 4, 1, 0, 2],
    ])
      expect(await publish(order, true)).toBe(expected);
    for (const order of [
      [0, 1, 2, 3, 4],
      [4, 3, 2, 1, 0],
    ])
      expect(await publish(order, false)).toBe(expected);
  });

  test("cut off after the ledger was written, is taken up by the next one", async () => {
    await enterprises();
    await night();
    await deliver("penaltys", penaltyRow("1", { uscc: A }));
    await db.sql`alter table ledger.merged rename to merged_away`;
    await expect(night()).rejects.toThrow();
    expect((await profile(A))?.penalties).toEqual([]);
    await db.sql`alter table ledger.merged_away rename to merged`;
    expect(await night()).toMatchObject({ snapshot: "2", changed: 1 });
    expect((await profile(A))?.penalties).toHaveLength(1);
  });

  test("does not run while another one does", async () => {
    await enterprises();
    const both = await Promise.allSettled([night(), night()]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "night_running" },
    });
  });
});

describe("what ends", () => {
  test("a withdrawn penalty leaves the profile and the document's counts the same night", async () => {
    await enterprises();
    await deliver("penaltys", penaltyRow("1", { uscc: A }));
    await night();
    await deliver("penaltys", penaltyRow("1", { uscc: A }, { withdrawn: "撤销" }));
    expect(await night()).toMatchObject({ changed: 1, indexed: 1 });
    expect((await profile(A))?.penalties).toEqual([]);
    expect(
      await db.sql`select document -> 'counts' ->> 'penalties' as n from published.search_document where uscc = ${A}`,
    ).toMatchObject([{ n: "0" }]);
  });

  test("a list entry leaves list and profile on the day of its removal, without any delivery", async () => {
    await enterprises();
    await deliver(
      "lists",
      entryRow("1", { uscc: A }, { removedOn: "2026-11-26" }),
      entryRow("2", { name: "宁波外地公司" }, { removedOn: "2026-11-26" }),
    );
    await night("2026-11-24");
    expect(await entries()).toMatchObject([{ uscc: null, name: "宁波外地公司" }, { uscc: A }]);
    expect(await night("2026-11-25")).toMatchObject({ changed: 0 });
    expect(await entries()).toHaveLength(2);
    expect(await night("2026-11-26")).toMatchObject({ changed: 1 });
    expect(await entries()).toHaveLength(0);
    expect((await profile(A))?.lists).toEqual([]);
  });

  test("a penalty whose period is over is gone the night it ends", async () => {
    await enterprises();
    await deliver("penaltys", penaltyRow("1", { uscc: A }));
    await night("2027-05-31");
    expect((await profile(A))?.penalties).toHaveLength(1);
    expect(await night("2027-06-01")).toMatchObject({ changed: 1 });
    expect((await profile(A))?.penalties).toEqual([]);
  });

  test("an enterprise whose base record is taken back has no profile, no document, and its list entry no link", async () => {
    await enterprises();
    await deliver("lists", entryRow("1", { uscc: A }));
    await night();
    await deliver("enterprises", { ...baseRow(A, "宁波恒达精密机械有限公司"), withdrawn: "撤销" });
    expect(await night()).toMatchObject({ enterprises: 2, changed: 1 });
    expect(await profile(A)).toBeNull();
    expect(await entries()).toMatchObject([{ uscc: null }]);
    expect(await db.sql`select uscc from published.search_removed`).toMatchObject([{ uscc: A }]);
  });

  test("an entry moves to the enterprise that arrives later", async () => {
    await deliver("lists", entryRow("1", { name: "宁波双利贸易有限公司" }));
    await night();
    expect(await entries()).toMatchObject([{ uscc: null }]);
    await enterprises();
    await night();
    expect(await entries()).toMatchObject([{ uscc: B }]);
    expect((await profile(B))?.lists).toHaveLength(1);
  });
});
