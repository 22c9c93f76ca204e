import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../../src/app.ts";
import { openDatabase } from "../../../src/db/client.ts";
import { openSearch } from "../../../src/resources.ts";
import { freshDatabase } from "../../database.ts";
import { FIRMS } from "../../publishedNights.ts";
import { openPages, type Pages, textOf } from "../../readPages.ts";
import { testResources } from "../../resources.ts";

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

test.each([
  ["/nowhere", 404, "没有这个页面"],
  ["/en/nowhere", 404, "There is no such page"],
  [`/enterprise/${FIRMS.unknown}`, 404, "没有收到这家企业的登记信息"],
  ["/lists/nothing", 404, "没有这个名单"],
  ["/search?page=0", 400, "网址里的条件不对"],
  ["/search?page=501", 400, "翻得太深了"],
  ["/search?sort=loud", 400, "网址里的条件不对"],
  ["/search?district=999999", 400, "网址里的条件不对"],
  [`/search?q=${"a".repeat(201)}`, 400, "网址里的条件不对"],
  ["/search?q=%00", 400, "网址里的条件不对"],
  ["/lists/dishonest?cursor=xyz", 400, "网址里的条件不对"],
  ["/lists/dishonest?district=1", 400, "网址里的条件不对"],
])("%s is answered by a page with status %i: %s", async (path, status, title) => {
  const response = await pages.get(path);
  expect(response.status).toBe(status);
  expect(response.headers.get("Content-Type")).toMatch(/^text\/html/);
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  const html = await response.text();
  expect(html).toContain(`${title}</h1>`);
  expect(html).toContain(`<code>${response.headers.get("X-Request-Id")}</code>`);
});

test("an unsound code says which check it fails and offers what may have been meant, known firms first", async () => {
  const typed = `${FIRMS.full.slice(0, 17)}${FIRMS.full.endsWith("X") ? "Y" : "X"}`;
  const response = await pages.get(`/enterprise/${typed}`);
  expect(response.status).toBe(400);
  const html = await response.text();
  const text = textOf(html);
  expect(text).toContain("长度应当是 18 位 通过");
  expect(text).toContain("第 18 位是整个代码的校验位 没有通过");
  const offered = [...html.matchAll(/href="\/enterprise\/([0-9A-Z]{18})"/g)].map((match) => match[1]);
  expect(offered[0]).toBe(FIRMS.full);
  expect(text).toContain("宁波恒达精密机械有限公司");
});

test("a code of another length is told so", async () => {
  const text = textOf(await (await pages.get("/en/enterprise/9133021210")).text());
  expect(text).toContain("It has 18 characters failed");
});

test("a page is only read", async () => {
  const response = await pages.get("/lists", { method: "POST", body: "x=1" });
  expect(response.status).toBe(405);
});

test("a search engine that is away is a failure, not an empty result", async () => {
  const sql = openDatabase("postgres://nobody:secret@127.0.0.1:1/none", { max: 1 });
  const search = openSearch({ sql, meilisearch: null, log: pages.resources.log });
  const response = await pages.app.request("/search?q=x", {}, { ...pages.resources, search });
  expect(response.status).toBe(503);
  expect(response.headers.get("Retry-After")).toBe("10");
  expect(textOf(await response.text())).toContain("这不表示没有相符的企业");
});

test("a lost database still gives a page, and nothing of the cause", async () => {
  const sql = openDatabase("postgres://nobody:secret@127.0.0.1:1/none", { max: 1 });
  const resources = testResources(sql);
  const response = await createApp().request("/sources", {}, resources);
  expect(response.status).toBe(503);
  const html = await response.text();
  expect(html).toContain("服务暂时不可用</h1>");
  expect(html).not.toMatch(/ECONNREFUSED|secret|127\.0\.0\.1/);
  expect(resources.lines.some((line) => line.level === "error")).toBe(true);
});

test("before the first night the home page stands and a profile says that the data is being prepared", async () => {
  const db = await freshDatabase();
  const app = createApp();
  const get = (path: string) => app.request(path, {}, testResources(db.sql));
  expect((await get("/")).status).toBe(200);
  const response = await get(`/enterprise/${FIRMS.full}`);
  await db.close();
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("数据正在准备</h1>");
});
