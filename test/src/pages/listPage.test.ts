import { afterAll, beforeAll, expect, test } from "vitest";
import { FIRMS } from "../../publishedNights.ts";
import { fillEvasion, openPages, type Pages, textOf } from "../../readPages.ts";

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
  await fillEvasion(pages.resources.sql);
});
afterAll(() => pages.close());

const read = async (path: string) => (await pages.get(path)).text();
const rowsOf = (html: string) => (html.match(/<tr><th scope="row">/g) ?? []).length;

test("every list is named with its keeper, its entries and its last delivery", async () => {
  const text = textOf(await read("/lists"));
  expect(text).toContain("失信被执行人名单 人民法院 24 2026年10月1日");
  expect(text).toContain("重大税收违法失信主体 税务机关 0 尚未收到");
});

test("a list says its basis, effects, keeper, term and removal", async () => {
  const text = textOf(await read("/lists/dishonest"));
  for (const part of [
    "名单由谁管理 人民法院",
    "法律依据 《最高人民法院",
    "列入的后果 政府采购",
    "列入期限",
    "如何移出",
  ])
    expect(text).toContain(part);
});

test("a firm of ours is a link, another firm stands without one", async () => {
  expect(await read("/lists/serious")).toContain(`<a href="/enterprise/${FIRMS.full}">`);
  const html = await read("/lists/dishonest");
  expect(html).not.toContain('<a href="/enterprise/');
  expect(textOf(html)).toContain("本平台没有该企业的登记档案");
});

test("pages follow each other over one snapshot until the last", async () => {
  const first = await read("/lists/evasion");
  expect(rowsOf(first)).toBe(50);
  expect(textOf(first)).toContain("共 72 条");
  expect(textOf(first)).toContain("始终使用数据版本 3");
  const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(next).toMatch(/^\/lists\/evasion\?cursor=/);
  const second = await read(next);
  expect(rowsOf(second)).toBe(22);
  expect(second).not.toContain('rel="next"');
  expect(second).toContain('<a class="button plain" href="/lists/evasion">');
});

test("a district leaves its own entries and offers the districts of the city", async () => {
  const html = await read("/lists/dishonest?district=330281");
  expect(html).toMatch(/<option value="330281" selected/);
  expect(html.match(/<option /g)).toHaveLength(11);
  expect(rowsOf(html)).toBe(24);
  expect(textOf(await read("/lists/dishonest?district=330203"))).toContain(
    "所选区县在这个名单上没有收到记录",
  );
});

test("a list that never came does not read as an empty one", async () => {
  expect(textOf(await read("/lists/tax-major"))).toContain("本平台尚未收到过这个名单的数据");
});

test("the downloads are what their links say", async () => {
  const html = await read("/lists/dishonest?district=330281");
  const links = [...html.matchAll(/href="(\/api\/v1\/lists\/[^"]+)"/g)].map((match) =>
    (match[1] ?? "").replaceAll("&amp;", "&"),
  );
  expect(links).toHaveLength(2);
  const [csv, ndjson] = await Promise.all(links.map((link) => pages.get(link)));
  expect(csv?.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  expect(((await csv?.text()) ?? "").trim().split("\r\n")).toHaveLength(25);
  expect(ndjson?.headers.get("Content-Type")).toBe("application/x-ndjson; charset=utf-8");
  expect((await pages.get("/api/v1/lists/dishonest?format=pdf")).status).toBe(400);
});
