import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFeeds } from "../ingest/feedRegistry.ts";
import { nightly } from "../ingest/nightly.ts";
import { noProgress } from "../ingest/progress.ts";
import { createApp } from "../src/app.ts";
import { freshDatabase } from "./database.ts";
import { inventedUscc } from "./ingest/merge/records.ts";
import { testResources } from "./resources.ts";
import { runCredit } from "./runCredit.ts";

/** Moved from 奉化 before it became a district of its present code: issued again, and renamed on the way. */
const OLD = inventedUscc(41, "91330283");
const NEW = inventedUscc(41, "91330213");
/** A sole trader that became a firm. */
const TRADER = inventedUscc(42, "92330212");
const FIRM = inventedUscc(43);
/** Keeps its code when it moves and changes its name. */
const STAYS = inventedUscc(44, "91330283");

const BASE = "统一社会信用代码,企业名称,法定代表人,登记状态,成立日期,核准日期,住所";
const PENALTY =
  "行政相对人名称,行政相对人代码_1(统一社会信用代码),行政处罚决定书文号,违法事实,处罚类别,处罚内容,罚款金额(万元),处罚决定日期,处罚机关,当前状态";
const penalty = (no: string, code: string, name: string) =>
  `${name},${code},甬市监罚〔2026〕${no}号,未按规定公示,罚款,罚款2000元,0.2,2026-06-0${no},宁波市市场监督管理局,0`;

let db: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
const app = createApp();

const deliver = async (feed: string, file: string, ...lines: string[]) => {
  await mkdir(join(folder, "inbox/registration", feed), { recursive: true });
  await writeFile(join(folder, "inbox/registration", feed, file), `${lines.join("\n")}\n`);
};
const night = async (day: string) =>
  nightly({
    ...{ sql: db.sql, feeds: await loadFeeds(), index: null, inbox: join(folder, "inbox"), threads: null },
    now: new Date(`${day}T02:00:00+08:00`),
    progress: noProgress(),
  });
const get = (path: string) =>
  app.fetch(
    new Request(`http://test${path}`),
    testResources(db.sql, { now: () => new Date("2026-11-24T04:00:00Z") }),
  );
const json = async (path: string) => (await get(path)).json();
const bodies = () =>
  db.sql`select uscc, body from published.profile where to_snapshot = 2147483647 and uscc in (${TRADER}, ${FIRM}) order by uscc`;
const names = (items: readonly { documentNo: string }[]) => items.map(({ documentNo }) => documentNo).sort();

async function credit(...words: string[]) {
  const env = { DATABASE_URL: db.url, DATA_DIR: folder, MEILI_URL: "" };
  const done = await runCredit([...words, "--json"], env);
  return { code: done.code, value: JSON.parse(done.stdout) };
}

beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "credit-same-"));
  await deliver(
    "enterprises",
    "1.csv",
    BASE,
    `${OLD},奉化市恒达机械厂,陈安,存续,2008-03-01,2015-01-01,浙江省奉化市南山路1号`,
    `${TRADER},鄞州区首南李和食品店,李和,注销,2012-01-01,2020-06-01,宁波市鄞州区首南街道2号`,
    `${FIRM},宁波李和食品有限公司,李和,存续,2020-06-02,2020-06-02,宁波市鄞州区首南街道2号`,
    `${STAYS},奉化市双柳食品厂,王平,存续,2005-01-01,2010-01-01,浙江省奉化市中山路3号`,
  );
  await deliver(
    "penalties",
    "1.csv",
    PENALTY,
    penalty("1", OLD, "奉化市恒达机械厂"),
    penalty("2", TRADER, ""),
  );
  await deliver(
    "serious",
    "1.csv",
    "企业名称,统一社会信用代码,列入事由,列入日期,列入机关,列入文号",
    `奉化市恒达机械厂,${OLD},提交虚假材料,2026-05-01,宁波市市场监督管理局,甬市监列〔2026〕9号`,
  );
  await night("2026-11-20");
  await deliver(
    "enterprises",
    "2.csv",
    BASE,
    `${OLD},奉化市恒达机械厂,陈安,迁出,2008-03-01,2015-01-01,浙江省奉化市南山路1号`,
    `${NEW},宁波恒达精密机械有限公司,陈安,存续,2008-03-01,2021-01-01,宁波市奉化区南山路1号`,
    `${STAYS},宁波双柳食品有限公司,王平,存续,2005-01-01,2021-01-01,宁波市奉化区中山路3号`,
  );
  await deliver("penalties", "2.csv", PENALTY, penalty("3", NEW, "宁波恒达精密机械有限公司"));
  await night("2026-11-21");
}, 120_000);
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

test("a firm whose code was issued again after a move has one profile, with the records and names of both", async () => {
  const profile = await json(`/api/v1/enterprises/${NEW}`);
  expect(names(profile.penalties)).toEqual(["甬市监罚〔2026〕1号", "甬市监罚〔2026〕3号"]);
  expect(profile.lists).toHaveLength(1);
  expect(profile.identity).toMatchObject({
    name: "宁波恒达精密机械有限公司",
    formerNames: [{ name: "奉化市恒达机械厂", source: "registration", feed: "enterprises" }],
    codes: { uscc: NEW, former: [{ code: OLD, kind: "uscc", bases: ["org_code"] }] },
    district: { code: "330213" },
  });
  const page = await (await get(`/enterprise/${NEW}`)).text();
  expect(page).toContain("曾用代码和注册号");
  expect(page).toContain("组织机构代码相同");
  expect(await (await get(`/en/enterprise/${NEW}`)).text()).toContain("the organisation code is the same");
  const { entries } = await json("/api/v1/lists/serious");
  expect(entries).toMatchObject([{ subject: { uscc: NEW, name: "宁波恒达精密机械有限公司" } }]);
  expect(await json("/api/v1/stats")).toMatchObject({ enterprises: 4 });
});

test("all old addresses lead to it, for as long as the codes are one", async () => {
  for (const [path, location] of [
    [`/api/v1/enterprises/${OLD}`, `/api/v1/enterprises/${NEW}`],
    [`/api/v1/enterprises/${OLD}?asOf=2026-11-21`, `/api/v1/enterprises/${NEW}?asOf=2026-11-21`],
    [`/api/v1/enterprises/${OLD}/history`, `/api/v1/enterprises/${NEW}/history`],
    [`/enterprise/${OLD}?full=1`, `/enterprise/${NEW}?full=1`],
    [`/en/enterprise/${OLD}`, `/en/enterprise/${NEW}`],
  ] as const) {
    const answer = await get(path);
    expect([answer.status, answer.headers.get("Location")]).toEqual([308, location]);
    expect(answer.headers.get("Cache-Control")).toContain("no-cache");
  }
});

test("as of a day before, the old address shows the old profile as it was", async () => {
  const then = await get(`/api/v1/enterprises/${OLD}?asOf=2026-11-20`);
  expect(then.status).toBe(200);
  expect(await then.json()).toMatchObject({
    ...{ uscc: OLD, name: "奉化市恒达机械厂", withheld: 0, snapshot: "1" },
    penalties: [{ documentNo: "甬市监罚〔2026〕1号" }],
  });
  expect((await get(`/enterprise/${OLD}?asOf=1`)).status).toBe(200);
  expect((await get(`/api/v1/enterprises/${NEW}?asOf=2026-11-20`)).status).toBe(404);
});

test("history tells of the merge and keeps what was before it", async () => {
  const { entries } = await json(`/api/v1/enterprises/${NEW}/history`);
  expect(
    entries.map((one: { snapshot: string; formerCode?: string }) => [one.snapshot, one.formerCode]),
  ).toEqual([
    ["2", undefined],
    ["1", OLD],
  ]);
  expect(entries[0].changes).toContainEqual(
    expect.objectContaining({ kind: "added", section: "identity", field: "formerCode", after: OLD }),
  );
  expect(entries[1].changes[0]).toMatchObject({ kind: "added", after: "奉化市恒达机械厂" });
});

test("it is found by the old code, part of it, a slip of it, and the old name", async () => {
  const slip = `${OLD.slice(0, 10)}${OLD[10] === "1" ? "7" : "1"}${OLD.slice(11)}`;
  for (const q of [OLD, OLD.slice(0, 8), OLD.slice(-6), slip, "奉化市恒达机械厂"]) {
    const found = await json(`/api/v1/enterprises?q=${encodeURIComponent(q)}`);
    expect(found.hits.map((hit: { uscc: string }) => hit.uscc)).toContain(NEW);
    expect(found.hits.map((hit: { uscc: string }) => hit.uscc)).not.toContain(OLD);
  }
  const page = await (await get(`/search?q=${OLD}`)).text();
  expect(page).toContain("曾用代码");
  const refused = await json(`/api/v1/enterprises/${slip}`);
  expect(refused.repairs[0]).toEqual({ uscc: OLD, name: "宁波恒达精密机械有限公司" });
});

test("a firm that keeps its code through a new name and another district keeps one profile and its history", async () => {
  const profile = await json(`/api/v1/enterprises/${STAYS}`);
  expect(profile.identity).toMatchObject({
    name: "宁波双柳食品有限公司",
    formerNames: [{ name: "奉化市双柳食品厂" }],
    district: { code: "330213" },
  });
  const { entries } = await json(`/api/v1/enterprises/${STAYS}/history`);
  expect(entries).toHaveLength(2);
  expect(entries[0].changes).toContainEqual(
    expect.objectContaining({ field: "name", before: "奉化市双柳食品厂", after: "宁波双柳食品有限公司" }),
  );
});

test("a sole trader that became a firm is a question; a clerk merges and splits, and a split restores both to the byte", async () => {
  const before = await bodies();
  expect(before).toHaveLength(2);
  const { value: listed } = await credit("same", "list");
  expect(listed.questions).toMatchObject([
    { uscc: FIRM, other: TRADER, why: "same_place", names: ["宁波李和食品有限公司", "鄞州区首南李和食品店"] },
  ]);
  expect(listed.decisions).toMatchObject([{ uscc: NEW, other: OLD, verdict: "same", basis: "org_code" }]);
  const judged = await credit(
    "same",
    TRADER,
    FIRM,
    "same",
    "--reason",
    "个转企，档案已核",
    "--by",
    "clerk-1",
  );
  expect(judged).toMatchObject({
    code: 0,
    value: { uscc: FIRM, other: TRADER, verdict: "same", decidedBy: "clerk-1", appliedIn: null },
  });
  for (const words of [
    ["same", TRADER],
    ["same", TRADER, FIRM, "same"],
    ["same", TRADER, TRADER, "same", "--reason", "x"],
    ["same", "123", FIRM, "same", "--reason", "x"],
  ])
    expect(await credit(...words)).toMatchObject({ code: 2, value: { error: { code: "bad_usage" } } });

  expect(await night("2026-11-22")).toMatchObject({ regrouped: 1, enterprises: 3 });
  expect((await get(`/api/v1/enterprises/${TRADER}`)).status).toBe(308);
  expect(names((await json(`/api/v1/enterprises/${FIRM}`)).penalties)).toEqual(["甬市监罚〔2026〕2号"]);
  expect(await night("2026-11-22")).toMatchObject({ regrouped: 0, changed: 0, indexed: 0 });

  await credit("same", FIRM, TRADER, "different", "--reason", "两个李和", "--by", "clerk-2");
  await credit("same", OLD, NEW, "different", "--reason", "代码录入有误", "--by", "clerk-2");
  expect(await night("2026-11-23")).toMatchObject({ regrouped: 2, enterprises: 5 });
  expect(await bodies()).toEqual(before);
  expect(names((await json(`/api/v1/enterprises/${OLD}`)).penalties)).toEqual(["甬市监罚〔2026〕1号"]);
  expect((await json(`/api/v1/enterprises/${NEW}`)).identity.codes).not.toHaveProperty("former");
  expect((await credit("same", OLD, NEW)).value.decisions).toMatchObject([
    { verdict: "different", basis: "judgement", reason: "代码录入有误", appliedIn: 5 },
    { verdict: "same", basis: "org_code", appliedIn: 2 },
  ]);
}, 240_000);

test("after a split, what the merge showed is not shown again as the other's", async () => {
  const then = await get(`/api/v1/enterprises/${OLD}?asOf=2026-11-21`);
  expect(then.headers.get("Location")).toBe(`/api/v1/enterprises/${NEW}?asOf=2026-11-21`);
  const merged = await json(`/api/v1/enterprises/${NEW}?asOf=2026-11-21`);
  expect(merged).toMatchObject({
    withheld: 2,
    lists: [],
    penalties: [{ documentNo: "甬市监罚〔2026〕3号" }],
  });
  const { entries } = await json(`/api/v1/enterprises/${OLD}/history`);
  expect(entries.map((one: { snapshot: string }) => one.snapshot)).toEqual(["5", "2", "1"]);
  expect(entries[0].changes[0]).toMatchObject({ kind: "ended", field: "movedTo", before: NEW });
  expect(entries[1].changes).toMatchObject([{ kind: "added", field: "movedTo", after: NEW }]);
});
