import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { decide } from "../../src/db/judgements.ts";
import { fillReview } from "../reviewFixture.ts";
import { testToken } from "../tokens.ts";
import { axeFindings, hasBrowser, openSite, overflow, type Site } from "./browser.ts";

describe.skipIf(!hasBrowser)("a steward in a real browser", () => {
  let site: Site;
  let token: string;
  let ids: Awaited<ReturnType<typeof fillReview>>;
  beforeAll(async () => {
    site = await openSite();
    token = await testToken();
  });
  afterAll(() => site?.close());
  beforeEach(async () => {
    await site.sql`truncate ledger.question, ledger.judgement, ledger.record, ledger.known_party`;
    ids = await fillReview(site.sql);
  });

  const open = async (path: string, options: Parameters<Site["browser"]["newContext"]>[0] = {}) => {
    const context = await site.browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(site.url + path);
    return page;
  };
  const signIn = async (page: Page, label = "访问令牌", button = "登录") => {
    await page.getByLabel(label).fill(token);
    await page.getByRole("button", { name: button, exact: true }).click();
  };
  const verdicts = () => site.sql`select verdict, reason from ledger.judgement order by seq`;

  test.each([true, false])("signs in, decides and goes on, with JavaScript %s", async (javaScriptEnabled) => {
    const page = await open(`/review/${ids.hengda}`, { javaScriptEnabled });
    await signIn(page);
    expect(page.url()).toBe(`${site.url}/review/${ids.hengda}`);
    await page.getByLabel("不是同一家").check();
    await page.getByLabel("理由").fill("代表人不同，\n地址也不同");
    await page.getByRole("button", { name: "记录判断" }).click();
    expect(page.url()).toBe(`${site.url}/review/${ids.branch}?decided=${ids.hengda}`);
    expect(await page.locator(".notice[role=status]").textContent()).toContain("判断已经记录");
    expect(await verdicts()).toEqual([{ verdict: "different", reason: "代表人不同，\n地址也不同" }]);
    await page.getByRole("link", { name: "查看或者更改刚才的判断" }).click();
    await page.getByLabel("是同一家", { exact: false }).first().check();
    await page.getByLabel("理由").fill("再看是同一家");
    await page.getByRole("button", { name: "记录判断" }).click();
    expect(await verdicts()).toHaveLength(2);
    await page.getByRole("button", { name: "退出" }).click();
    expect(await page.getByLabel("访问令牌").count()).toBe(1);
    await page.goto(`${site.url}/review`);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("登录");
    await page.context().close();
  });

  test("with a keyboard alone finds the form, chooses, writes and sends", async () => {
    const page = await open("/en/review");
    await signIn(page, "Access token", "Sign in");
    await page.getByRole("link", { name: "慈溪市空白商贸有限公司" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(ids.blank));
    const focused = page.locator(":focus");
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      if ((await focused.getAttribute("name")) === "verdict") break;
    }
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.type("the deed is missing");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/decided=/);
    expect(await verdicts()).toEqual([{ verdict: "unsure", reason: "the deed is missing" }]);
    await page.context().close();
  });

  test("keeps the token from scripts, and a form of another site is refused", async () => {
    const page = await open("/review");
    await signIn(page);
    expect(await page.evaluate("document.cookie")).toBe("");
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name === "session");
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Strict" });
    // Another site under the same roof: another port is another origin, and the browser says so.
    const evil = await page.context().newPage();
    await evil.route("http://evil.localhost/", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<form method="post" action="${site.url}/review/${ids.hengda}"><input name="verdict" value="same"><input name="reason" value="x"></form>`,
      }),
    );
    await evil.goto("http://evil.localhost/");
    const answered = evil.waitForResponse((response) => response.url().startsWith(site.url));
    await evil.evaluate("document.forms[0].submit()");
    expect((await answered).status()).toBe(403);
    expect(await verdicts()).toEqual([]);
    await page.context().close();
  });

  /** Every page of the stewards, a refused form and the page for other roles included. */
  const everyPage = async (
    visit: (page: Page, what: string) => Promise<void>,
    options: Parameters<typeof open>[1] = {},
  ) => {
    await site.sql.begin((tx) =>
      decide(tx, {
        ...{ id: ids.hengda, verdict: "unsure", by: "李" },
        reason: "查档".repeat(90),
        supersedes: null,
        version: null,
      }),
    );
    for (const root of ["", "/en"]) {
      const page = await open(`${root}/review`, options);
      await visit(page, `${root} sign-in`);
      await signIn(page, root === "" ? "访问令牌" : "Access token", root === "" ? "登录" : "Sign in");
      await visit(page, `${root} queue`);
      for (const id of [ids.hengda, ids.hostile]) {
        await page.goto(`${site.url}${root}/review/${id}?decided=${ids.blank}`);
        await visit(page, `${root} ${id === ids.hengda ? "question" : "hostile question"}`);
      }
      await page.locator("textarea").evaluate((area) => area.removeAttribute("required"));
      await page.locator("#verdict-same").check();
      await page.locator("form.fields button").click();
      await visit(page, `${root} refused`);
      const value = await testToken({ role: "government" });
      await page.context().addCookies([{ name: "session", value, url: site.url }]);
      await page.goto(`${site.url}${root}/review`);
      await visit(page, `${root} not for you`);
      await page.context().close();
    }
  };

  test("axe finds nothing wrong with any page, in any colours", { timeout: 180_000 }, async () => {
    const findings: string[] = [];
    await everyPage(async (page, what) => {
      for (const theme of ["standard", "contrast", "soft"]) {
        await page.evaluate(`document.documentElement.dataset.theme = "${theme}"`);
        const rules = theme === "standard" ? undefined : ["color-contrast"];
        for (const finding of await axeFindings(page, rules)) findings.push(`${what} ${theme}: ${finding}`);
      }
    });
    expect(findings).toEqual([]);
  });

  test.each([390, 320])(
    "at %i pixels, the largest text too, no page needs scrolling sideways",
    { timeout: 180_000 },
    async (width) => {
      const wide: string[] = [];
      await everyPage(
        async (page, what) => {
          for (const size of ["normal", "larger"]) {
            await page.evaluate(`document.documentElement.dataset.size = "${size}"`);
            if ((await overflow(page)) > 0) wide.push(`${what} ${size}`);
          }
        },
        { viewport: { width, height: 800 } },
      );
      expect(wide).toEqual([]);
    },
  );
});
