import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FIRMS } from "../publishedNights.ts";
import { axeFindings, hasBrowser, openSite, overflow, type Site } from "./browser.ts";

const NAME = "宁波恒达精密机械有限公司";

describe.skipIf(!hasBrowser)("suggestions as one types", () => {
  let site: Site;
  let page: Page;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  const open = async (path: string, options: Parameters<Site["browser"]["newContext"]>[0] = {}) => {
    await page?.context().close();
    page = await (await site.browser.newContext(options)).newPage();
    page.setDefaultTimeout(5_000);
    await page.goto(site.url + path);
  };
  const box = () => page.getByRole("combobox");
  const options = () => page.getByRole("option");
  const list = () => page.getByRole("listbox");
  /** At once: how fast keys follow each other depends on the machine. */
  const type = async (text: string) => {
    await box().fill(text);
    await options().first().waitFor();
  };
  /** The option that the box says is active, by its id. */
  const active = async () => {
    const id = await box().getAttribute("aria-activedescendant");
    return id === null ? null : page.locator(`#${id}`);
  };
  const questions = () => {
    const asked: string[] = [];
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.pathname === "/api/v1/suggest") asked.push(url.searchParams.get("q") ?? "");
    });
    return asked;
  };

  test.each([
    ["/", "/enterprise/"],
    ["/en", "/en/enterprise/"],
    ["/lists", "/enterprise/"],
    ["/en/search?q=%E5%AE%81", "/en/enterprise/"],
  ])("on %s they appear with what matched marked, and lead to a profile", async (path, profile) => {
    await open(path);
    await box().fill("");
    expect(await box().getAttribute("aria-expanded")).toBe("false");
    await box().pressSequentially("恒达精密");
    await options().first().waitFor();
    expect(await box().getAttribute("aria-expanded")).toBe("true");
    expect(await list().getAttribute("id")).toBe(await box().getAttribute("aria-controls"));
    expect(await options().locator("mark").allTextContents()).toEqual(["恒达精密"]);
    expect(await options().first().textContent()).toBe(NAME);
    await options().first().click();
    expect(page.url()).toBe(`${site.url}${profile}${FIRMS.full}`);
  });

  test("arrow keys choose one, round the ends, and Enter opens its profile", async () => {
    await open("/");
    await type("宁波");
    const ids = await options().evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(2);
    expect(await active()).toBeNull();
    const seen: (string | null | undefined)[] = [];
    for (const key of ["ArrowDown", "ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown"]) {
      await box().press(key);
      seen.push(await (await active())?.getAttribute("id"));
    }
    expect(seen).toEqual([ids[0], ids.at(-1), ids.at(-2), ids.at(-1), ids[0]]);
    expect(await page.locator('[role="option"][aria-selected="true"]').count()).toBe(1);
    await box().press("ArrowDown");
    const [href, name] = [
      await (await active())?.getAttribute("href"),
      await (await active())?.textContent(),
    ];
    await box().press("Enter");
    await page.waitForURL(site.url + href);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(name);
  });

  test("Enter without a choice searches, and so does one that was given up by moving the caret", async () => {
    await open("/");
    await type("恒达");
    for (const key of ["Home", "End", "ArrowLeft", "ArrowRight"]) {
      await box().press("ArrowDown");
      expect(await active()).not.toBeNull();
      await box().press(key);
      expect(await active()).toBeNull();
    }
    await box().press("Enter");
    await page.waitForURL(`${site.url}/search?q=%E6%81%92%E8%BE%BE`);
  });

  test("Escape closes the list and keeps the text; Alt and an arrow open and close it", async () => {
    await open("/");
    await type("恒达");
    await box().press("ArrowDown");
    await box().press("Escape");
    expect(await list().count()).toBe(0);
    expect(await box().getAttribute("aria-expanded")).toBe("false");
    expect(await active()).toBeNull();
    expect(await box().inputValue()).toBe("恒达");
    await box().press("Alt+ArrowDown");
    expect(await list().count()).toBe(1);
    expect(await active()).toBeNull();
    await box().press("Alt+ArrowUp");
    expect(await list().count()).toBe(0);
  });

  test("Tab and a click elsewhere close it, a click into the box opens it again", async () => {
    await open("/");
    await type("恒达");
    await box().press("Tab");
    expect(await list().count()).toBe(0);
    expect(await page.locator(":focus").textContent()).toBe("查询");
    await box().click();
    await list().waitFor();
    await page.getByRole("heading", { level: 1 }).click();
    expect(await list().count()).toBe(0);
  });

  test("a list that is emptied is closed, and nothing is asked for nothing", async () => {
    await open("/");
    const asked = questions();
    await type("恒达");
    await box().fill("");
    await list().waitFor({ state: "hidden" });
    await box().fill("  ");
    await page.waitForTimeout(250);
    expect(asked).toEqual(["恒达"]);
  });

  test("a late answer never takes the place of a newer one, and its request is ended", async () => {
    await open("/");
    const failed: string[] = [];
    page.on("requestfailed", (request) => failed.push(request.url()));
    await page.route(/suggest\?q=%E5%AE%81%E6%B3%A2$/, async (route) => {
      const answer = await route.fetch();
      await new Promise((wake) => setTimeout(wake, 700));
      await route.fulfill({ response: answer }).catch(() => {});
    });
    const first = page.waitForRequest(/suggest/);
    await box().fill("宁波");
    await first;
    await type("恒达精密");
    await page.waitForTimeout(900);
    expect(await options().allTextContents()).toEqual([NAME]);
    expect(failed).toEqual([`${site.url}/api/v1/suggest?q=%E5%AE%81%E6%B3%A2`]);
  });

  test("a late answer does not open a list that was left", async () => {
    await open("/");
    await page.route(/suggest/, async (route) => {
      await new Promise((wake) => setTimeout(wake, 400));
      await route.continue().catch(() => {});
    });
    const asked = page.waitForRequest(/suggest/);
    await box().fill("恒达");
    await asked;
    await box().press("Escape");
    await page.waitForTimeout(600);
    expect(await list().count()).toBe(0);
  });

  test("while Chinese is being composed nothing is asked; its end is", async () => {
    await open("/");
    const asked = questions();
    const keys = await page.context().newCDPSession(page);
    await box().focus();
    for (const text of ["h", "he", "heng da"])
      await keys.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    expect(await box().inputValue()).toBe("heng da");
    await keys.send("Input.insertText", { text: "恒达" });
    await options().first().waitFor();
    expect(asked).toEqual(["恒达"]);
  });

  test("a failure is silent: no list, no error, and Enter searches", async () => {
    await open("/");
    const broken: string[] = [];
    page.on("pageerror", (error) => broken.push(error.message));
    await type("恒");
    let answers = 0;
    await page.route(/suggest/, (route) => {
      answers += 1;
      return answers === 1
        ? route.abort()
        : route.fulfill({ status: answers === 2 ? 503 : 200, body: "<p>not JSON</p>" });
    });
    for (const text of ["达", "精", "密"]) {
      const answer = page.waitForEvent("requestfinished").catch(() => null);
      await box().pressSequentially(text);
      await Promise.race([answer, page.waitForEvent("requestfailed")]);
      await list().waitFor({ state: "hidden" });
    }
    expect(broken).toEqual([]);
    await box().press("Enter");
    await page.waitForURL(/search\?q=/);
  });

  test.each([
    ["/", "有 # 家企业可供选择，按上下键选取", "有 1 家企业可供选择，按向下键选取", "没有可供选择的企业"],
    [
      "/en",
      "# suggestions, use the up and down arrows",
      "1 suggestion, press the down arrow to reach it",
      "No suggestions",
    ],
  ])("on %s a screen reader hears how many there are", async (path, many, one, none) => {
    await open(path);
    const status = page.getByRole("status");
    const hears = (text: string) => expect.poll(() => status.textContent(), { timeout: 5_000 }).toBe(text);
    await type("宁波");
    expect(await status.textContent()).toBe(many.replace("#", String(await options().count())));
    await box().fill("恒达精密");
    await hears(one);
    await box().fill("甲乙丙丁");
    await hears(none);
    expect(await list().count()).toBe(0);
  });

  test("what is only near what was typed is said to be, to eyes and ears", async () => {
    await open("/en");
    await type("宁波恒达精密机戒有限公司");
    const said = "Nothing is as typed; these are near it. ";
    expect(await page.getByRole("status").textContent()).toContain(said);
    const above = () => list().evaluate((element) => getComputedStyle(element, "::before").content);
    expect(await above()).toBe(`"${said}"`);
    await type("恒达精密");
    await expect.poll(above).toBe("none");
  });

  test("a former name that matched is shown under today's name", async () => {
    await open("/en");
    await type("恒达五金机械");
    expect(await options().first().textContent()).toBe(`${NAME} Former name: 宁波恒达五金机械有限公司`);
  });

  test("a name that looks like markup stays a text", async () => {
    await open("/");
    await type("<script>");
    expect(await options().first().textContent()).toContain("<script>alert(");
    expect(await options().first().locator("img, script").count()).toBe(0);
  });

  test("without JavaScript the box is the search field of a form", async () => {
    await open("/", { javaScriptEnabled: false });
    const field = page.getByRole("searchbox", { name: "企业名称或者代码" });
    expect(await field.getAttribute("aria-expanded")).toBeNull();
    await field.fill("恒达");
    await field.press("Enter");
    expect(page.url()).toBe(`${site.url}/search?q=%E6%81%92%E8%BE%BE`);
  });

  test.each([
    ["standard", ["/", "/en/lists"], undefined],
    ["contrast", ["/", "/lists"], ["color-contrast"]],
    ["soft", ["/lists"], ["color-contrast"]],
  ])("in the colours %s axe finds nothing wrong with an open list", async (theme, paths, rules) => {
    for (const path of paths) {
      await open(path);
      await page.context().addCookies([{ name: "display", value: `normal.${theme}`, url: site.url }]);
      await page.reload();
      await type("宁波");
      await box().press("ArrowDown");
      expect([path, await axeFindings(page, rules)]).toEqual([path, []]);
    }
  });

  test("on a screen with no room under the box the list is still seen", async () => {
    await open("/", { viewport: { width: 390, height: 460 } });
    await type("宁波");
    await box().press("ArrowDown");
    expect((await list().boundingBox())?.y).toBeLessThan(200);
    expect((await box().boundingBox())?.y).toBeGreaterThanOrEqual(0);
  });

  test("on a phone each suggestion is a finger high, and nothing is wider than the screen", async () => {
    for (const path of ["/", "/lists"]) {
      await open(path, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
      await page.context().addCookies([{ name: "display", value: "larger.standard", url: site.url }]);
      await page.reload();
      await type("宁波");
      const boxes = await Promise.all((await options().all()).map((option) => option.boundingBox()));
      expect(Math.min(...boxes.map((each) => each?.height ?? 0))).toBeGreaterThanOrEqual(44);
      expect(await overflow(page)).toBe(0);
      await options().first().tap();
      await page.waitForURL(/enterprise/);
    }
  });
});
