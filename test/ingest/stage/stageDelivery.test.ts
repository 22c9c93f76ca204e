import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Feed } from "../../../ingest/feed.ts";
import { loadFeeds } from "../../../ingest/feedRegistry.ts";
import { stageDelivery } from "../../../ingest/stage/stageDelivery.ts";
import { freshDatabase } from "../../database.ts";
import { inventedUscc } from "../merge/records.ts";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
let feeds: ReadonlyMap<string, Feed>;
beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "credit-stage-"));
  feeds = await loadFeeds();
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => db.sql`truncate archive.delivery, archive.received cascade`);

const HEADER = "统一社会信用代码,企业名称,变更事项,变更前内容,变更后内容,变更日期,核准文号";
const row = (i: number, day = "2020-01-02") =>
  `${inventedUscc(5_000 + i)},宁波甲乙${i}有限公司,住所,甲路${i}号,乙路${i}号,${day},甬登${i}号`;
const rows = (count: number, from = 0) => Array.from({ length: count }, (_, i) => row(from + i));
const feedNamed = (name = "registration/changes"): Feed => {
  const feed = feeds.get(name);
  if (feed === undefined) throw new Error(name);
  return feed;
};

let files = 0;
async function deliver(
  content: string | Buffer,
  over: { isFull?: boolean; feed?: Feed; name?: string } = {},
) {
  const path = join(folder, over.name ?? `changes-${++files}.csv`);
  await writeFile(path, content);
  return stageDelivery(db.sql, {
    feed: over.feed ?? feedNamed(),
    path,
    isFull: over.isFull ?? false,
    now: new Date("2026-11-24T02:00:00Z"),
  });
}
const received = async () => Number((await db.sql`select count(*)::int as n from archive.received`)[0]?.n);
const csv = (lines: string[]) => `${[HEADER, ...lines].join("\n")}\n`;

describe("an accepted file", () => {
  test("keeps every row as received beside its cleaned form, with its line", async () => {
    const answer = await deliver(csv(rows(3)));
    expect(answer).toMatchObject({
      source: "registration",
      feed: "changes",
      rows: 3,
      accepted: 3,
      rejected: 0,
      duplicate: false,
      encoding: "utf-8",
    });
    const kept = await db.sql`select line, cells, body from archive.received order by line`;
    expect(kept.map((each) => each.line)).toEqual([2, 3, 4]);
    expect(JSON.parse(kept[0]?.cells)).toEqual(row(0).split(","));
    expect(JSON.parse(String(kept[0]?.body))).toMatchObject({
      item: { code: "02" },
      after: "乙路0号",
      changedOn: "2020-01-02",
    });
  });

  test("again, or packed otherwise: the same bytes change nothing, and answer with the first delivery", async () => {
    const first = await deliver(csv(rows(3)));
    const again = await deliver(csv(rows(3)), { name: "another-name.csv" });
    expect(again).toMatchObject({ delivery: first.delivery, duplicate: true, accepted: 3, file: first.file });
    expect(await received()).toBe(3);
    expect((await deliver(gzipSync(csv(rows(3))))).duplicate).toBe(false);
  });

  test("twice at once is taken in once", async () => {
    const content = csv(rows(200));
    const answers = await Promise.all([
      deliver(content, { name: "a.csv" }),
      deliver(content, { name: "b.csv" }),
      deliver(content, { name: "c.csv" }),
    ]);
    expect(answers.map((answer) => answer.duplicate).sort()).toEqual([false, true, true]);
    expect(new Set(answers.map((answer) => answer.delivery)).size).toBe(1);
    expect(await received()).toBe(200);
  });

  test("may have a few bad rows: they are counted and kept with what was wrong", async () => {
    const answer = await deliver(csv([...rows(5), row(9, "2020-02-31"), row(10, "2030-01-01")]));
    expect(answer).toMatchObject({ rows: 7, accepted: 5, rejected: 2 });
    const kept =
      await db.sql`select line, cells, code, field, expected, message from restricted.rejection order by line`;
    expect(kept).toMatchObject([
      { line: 7, code: "impossible_date", field: "changedOn" },
      { line: 8, code: "future_date", field: "changedOn" },
    ]);
    expect(kept[0]?.cells).toEqual(row(9, "2020-02-31").split(","));
  });
});

describe("a refused file", () => {
  test.each([
    ["of another layout", "a,b,c\n1,2,3\n", "unknown_layout"],
    ["that is empty", "", "empty_file"],
    ["that ends inside quotes", `${HEADER}\n${row(1)}\n"${row(2)}`, "truncated"],
    ["whose archive is cut off", gzipSync(csv(rows(500))).subarray(0, 400), "truncated"],
  ])("%s leaves nothing but its refusal", async (_, content, code) => {
    const answer = await deliver(content);
    expect(answer.refused?.code).toBe(code);
    expect(answer).toMatchObject({ accepted: 0, duplicate: false });
    expect(await received()).toBe(0);
    expect(await db.sql`select refused_code from archive.delivery`).toMatchObject([{ refused_code: code }]);
  });

  test("that is cut off after many sound rows leaves none of them", async () => {
    const whole = gzipSync(csv(rows(20_000)));
    expect((await deliver(whole.subarray(0, whole.length - 2_000))).refused?.code).toBe("truncated");
    expect(await received()).toBe(0);
  });

  test("with too many bad rows is refused whole, keeps its rejections, and is taken when mended", async () => {
    const bad = Array.from({ length: 20 }, (_, i) => row(100 + i, "2020-02-31"));
    const answer = await deliver(csv([...rows(60), ...bad]));
    expect(answer).toMatchObject({
      refused: { code: "too_many_rejected" },
      rows: 80,
      accepted: 0,
      rejected: 20,
    });
    expect(await received()).toBe(0);
    expect(await db.sql`select count(*)::int as n from restricted.rejection`).toMatchObject([{ n: 20 }]);
    expect((await deliver(csv(rows(80)))).accepted).toBe(80);
  });

  test("is looked at again when it is delivered again", async () => {
    const small = csv(rows(10));
    await deliver(csv(rows(100)), { isFull: true });
    expect((await deliver(small, { isFull: true })).refused?.code).toBe("too_few_rows");
    expect((await deliver(small, { isFull: true })).refused?.code).toBe("too_few_rows");
    expect(await db.sql`select count(*)::int as n from archive.delivery`).toMatchObject([{ n: 2 }]);
    expect((await deliver(small)).refused).toBeUndefined();
  });

  test("with fewer rows than its feed promises is refused", async () => {
    const feed = { ...feedNamed(), expect: { everyDays: 1, atLeastRows: 50 } };
    expect((await deliver(csv(rows(10)), { feed })).refused).toMatchObject({ code: "too_few_rows" });
  });

  test("that does not exist is said to be missing, and nothing is written down", async () => {
    const path = join(folder, "none.csv");
    const answer = await stageDelivery(db.sql, { feed: feedNamed(), path, isFull: false, now: new Date() });
    expect(answer.refused?.code).toBe("unreadable");
    expect(await db.sql`select from archive.delivery`).toHaveLength(0);
  });
});

test("rows of a restricted feed, and natural persons of a public one, are kept apart from the first moment", async () => {
  const cases = `案件编号,案件名称,单位名称,统一社会信用代码,立案日期,立案单位\nA1,某案,宁波甲乙有限公司,${inventedUscc(1)},2026-01-02,宁波市公安局\n`;
  await deliver(cases, { feed: feedNamed("police/cases") });
  const header = "CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_WSH,CF_CFLB,CF_NR,CF_JDRQ,CF_CFJG";
  const person = "王五,自然人,,甬公罚1号,罚款,罚款200元,2026-01-02,宁波市公安局";
  const firm = `宁波甲乙有限公司,法人及非法人组织,${inventedUscc(1)},甬公罚2号,罚款,罚款200元,2026-01-02,宁波市公安局`;
  await deliver(`${header}\n${person}\n${firm}\n`, { feed: feedNamed("police/penalties") });
  expect(await db.sql`select name, natural_person from restricted.received order by name`).toMatchObject([
    { name: "宁波甲乙有限公司", natural_person: false },
    { natural_person: true },
  ]);
  expect(await db.sql`select name from archive.received_public`).toMatchObject([
    { name: "宁波甲乙有限公司" },
  ]);
});

test("ids of natural persons in public rows are kept apart from them, and together they are the row as received", async () => {
  const header = "CF_XDR_MC,CF_XDR_SHXYM,CF_FRDB,CF_FR_ZJHM,CF_WSH,CF_CFLB,CF_NR,CF_JDRQ,CF_CFJG";
  const id = "11010519491231002X"; // the sample of the standard's annex
  const line = `宁波甲乙有限公司,${inventedUscc(1)},王五,${id},甬市监罚2号,罚款,罚款200元,2026-01-02,宁波市市场监督管理局`;
  await deliver(`${header}\n${line}\n`, { feed: feedNamed("registration/penalties") });
  const [kept] = await db.sql<
    { cells: string; body: string }[]
  >`select cells, body from archive.received_public`;
  expect(JSON.stringify(kept)).not.toContain(id);
  const apart = await db.sql<
    { line: number; column: number; text: string }[]
  >`select line, "column", text from restricted.personal_cell`;
  expect(apart).toMatchObject([{ line: 2, column: 3, text: id }]);
  const cells: string[] = JSON.parse(kept?.cells ?? "[]");
  const whole = cells.map((cell, column) => apart.find((each) => each.column === column)?.text ?? cell);
  expect(whole.join(",")).toBe(line);
});
