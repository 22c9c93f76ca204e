import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { linkNight } from "../../../ingest/link/linkNight.ts";
import { freshDatabase } from "../../database.ts";
import { baseRow, entryRow, FEEDS, feedNamed, penaltyRow, renameRow, takeIn } from "../accepted.ts";
import { inventedUscc } from "../merge/records.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.sql`truncate archive.delivery, archive.received, ledger.enterprise, ledger.enterprise_key, ledger.known_party, ledger.link_key, ledger.party_key, ledger.question, ledger.judgement, ledger.record,
    ledger.former_name, ledger.touched, ledger.touched_entry cascade`;
});

const [A, B, C] = [inventedUscc(11), inventedUscc(12), inventedUscc(13)] as const;
const ENTERPRISES = [
  baseRow(A, "宁波恒达精密机械有限公司"),
  baseRow(B, "宁波双利贸易有限公司"),
  baseRow(C, "余姚市双柳食品厂"),
];

async function nightOf(snapshot: number, ...seqs: number[]) {
  return db.sql.begin((tx) => linkNight(tx, { deliveries: seqs, feeds: FEEDS, snapshot }));
}
const night = (...seqs: number[]) => nightOf(1, ...seqs);
async function outcomes() {
  const rows =
    await db.sql`select body::json ->> 'documentNo' as no, outcome, enterprise, rule, why, rivals from ledger.record where kind <> 'base' order by 1`;
  return Object.fromEntries(rows.map(({ no, ...rest }) => [String(no), rest]));
}
const bases = () => takeIn(db.sql, feedNamed("registration/enterprises"), ENTERPRISES);
const penalties = (...rows: Parameters<typeof takeIn>[2]) =>
  takeIn(db.sql, feedNamed("registration/penaltys"), rows);

test("a record keeps its first publication with its enterprise; so does a list entry that has none", async () => {
  const lists = (...rows: Parameters<typeof takeIn>[2]) =>
    takeIn(db.sql, feedNamed("registration/lists"), rows);
  const known = (reason: string) => entryRow("1", { uscc: A }, { reason });
  const stranger = (reason: string) => entryRow("2", { name: "温州鸿运百货店" }, { reason });
  const firstPublished = async () => {
    const rows = await db.sql`
      select body::json ->> 'documentNo' as no, body::json ->> 'reason' as reason, linked_in from ledger.record where kind = 'list' order by 1`;
    return rows.map(({ no, reason, linked_in }) => [no, reason, linked_in]);
  };
  await nightOf(4, await bases(), await lists(known("first"), stranger("first")));
  await nightOf(5, await lists(known("mended"), stranger("mended")));
  expect(await firstPublished()).toEqual([
    ["1", "mended", 4],
    ["2", "mended", 4],
  ]);
  await nightOf(
    6,
    await takeIn(db.sql, feedNamed("registration/enterprises"), [
      baseRow(inventedUscc(40), "温州鸿运百货店"),
    ]),
  );
  expect((await firstPublished())[1]).toEqual(["2", "mended", 6]);
});

describe("exact evidence", () => {
  test("a code decides; then organisation code, registration number, name, former name", async () => {
    const withRegNo = { ...baseRow(C, "余姚市双柳食品厂") };
    withRegNo.subject = { ...withRegNo.subject, regNo: "330282602082220" };
    const seqs = [
      await takeIn(db.sql, feedNamed("registration/enterprises"), [...ENTERPRISES.slice(0, 2), withRegNo]),
      await takeIn(db.sql, feedNamed("registration/changes"), [
        renameRow(B, "宁波双力贸易有限公司", "宁波双利贸易有限公司", "2019-01-01"),
      ]),
      await penalties(
        penaltyRow("1", { uscc: A, name: "宁波恒达精密机械有限公司" }),
        penaltyRow("2", { orgCode: A.slice(8, 17) }),
        penaltyRow("3", { regNo: "330282602082220" }),
        penaltyRow("4", { name: "宁波（恒达）精密机械有限公司" }),
        penaltyRow("5", { name: "宁波双力贸易有限公司" }),
      ),
    ];
    const counts = await night(...seqs);
    const found = await outcomes();
    expect(["1", "2", "3", "4", "5"].map((no) => [found[no]?.enterprise, found[no]?.rule])).toEqual([
      [A, "uscc"],
      [A, "org_code"],
      [C, "reg_no"],
      [A, "name"],
      [B, "former_name"],
    ]);
    expect(counts).toMatchObject({ records: 6, linked: 6, unlinked: 0, review: 0 });
  });

  test("a sound code that nobody has is never linked by itself, and a known name beside it goes to review", async () => {
    await night(
      await bases(),
      await penalties(
        penaltyRow("1", { uscc: inventedUscc(99) }),
        penaltyRow("2", { uscc: inventedUscc(98), name: "宁波双利贸易有限公司" }),
      ),
    );
    expect(await outcomes()).toMatchObject({
      "1": { outcome: "unlinked", enterprise: null, why: "unknown_code" },
      "2": { outcome: "review", enterprise: null, why: "unknown_code_known_name", rivals: [B] },
    });
  });

  test("a code of one enterprise with the name of another goes to review and names both", async () => {
    await night(await bases(), await penalties(penaltyRow("1", { uscc: A, name: "宁波双利贸易有限公司" })));
    expect(await outcomes()).toMatchObject({
      "1": { outcome: "review", why: "name_is_anothers", rivals: [A, B].sort() },
    });
  });

  test("a code with a name that is nobody's is linked, and says that the name differs", async () => {
    await night(
      await bases(),
      await penalties(penaltyRow("1", { uscc: A, name: "宁波恒大精密机械有限公司" })),
    );
    expect(await outcomes()).toMatchObject({
      "1": { outcome: "linked", enterprise: A, why: "code_name_differs" },
    });
  });

  test("a name of two enterprises is not guessed", async () => {
    const twin = await takeIn(db.sql, feedNamed("registration/enterprises"), [
      baseRow(A, "宁波恒达店"),
      baseRow(B, "宁波恒达店"),
    ]);
    await night(twin, await penalties(penaltyRow("1", { name: "宁波恒达店" })));
    expect(await outcomes()).toMatchObject({
      "1": { outcome: "review", why: "name_of_several", rivals: [A, B].sort() },
    });
  });
});

describe("nights", () => {
  test("records that came before their enterprise are linked when it comes, and counted", async () => {
    expect(
      await night(
        await penalties(penaltyRow("1", { name: "宁波双利贸易有限公司" }), penaltyRow("2", { uscc: A })),
      ),
    ).toMatchObject({ linked: 0, unlinked: 2 });
    expect(await night(await bases())).toMatchObject({ reconsidered: 2 });
    expect(await outcomes()).toMatchObject({
      "1": { enterprise: B, rule: "name" },
      "2": { enterprise: A, rule: "uscc" },
    });
  });

  test("a link by name becomes doubtful when a second bearer of the name arrives", async () => {
    await night(await bases(), await penalties(penaltyRow("1", { name: "宁波双利贸易有限公司" })));
    await night(
      await takeIn(db.sql, feedNamed("registration/enterprises"), [
        baseRow(inventedUscc(14), "宁波双利贸易有限公司"),
      ]),
    );
    expect(await outcomes()).toMatchObject({ "1": { outcome: "review", why: "name_of_several" } });
  });

  test("the same rows again are no news and touch nothing", async () => {
    const rows = [penaltyRow("1", { uscc: A })];
    await night(await bases(), await penalties(...rows));
    await db.sql`truncate ledger.touched`;
    const before = await db.sql`select xmin, * from ledger.record order by id`;
    await night(await bases(), await penalties(...rows));
    expect(await db.sql`select xmin, * from ledger.record order by id`).toEqual(before);
    expect(await db.sql`select * from ledger.touched`).toHaveLength(0);
  });

  test("of two versions the one delivered last wins; a withdrawal takes the record back", async () => {
    await night(await bases(), await penalties(penaltyRow("1", { uscc: A })));
    await night(
      await penalties(penaltyRow("1", { uscc: A, name: "宁波恒达精密机械有限公司" }, { withdrawn: "撤销" })),
    );
    expect(await db.sql`select withdrawn from ledger.record where kind = 'penalty'`).toMatchObject([
      { withdrawn: "撤销" },
    ]);
  });

  test("a full delivery withdraws what it lacks, and what comes back is there again", async () => {
    const feed = feedNamed("registration/lists");
    await night(
      await bases(),
      await takeIn(db.sql, feed, [entryRow("1", { uscc: A }), entryRow("2", { uscc: B })]),
    );
    await night(await takeIn(db.sql, feed, [entryRow("2", { uscc: B })], { isFull: true }));
    const withdrawn = () =>
      db.sql`select body::json ->> 'documentNo' as no, withdrawn from ledger.record where kind = 'list' order by 1`;
    expect(await withdrawn()).toMatchObject([
      { no: "1", withdrawn: "absent_from_full" },
      { no: "2", withdrawn: null },
    ]);
    expect(await db.sql`select uscc from ledger.touched`).toContainEqual({ uscc: A });
    await night(await takeIn(db.sql, feed, [entryRow("1", { uscc: A })]));
    expect(await withdrawn()).toMatchObject([
      { no: "1", withdrawn: null },
      { no: "2", withdrawn: null },
    ]);
  });

  test("a base record that drops its name keeps the old one as a former name, and records find it", async () => {
    await night(await bases());
    await night(
      await takeIn(db.sql, feedNamed("registration/enterprises"), [baseRow(A, "宁波恒达智能装备有限公司")]),
    );
    await night(await penalties(penaltyRow("1", { name: "宁波恒达精密机械有限公司" })));
    expect(await outcomes()).toMatchObject({ "1": { enterprise: A, rule: "former_name" } });
    expect(await db.sql`select name from ledger.former_name`).toMatchObject([
      { name: "宁波恒达精密机械有限公司" },
    ]);
  });

  test("restricted feeds are linked apart and touch no public profile", async () => {
    await night(await bases());
    await db.sql`truncate ledger.touched`;
    await night(await takeIn(db.sql, feedNamed("police/cases"), [penaltyRow("9", { uscc: A })]));
    expect(await db.sql`select outcome from restricted.record`).toMatchObject([{ outcome: "linked" }]);
    expect(await db.sql`select from ledger.record_public where kind <> 'base'`).toHaveLength(0);
    expect(await db.sql`select from ledger.touched`).toHaveLength(0);
  });

  test("natural persons stay in the restricted archive and go no further", async () => {
    await night(
      await bases(),
      await penalties(penaltyRow("1", { name: "宁波双利贸易有限公司" }, { naturalPerson: true })),
    );
    expect(await db.sql`select from ledger.record where kind <> 'base'`).toHaveLength(0);
    expect(await db.sql`select from restricted.received`).toHaveLength(1);
  });

  test("the ledger's indexes stand after its first night as the migrations made them", async () => {
    const indexes = async (sql = db.sql) =>
      (
        await sql`
          select tablename, regexp_replace(indexdef, 'INDEX \\S+', '') as made from pg_indexes
          where tablename in ('record', 'record_public') and schemaname in ('ledger', 'restricted') order by 1, 2`
      ).map((row) => row);
    const fresh = await freshDatabase();
    const made = await indexes(fresh.sql);
    await fresh.close();
    expect(made.length).toBeGreaterThan(10);
    await night(await bases());
    expect(await indexes()).toEqual(made);
    await night(await penalties(penaltyRow("1", { uscc: A })));
    expect(await indexes()).toEqual(made);
  });

  test("a withdrawn base record lets go of what was linked to it", async () => {
    await night(await bases(), await penalties(penaltyRow("1", { uscc: A })));
    await night(
      await takeIn(db.sql, feedNamed("registration/enterprises"), [
        { ...baseRow(A, "宁波恒达精密机械有限公司"), withdrawn: "撤销" },
      ]),
    );
    expect(await outcomes()).toMatchObject({ "1": { outcome: "unlinked", enterprise: null } });
    expect(await db.sql`select uscc from ledger.touched`).toContainEqual({ uscc: A });
  });
});
