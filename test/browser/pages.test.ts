import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FIRMS } from "../publishedNights.ts";
import { HOSTILE_USCC } from "../readPages.ts";
import { axeFindings, hasBrowser, openSite, overflow, type Site } from "./browser.ts";

const NAME = "宁波恒达精密机械有限公司";
const PATHS = [
  "/",
  "/search?q=%E5%AE%81%E6%B3%A2&district=330212",
  `/enterprise/${FIRMS.full}`,
  "/enterprise/91330212100000016X",
  "/lists",
  "/lists/evasion",
  "/sources",
  "/stats",
  "/docs",
  "/accessibility",
  "/nowhere",
];
/** The same pages with other content: looked at in one language. */
const VARIANTS = [
  "/search?q=%E4%B8%8D%E5%AD%98%E5%9C%A8",
  "/search?q=%E6%81%92%E8%BE%BE&district=330225&type=1130",
  "/search?sort=name&page=2",
  "/search?page=9",
  `/enterprise/${FIRMS.bare}`,
  `/enterprise/${HOSTILE_USCC}`,
  `/enterprise/${FIRMS.full}?asOf=2026-11-22`,
];
const inEnglish = (path: string) => (path === "/" ? "/en" : `/en${path}`);
const EVERY = [...PATHS.flatMap((path) => [path, inEnglish(path)]), ...VARIANTS];

describe.skipIf(!hasBrowser)("in a real browser", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  const open = async (path: string, options: Parameters<Site["browser"]["newContext"]>[0] = {}) => {
    const context = await site.browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(site.url + path);
    return page;
  };

  test("a search leads to the profile of a firm", async () => {
    const page = await open("/");
    await page.getByLabel("企业名称或者代码").fill("恒达");
    await page.getByRole("button", { name: "查询" }).click();
    await page.getByRole("link", { name: NAME }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(NAME);
    expect(page.url()).toBe(`${site.url}/enterprise/${FIRMS.full}`);
    await page.getByRole("link", { name: "行政处罚", exact: true }).click();
    expect(page.url()).toContain("#penalties");
    await page.context().close();
  });

  test("nothing is asked of another host, and nothing breaks the content policy", async () => {
    const page = await open("/accessibility");
    const hosts = new Set<string>();
    const complaints: string[] = [];
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    for (const path of ["/", "/search?q=script", `/enterprise/${HOSTILE_USCC}`, "/lists/evasion", "/docs"])
      await page.goto(site.url + path);
    expect([...hosts]).toEqual([site.url]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("the language changes and the page stays", async () => {
    const page = await open("/search?q=%E6%81%92%E8%BE%BE&sort=name");
    await page.getByRole("link", { name: "English" }).click();
    expect(page.url()).toBe(`${site.url}/en/search?q=%E6%81%92%E8%BE%BE&sort=name`);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.getByRole("link", { name: NAME }).click();
    await page.getByRole("link", { name: "中文" }).click();
    expect(page.url()).toBe(`${site.url}/enterprise/${FIRMS.full}`);
    await page.context().close();
  });

  test("a blacklist is paged to its end and back, by district too", async () => {
    const page = await open("/lists");
    await page.getByRole("link", { name: "金融逃废债名单" }).click();
    expect(await page.locator("tbody tr").count()).toBe(50);
    await page.getByRole("link", { name: "下一页" }).click();
    expect(await page.locator("tbody tr").count()).toBe(22);
    await page.getByRole("link", { name: "回到第一页" }).click();
    expect(await page.locator("tbody tr").count()).toBe(50);
    await page.getByLabel("按区县筛选").selectOption({ label: "海曙区" });
    await page.getByRole("button", { name: "筛选" }).click();
    expect(await page.getByText("所选区县在这个名单上没有收到记录。").count()).toBe(1);
    await page.context().close();
  });

  test("search, filters, folded texts and the display work without JavaScript", async () => {
    const page = await open("/search?q=%E5%AE%81%E6%B3%A2", { javaScriptEnabled: false });
    await page.getByLabel(/鄞州区/).check();
    await page.getByRole("button", { name: "应用筛选" }).click();
    expect(page.url()).toContain("district=330212");
    await page.getByRole("link", { name: "去掉条件：" }).click();
    expect(page.url()).not.toContain("district");

    await page.goto(`${site.url}/enterprise/${HOSTILE_USCC}`);
    const scope = page.locator("#identity details.long");
    await scope.locator("summary").click();
    expect(await scope.locator(".cut").isVisible()).toBe(true);

    await page.getByText("显示设置", { exact: true }).click();
    await page.getByRole("button", { name: "高对比度" }).click();
    expect(page.url()).toBe(`${site.url}/enterprise/${HOSTILE_USCC}`);
    expect(await page.locator("html").getAttribute("data-theme")).toBe("contrast");
    await page.getByText("显示设置", { exact: true }).click();
    await page.getByRole("button", { name: "特大" }).click();
    expect(await page.locator("html").getAttribute("data-size")).toBe("larger");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("contrast");
    await page.context().close();
  });

  test("a reader with a keyboard alone skips to the content, searches and opens a result", async () => {
    const page = await open("/");
    const focused = page.locator(":focus");
    await page.keyboard.press("Tab");
    expect(await focused.textContent()).toBe("跳到主要内容");
    expect((await focused.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    expect(page.url()).toContain("#main");
    await page.keyboard.press("Tab");
    expect(await focused.getAttribute("name")).toBe("q");
    await page.keyboard.type("空白商贸");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search/);
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      if ((await focused.getAttribute("href")) === `/enterprise/${FIRMS.bare}`) break;
    }
    const outline = await focused.evaluate((element) => getComputedStyle(element).outlineWidth);
    expect(outline).toBe("3px");
    await page.keyboard.press("Enter");
    await page.waitForURL(/enterprise/);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("慈溪市空白商贸有限公司");
    await page.context().close();
  });

  describe("each page, whatever its address", () => {
    let page: Awaited<ReturnType<typeof open>>;
    // One page of the browser for all addresses: opening one costs more than most of the checks.
    beforeAll(async () => {
      page = await open("/");
    });
    afterAll(() => page?.context().close());

    const display = (size: string, theme: string) =>
      page.context().addCookies([{ name: "display", value: `${size}.${theme}`, url: site.url }]);
    const wideAt = async (widths: readonly number[]) => {
      const wide: number[] = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        if ((await overflow(page)) > 0) wide.push(width);
      }
      await page.setViewportSize({ width: 1_280, height: 800 });
      return wide;
    };
    const visit = async (path: string) => {
      await page.goto(site.url + path);
      await page.locator("details.display summary").click();
    };

    test.each(EVERY)("%s has nothing that axe finds wrong, and needs no scrolling sideways", async (path) => {
      await display("normal", "standard");
      await visit(path);
      expect(await axeFindings(page)).toEqual([]);
      expect(await wideAt([390, 320])).toEqual([]);
      await display("larger", "standard");
      await page.reload();
      expect(await wideAt([390, 320])).toEqual([]);
    });

    test.each(PATHS.map(inEnglish))("%s keeps its contrast in high contrast", async (path) => {
      await display("normal", "contrast");
      await visit(path);
      expect(await axeFindings(page, ["color-contrast"])).toEqual([]);
    });

    test.each(PATHS)("%s keeps its contrast in the colours for tired eyes", async (path) => {
      await display("normal", "soft");
      await visit(path);
      expect(await axeFindings(page, ["color-contrast"])).toEqual([]);
    });
  });

  test("a profile prints with its address and snapshot, without navigation, folded texts open", async () => {
    const page = await open(`/enterprise/${HOSTILE_USCC}`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".printed").textContent()).toMatch(
      new RegExp(`/enterprise/${HOSTILE_USCC}[^]*数据版本：3`),
    );
    expect(await page.locator(".mainnav").isVisible()).toBe(false);
    const scope = page.locator("#identity details.long .cut");
    expect((await scope.boundingBox())?.height).toBeGreaterThan(40);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeGreaterThan(20_000);
    await page.context().close();
  });
});
