import { afterAll, beforeAll, expect, test } from "vitest";
import { FIRMS, RECORDS } from "../../publishedNights.ts";
import {
  HOSTILE_TEXT,
  HOSTILE_USCC,
  LONG_TEXT,
  openPages,
  type Pages,
  sectionOf,
  textOf,
} from "../../readPages.ts";

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

const read = async (path: string) => (await pages.get(path)).text();
const full = `/enterprise/${FIRMS.full}`;

test("the identity comes first, then lists, abnormal entries, penalties, licences, timeline, sources", async () => {
  const html = await read(full);
  const order = ["identity", "lists", "abnormal", "penalties", "licences", "timeline", "sources"];
  const places = order.map((id) => html.indexOf(`<section class="section" id="${id}"`));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  for (const id of order) expect(html).toContain(`<a href="#${id}"`);
});

test("the name, the code in groups and the former name stand at the top", async () => {
  const html = await read(full);
  expect(html).toContain("宁波恒达精密机械有限公司</h1>");
  expect(html).toContain(
    '<span class="code" translate="no"><span>9133</span><wbr/><span>0212</span><wbr/><span>1000</span><wbr/><span>0001</span>',
  );
  expect(textOf(html)).toContain("曾用名 宁波恒达五金机械有限公司");
});

test("each field says where it comes from, of which day it speaks and what it means", async () => {
  const text = textOf(sectionOf(await read(full), "identity"));
  expect(text).toContain("登记状态 登记有效。这不是对经营好坏的评价 存续");
  expect(text).toContain("注册资本 股东认缴的出资总额，不等于实际到账的资金 1,000,000 元（100 万元）");
  expect(text).toMatch(/名称 登记机关核准的名称 宁波恒达精密机械有限公司 [^ ]+，记载日期 2026年11月15日/);
  expect(text).toContain("其他来源的不同记载");
});

test("a record shows its authority, number, amount, source, days and until when it is public", async () => {
  const text = textOf(sectionOf(await read(full), "penalties"));
  expect(text).toContain("含义 责令缴纳一定数额的罚款");
  expect(text).toContain("决定书文号 甬鄞市监处罚〔2026〕202号");
  expect(text).toContain("罚款金额 2,000 元");
  expect(text).toContain(
    "来源：行政处罚（市场监督管理局），2026年11月19日收到，2026年11月20日公示，公示至2027年7月31日",
  );
});

test("an entry of a list says on what basis and with what effects, and a removal stays with the entry", async () => {
  const html = await read(full);
  const lists = textOf(sectionOf(html, "lists"));
  expect(lists).toContain("严重违法失信名单 在列");
  expect(lists).toContain("法律依据 《市场监督管理严重违法失信名单管理办法》");
  const abnormal = textOf(sectionOf(html, "abnormal"));
  expect(abnormal).toContain("已移出");
  expect(abnormal).toContain("移出日期 2025年2月1日 移出原因 补报年报");
});

test("the timeline leads from each day to its record", async () => {
  const timeline = sectionOf(await read(full), "timeline");
  expect(timeline).toContain(`href="#r-${RECORDS.serious}"`);
  const days = [...timeline.matchAll(/datetime="(\d{4}-\d\d-\d\d)"/g)].map((match) => match[1] ?? "");
  expect(days.length).toBeGreaterThan(6);
  expect(days).toEqual([...days].sort().reverse());
});

test("an empty section says until when nothing was received, never that there is nothing", async () => {
  const html = await read(`/enterprise/${FIRMS.bare}`);
  const penalties = textOf(sectionOf(html, "penalties"));
  expect(penalties).toContain("本平台截至2026年11月20日未收到该企业的行政处罚信息。");
  expect(penalties).toContain("最近一次送达：行政处罚（市场监督管理局）2026年11月20日");
  expect(penalties).toContain("不能作为企业没有这类记录的证明");
  expect(textOf(sectionOf(html, "lists"))).toContain("本平台截至2026年10月1日未收到该企业的失信名单记录。");
  expect(textOf(sectionOf(html, "lists"))).toContain("尚未收到过数据的来源：重大税收违法。");
  expect(textOf(sectionOf(html, "abnormal"))).toContain("本平台尚未收到过任何经营异常记录的数据");
  for (const id of ["lists", "abnormal", "penalties", "licences"])
    expect(textOf(sectionOf(html, id))).not.toMatch(/(^|[。 ])无[。 ]|没有记录/);
  const english = textOf(sectionOf(await read(`/en/enterprise/${FIRMS.bare}`), "penalties"));
  expect(english).toContain(
    "Up to 20 November 2026 this service has received no penalties about this enterprise.",
  );
});

test("texts of a source stay texts, whatever they look like", async () => {
  for (const path of [`/enterprise/${HOSTILE_USCC}`, `/en/enterprise/${HOSTILE_USCC}`, "/search?q=script"]) {
    const html = await read(path);
    expect(html).not.toMatch(/<script(?! src="\/assets\/)/);
    expect(html).not.toContain("<img");
  }
  const html = await read(`/enterprise/${HOSTILE_USCC}`);
  expect(html.split("&lt;script&gt;alert(&quot;1&quot;)").length).toBeGreaterThan(8);
  expect(textOf(html)).toContain(HOSTILE_TEXT);
  expect(html).toContain("&lt;/script&gt;&lt;img");
});

test("what is typed into the search stays text too", async () => {
  const html = await read(`/search?q=${encodeURIComponent(`"><script>alert(1)</script>`)}`);
  expect(html).not.toMatch(/<script(?! src="\/assets\/)/);
  expect(html).toContain("&lt;script&gt;");
});

test("long texts and long sections fold, and ?full=1 opens them all", async () => {
  const folded = await read(`/enterprise/${HOSTILE_USCC}`);
  expect(folded).toContain(LONG_TEXT);
  expect(folded).not.toContain('<details class="long" open');
  expect(textOf(sectionOf(folded, "licences"))).toContain("其余 3 条");
  const open = await read(`/enterprise/${HOSTILE_USCC}?full=1`);
  expect(open).not.toMatch(/<details class="long">/);
});

test("a licence past its end date says so, one without an end is in force", async () => {
  const text = textOf(sectionOf(await read(`/enterprise/${HOSTILE_USCC}`), "licences"));
  expect(text).toContain("已过有效期");
  expect(text).toContain("有效期至 长期");
});

test("an earlier day shows what was published then, says that it is not the latest and what it withholds", async () => {
  const html = await read(`${full}?asOf=2026-11-22`);
  expect(textOf(html)).toContain("您看到的是 2026年11月22日 02:30 公示的档案，不是最新内容。");
  expect(textOf(html)).toContain("另外 1 条记录");
  expect(textOf(sectionOf(html, "penalties"))).toContain("罚款金额 20,000 元");
  expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>');
  expect((await pages.get(`${full}?asOf=2026-11-01`)).status).toBe(404);
  expect((await pages.get(`${full}?asOf=2027-01-01`)).status).toBe(400);
  expect((await pages.get(`${full}?asOf=`)).status).toBe(200);
});

test("paper carries the address, the snapshot and its day", async () => {
  const html = await read(full);
  const printed = /<div class="print-only printed">.*?<\/div>/s.exec(html)?.[0] ?? "";
  expect(textOf(printed)).toBe(
    `网址：http://localhost:8787/enterprise/${FIRMS.full} 数据版本：3，公示日期：2026年11月24日 02:30`,
  );
});

test("English pages mark Chinese texts as Chinese and translate the codes", async () => {
  const html = await read(`/en${full}`);
  expect(html).toContain('<h1 class="name"><span lang="zh-CN">宁波恒达精密机械有限公司</span></h1>');
  const text = textOf(html);
  expect(text).toContain("District Yinzhou");
  expect(text).toContain("Industry Section of GB/T 4754 Manufacturing");
  expect(text).toContain("CNY 1,000,000");
});

test("a code in small letters, with spaces or full-width leads to its one address, parameters kept", async () => {
  const spaced = `${FIRMS.full.slice(0, 8)} ${FIRMS.full.slice(8)}`.toLowerCase();
  const wide = [...FIRMS.full].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join("");
  for (const typed of [spaced, wide])
    for (const prefix of ["", "/en"]) {
      const response = await pages.get(`${prefix}/enterprise/${encodeURIComponent(typed)}?asOf=2026-11-22`);
      expect(response.status).toBe(308);
      expect(response.headers.get("Location")).toBe(`${prefix}/enterprise/${FIRMS.full}?asOf=2026-11-22`);
    }
});
