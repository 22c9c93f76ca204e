import { afterAll, beforeAll, expect, test } from "vitest";
import { returnPath } from "../../../src/pages/preferences.ts";
import { openPages, type Pages } from "../../readPages.ts";

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

const choose = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  pages.get("/preferences", { method: "POST", body: new URLSearchParams(form), headers });

test("the way back leads to a page of this site and nowhere else", () => {
  expect(returnPath("/search?q=宁波")).toBe("/search?q=%E5%AE%81%E6%B3%A2");
  for (const elsewhere of [
    "//example.com",
    "/\\example.com",
    "https://example.com/",
    "/x/..//example.com",
    "javascript:alert(1)",
    "",
  ])
    expect(returnPath(elsewhere)).toBe("/");
});

test("a choice is kept in a lax cookie of the reader's own and leads back to the page", async () => {
  const response = await choose({ theme: "contrast", return: "/en/lists" });
  expect(response.status).toBe(303);
  expect(response.headers.get("Location")).toBe("/en/lists");
  const cookie = response.headers.get("Set-Cookie") ?? "";
  expect(cookie).toMatch(/^display=normal\.contrast;/);
  for (const part of ["SameSite=Lax", "HttpOnly", "Path=/", "Max-Age=31536000"])
    expect(cookie).toContain(part);
});

test("one choice leaves the other as it was, and nonsense falls back to the standard", async () => {
  const second = await choose({ size: "larger", return: "/" }, { Cookie: "display=normal.soft" });
  expect(second.headers.get("Set-Cookie")).toMatch(/^display=larger\.soft;/);
  const nonsense = await choose({ size: "huge", return: "/" });
  expect(nonsense.headers.get("Set-Cookie")).toMatch(/^display=normal\.standard;/);
});

test("pages come in the chosen size and colours", async () => {
  const html = await (await pages.get("/", { headers: { Cookie: "display=large.contrast" } })).text();
  expect(html).toContain('<html lang="zh-CN" data-size="large" data-theme="contrast">');
  expect(html).toContain('name="theme" value="contrast" aria-pressed="true"');
});

test("a form larger than any choice is refused with a page", async () => {
  const response = await choose({ return: "/".padEnd(10_000, "x") });
  expect(response.status).toBe(413);
});
