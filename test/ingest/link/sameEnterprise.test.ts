import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { nightly } from "../../../ingest/nightly.ts";
import { noProgress } from "../../../ingest/progress.ts";
import { judgeSame, type SameVerdict, sameDecisions } from "../../../src/db/sameEnterprises.ts";
import { sameQuestions } from "../../../src/db/sameQuestions.ts";
import { freshDatabase } from "../../database.ts";
import {
  baseRow,
  codeChangeRow,
  entryRow,
  FEEDS,
  feedNamed,
  penaltyRow,
  renameRow,
  takeIn,
} from "../accepted.ts";
import { inventedUscc } from "../merge/records.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
const empty = () => db.sql`
  truncate archive.delivery, archive.received, ledger.enterprise, ledger.enterprise_key, ledger.record, ledger.former_name,
    ledger.touched, ledger.touched_entry, ledger.same_enterprise, ledger.code_change, ledger.former_code, published.snapshot,
    published.profile, published.list_entry, published.search_document, published.search_removed, published.former_code cascade`;
beforeEach(empty);

const OLD = inventedUscc(31, "91330283");
const NEW = inventedUscc(31, "91330213");
const [A, B, C, D] = [inventedUscc(32), inventedUscc(33), inventedUscc(34), inventedUscc(35)] as const;
const NAME = "宁波恒达精密机械有限公司";
const CLOSED = { status: { code: "cancelled", label: "注销" }, closed: "2020-06-01" };
const REG_NO = "330282602082220";

const deliver = (feed: string, ...rows: Parameters<typeof takeIn>[2]) =>
  takeIn(db.sql, feedNamed(`registration/${feed}`), rows);
const bases = (...rows: Parameters<typeof takeIn>[2]) => deliver("enterprises", ...rows);
const night = (day = "2026-11-24") =>
  nightly({
    ...{ sql: db.sql, feeds: FEEDS, index: null, inbox: null, progress: noProgress(), threads: null },
    now: new Date(`${day}T02:00:00+08:00`),
  });
const judge = (codes: readonly [string, string], verdict: SameVerdict) =>
  judgeSame(db.sql, { codes, verdict, decidedBy: "clerk", reason: "档案核对" });

const former = async () =>
  Object.fromEntries(
    (await db.sql`select code, uscc from ledger.former_code order by code`).map((row) => [
      row.code,
      row.uscc,
    ]),
  );
const published = async () => {
  const [row] = await db.sql<{ all: string }[]>`
    select json_build_object(
      'profiles', (select json_agg(body order by uscc) from published.profile where to_snapshot = 2147483647),
      'entries', (select json_agg(json_build_array(list, uscc, body) order by list, body) from published.list_entry
        where to_snapshot = 2147483647),
      'documents', (select json_agg(document::text order by uscc) from published.search_document),
      'codes', (select json_agg(json_build_array(code, uscc) order by code, uscc) from published.former_code
        where to_snapshot = 2147483647))::text as all`;
  return row?.all ?? "";
};

describe("which codes are one enterprise", () => {
  test("a code issued again after a move has the same organisation code; one that is closed gives way", async () => {
    await bases(baseRow(OLD, NAME), baseRow(NEW, NAME, CLOSED));
    expect(await night()).toMatchObject({ enterprises: 1, regrouped: 1 });
    expect(await former()).toEqual({ [NEW]: OLD });
    expect(await sameDecisions(db.sql, null)).toMatchObject([
      { uscc: NEW, other: OLD, verdict: "same", basis: "org_code", decidedBy: "rule", appliedIn: 1 },
    ]);
  });

  test("of two that are there the one approved last stays", async () => {
    await bases(
      baseRow(OLD, NAME, { approved: "2019-01-01" }),
      baseRow(NEW, NAME, { approved: "2021-01-01" }),
    );
    await night();
    expect(await former()).toEqual({ [OLD]: NEW });
  });

  test("an organisation code that nothing else bears out is a question, not a link", async () => {
    const other = { legalRepresentative: "王平", established: "1999-09-09", address: "宁海县1号" };
    await bases(baseRow(OLD, NAME), baseRow(NEW, "宁海双柳食品厂", other));
    await night();
    expect(await former()).toEqual({});
    expect(await sameQuestions(db.sql)).toMatchObject([{ uscc: NEW, other: OLD, why: "org_code" }]);
  });

  test("a registration number with the same name is enough, with another name it is not", async () => {
    await bases(
      baseRow(A, NAME, { regNo: REG_NO, ...CLOSED }),
      baseRow(B, NAME, { regNo: REG_NO, legalRepresentative: "王平" }),
      baseRow(C, "余姚市双柳食品厂", { regNo: REG_NO }),
    );
    await night();
    expect(await former()).toEqual({ [A]: B });
  });

  test("a change record that names both codes counts under one of them, and not under a third", async () => {
    await bases(
      baseRow(A, "甲一厂", CLOSED),
      baseRow(B, "乙二厂", { legalRepresentative: "王平" }),
      baseRow(C, "丙三厂", CLOSED),
      baseRow(D, "丁四厂", { legalRepresentative: "李和" }),
    );
    await deliver(
      "changes",
      codeChangeRow({ uscc: B }, A, B, "2020-06-01"),
      codeChangeRow({ uscc: B }, C, D, "2020-06-01"),
    );
    await night();
    expect(await former()).toEqual({ [A]: B });
  });

  test("the same name and representative, one of them closed, is a question; so is a sole trader that became a firm", async () => {
    const trader = inventedUscc(36, "92330212");
    const place = { legalRepresentative: "李和", address: "宁波市江北区2号" };
    await bases(
      baseRow(A, NAME, CLOSED),
      baseRow(B, NAME),
      baseRow(trader, "江北区李和食品店", { ...place, ...CLOSED }),
      baseRow(C, "宁波李和食品有限公司", place),
    );
    await night();
    expect(await former()).toEqual({});
    const questions = await sameQuestions(db.sql);
    expect(questions.map(({ uscc, other, why }) => [uscc, other, why])).toEqual(
      [
        [A, B, "same_name"],
        [C, trader, "same_place"],
      ].sort(),
    );
    await judge([B, A], "different");
    expect(await sameQuestions(db.sql)).toMatchObject([{ why: "same_place" }]);
  });

  test("chains and circles lead to one code", async () => {
    await bases(
      ...[A, B, C, D].map((uscc, i) => baseRow(uscc, `甬江${i}厂`, { established: `201${i}-01-01` })),
    );
    await night();
    await judge([A, B], "same");
    await judge([C, B], "same");
    await judge([C, D], "same");
    await judge([A, D], "same");
    await night();
    expect(await former()).toEqual({ [A]: D, [B]: D, [C]: D });
    await judge([A, B], "open");
    await judge([C, D], "open");
    await night();
    expect(await former()).toEqual({ [A]: D, [B]: C });
  });

  test("people may not say both; evidence that contradicts them joins nothing, and becomes a question", async () => {
    const third = inventedUscc(31, "91330212");
    await bases(baseRow(OLD, NAME), baseRow(NEW, NAME), baseRow(third, NAME));
    await night();
    expect(Object.keys(await former())).toHaveLength(2);
    await judge([OLD, NEW], "different");
    await night();
    expect(await former()).toEqual({});
    expect((await sameQuestions(db.sql)).map(({ why }) => why)).toEqual(["contradiction", "contradiction"]);
    await judge([OLD, third], "same");
    await expect(judge([third, NEW], "same")).rejects.toMatchObject({ code: "bad_usage" });
    await judge([third, NEW], "different");
    await night();
    expect(await former()).toEqual({ [OLD]: third });
  });

  test("what a base or change record said ends with it, and the decision is superseded, not lost", async () => {
    await bases(baseRow(A, "甲一厂", CLOSED), baseRow(B, "乙二厂"));
    const change = codeChangeRow({ uscc: B }, A, B, "2020-06-01");
    await deliver("changes", change);
    await night();
    await deliver("changes", { ...change, withdrawn: "撤销" });
    expect(await night()).toMatchObject({ regrouped: 1, enterprises: 2 });
    expect((await sameDecisions(db.sql, [A, B])).map(({ verdict }) => verdict)).toEqual(["open", "same"]);
    await deliver("changes", change);
    expect(await night()).toMatchObject({ regrouped: 1, enterprises: 1 });
    await bases({ ...baseRow(B, "乙二厂"), withdrawn: "撤销" });
    await night();
    expect(await former()).toEqual({ [B]: A });
    expect(await db.sql`select uscc from published.profile where to_snapshot = 2147483647`).toMatchObject([
      { uscc: A },
    ]);
  });
});

describe("whose a record is", () => {
  const withRecords = async () => {
    await bases(
      baseRow(A, NAME, { ...CLOSED, regNo: REG_NO }),
      baseRow(B, NAME, { legalRepresentative: "王平" }),
      baseRow(C, "余姚市双柳食品厂"),
    );
    await deliver(
      "penaltys",
      penaltyRow("1", { uscc: A }),
      penaltyRow("2", { uscc: B }),
      penaltyRow("3", { name: NAME }),
      penaltyRow("4", { regNo: REG_NO }),
    );
    await deliver("lists", entryRow("5", { name: NAME }), entryRow("6", { uscc: A, name: NAME }));
    await deliver("changes", renameRow(A, "宁波恒大机械厂", NAME, "2018-01-01"));
  };

  test("a merge takes in what could not tell the codes apart; a split restores both to the byte", async () => {
    await withRecords();
    await night("2026-11-20");
    const before = await published();
    await judge([A, B], "same");
    await night("2026-11-21");
    const merged = await published();
    const [profile] = await db.sql<{ body: string }[]>`
      select body from published.profile where uscc = ${B} and to_snapshot = 2147483647`;
    const { penalties, lists, identity } = JSON.parse(profile?.body ?? "{}");
    expect(penalties.map(({ documentNo }: { documentNo: string }) => documentNo).sort()).toEqual([
      "1",
      "2",
      "3",
      "4",
    ]);
    expect(lists).toHaveLength(2);
    expect(identity).toMatchObject({ name: NAME, status: { code: "active" }, legalRepresentative: "王平" });
    expect(identity.formerNames).toMatchObject([{ name: "宁波恒大机械厂", until: "2018-01-01" }]);
    expect(identity.codes).toMatchObject({
      uscc: B,
      former: [
        { code: A, kind: "uscc", bases: ["judgement"], until: "2020-06-01", feed: "enterprises" },
        { code: REG_NO, kind: "regNo" },
      ],
    });
    expect(await night("2026-11-22")).toMatchObject({ changed: 0, regrouped: 0, reconsidered: 0 });
    expect(await published()).toBe(merged);
    await judge([A, B], "different");
    expect(await night("2026-11-23")).toMatchObject({ regrouped: 1 });
    // An entry that is nobody's again is published as such from that night on.
    const nobodys = /("subject\\":\{\\"uscc\\":null.*?publishedAt\\":\\")[0-9-]{10}/g;
    expect((await published()).replace(nobodys, "$1")).toBe(before.replace(nobodys, "$1"));
    await judge([A, B], "same");
    await night("2026-11-24");
    expect((await published()).replaceAll("2026-11-24", "2026-11-21")).toBe(merged);
  });

  test("a code that no base record bears finds its enterprise by the change that gave it up", async () => {
    const gone = inventedUscc(39);
    await bases(baseRow(A, NAME), baseRow(B, "宁波双利贸易有限公司"));
    await deliver(
      "penaltys",
      penaltyRow("1", { uscc: gone }),
      penaltyRow("2", { uscc: gone, name: "宁波双利贸易有限公司" }),
      penaltyRow("3", { regNo: REG_NO }),
    );
    await night();
    await deliver(
      "changes",
      codeChangeRow({ uscc: A }, gone, A, "2017-01-01"),
      codeChangeRow({ uscc: A }, REG_NO, A, "2015-01-01"),
    );
    await night();
    const links = await db.sql`
      select body::json ->> 'documentNo' as no, outcome, why from ledger.record where kind = 'penalty' order by 1`;
    expect(links).toMatchObject([
      { no: "1", outcome: "linked", why: "former_code" },
      { no: "2", outcome: "review", why: "unknown_code_known_name" },
      { no: "3", outcome: "linked", why: "code" },
    ]);
    const [profile] = await db.sql<{ body: string }[]>`
      select body from published.profile where uscc = ${A} and to_snapshot = 2147483647`;
    const { penalties, identity } = JSON.parse(profile?.body ?? "{}");
    expect(penalties).toHaveLength(2);
    expect(identity.codes.former).toMatchObject([
      { code: gone, kind: "uscc", bases: ["change"], until: "2017-01-01", feed: "changes" },
      { code: REG_NO, kind: "regNo", bases: ["change"], until: "2015-01-01" },
    ]);
  });

  test("changes under another code say what the enterprise was, never what it is", async () => {
    await bases(baseRow(A, "宁波旧厂", CLOSED), baseRow(B, NAME, { approved: "2020-01-01" }));
    await deliver("changes", renameRow(A, "宁波更旧厂", "宁波旧厂", "2022-02-02"));
    await night();
    await judge([A, B], "same");
    await night();
    const [profile] = await db.sql<{ body: string }[]>`
      select body from published.profile where to_snapshot = 2147483647`;
    expect(JSON.parse(profile?.body ?? "{}").identity).toMatchObject({
      name: NAME,
      formerNames: [{ name: "宁波更旧厂" }, { name: "宁波旧厂" }],
      conflicts: [],
    });
  });
});

test("in whatever order the deliveries come, the profiles are the same to the byte", async () => {
  const parts = [
    () => bases(baseRow(OLD, NAME, CLOSED), baseRow(A, "甲一厂", { ...CLOSED, regNo: REG_NO })),
    () => bases(baseRow(NEW, NAME), baseRow(B, "乙二厂", { legalRepresentative: "王平" })),
    () => deliver("changes", codeChangeRow({ uscc: B }, A, B, "2020-06-01")),
    () => deliver("changes", renameRow(NEW, "宁波恒大机械厂", NAME, "2021-01-01")),
    () =>
      deliver(
        "penaltys",
        penaltyRow("1", { uscc: OLD }),
        penaltyRow("2", { name: NAME }),
        penaltyRow("3", { name: "宁波恒大机械厂" }),
        penaltyRow("4", { regNo: REG_NO, name: "乙二厂" }),
      ),
    () => deliver("lists", entryRow("7", { name: "甲一厂" }), entryRow("8", { uscc: NEW })),
  ];
  const publish = async (order: readonly number[], inOneNight: boolean) => {
    await empty();
    for (const part of order) {
      await parts[part]?.();
      if (!inOneNight) await night();
    }
    await night();
    return (await published()).replace(/d[0-9a-f]{15}/g, "delivery");
  };
  const expected = await publish([0, 1, 2, 3, 4, 5], true);
  expect(await former()).toEqual({ [OLD]: NEW, [A]: B });
  for (const order of [
    [5, 4, 3, 2, 1, 0],
    [2, 4, 0, 5, 3, 1],
  ])
    expect(await publish(order, true)).toBe(expected);
  for (const order of [
    [5, 4, 3, 2, 1, 0],
    [4, 0, 2, 1, 5, 3],
  ])
    expect(await publish(order, false)).toBe(expected);
}, 300_000);
