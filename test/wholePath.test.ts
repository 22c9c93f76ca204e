import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../src/app.ts";
import { packageRoot } from "../src/packageRoot.ts";
import { freshDatabase } from "./database.ts";
import { testResources } from "./resources.ts";
import { runCredit } from "./runCredit.ts";

interface Truth {
  source: string;
  feed: string;
  file: string;
  line: number;
  kind: string;
  uscc: string | null;
  expect: "accepted" | "rejected";
  linkable: boolean;
  naturalPerson: boolean;
}
interface Link {
  source: string;
  feed: string;
  file: string;
  line: number;
  outcome: string;
  uscc: string | null;
  rule: string | null;
  why: string;
}

let db: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
let inbox: string;
const app = createApp();

/** Runs a command as its users do; without a Meilisearch, so that it does the same on every machine. */
async function credit(
  ...words: string[]
): Promise<{ code: number; value: ReturnType<typeof JSON.parse>; said: string }> {
  const done = await runCredit([...words, "--json"], {
    DATABASE_URL: db.url,
    DATA_DIR: folder,
    PATH: `${join(packageRoot(), "node_modules/.bin")}:/usr/bin:/bin`,
    MEILI_URL: "",
  });
  return { code: done.code, value: JSON.parse(done.stdout), said: done.stderr };
}
const get = (path: string, headers: Record<string, string> = {}) =>
  app.fetch(new Request(`http://test${path}`, { headers }), testResources(db.sql, { now: () => new Date() }));
const json = async (path: string) => (await get(path)).json();
const key = (row: { source: string; feed: string; file: string; line: number }) =>
  `${row.source}/${row.feed}/${row.file}:${row.line}`;

let truths: Map<string, Truth>;
let report: Record<string, unknown>;
let links: Link[];

beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), "credit-path-"));
  inbox = join(folder, "inbox");
  await credit("demo", "--out", inbox, "--enterprises", "400", "--seed", "7");
  const lines = (await readFile(join(inbox, "truth.ndjson"), "utf8")).trim().split("\n");
  truths = new Map(lines.map((line): [string, Truth] => [key(JSON.parse(line)), JSON.parse(line)]));
  const night = await credit("nightly", "--inbox", inbox);
  expect(night.code, night.said).toBe(0);
  report = night.value;
  links = (await credit("links")).value;
}, 180_000);
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

describe("from the departments' files", () => {
  test("every row is accepted or rejected as the truth says, and nothing is lost", async () => {
    const rejected = await db.sql<{ source: string; feed: string; file: string; line: number }[]>`
      select d.source, d.feed, d.file, r.line from restricted.rejection r join archive.delivery d on d.seq = r.delivery`;
    const accepted = await db.sql<{ source: string; feed: string; file: string; line: number }[]>`
      select d.source, d.feed, d.file, a.line from archive.received a join archive.delivery d on d.seq = a.delivery`;
    expect(rejected.map(key).sort()).toEqual(
      [...truths.values()]
        .filter((t) => t.expect === "rejected")
        .map(key)
        .sort(),
    );
    expect(accepted.map(key).sort()).toEqual(
      [...truths.values()]
        .filter((t) => t.expect === "accepted")
        .map(key)
        .sort(),
    );
    expect(rejected.length).toBeGreaterThan(5);
  });

  test("no record is linked to the wrong enterprise, and every one that exact evidence can place is placed", () => {
    const wrong = links.filter(
      (link) => link.outcome === "linked" && truths.get(key(link))?.uscc !== link.uscc,
    );
    expect(wrong).toEqual([]);
    const missed = links.filter(
      (link) => link.outcome === "unlinked" && truths.get(key(link))?.linkable === true,
    );
    expect(missed).toEqual([]);
    expect(links.filter((link) => link.outcome === "linked").length).toBeGreaterThan(500);
    expect(links.every((link) => link.why !== "")).toBe(true);
  });

  test("the night's report counts what the links say", () => {
    const count = (outcome: string) => links.filter((link) => link.outcome === outcome).length;
    expect(report).toMatchObject({
      snapshot: "1",
      records: links.length,
      linked: count("linked"),
      unlinked: count("unlinked"),
      review: count("review"),
      enterprises: 400,
      changed: 400,
      engine: "postgresql",
    });
  });

  test("the same inbox again changes nothing", async () => {
    const again = (await credit("nightly", "--inbox", inbox)).value;
    expect(again).toMatchObject({ snapshot: "2", records: 0, changed: 0, indexed: 0, enterprises: 400 });
    expect(again.deliveries.every((delivery: { duplicate: boolean }) => delivery.duplicate)).toBe(true);
  }, 60_000);
});

describe("to the reader", () => {
  test("a company is found by its name, and its profile holds what is true of it", async () => {
    const link = links.find(
      (each) =>
        each.outcome === "linked" &&
        each.feed === "penalties" &&
        truths.get(key(each))?.naturalPerson === false,
    );
    const profile = await json(`/api/v1/enterprises/${link?.uscc}`);
    expect(profile).toMatchObject({ uscc: link?.uscc, demo: true });
    const found = await json(`/api/v1/enterprises?q=${encodeURIComponent(profile.name)}`);
    expect(found.hits[0]).toMatchObject({ uscc: link?.uscc, name: profile.name });
    const page = await (await get(`/enterprise/${link?.uscc}`)).text();
    expect(page).toContain(profile.name.replace(/&/g, "&amp;"));
    expect(page).toContain("演示数据");
  });

  test("the lists are there, on the page and as a stream", async () => {
    const { lists } = await json("/api/v1/lists");
    const abnormal = lists.find((each: { list: string }) => each.list === "abnormal");
    const streamed = await (await get("/api/v1/lists/abnormal", { accept: "application/x-ndjson" })).text();
    expect(streamed.trim().split("\n")).toHaveLength(abnormal.total);
    expect((await get("/lists/abnormal")).status).toBe(200);
  });

  test("nothing that is not public reaches profiles, documents, lists or labels", async () => {
    const secrets: string[] = [];
    for (const name of await readdir(inbox, { recursive: true }))
      if (/\.(csv|tsv|ndjson)$/.test(name) && !name.includes("truth")) {
        const bytes = await readFile(join(inbox, name));
        for (const text of [bytes.toString("utf8"), new TextDecoder("gb18030").decode(bytes)])
          secrets.push(
            ...(text.match(
              /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9X](?!\w)/g,
            ) ?? []),
          );
      }
    const cases = await db.sql<{ cells: string }[]>`
      select cells from restricted.received a join archive.delivery d on d.seq = a.delivery where d.feed in ('cases', 'credit')`;
    const numbers = cases
      .map(({ cells }) => String(JSON.parse(cells)[0] ?? ""))
      .filter((cell) => /[A-Z].*\d{4}/.test(cell) && cell.length > 8 && cell.length !== 18);
    const [published] = await db.sql<{ text: string }[]>`
      select string_agg(body, '') || (select string_agg(document::text || name_key, '') from published.search_document)
        || (select string_agg(body, '') from published.list_entry) as text from published.profile`;
    const text = published?.text ?? "";
    expect(secrets.length).toBeGreaterThan(20);
    const codes = new Set([...text.matchAll(/"(?:uscc|code)":"([0-9A-Z]{18})"/g)].map((match) => match[1]));
    expect([...new Set(secrets)].filter((secret) => !codes.has(secret) && text.includes(secret))).toEqual([]);
    expect(numbers.filter((number) => text.includes(number))).toEqual([]);
    expect(text).not.toContain("逾期总额");
  });
});

describe("the commands", () => {
  test("refuse bad words with exit 2 and one JSON value", async () => {
    for (const words of [
      ["deliver"],
      ["deliver", "no/feed", "x.csv"],
      ["nightly", "--inbox", join(folder, "none")],
      ["rejections", "d0"],
      ["nightly", "--what"],
    ])
      expect(await credit(...words)).toMatchObject({ code: 2, value: { error: { code: "bad_usage" } } });
  }, 60_000);

  test("export refused rows, which can be delivered again when they are mended", async () => {
    const delivery = (
      report.deliveries as { delivery: string; rejected: number; feed: string; file: string }[]
    ).find((each) => each.rejected > 0 && each.file.endsWith(".csv"));
    const out = join(folder, "rejected.csv");
    expect((await credit("rejections", delivery?.delivery ?? "", "--out", out)).value).toMatchObject({
      rejected: delivery?.rejected,
    });
    const text = await readFile(out, "utf8");
    expect(text.split("\r\n")[0]).toMatch(/_line,_code,_field,_expected,_message$/);
    expect(text.trim().split("\r\n")).toHaveLength((delivery?.rejected ?? 0) + 1);
    const source = (report.deliveries as { delivery: string; source: string; feed: string }[]).find(
      (each) => each.delivery === delivery?.delivery,
    );
    const again = await credit("deliver", `${source?.source}/${source?.feed}`, out);
    expect(again.value[0]).toMatchObject({
      rows: delivery?.rejected,
      rejected: delivery?.rejected,
      duplicate: false,
    });
  }, 60_000);

  test("doctor says what is there and what is missing", async () => {
    const { value, code } = await credit("doctor");
    expect(code).toBe(0);
    expect(value.map((finding: { check: string }) => finding.check)).toEqual(
      expect.arrayContaining([
        "Node.js",
        "DATA_DIR",
        "feeds",
        "DATABASE_URL",
        "migrations",
        "snapshot",
        "Meilisearch",
      ]),
    );
  }, 60_000);
});
