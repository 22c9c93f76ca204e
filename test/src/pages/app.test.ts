import { afterAll, beforeAll, expect, test } from "vitest";
import { FIRMS } from "../../publishedNights.ts";
import { openPages, type Pages, textOf } from "../../readPages.ts";

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

const PATHS = [
  "/",
  "/search?q=%E5%AE%81%E6%B3%A2",
  `/enterprise/${FIRMS.full}`,
  "/lists",
  "/lists/dishonest",
  "/sources",
  "/stats",
  "/docs",
  "/accessibility",
];
const inEnglish = (path: string) => (path === "/" ? "/en" : `/en${path}`);

test.each([...PATHS, ...PATHS.map(inEnglish)])(
  "%s is a page with one h1, labelled as demo data",
  async (path) => {
    const response = await pages.get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=UTF-8");
    expect(response.headers.get("Credit-Snapshot")).toBe("3");
    const html = await response.text();
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toContain("演示数据");
    expect(html).toContain(`<html lang="${/^\/en(\/|$)/.test(path) ? "en" : "zh-CN"}"`);
    expect(html).not.toMatch(
      / style=|<style|<script(?! src="\/assets\/[0-9a-z]{13}\.js" defer=""><\/script>)|javascript:| on[a-z]+="/,
    );
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\/(?!localhost)/);
  },
);

test("real data carries no demo label", async () => {
  const real = await openPages({ demo: false });
  const html = await (await real.get("/")).text();
  await real.close();
  expect(html).not.toContain("演示数据");
  expect(html).toContain('<meta name="robots" content="noarchive"/>');
});

test.each(["/", "/nowhere", "/enterprise/123", "/lists/none"])(
  "%s comes with the headers that keep a page safe",
  async (path) => {
    const { headers } = await pages.get(path);
    expect(headers.get("Content-Security-Policy")).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get("Referrer-Policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("X-Request-Id")).toBeTruthy();
  },
);

test.each(PATHS)("%s leads to the same page in the other language", async (path) => {
  const chinese = await (await pages.get(path)).text();
  const english = await (await pages.get(inEnglish(path))).text();
  expect(chinese).toContain(`<a href="${inEnglish(path)}" lang="en" hreflang="en"`);
  expect(english).toContain(`<a href="${path}" lang="zh-CN" hreflang="zh-CN"`);
  for (const html of [chinese, english]) {
    expect(html).toContain(`hreflang="zh-CN" href="http://localhost:8787${path}"`);
    expect(html).toContain(`hreflang="en" href="http://localhost:8787${inEnglish(path)}"`);
  }
});

test.each([
  ["stylesheet", /href="(\/assets\/[0-9a-z]{13}\.css)"/, "text/css; charset=utf-8", "@media print"],
  ["script", /src="(\/assets\/[0-9a-z]{13}\.js)"/, "text/javascript; charset=utf-8", "/api/v1/suggest"],
])("the %s is kept for ever under the hash of its text", async (_, pattern, type, text) => {
  const html = await (await pages.get("/")).text();
  const response = await pages.get(pattern.exec(html)?.[1] ?? "");
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe(type);
  expect(response.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  expect(await response.text()).toContain(text);
  expect((await pages.get("/assets/0000000000000.css")).status).toBe(404);
});

test("a page that the reader has is not sent again, but one in other colours is", async () => {
  const first = await pages.get("/lists");
  const etag = first.headers.get("ETag") ?? "";
  expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
  expect(first.headers.get("Vary")).toContain("Cookie");
  const again = await pages.get("/lists", { headers: { "If-None-Match": etag } });
  expect(again.status).toBe(304);
  const other = await pages.get("/lists", {
    headers: { "If-None-Match": etag, Cookie: "display=large.soft" },
  });
  expect(other.status).toBe(200);
});

test("a slash at the end leads to the page without it", async () => {
  const response = await pages.get("/en/lists/");
  expect(response.status).toBe(301);
  expect(new URL(response.headers.get("Location") ?? "", "http://localhost").pathname).toBe("/en/lists");
});

test("the home page says how many enterprises there are and how fresh they are", async () => {
  const text = textOf(await (await pages.get("/")).text());
  expect(text).toContain("收录企业 36");
  expect(text).toContain("最近公示 2026年11月24日");
  expect(text).toContain("失信被执行人名单 24 条");
  const english = textOf(await (await pages.get("/en")).text());
  expect(english).toContain("Last published 24 November 2026");
  expect(english).toContain("Serious violations list 1 entry");
});

test("the reference of the API shows every route of its document", async () => {
  const html = await (await pages.get("/docs")).text();
  const document = await (await pages.get("/api/v1/openapi.json")).json();
  const routes = Object.keys(document.paths);
  expect(routes.length).toBeGreaterThan(5);
  for (const route of routes) expect(textOf(html)).toContain(`GET /api/v1${route}`);
  for (const name of Object.keys(document.components.schemas)) expect(html).toContain(`id="schema-${name}"`);
  expect(textOf(html)).toContain("identity.formerNames[].until");
});

test("the statistics count what is published and what was looked up", async () => {
  await pages.get(`/enterprise/${FIRMS.full}`);
  await pages.resources.lookups.flush(pages.resources.sql);
  const text = textOf(await (await pages.get("/stats")).text());
  expect(text).toMatch(/收录的企业 36/);
  expect(text).toMatch(/鄞州区 \d+ \d+\.\d%/);
  expect(text).toMatch(/今天 [1-9]/);
});

test("the sources say who is late and what was never received", async () => {
  const html = await (await pages.get("/sources")).text();
  const row = (title: string) =>
    textOf(
      /<tr><th scope="row">(?:(?!<tr>).)*/gs.exec(
        html.slice(html.indexOf(`<th scope="row">${title}`) - 4),
      )?.[0] ?? "",
    );
  expect(row("失信被执行人")).toMatch(/2026年10月1日 18:00 逾期 应于 2026年10月8日/);
  expect(row("重大税收违法")).toContain("尚未收到");
  expect(row("企业登记基本信息")).toContain("按期");
  expect(row("授信")).toMatch(/不公开.*不公布/);
});
