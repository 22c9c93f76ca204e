import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadFeeds } from "../../../ingest/feedRegistry.ts";
import { nightly } from "../../../ingest/nightly.ts";
import { freshDatabase } from "../../database.ts";
import { keyOf, readTruth, TODAY, type Truth, write } from "./deliveries.ts";

interface Link {
  source: string;
  feed: string;
  file: string;
  line: number;
  outcome: string;
  uscc: string | null;
}

let database: Awaited<ReturnType<typeof freshDatabase>>;
let inbox: string;
let truth: Map<string, Truth>;
let links: Link[];

beforeAll(async () => {
  inbox = await mkdtemp(join(tmpdir(), "credit-demo-test-"));
  const written = await write(inbox, { enterprises: 1_500 });
  truth = new Map((await readTruth(written.truth)).map((one) => [keyOf(one), one]));
  database = await freshDatabase();
  await nightly({
    sql: database.sql,
    feeds: await loadFeeds(),
    index: null,
    inbox,
    now: new Date(`${TODAY}T04:00:00Z`),
    progress: { stage: () => undefined, done: () => undefined },
    threads: null,
  });
  links = await database.sql<Link[]>`
    select d.source, d.feed, d.file, a.line, r.outcome, r.enterprise as uscc
    from archive.delivery d
    join archive.received a on a.delivery = d.seq
    join ledger.record r on r.id = a.record
    where r.kind <> 'base' and not a.natural_person`;
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(inbox, { recursive: true, force: true });
});

describe("linking the demo", () => {
  it("answers for every accepted row of a record feed", () => {
    const due = [...truth.values()].filter(
      (one) => one.kind !== "base" && one.expect === "accepted" && !one.naturalPerson,
    );
    expect(links.map(keyOf).sort()).toEqual(due.map(keyOf).sort());
  });

  it("links every row that exact evidence can place", () => {
    const missed = links.filter(
      (link) => truth.get(keyOf(link))?.linkable === true && link.outcome !== "linked",
    );
    expect(missed).toEqual([]);
  });

  it("links no row to an enterprise that it is not about", () => {
    const linked = links.filter((link) => link.outcome === "linked");
    expect(linked.length).toBeGreaterThan(4_000);
    const wrong = linked.filter((link) => {
      const one = truth.get(keyOf(link));
      return one === undefined || one.uscc !== link.uscc;
    });
    expect(wrong).toEqual([]);
  });
});
