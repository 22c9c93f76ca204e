import { expect, test } from "vitest";
import { Paging, pagesOf, pagesShown } from "../../../src/pages/paging.tsx";
import { readSearch } from "../../../src/pages/searchParameters.ts";
import { type View, wordsOf } from "../../../src/pages/view.ts";
import { textOf } from "../../readPages.ts";

const view = (lang: View["lang"]): View => ({
  lang,
  words: wordsOf(lang),
  path: "/search",
  query: "",
  preferences: { size: "normal", theme: "standard" },
  publicUrl: "http://localhost",
  standing: null,
});
const paging = (lang: View["lang"], address: string, total: number) =>
  String(<Paging view={view(lang)} query={readSearch(new URLSearchParams(address))} total={total} />);

test.each([
  [1, 2, [1, 2]],
  [1, 9, [1, 2, null, 9]],
  [3, 9, [1, 2, 3, 4, null, 9]],
  [4, 9, [1, 2, 3, 4, 5, null, 9]],
  [5, 9, [1, null, 4, 5, 6, null, 9]],
  [9, 9, [1, null, 8, 9]],
  [500, 500, [1, null, 499, 500]],
])("on page %i of %i the ways are %j", (page, pages, shown) => {
  expect(pagesShown(page, pages)).toEqual(shown);
});

test("as many pages can be looked at as the first 10,000 results fill", () => {
  expect([0, 1, 20, 21, 9_999, 10_000, 1_000_000].map(pagesOf)).toEqual([0, 1, 1, 2, 500, 500, 500]);
});

test("it says where one is, of how many pages, and that no more than 10,000 are shown", () => {
  expect(textOf(paging("zh", "page=3", 35_459))).toContain("第 3 页，共 500 页，至多显示前 10,000 家");
  expect(textOf(paging("en", "page=3", 35_459))).toContain(
    "Page 3 of 500, at most the first 10,000 are shown",
  );
  expect(textOf(paging("zh", "page=3", 10_000))).not.toContain("至多");
  expect(paging("zh", "", 20)).toBe("");
});

test("every way keeps the whole search, and the page can be typed", () => {
  const html = paging("en", "q=宁波&district=330203&district=330212&sort=name&page=7", 35_459);
  const kept = "q=%E5%AE%81%E6%B3%A2&amp;district=330203&amp;district=330212&amp;sort=name";
  const ways = [...html.matchAll(/href="([^"]+)"/g)].map(([, way]) => way);
  expect(ways).toEqual(
    ["&amp;page=6", "", "&amp;page=6", "&amp;page=8", "&amp;page=500", "&amp;page=8"].map(
      (page) => `/en/search?${kept}${page}`,
    ),
  );
  expect(html).toMatch(/<input type="hidden" name="sort" value="name"\/>.*name="page" min="1" max="500"/);
  expect(html).not.toContain('type="hidden" name="page"');
});
