import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFeeds } from "../../ingest/feedRegistry.ts";
import { matchHeader } from "../../ingest/validate/layout.ts";
import { rowCleaner } from "../../ingest/validate/rowCleaner.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "feeds-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const url = () => pathToFileURL(`${folder}/`);
const soundFeed = (over = "") => `
const text = (cell) => (cell.trim() === "" ? { empty: true } : { value: cell.trim() });
export const feed = {
  source: "emergency", feed: "serious", kind: "list", list: "serious",
  title: { zh: "安全生产严重失信名单", en: "Work safety" },
  keeper: { zh: "应急管理局", en: "Emergency management" },
  disclosure: "public",
  retention: { years: 5, basis: "条例" },
  expect: { everyDays: 31, atLeastRows: 0 },
  rejection: { share: 0.2, of: 50 },
  fields: {
    name: { aliases: ["单位名称"], rule: text },
    reason: { aliases: ["失信行为简况"], rule: text },
    authority: { aliases: ["信息报送机关"], rule: text },
  },
  ${over}
};`;

test("a new department is one new file", async () => {
  await writeFile(join(folder, "emergency-serious.mjs"), "export const notRead = true;");
  await writeFile(join(folder, "emergency-serious.js"), soundFeed());
  const feeds = await loadFeeds(url());
  expect([...feeds.keys()]).toEqual(["emergency/serious"]);
  const feed = feeds.get("emergency/serious");
  if (feed === undefined) throw new Error("not loaded");
  const header = ["信息报送机关", "单位名称", "失信行为简况", "主要负责人"];
  const layout = matchHeader(feed, header);
  if (layout === null) throw new Error("unknown layout");
  const verdict = rowCleaner(feed, header, layout, { today: "2026-11-24" })([
    "宁波市应急管理局",
    "宁波澄碧轴承有限公司",
    "瞒报事故",
    "周某文",
  ]);
  expect(verdict).toMatchObject({
    accepted: { subject: { name: "宁波澄碧轴承有限公司" }, body: { reason: "瞒报事故", listedOn: null } },
  });
});

test("feeds that are not well-formed stop the start, and every problem is named", async () => {
  const broken = await mkdtemp(join(tmpdir(), "feeds-"));
  await writeFile(join(broken, "a.js"), soundFeed('disclosure: "secret",'));
  await writeFile(
    join(broken, "b.js"),
    soundFeed("fields: { nmae: { aliases: ['单位名称'], rule: text } },"),
  );
  const twice = "name: { aliases: ['X'], rule: text }, reason: { aliases: ['x_'], rule: text }";
  await writeFile(join(broken, "c.js"), soundFeed(`feed: "other", fields: { ${twice} },`));
  await writeFile(join(broken, "d.js"), "export const fed = 1;");
  await writeFile(join(broken, "e.js"), soundFeed('list: undefined, feed: "unlisted",'));
  const error = await loadFeeds(pathToFileURL(`${broken}/`)).catch((caught: unknown) => caught);
  await rm(broken, { recursive: true, force: true });
  const message = error instanceof Error ? error.message : "";
  expect(error).toMatchObject({ code: "bad_configuration" });
  for (const said of [
    "a.js: disclosure",
    "b.js: fields.nmae: a list knows no such field",
    "b.js: fields: a list needs one of name",
    "c.js: emergency/other: x_ names both name and reason",
    "d.js: ",
    "e.js: list",
  ])
    expect(message).toContain(said);
});

test("two files for one feed are one too many", async () => {
  const doubled = await mkdtemp(join(tmpdir(), "feeds-"));
  await writeFile(join(doubled, "a.js"), soundFeed());
  await writeFile(join(doubled, "b.js"), soundFeed());
  await expect(loadFeeds(pathToFileURL(`${doubled}/`))).rejects.toThrow("declared by another file");
  await rm(doubled, { recursive: true, force: true });
});
