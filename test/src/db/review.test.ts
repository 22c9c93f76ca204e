import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Decision, decide, readQuestion } from "../../../src/db/judgements.ts";
import { countQuestions, listQuestions, nextQuestion } from "../../../src/db/review.ts";
import { CreditError } from "../../../src/errors.ts";
import { freshDatabase } from "../../database.ts";
import { inventedUscc } from "../../ingest/merge/records.ts";
import { publishFixture } from "../../publishedFixture.ts";
import {
  ASKED,
  EVIDENCE,
  fillReview,
  insertKnownParty,
  insertQuestion,
  insertRecords,
} from "../../reviewFixture.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let ids: Awaited<ReturnType<typeof fillReview>>;
beforeAll(async () => {
  db = await freshDatabase();
  await publishFixture(db.sql);
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.sql`truncate ledger.question, ledger.judgement, ledger.record, ledger.known_party`;
  ids = await fillReview(db.sql);
});

const judge = (over: Partial<Decision> & Pick<Decision, "id" | "verdict">) =>
  db.sql.begin((tx) => decide(tx, { by: "甲", reason: "看过", supersedes: null, version: null, ...over }));
const refusalOf = async (deciding: Promise<unknown>) => {
  const error = await deciding.then(
    () => null,
    (refused: unknown) => refused,
  );
  return error instanceof CreditError ? { code: error.code, ...error.details } : error;
};
const queue = async () => (await listQuestions(db.sql, { size: 100 })).questions.map(({ id }) => id);

describe("the queue", () => {
  test("shows both sides, the evidence, the consequences and the other questions about the same records", async () => {
    const { questions, next } = await listQuestions(db.sql, { size: 1 });
    expect(next).toBe(ids.hengda);
    expect(questions).toEqual([
      {
        id: ids.hengda,
        uscc: ASKED.hengda,
        probability: 0.81,
        why: "name_of_several",
        whyWords: { zh: "名称与多家企业一致", en: "Several enterprises bear this name" },
        stated: {
          ...{ name: "宁波恒哒精密机械有限公司", uscc: null, badCode: "91330212100000014M", orgCode: null },
          ...{ regNo: null, legalRepresentative: "李四", region: "330212", address: "鄞州区首南街道1号" },
        },
        enterprise: {
          uscc: ASKED.hengda,
          name: "宁波恒达精密机械有限公司",
          formerNames: ["宁波恒达五金机械有限公司"],
          legalRepresentative: "张安",
          district: { code: "330212", label: "鄞州区" },
          address: "宁波市鄞州区首南街道1号",
          regNo: null,
          established: "2010-03-01",
          closed: null,
        },
        evidence: EVIDENCE,
        consequences: {
          records: [
            {
              ...{
                source: "court",
                feed: "dishonest",
                title: expect.objectContaining({ zh: "失信被执行人" }),
                kind: "list",
                list: "dishonest",
              },
              ...{ restricted: false, count: 1, linked: 0 },
            },
            {
              ...{
                source: "registration",
                feed: "penalties",
                title: { zh: "行政处罚", en: "Penalties" },
                kind: "penalty",
                list: null,
              },
              ...{ restricted: false, count: 2, linked: 0 },
            },
            {
              ...{ source: "police", feed: "cases", title: null, kind: "case", list: null },
              ...{ restricted: true, count: 1, linked: 0 },
            },
          ],
          zh: expect.stringContaining("将在“宁波恒达精密机械有限公司”的公开档案中公示"),
          en: expect.stringMatching(
            /^1 entry of “Dishonest judgment debtors” and 2 penalties would be shown/,
          ),
        },
        siblings: [
          {
            ...{ id: ids.branch, uscc: ASKED.double, name: "宁波恒达精密机械有限公司慈溪分公司" },
            ...{ probability: 0.4, verdict: null },
          },
        ],
        judgement: null,
        askedIn: 3,
      },
    ]);
  });

  test("has the likeliest first and is paged to its end without a gap or a repetition", async () => {
    const all = [ids.hengda, ids.blank, ids.hostile, ids.branch];
    expect(await queue()).toEqual(all);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listQuestions(db.sql, { size: 1, after });
      seen.push(...page.questions.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(all);
    await expect(listQuestions(db.sql, { size: 1, after: "0000000000000000" })).rejects.toThrow(/after/);
  });

  test("pages through equal probabilities by id", async () => {
    for (let n = 0; n < 30; n++) {
      await insertRecords(db.sql, { party: `p${n}`, feed: "registration/penalties", kind: "penalty" });
      await insertQuestion(db.sql, { party: `p${n}`, uscc: ASKED.blank, probability: 0.6 });
    }
    const whole = await queue();
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listQuestions(db.sql, { size: 7, after });
      seen.push(...page.questions.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(whole);
    expect(whole).toHaveLength(34);
  });

  test("leaves out what no record waits for, what is judged, and what another judgement has answered", async () => {
    await db.sql`update ledger.record set outcome = 'linked', enterprise = ${ASKED.blank} where party = md5('空白')::uuid`;
    expect(await queue()).toEqual([ids.hengda, ids.hostile, ids.branch]);
    await judge({ id: ids.hostile, verdict: "different" });
    expect(await queue()).toEqual([ids.hengda, ids.branch]);
    await judge({ id: ids.hengda, verdict: "same" });
    expect(await queue()).toEqual([]);
    expect(await readQuestion(db.sql, ids.branch)).toMatchObject({ open: false, judgement: null });
  });

  test("keeps what somebody was unsure about, marked, at its end", async () => {
    await judge({ id: ids.hengda, verdict: "unsure", reason: "地址要查" });
    const { questions } = await listQuestions(db.sql, { size: 100 });
    expect(questions.map(({ id }) => id)).toEqual([ids.blank, ids.hostile, ids.branch, ids.hengda]);
    expect(questions[3]?.judgement).toMatchObject({ verdict: "unsure", by: "甲", reason: "地址要查" });
    expect(questions[2]?.siblings).toMatchObject([{ id: ids.hengda, verdict: "unsure" }]);
    expect(await countQuestions(db.sql)).toEqual({ open: 4, unsure: 1 });
    const second = await listQuestions(db.sql, { size: 2, after: ids.hostile });
    expect(second.questions.map(({ id }) => id)).toEqual([ids.branch, ids.hengda]);
  });

  test("says that the register has an enterprise no more", async () => {
    await db.sql`delete from ledger.known_party where uscc = ${ASKED.blank}`;
    const question = await readQuestion(db.sql, ids.blank);
    expect(question).toMatchObject({ enterprise: null, uscc: ASKED.blank });
    expect(await refusalOf(judge({ id: ids.blank, verdict: "same" }))).toMatchObject({
      code: "enterprise_not_found",
    });
    expect(await judge({ id: ids.blank, verdict: "different" })).toMatchObject({ verdict: "different" });
  });

  test("goes on with the same records, then with the next question, then from the beginning", async () => {
    const from = (id: string, probability: number) =>
      nextQuestion(db.sql, { id, probability, unsure: false });
    await judge({ id: ids.hengda, verdict: "different" });
    expect(await from(ids.hengda, 0.81)).toBe(ids.branch);
    await judge({ id: ids.branch, verdict: "different" });
    expect(await from(ids.branch, 0.4)).toBe(ids.blank);
    await judge({ id: ids.blank, verdict: "unsure" });
    expect(await from(ids.blank, 0.6)).toBe(ids.hostile);
    await judge({ id: ids.hostile, verdict: "different" });
    expect(await from(ids.hostile, 0.5)).toBe(ids.blank);
    expect(await nextQuestion(db.sql, { id: ids.blank, probability: 0.6, unsure: true })).toBeNull();
  });
});

describe("a judgement", () => {
  test("has who, when, why and what was shown, and is never changed by the one that supersedes it", async () => {
    const first = await judge({ id: ids.hengda, verdict: "unsure", by: "甲", reason: "先放一放" });
    const stored = await db.sql`select * from ledger.judgement`;
    const second = await judge({
      id: ids.hengda,
      verdict: "same",
      by: "乙",
      reason: "核对过地址",
      supersedes: first.seq,
    });
    const { judgements, judgement, open } = await readQuestion(db.sql, ids.hengda);
    expect(judgements).toEqual([second, first]);
    expect([judgement, open]).toEqual([second, false]);
    expect(second).toMatchObject({
      verdict: "same",
      by: "乙",
      reason: "核对过地址",
      supersedes: first.seq,
      appliedIn: null,
    });
    expect(Math.abs(Date.parse(second.at) - Date.now())).toBeLessThan(60_000);
    const rows = await db.sql`select * from ledger.judgement order by seq`;
    expect(rows[0]).toEqual(stored[0]);
    const shown = JSON.parse(String(rows[1]?.shown));
    expect(shown).toMatchObject({
      id: ids.hengda,
      stated: { legalRepresentative: "李四" },
      enterprise: { legalRepresentative: "张安" },
      evidence: { version: EVIDENCE.version },
      consequences: { records: [{ count: 1 }, { count: 2 }, { count: 1, restricted: true }] },
    });
  });

  test("needs to know the one that stands: who comes second is told", async () => {
    const first = await judge({ id: ids.hengda, verdict: "different" });
    const told = {
      code: "judgement_stands",
      standing: { seq: first.seq, verdict: "different", at: first.at },
    };
    expect(await refusalOf(judge({ id: ids.hengda, verdict: "same" }))).toEqual(told);
    expect(await refusalOf(judge({ id: ids.hengda, verdict: "same", supersedes: first.seq + 1 }))).toEqual(
      told,
    );
    expect(await refusalOf(judge({ id: ids.blank, verdict: "same", supersedes: first.seq }))).toEqual({
      code: "judgement_stands",
      standing: null,
    });
    const second = await judge({ id: ids.hengda, verdict: "same", supersedes: first.seq });
    expect(
      await refusalOf(judge({ id: ids.hengda, verdict: "unsure", supersedes: first.seq })),
    ).toMatchObject({
      standing: { seq: second.seq },
    });
  });

  test("of two who decide at once, one stands and the other is told", async () => {
    const both = await Promise.allSettled(
      ["same", "different"].map((verdict, i) =>
        judge({ id: ids.hengda, verdict: verdict === "same" ? "same" : "different", by: `${i}` }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await readQuestion(db.sql, ids.hengda)).judgements).toHaveLength(1);
  });

  test("of two who say at once that the records are another's each, one is refused", async () => {
    for (let turn = 0; turn < 5; turn++) {
      await db.sql`truncate ledger.judgement`;
      const both = await Promise.allSettled([
        judge({ id: ids.hengda, verdict: "same" }),
        judge({ id: ids.branch, verdict: "same" }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const [row] = await db.sql`select count(*)::int as n from ledger.judgement`;
      expect(row?.n).toBe(1);
    }
  });

  test("same is refused while the records are judged another's, and says whose", async () => {
    const first = await judge({ id: ids.hengda, verdict: "same" });
    expect(await refusalOf(judge({ id: ids.branch, verdict: "same" }))).toEqual({
      code: "judged_anothers",
      standing: { seq: first.seq, uscc: ASKED.hengda },
    });
    await judge({ id: ids.branch, verdict: "different" });
    await judge({ id: ids.hengda, verdict: "different", supersedes: first.seq });
    const branch = await readQuestion(db.sql, ids.branch);
    await judge({ id: ids.branch, verdict: "same", supersedes: branch.judgement?.seq ?? null });
    expect(await readQuestion(db.sql, ids.branch)).toMatchObject({ judgement: { verdict: "same" } });
  });

  test("is about what was shown: a question that has changed since has to be looked at again", async () => {
    const { version } = await readQuestion(db.sql, ids.blank);
    expect((await readQuestion(db.sql, ids.blank)).version).toBe(version);
    await insertRecords(db.sql, { party: "空白", feed: "court/dishonest", kind: "list" });
    expect(await refusalOf(judge({ id: ids.blank, verdict: "same", version }))).toMatchObject({
      code: "judgement_stands",
    });
    const now = await readQuestion(db.sql, ids.blank);
    expect(await judge({ id: ids.blank, verdict: "same", version: now.version })).toMatchObject({
      verdict: "same",
    });
  });

  test("can still be read and superseded when no night asks any more", async () => {
    const first = await judge({ id: ids.hengda, verdict: "same" });
    await db.sql`delete from ledger.question`;
    await db.sql`update ledger.record set outcome = 'linked', enterprise = ${ASKED.hengda}`;
    const question = await readQuestion(db.sql, ids.hengda);
    expect(question).toMatchObject({
      ...{ open: false, probability: 0.81, stated: { name: "宁波恒哒精密机械有限公司" } },
      consequences: { records: [{ linked: 1 }, { linked: 2 }, { linked: 1 }] },
    });
    const second = await judge({ id: ids.hengda, verdict: "different", supersedes: first.seq });
    expect((await readQuestion(db.sql, ids.hengda)).judgements).toEqual([second, first]);
  });

  test("on a question that does not exist is refused", async () => {
    for (const id of ["0000000000000000", "", "x' or 1=1"])
      expect(await refusalOf(judge({ id, verdict: "same" }))).toMatchObject({ code: "question_not_found" });
  });

  test("keeps every word of a hostile reason as it is", async () => {
    const reason = `'); drop table ledger.judgement; -- <script>alert(1)</script> \${x} 💥`;
    expect(await judge({ id: ids.hostile, verdict: "different", reason, by: "O'Neil" })).toMatchObject({
      reason,
      by: "O'Neil",
    });
  });
});

test("a question about an enterprise that several parties may be stays with its own party", async () => {
  const uscc = inventedUscc(503);
  await insertKnownParty(db.sql, { uscc, name: "余姚市双柳食品厂" });
  for (const party of ["一", "二"]) {
    await insertRecords(db.sql, {
      party,
      feed: "registration/penalties",
      kind: "penalty",
      count: party === "一" ? 1 : 5,
    });
    await insertQuestion(db.sql, { party, uscc, probability: 0.9 });
  }
  const { questions } = await listQuestions(db.sql, { size: 2 });
  expect(questions.map(({ consequences }) => consequences.records[0]?.count).sort()).toEqual([1, 5]);
  expect(questions.map(({ siblings }) => siblings)).toEqual([[], []]);
  await judge({ id: questions[0]?.id ?? "", verdict: "same" });
  expect((await listQuestions(db.sql, { size: 1 })).questions[0]?.id).toBe(questions[1]?.id);
});
