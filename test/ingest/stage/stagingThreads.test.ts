import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadFeeds } from "../../../ingest/feedRegistry.ts";
import { stageInbox } from "../../../ingest/inbox.ts";
import { noProgress } from "../../../ingest/progress.ts";
import { type FileToStage, stageOnThreads } from "../../../ingest/stage/stagingThreads.ts";
import { freshDatabase } from "../../database.ts";
import { inventedUscc } from "../merge/records.ts";

const HEADER = "统一社会信用代码,企业名称,变更事项,变更前内容,变更后内容,变更日期,核准文号";
const NOW = new Date("2026-11-24T04:00:00Z");
let db: Awaited<ReturnType<typeof freshDatabase>>;
let inbox: string;

const changes = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, i) =>
      `${inventedUscc(from + i)},宁波甲乙${from + i}有限公司,住所,甲路${i}号,乙路${i}号,2020-01-02,甬变${from}-${i}号`,
  );
const file = (lines: string[]) => `${[HEADER, ...lines].join("\n")}\n`;

beforeAll(async () => {
  db = await freshDatabase();
  inbox = await mkdtemp(join(tmpdir(), "credit-threads-"));
  const folder = join(inbox, "registration", "changes");
  await mkdir(folder, { recursive: true });
  const twice = file(changes(900, 40));
  await writeFile(join(folder, "a.csv"), file(changes(100, 30)));
  await writeFile(join(folder, "b.csv"), "this,is,no,delivery\n1,2,3,4\n");
  await writeFile(join(folder, "c.csv"), twice);
  await writeFile(join(folder, "d.csv"), file(changes(300, 3_000)));
  await writeFile(join(folder, "e.csv"), twice);
});
afterAll(async () => {
  await db.close();
  await rm(inbox, { recursive: true, force: true });
});
beforeEach(() => db.sql`truncate archive.delivery, archive.received cascade`);

const night = async () => ({
  sql: db.sql,
  feeds: await loadFeeds(),
  now: NOW,
  progress: noProgress(),
  threads: null,
});
const kept = () => db.sql`
  select d.file, d.accepted, d.refused_code, r.line, r.record, r.content, r.cells, r.body
  from archive.delivery d left join archive.received r on r.delivery = d.seq order by d.file, r.line`;
const toStage = (name: string, seq: number): FileToStage => ({
  feed: "registration/changes",
  path: join(inbox, "registration", "changes", name),
  isFull: false,
  seq,
});

test("files staged side by side are kept as they are one after the other, each in its place", async () => {
  const answers = await stageInbox(await night(), inbox);
  const before = await kept();
  await db.sql`truncate archive.delivery, archive.received cascade`;
  let told = 0;
  const onRows = (rows: number) => {
    told = Math.max(told, rows);
  };
  const groups = [
    ["d.csv", 4],
    ["c.csv", 3, "e.csv", 5],
    ["a.csv", 1],
    ["b.csv", 2],
  ].map((group) =>
    group.flatMap((name, i) => (typeof name === "string" ? [toStage(name, Number(group[i + 1]))] : [])),
  );
  const threaded = await stageOnThreads(groups, { databaseUrl: db.url, threads: 2, now: NOW, onRows });
  expect([1, 2, 3, 4, 5].map((seq) => threaded.get(seq))).toEqual(answers);
  expect(answers.map((answer) => answer.refused?.code ?? answer.duplicate)).toEqual([
    false,
    "unknown_layout",
    false,
    false,
    true,
  ]);
  expect(await kept()).toEqual(before);
  expect(told).toBeGreaterThan(2_000);
  expect(
    (await db.sql`select file, seq from archive.delivery order by seq`).map((row) => [row.file, row.seq]),
  ).toEqual([
    ["a.csv", 1],
    ["b.csv", 2],
    ["c.csv", 3],
    ["d.csv", 4],
  ]);
});

test("a thread that loses its database ends the staging with what was wrong, and leaves nothing half-done", async () => {
  const nowhere = Object.assign(new URL(db.url), { pathname: "/no_such_database" }).href;
  const of = { databaseUrl: nowhere, threads: 2, now: NOW, onRows: () => undefined };
  await expect(stageOnThreads([[toStage("a.csv", 1)], [toStage("d.csv", 2)]], of)).rejects.toThrow(
    "no_such_database",
  );
  expect(await kept()).toEqual([]);
});

test("an inbox takes its places in order of its paths, whatever was there before", async () => {
  await db.sql`select setval(pg_get_serial_sequence('archive.delivery', 'seq'), 41)`;
  await stageInbox(await night(), inbox);
  expect((await db.sql`select file, seq from archive.delivery order by file`).map((row) => row.seq)).toEqual([
    42, 43, 44, 45,
  ]);
});
