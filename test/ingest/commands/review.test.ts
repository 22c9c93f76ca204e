import { userInfo } from "node:os";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { reviewCommand } from "../../../ingest/commands/review.ts";
import { noProgress } from "../../../ingest/progress.ts";
import { readConfig } from "../../../src/config.ts";
import { freshDatabase } from "../../database.ts";
import { ASKED, fillReview } from "../../reviewFixture.ts";
import { runCredit } from "../../runCredit.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let ids: Awaited<ReturnType<typeof fillReview>>;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.sql`truncate ledger.question, ledger.judgement, ledger.record, ledger.known_party`;
  ids = await fillReview(db.sql);
});

/** The command without a process around it: each costs seconds. */
const review = async (...args: string[]) => {
  const progress = { ...noProgress(), stop: () => undefined };
  const config = readConfig({ DATABASE_URL: db.url });
  return reviewCommand({ config, args, json: true, progress, now: new Date() });
};
const said = async (...args: string[]) => JSON.parse(JSON.stringify((await review(...args)).value));

test("the queue is one JSON value, and an id that nobody knows ends with exit 2", async () => {
  const env = { DATABASE_URL: db.url };
  const [listed, unknown] = await Promise.all([
    runCredit(["review", "list", "--json", "--size", "2"], env),
    runCredit(["review", "show", "0123456789abcdef", "--json"], env),
  ]);
  expect(listed.code).toBe(0);
  const questions = JSON.parse(listed.stdout);
  expect(questions.map(({ id }: { id: string }) => id)).toEqual([ids.hengda, ids.blank]);
  expect(Object.keys(questions[0])).toEqual([
    ...["id", "uscc", "probability", "why", "whyWords", "stated", "enterprise", "evidence", "consequences"],
    ...["siblings", "judgement", "askedIn"],
  ]);
  expect(unknown.code).toBe(2);
  expect(JSON.parse(unknown.stdout).error.code).toBe("question_not_found");
});

test("a decision is signed by the user of the system unless another is named", async () => {
  const decided = await said("decide", ids.hengda, "same", "--reason", "地址一致");
  expect(decided).toMatchObject({
    id: ids.hengda,
    verdict: "same",
    by: userInfo().username,
    reason: "地址一致",
  });
});

test("pages follow each other by the id of the last question", async () => {
  const first = await said("list", "--size", "3");
  const rest = await said("list", "--size", "3", "--after", first[2].id);
  expect([...first, ...rest].map(({ id }: { id: string }) => id)).toEqual([
    ...[ids.hengda, ids.blank, ids.hostile, ids.branch],
  ]);
  expect((await review("list", "--size", "3")).text).toContain(`--after ${ids.hostile}`);
});

test("a question is shown with its history, for people without what a terminal would act upon", async () => {
  await db.sql`update ledger.known_party set name = ${"甲\u001b[2J乙"} where uscc = ${ASKED.hengda}`;
  await said("decide", ids.hengda, "unsure", "--reason", "查档", "--by", "王");
  const { value, text } = await review("show", ids.hengda);
  expect(value).toMatchObject({ open: true, judgements: [{ verdict: "unsure", by: "王", reason: "查档" }] });
  expect(text).toContain("宁波恒哒精密机械有限公司");
  expect(text).toContain("representative: different  李四 | 张安");
  expect(text).not.toContain("\u001b");
});

test("who comes second has to name the judgement that is superseded", async () => {
  const { seq } = await said("decide", ids.hengda, "different", "--reason", "甲", "--by", "a");
  await expect(review("decide", ids.hengda, "same", "--reason", "乙", "--by", "b")).rejects.toMatchObject({
    code: "judgement_stands",
    message: expect.stringContaining(String(seq)),
  });
  const second = await said("decide", ids.hengda, "same", "--reason", "乙", "--supersedes", String(seq));
  expect(second).toMatchObject({ supersedes: seq, verdict: "same" });
});

test.each([
  [[], /credit review list/],
  [["list", "extra"], /credit review list/],
  [["list", "--reason", "x"], /credit review list/],
  [["list", "--size", "0"], /1 to 1000/],
  [["list", "--size", "1e3"], /1 to 1000/],
  [["list", "--after", "nothing"], /id of a question/],
  [["show"], /credit review list/],
  [["show", "0123456789abcdef"], /no such question/],
  [["decide", "ID", "perhaps", "--reason", "x"], /same, different, unsure/],
  [["decide", "ID", "same"], /--reason/],
  [["decide", "ID", "same", "--reason", "  "], /expected a reason/],
  [["decide", "ID", "same", "--reason", "LONG"], /at most 2000/],
  [["decide", "ID", "same", "--reason", "x", "--by", "a\nb"], /one line/],
  [["decide", "ID", "same", "--reason", "x", "--supersedes", "-1"], /--supersedes/],
])("%j is refused", async (words, expected) => {
  const given = words.map((word) =>
    word === "ID" ? ids.hengda : word === "LONG" ? "字".repeat(2_001) : word,
  );
  await expect(review(...given)).rejects.toThrow(expected);
  expect(await db.sql`select from ledger.judgement`).toHaveLength(0);
});
