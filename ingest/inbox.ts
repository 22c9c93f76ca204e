import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "../src/db/client.ts";
import { CreditError } from "../src/errors.ts";
import type { Feed } from "./feed.ts";
import type { Progress } from "./progress.ts";
import { type DeliveryAnswer, stageDelivery } from "./stage/stageDelivery.ts";

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

/** Stages every file of the inbox. A refused one is said in its answer, and the others go on. */
export async function stageInbox(
  night: { sql: Sql; feeds: ReadonlyMap<string, Feed>; now: Date; progress: Progress },
  inbox: string,
): Promise<DeliveryAnswer[]> {
  const answers: DeliveryAnswer[] = [];
  let rows = 0;
  for (const file of await inboxFiles(inbox, night.feeds)) {
    const before = rows;
    const onRows = (count: number) => night.progress.done(before + count);
    const answer = await stageDelivery(night.sql, { ...file, now: night.now, onRows });
    rows = before + answer.rows;
    answers.push(answer);
  }
  return answers;
}
