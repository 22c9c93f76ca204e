import { afterAll, beforeAll, expect, test } from "vitest";
import { searchWithFallback } from "../../../src/search/fallback.ts";
import { postgresEngine } from "../../../src/search/postgres.ts";
import { FIRMS } from "../../publishedNights.ts";
import { openPages, type Pages, textOf } from "../../readPages.ts";

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

const read = async (path: string) => (await pages.get(path)).text();
const hitsOf = (html: string) =>
  [...html.matchAll(/<h2><a href="\/(?:en\/)?enterprise\/([0-9A-Z]{18})"/g)].map((match) => match[1]);

test("a part of a name finds the firm, marks what matched and shows what stands against it", async () => {
  const html = await read("/search?q=恒达");
  expect(hitsOf(html)).toContain(FIRMS.full);
  expect(html).toContain("宁波<mark>恒达</mark>精密机械有限公司");
  expect(textOf(html)).toMatch(/经营异常名录 严重违法失信名单 行政处罚 1 条/);
  expect(html).toContain('value="恒达"');
});

test("a former name leads to today's name and says so", async () => {
  const text = textOf(await read("/search?q=恒达五金机械"));
  expect(text).toContain("曾用名");
  expect(text).toContain("宁波恒达精密机械有限公司");
});

test("filters combine in an address that can be shared, and each can be taken away", async () => {
  const html = await read("/search?q=宁波&district=330203&industry=C");
  expect(hitsOf(html).length).toBeGreaterThan(0);
  expect(html).toMatch(/<input type="checkbox" name="district" value="330203" checked/);
  const removal = /<section class="active-filters".*?<ul><li><a href="([^"]+)"/.exec(html)?.[1] ?? "";
  expect(removal.replace("&amp;", "&")).toBe("/search?q=%E5%AE%81%E6%B3%A2&industry=C");
  expect(hitsOf(await read("/search?q=宁波&industry=C")).length).toBeGreaterThan(hitsOf(html).length);
});

test("a chosen filter that nothing has stays in sight, so that it can be unticked", async () => {
  const html = await read("/search?q=恒达&district=330225");
  expect(textOf(html)).toContain("没有找到相符的企业");
  expect(html).toMatch(/name="district" value="330225" checked/);
});

/** The parameters that a form sends, but for what its reader types or ticks. */
const carriedBy = (html: string, form: string) =>
  [
    ...(html.split(`<form class="${form}"`)[1]?.split("</form>")[0] ?? "").matchAll(
      /<input type="hidden" name="(\w+)" value="([^"]*)"/g,
    ),
  ].map(([, name, value]) => `${name}=${value}`);
const countsOf = (html: string, name: string) =>
  Object.fromEntries(
    [
      ...html.matchAll(
        new RegExp(`type="checkbox" name="${name}" value="(\\w+)".*?class="count number">([\\d,]+)<`, "g"),
      ),
    ].map(([, code, count]) => [code, Number(count)]),
  );
const totalOf = (html: string) => Number(/共 ([\d,]+) 家企业/.exec(textOf(html))?.[1] ?? 0);

test("each facet counts what choosing a code gives, types too", async () => {
  const html = await read("/search?q=宁波");
  for (const name of ["district", "status", "industry", "list", "type"]) {
    const counts = Object.entries(countsOf(html, name));
    expect([name, counts.length]).not.toEqual([name, 0]);
    for (const [code, count] of counts)
      expect([code, totalOf(await read(`/search?q=宁波&${name}=${code}`))]).toEqual([code, count]);
  }
});

test("the other codes of a filter in use stay in sight with what each would add", async () => {
  const plain = countsOf(await read("/search?q=宁波&industry=C"), "district");
  const [first, second] = Object.keys(plain);
  expect(second).toBeDefined();
  const html = await read(`/search?q=宁波&industry=C&district=${first}`);
  expect(countsOf(html, "district")).toEqual(plain);
  expect(totalOf(html)).toBe(plain[first ?? ""]);
  const both = await read(`/search?q=宁波&industry=C&district=${first}&district=${second}`);
  expect(totalOf(both)).toBe((plain[first ?? ""] ?? 0) + (plain[second ?? ""] ?? 0));
});

test("another text is searched for with the same filters, and in the same order when there was a text", async () => {
  const filters = "district=330212&district=330203&type=1130";
  const html = await read(`/search?q=宁波&${filters}&sort=name&page=1`);
  expect(carriedBy(html, "search")).toEqual([...filters.split("&"), "sort=name"]);
  expect(textOf(html)).toContain("换别的名称再查时，这些条件仍然有效");
  expect(carriedBy(await read(`/search?${filters}&sort=name`), "search")).toEqual(filters.split("&"));
  expect(carriedBy(await read("/"), "search")).toEqual([]);
});

test("filters that hide what was typed say how many there are without them", async () => {
  const nothing = await read("/search?q=恒达精密&district=330225");
  expect(textOf(nothing)).toContain("有 1 家企业与输入相符，但不符合已选条件。 去掉全部条件查看");
  expect(nothing).toContain('<a href="/search?q=%E6%81%92%E8%BE%BE%E7%B2%BE%E5%AF%86">去掉全部条件查看</a>');
  expect(textOf(nothing)).toContain("在已选条件下没有找到相符的企业");
  expect(textOf(await read("/en/search?q=恒达精密&district=330225"))).toContain(
    "1 enterprise matches what you typed, but not the filters in use. Show without filters",
  );
  expect(textOf(await read("/search?q=不存在的名字甲乙丙丁&district=330225"))).not.toContain("已选条件。");
});

test("results are paged, keep their conditions and name the last page", async () => {
  const first = await read("/search?sort=name");
  expect(hitsOf(first)).toHaveLength(20);
  expect(textOf(first)).toContain("第 1 页，共 2 页");
  const next = /<a class="button plain" rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&");
  expect(next).toBe("/search?sort=name&page=2");
  const second = await read("/search?sort=name&page=2");
  expect(hitsOf(second).length).toBeGreaterThan(10);
  expect(second).not.toContain('rel="next"');
  expect(hitsOf(first).filter((uscc) => hitsOf(second).includes(uscc))).toEqual([]);
});

test("a page behind the last one says so and leads to the last", async () => {
  const html = await read("/search?sort=name&page=40");
  expect(textOf(html)).toContain("没有第 40 页：结果只有 2 页");
  expect(html).toContain('<a href="/search?sort=name&amp;page=2">看最后一页</a>');
  expect((await pages.get("/search?page=500")).status).toBe(200);
  expect((await pages.get("/search?page=501")).status).toBe(400);
});

test("what a form sends empty is at its default", async () => {
  expect(hitsOf(await read("/search?q=恒达精密&district=&sort=&page="))).toEqual([FIRMS.full]);
});

test("without a text the youngest come first, and the order says so", async () => {
  expect(await read("/search")).toContain('<span aria-current="true">成立日期由近到远</span>');
  expect(await read("/search?q=宁波")).toContain('<span aria-current="true">相关程度</span>');
});

test("a sort is a link, the one in use is not", async () => {
  const html = await read("/search?q=宁波&sort=-established");
  expect(html).toContain('<span aria-current="true">成立日期由近到远</span>');
  expect(html).toContain('<a href="/search?q=%E5%AE%81%E6%B3%A2&amp;sort=name">名称</a>');
});

test("nothing found is said as what was received, with advice", async () => {
  const html = await read("/search?q=不存在的名字甲乙丙丁");
  expect(textOf(html)).toContain("这只说明本平台收到的数据里没有相符的企业");
  expect(textOf(html)).not.toContain("应用筛选"); // of nothing
  expect(textOf(await read("/search?q=宁波"))).toContain("应用筛选");
});

test("a code with a slip in it says that the result is only near", async () => {
  const typed = `${FIRMS.full.slice(0, 17)}${FIRMS.full.endsWith("X") ? "Y" : "X"}`;
  const html = await read(`/search?q=${typed}`);
  expect(hitsOf(html)).toContain(FIRMS.full);
  expect(textOf(html)).toContain("没有找到与输入完全相符的企业，下面是相近的结果");
  expect(textOf(html)).toContain("输入的代码没有通过校验，这些企业的代码与它只差一处");
});

test("an answer of the reserve engine says so, in both languages", async () => {
  const { sql } = pages.resources;
  const search = searchWithFallback({
    primary: null,
    fallback: postgresEngine(sql),
    currentSnapshot: async () => 3,
  });
  const get = async (path: string) =>
    textOf(await (await pages.app.request(path, {}, { ...pages.resources, search })).text());
  expect(await get("/search?q=恒达")).toContain("查询服务正在以备用方式运行");
  expect(await get("/en/search?q=恒达")).toContain("Search is running on its reserve engine");
  expect(textOf(await read("/search?q=恒达"))).not.toContain("备用方式");
});
