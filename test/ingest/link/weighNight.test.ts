import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { linkNight } from "../../../ingest/link/linkNight.ts";
import { PARAMETERS } from "../../../src/enterprise/linking/weights.ts";
import { freshDatabase } from "../../database.ts";
import { baseRow, FEEDS, feedNamed, penaltyRow, takeIn } from "../accepted.ts";
import { inventedUscc } from "../merge/records.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.sql`truncate archive.delivery, archive.received, ledger.enterprise, ledger.enterprise_key, ledger.known_party, ledger.link_key,
    ledger.party_key, ledger.question, ledger.judgement, ledger.record, ledger.former_name, ledger.touched, ledger.touched_entry cascade`;
});

const [A, B, C, D] = [inventedUscc(11), inventedUscc(12), inventedUscc(13), inventedUscc(14)] as const;
const NAME = "宁波恒达精密机械有限公司";

type Base = Parameters<typeof baseRow>[2];
/** A base row whose representative stands in its subject too, as the feed reads it. */
function firm(uscc: string, name: string, over: Base = {}) {
  const row = baseRow(uscc, name, over);
  const rep = over?.legalRepresentative ?? "张安";
  return { ...row, subject: { ...row.subject, legalRepresentative: rep } };
}
const badCode = (text: string) => ({ notes: [{ field: "uscc", code: "bad_code", text }] });

function about(no: string, name: string, more: { rep?: string; address?: string; body?: object } = {}) {
  const row = penaltyRow(no, {
    name,
    legalRepresentative: more.rep ?? null,
    address: more.address ?? null,
  });
  return { ...row, body: { ...row.body, ...more.body } };
}

let snapshot = 0;
async function night(rows: { firms?: ReturnType<typeof firm>[]; records?: ReturnType<typeof about>[] } = {}) {
  const deliveries: number[] = [];
  if (rows.firms) deliveries.push(await takeIn(db.sql, feedNamed("registration/enterprises"), rows.firms));
  if (rows.records) deliveries.push(await takeIn(db.sql, feedNamed("registration/penaltys"), rows.records));
  snapshot++;
  return db.sql.begin((tx) => linkNight(tx, { deliveries, feeds: FEEDS, snapshot }));
}
async function outcomes(): Promise<
  Record<string, { outcome: string; enterprise: string | null; why: string; rule: string }>
> {
  const rows =
    await db.sql`select body::json ->> 'documentNo' as no, outcome, enterprise, rule, why from ledger.record where kind <> 'base' order by 1`;
  return Object.fromEntries(rows.map(({ no, ...rest }) => [String(no), rest as never]));
}
const questions = () =>
  db.sql`select party, uscc, why, stated, evidence from ledger.question order by party, uscc`;

async function judge(verdict: string, uscc: string, supersedes: number | null = null): Promise<number> {
  const [row] = await db.sql`
    insert into ledger.judgement (party, uscc, verdict, decided_by, reason, shown, supersedes)
    select party, ${uscc}, ${verdict}, 'clerk', 'looked it up', '{}', ${supersedes} from (
      select party from ledger.question union select party from ledger.record where party is not null) p limit 1
    returning seq`;
  return Number(row?.seq);
}

describe("evidence links what no code and no exact name settles", () => {
  test.each([
    ["a name without its form", about("1", "宁波恒达精密机械")],
    ["a slip in the trade that makes no word", about("1", "宁波恒达精密机槭有限公司")],
    [
      "a brand one character off with the representative",
      about("1", "宁波亨达精密机械有限公司", { rep: "张安" }),
    ],
    [
      "a brand one character off with a code one character off",
      about("1", "宁波亨达精密机械有限公司", {
        body: badCode(A.slice(0, 17) + (A.endsWith("1") ? "2" : "1")),
      }),
    ],
    ["another spelling of the form", about("1", "宁波市恒达精密机械有限责任公司")],
  ])("%s", async (_, record) => {
    await night({ firms: [firm(A, NAME), firm(B, "宁波远景食品有限公司")], records: [record] });
    expect(await outcomes()).toMatchObject({
      "1": { outcome: "linked", enterprise: A, rule: "evidence", why: "weighed" },
    });
    const [row] = await db.sql`select score, evidence from ledger.record where kind = 'penalty'`;
    const [link] = JSON.parse(row?.evidence);
    expect(link).toMatchObject({ uscc: A, version: PARAMETERS.version, outcome: "same" });
    expect(link.zh).toContain(NAME);
    expect(row?.score).toBeGreaterThan(0.999);
    expect(await questions()).toHaveLength(0);
  });

  test.each([
    [
      "another word in the trade under the same representative",
      about("1", "宁波恒达精密仪器有限公司", { rep: "张安" }),
    ],
    ["another legal form", about("1", "宁波恒达精密机械股份有限公司")],
    [
      "a brand one character off at the address of the firm",
      about("1", "宁波亨达精密机械有限公司", { address: "浙江省宁波市鄞州区首南街道1号" }),
    ],
  ])("%s is a question to people", async (_, record) => {
    await night({ firms: [firm(A, NAME)], records: [record] });
    expect(await outcomes()).toMatchObject({
      "1": { outcome: "review", enterprise: null, why: "weighed_review" },
    });
    const [question] = await questions();
    expect(question).toMatchObject({ uscc: A, why: "weighed_review" });
    const { name, address } = record.subject;
    expect(JSON.parse(question?.stated)).toMatchObject({ name, address });
    expect(JSON.parse(question?.evidence).features.length).toBeGreaterThan(1);
  });

  test.each([
    ["a brand one character off with nothing beside it", about("1", "宁波亨达精密机械有限公司")],
    ["the same name of another level", about("1", "浙江恒达精密机械有限公司")],
    ["a parent's name when only its branch is known", about("1", "宁波远景食品有限公司")],
    ["another trade under the same brand", about("1", "宁波恒达餐饮有限公司")],
    [
      "a brand one character off under another representative",
      about("1", "宁波亨达精密机械有限公司", { rep: "李四" }),
    ],
    ["a person alone", about("1", "温州鸿运百货店", { rep: "张安" })],
  ])("%s is not linked", async (_, record) => {
    await night({ firms: [firm(A, NAME), firm(B, "宁波远景食品有限公司鄞州分公司")], records: [record] });
    expect((await outcomes())["1"]?.outcome).not.toBe("linked");
  });

  test("two that are as likely are left to people, both of them", async () => {
    await night({
      firms: [
        firm(A, "宁波恒达精密机械有限公司"),
        firm(B, "宁波恒达精密机械股份有限公司", { legalRepresentative: "李四" }),
      ],
      records: [about("1", "宁波恒达精密机械"), about("2", "宁波恒达精密机械", { rep: "李四" })],
    });
    expect(await outcomes()).toMatchObject({
      "1": { outcome: "review", why: "weighed_review" },
      "2": { outcome: "linked", enterprise: B },
    });
    expect((await questions()).map((one) => one.uscc)).toEqual([A, B]);
  });

  test("of two bearers of a name, one after the other, the day of the record decides", async () => {
    const [old, young] = [
      firm(A, NAME, { established: "2001-01-01", closed: "2010-01-01" }),
      firm(B, NAME, { established: "2015-01-01", legalRepresentative: "李四" }),
    ];
    const on = (no: string, decidedOn: string) => about(no, NAME, { body: { decidedOn } });
    await night({
      firms: [old, young],
      records: [on("1", "2005-05-05"), on("2", "2020-05-05"), on("3", "2010-06-01")],
    });
    expect(await outcomes()).toMatchObject({
      "1": { outcome: "linked", enterprise: A },
      "2": { outcome: "linked", enterprise: B },
      "3": { outcome: "linked", enterprise: A },
    });
  });
});

describe("what people decide", () => {
  const doubtful = (no: string) => about(no, "宁波恒达精密机械股份有限公司");

  test("same links the record at the next night, and later records of the same evidence too", async () => {
    await night({ firms: [firm(A, NAME)], records: [doubtful("1")] });
    await judge("same", A);
    expect(await night()).toMatchObject({ reconsidered: 1 });
    await night({ records: [doubtful("2")] });
    const linked = { outcome: "linked", enterprise: A, rule: "judgement", why: "judged_same" };
    expect(await outcomes()).toMatchObject({ "1": linked, "2": linked });
    expect(await questions()).toHaveLength(0);
    expect(await db.sql`select uscc from ledger.touched`).toContainEqual({ uscc: A });
  });

  test("different is remembered: the enterprise is not asked about again, and a link it forbids is undone", async () => {
    await night({ firms: [firm(A, NAME)], records: [about("1", "宁波恒达精密机械")] });
    expect(await outcomes()).toMatchObject({ "1": { outcome: "linked" } });
    await judge("different", A);
    await night();
    await night({ records: [about("2", "宁波恒达精密机械")] });
    const unlinked = { outcome: "unlinked", enterprise: null, why: "judged_different" };
    expect(await outcomes()).toMatchObject({ "1": unlinked, "2": unlinked });
    expect(await questions()).toHaveLength(0);
  });

  test("unsure leaves the question open", async () => {
    await night({ firms: [firm(A, NAME)], records: [doubtful("1")] });
    await judge("unsure", A);
    await night();
    expect(await outcomes()).toMatchObject({ "1": { outcome: "review" } });
    expect(await questions()).toHaveLength(1);
  });

  test("a later decision supersedes an earlier one", async () => {
    await night({ firms: [firm(A, NAME)], records: [doubtful("1")] });
    const first = await judge("different", A);
    await night();
    await judge("same", A, first);
    await night();
    expect(await outcomes()).toMatchObject({ "1": { outcome: "linked", enterprise: A, why: "judged_same" } });
    expect(await db.sql`select verdict from ledger.judgement order by seq`).toHaveLength(2);
  });
});

describe("nights", () => {
  test("what waits is linked when its enterprise comes, and doubtful again when another like it does", async () => {
    expect(await night({ records: [about("1", "宁波恒达精密机械")] })).toMatchObject({ unlinked: 1 });
    expect(await night({ firms: [firm(A, NAME)] })).toMatchObject({ reconsidered: 1 });
    expect(await outcomes()).toMatchObject({ "1": { outcome: "linked", enterprise: A } });
    await night({ firms: [firm(B, "宁波恒达精密机械股份有限公司", { legalRepresentative: "李四" })] });
    expect(await outcomes()).toMatchObject({ "1": { outcome: "review" } });
  });

  test("a code with a slip waits for its enterprise", async () => {
    const slip = A.slice(0, 17) + (A.endsWith("1") ? "2" : "1");
    await night({ records: [about("1", "宁波亨达精密机械有限公司", { body: badCode(slip) })] });
    await night({ firms: [firm(A, NAME)] });
    expect(await outcomes()).toMatchObject({ "1": { outcome: "linked", enterprise: A } });
  });

  test("a night without anything that concerns it leaves a record alone, to the row version", async () => {
    await night({
      firms: [firm(A, NAME)],
      records: [about("1", "宁波恒达精密机械"), about("2", "宁波恒达精密机械股份有限公司")],
    });
    const rows = () =>
      db.sql`select xmin::text, id, outcome, evidence from ledger.record where kind <> 'base' order by id`;
    const before = await rows();
    const asked = await questions();
    await night({ firms: [firm(C, "温州鸿运百货有限公司")] });
    expect(await rows()).toEqual(before);
    expect(await questions()).toEqual(asked);
  });

  test("in whatever order enterprises and records come, outcomes, evidence and questions are the same", async () => {
    const firms = [
      firm(A, NAME),
      firm(B, "宁波亨达精密机械有限公司", { legalRepresentative: "李四" }),
      firm(C, "宁波远景食品有限公司"),
      firm(D, NAME, { established: "2019-01-01" }),
    ];
    const records = [
      about("1", "宁波恒达精密机械"),
      about("2", "宁波哼达精密机械有限公司", { rep: "李四" }),
      about("3", "宁波远景食品"),
      about("4", "宁波远景食品股份有限公司"),
    ];
    const states: unknown[] = [];
    for (const nights of [
      [{ firms, records }],
      [{ records }, { firms }],
      [
        { firms: firms.slice(0, 2) },
        { records: records.slice(2) },
        { firms: firms.slice(2) },
        { records: records.slice(0, 2) },
      ],
      [
        ...records.map((record) => ({ records: [record] })),
        ...firms.toReversed().map((one) => ({ firms: [one] })),
      ],
    ]) {
      await db.sql`truncate archive.delivery, archive.received, ledger.enterprise, ledger.enterprise_key, ledger.known_party,
        ledger.link_key, ledger.party_key, ledger.question, ledger.record, ledger.touched, ledger.touched_entry cascade`;
      for (const rows of nights) await night(rows);
      states.push([
        await db.sql`select id, outcome, enterprise, rule, score, why, rivals, party, evidence from ledger.record where kind <> 'base' order by id`,
        await db.sql`select id, probability, why, stated, evidence from ledger.question order by id`,
      ]);
    }
    for (const state of states.slice(1)) expect(state).toEqual(states[0]);
    expect(await outcomes()).toMatchObject({
      "3": { outcome: "linked", enterprise: C },
      "4": { outcome: "review" },
    });
  });

  test("restricted records are linked by evidence too, and touch no public profile", async () => {
    await night({ firms: [firm(A, NAME)] });
    await db.sql`truncate ledger.touched`;
    const seq = await takeIn(db.sql, feedNamed("police/cases"), [about("9", "宁波恒达精密机械")]);
    await db.sql.begin((tx) => linkNight(tx, { deliveries: [seq], feeds: FEEDS, snapshot: ++snapshot }));
    expect(await db.sql`select outcome, enterprise from restricted.record`).toMatchObject([
      { outcome: "linked", enterprise: A },
    ]);
    expect(await db.sql`select from ledger.touched`).toHaveLength(0);
  });
});
