import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "../src/db/client.ts";
import { CreditError } from "../src/errors.ts";
import type { Feed } from "./feed.ts";
import type { Progress } from "./progress.ts";
import { type DeliveryAnswer, stageDelivery } from "./stage/stageDelivery.ts";
import { type FileToStage, stageOnThreads } from "./stage/stagingThreads.ts";

export interface InboxFile {
  feed: Feed;
  path: string;
  isFull: boolean;
}

async function namesIn(folder: string, kind: "folder" | "file"): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter(
      (entry) => (kind === "folder" ? entry.isDirectory() : entry.isFile()) && !entry.name.startsWith("."),
    )
    .map((entry) => entry.name)
    .sort();
}

/**
 * The files under `<inbox>/<source>/<feed>/`, in order of their paths, so that a night is the same wherever it runs.
 * A name that begins with a dot or ends in `.part` is not finished and is left alone.
 * @throws CreditError `bad_usage` when there is no such folder
 */
export async function inboxFiles(inbox: string, feeds: ReadonlyMap<string, Feed>): Promise<InboxFile[]> {
  const sources = await namesIn(inbox, "folder").catch((cause) => {
    throw new CreditError("bad_usage", `There is no inbox at ${inbox}`, { cause });
  });
  const files: InboxFile[] = [];
  for (const source of sources)
    for (const feedName of await namesIn(join(inbox, source), "folder")) {
      const feed = feeds.get(`${source}/${feedName}`);
      if (feed === undefined) continue; // a folder of no feed is none of ours
      for (const file of await namesIn(join(inbox, source, feedName), "file"))
        if (!file.endsWith(".part"))
          files.push({ feed, path: join(inbox, source, feedName, file), isFull: /\.full\./i.test(file) });
    }
  return files;
}

/** Of smaller inboxes the threads would take longer to start than to work. In bytes. */
const WORTH_THREADS = 8_000_000;

export interface StageInbox {
  sql: Sql;
  feeds: ReadonlyMap<string, Feed>;
  now: Date;
  progress: Progress;
  /** Threads that may stage large inboxes, and the database that they open; null: all in this thread. */
  threads: { databaseUrl: string; count: number } | null;
}

/** Places in the order of arrival, so that it is that of the paths whichever file is staged first. */
async function reserveSeqs(sql: Sql, count: number): Promise<number[]> {
  const rows = await sql<{ seq: number }[]>`
    select nextval(pg_get_serial_sequence('archive.delivery', 'seq'))::int as seq from generate_series(1, ${count}) order by 1`;
  return rows.map((row) => row.seq);
}

/**
 * Files that may hold the same bytes stay together and in order, because the first of them is the delivery and the others
 * are said to be it again. The largest come first, so that no thread is left with one at the end.
 */
async function groupsOf(files: readonly (InboxFile & { seq: number })[]) {
  const groups = new Map<string, { size: number; files: FileToStage[] }>();
  for (const { feed, ...file } of files) {
    const size = await stat(file.path).then(
      (found) => found.size,
      () => 0,
    );
    const name = `${feed.source}/${feed.feed}`;
    const group = groups.get(`${name} ${size}`) ?? { size, files: [] };
    group.files.push({ ...file, feed: name });
    groups.set(`${name} ${size}`, group);
  }
  const ordered = [...groups.values()].sort((a, b) => b.size - a.size);
  const bytes = ordered.reduce((sum, group) => sum + group.size * group.files.length, 0);
  return { groups: ordered.map((group) => group.files), bytes };
}

/** Stages every file of the inbox. A refused one is said in its answer, and the others go on. */
export async function stageInbox(night: StageInbox, inbox: string): Promise<DeliveryAnswer[]> {
  const found = await inboxFiles(inbox, night.feeds);
  const seqs = await reserveSeqs(night.sql, found.length);
  const files = found.flatMap((file, i) => {
    const seq = seqs[i];
    return seq === undefined ? [] : [{ ...file, seq }];
  });
  const { groups, bytes } = await groupsOf(files);
  if (night.threads !== null && night.threads.count > 1 && bytes >= WORTH_THREADS) {
    const { databaseUrl, count: threads } = night.threads;
    const { now } = night;
    const answers = await stageOnThreads(groups, { databaseUrl, threads, now, onRows: night.progress.done });
    return files.flatMap(({ seq }) => answers.get(seq) ?? []);
  }
  return stageHere(night, files);
}

async function stageHere(
  night: StageInbox,
  files: readonly (InboxFile & { seq: number })[],
): Promise<DeliveryAnswer[]> {
  const answers: DeliveryAnswer[] = [];
  let rows = 0;
  for (const file of files) {
    const before = rows;
    const onRows = (count: number) => night.progress.done(before + count);
    const answer = await stageDelivery(night.sql, { ...file, now: night.now, onRows });
    rows = before + answer.rows;
    answers.push(answer);
  }
  return answers;
}
