import { basename } from "node:path";
import type { ISql, Sql } from "../../src/db/client.ts";
import type { Feed } from "../feed.ts";
import { openTable } from "../read/openTable.ts";
import { UnreadableFile } from "../read/table.ts";
import { copyRows, type RowSpools, rowSpools } from "./copyRows.ts";
import { deliveryId, sha256OfFile } from "./deliveryId.ts";
import { type FileFacts, UnreadableLayout } from "./readRows.ts";

/** What `credit deliver` says of one file. `duplicate`: the same bytes came before; ids and counts are the first one's. */
export interface DeliveryAnswer {
  delivery: string;
  source: string;
  feed: string;
  file: string;
  sha256: string;
  encoding: string | null;
  rows: number;
  accepted: number;
  rejected: number;
  duplicate: boolean;
  refused?: { code: string; message: string };
}

export interface StageOptions {
  feed: Feed;
  path: string;
  /** The file replaces its feed: what it lacks is withdrawn. */
  isFull: boolean;
  now: Date;
  /** Its place in the order of arrival, when it was given one beforehand; as a rule the next. */
  seq?: number;
  onRows?: (rows: number) => void;
}

/** Generated files say so in their names, however they come: what is made of them is labelled 演示数据. */
const DEMO_FILE = /^demo-/;

/** Refuses the file whole; everything of it is rolled back but its rejections. */
class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Attempt extends StageOptions {
  id: string;
  sha256: string;
  file: string;
  spools: RowSpools;
  facts: FileFacts;
  counts: { accepted: number; rejected: number };
  encoding: string | null;
  format: string | null;
}

/**
 * Reads, validates and stages one file: all of its sound rows are kept, or, when the file is refused, none.
 * The same bytes for the same feed twice change nothing.
 */
export async function stageDelivery(sql: Sql, options: StageOptions): Promise<DeliveryAnswer> {
  const { feed, path, isFull } = options;
  const file = basename(path);
  let sha256: string;
  try {
    sha256 = await sha256OfFile(path);
  } catch (error) {
    return unreadable(options, file, error);
  }
  const id = deliveryId(feed.source, feed.feed, isFull, sha256);
  const before = await acceptedBefore(sql, id);
  if (before !== undefined) return before;

  const attempt: Attempt = {
    ...options,
    ...{ id, sha256, file, encoding: null, format: null },
    spools: rowSpools(),
    facts: { header: null, rows: 0 },
    counts: { accepted: 0, rejected: 0 },
  };
  try {
    return await sql.begin((tx) => accept(tx, attempt));
  } catch (error) {
    if (isDuplicateRace(error)) return (await acceptedBefore(sql, id)) ?? stageDelivery(sql, options);
    const refusal = asRefusal(error);
    if (refusal === undefined) throw error;
    await sql.begin((tx) => keepRefused(tx, attempt, refusal));
    return { ...answer(attempt), refused: refusal };
  } finally {
    await attempt.spools.rejections.remove();
    await attempt.spools.personalCells.remove();
  }
}

function unreadable(options: StageOptions, file: string, error: unknown): DeliveryAnswer {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
  const message = code === "ENOENT" ? "There is no such file" : `The file can't be read (${code})`;
  const { source, feed } = options.feed;
  const counts = { rows: 0, accepted: 0, rejected: 0, duplicate: false };
  return {
    delivery: "",
    source,
    feed,
    file,
    sha256: "",
    encoding: null,
    ...counts,
    refused: { code: "unreadable", message },
  };
}

function asRefusal(error: unknown): { code: string; message: string } | undefined {
  if (error instanceof UnreadableFile || error instanceof UnreadableLayout || error instanceof Refusal)
    return { code: error.code, message: error.message };
  return undefined;
}

/** Two processes with the same bytes: the database lets one of them through. */
function isDuplicateRace(error: unknown): boolean {
  return (
    error instanceof Error &&
    "constraint_name" in error &&
    String(error.constraint_name).startsWith("delivery_")
  );
}

async function accept(tx: ISql, attempt: Attempt): Promise<DeliveryAnswer> {
  await tx`delete from archive.delivery where id = ${attempt.id} and refused_code is not null`;
  const seq = await insertDelivery(tx, attempt, null);
  const table = await openTable(attempt.path);
  attempt.encoding = table.encoding;
  attempt.format = table.format;
  try {
    await copyRows(tx, attempt, table, seq);
  } finally {
    await table.close();
  }
  await refuseWhenUnlikely(tx, attempt);
  await attempt.spools.rejections.copyTo(tx, seq);
  await attempt.spools.personalCells.copyTo(tx, seq);
  await tx`
    update archive.delivery set encoding = ${attempt.encoding}, format = ${attempt.format}, header = ${headerOf(attempt)},
      rows = ${attempt.facts.rows}, accepted = ${attempt.counts.accepted}, rejected = ${attempt.counts.rejected}
    where seq = ${seq}`;
  return answer(attempt);
}

const headerOf = (attempt: Attempt) => (attempt.facts.header === null ? null : [...attempt.facts.header]);

async function refuseWhenUnlikely(tx: ISql, attempt: Attempt): Promise<void> {
  const { feed, facts, counts, isFull } = attempt;
  if (facts.rows >= feed.rejection.of && counts.rejected > feed.rejection.share * facts.rows) {
    const share = Math.round(feed.rejection.share * 100);
    throw new Refusal(
      "too_many_rejected",
      `${counts.rejected} of ${facts.rows} rows were rejected; the feed allows ${share} %`,
    );
  }
  if (facts.rows < feed.expect.atLeastRows)
    throw new Refusal(
      "too_few_rows",
      `${facts.rows} rows; the feed promises at least ${feed.expect.atLeastRows}`,
    );
  if (!isFull) return;
  const [last] = await tx<{ rows: number }[]>`
    select rows from archive.delivery
    where source = ${feed.source} and feed = ${feed.feed} and is_full and refused_code is null and id <> ${attempt.id}
    order by seq desc limit 1`;
  if (last !== undefined && facts.rows < 0.8 * last.rows)
    throw new Refusal(
      "too_few_rows",
      `${facts.rows} rows; the last full delivery had ${last.rows}, and under 80 % of that is not believed`,
    );
}

async function insertDelivery(
  tx: ISql,
  a: Attempt,
  refusal: { code: string; message: string } | null,
): Promise<number> {
  const [row] = await tx<{ seq: number }[]>`
    insert into archive.delivery (seq, id, source, feed, file, sha256, format, encoding, is_full, demo, received_at, rows, accepted,
      rejected, header, refused_code, refused_message)
    overriding system value
    values (${a.seq ?? tx`default`}, ${a.id}, ${a.feed.source}, ${a.feed.feed}, ${a.file}, ${a.sha256}, ${a.format}, ${a.encoding}, ${a.isFull}, ${DEMO_FILE.test(a.file)},
      ${a.now.toISOString()}, ${a.facts.rows}, ${refusal ? 0 : a.counts.accepted}, ${a.counts.rejected}, ${headerOf(a)},
      ${refusal?.code ?? null}, ${refusal?.message ?? null})
    returning seq`;
  if (row === undefined) throw new Error("insert … returning gave no row");
  return row.seq;
}

async function keepRefused(
  tx: ISql,
  attempt: Attempt,
  refusal: { code: string; message: string },
): Promise<void> {
  await tx`delete from archive.delivery where id = ${attempt.id} and refused_code is not null`;
  attempt.counts.accepted = 0;
  await attempt.spools.rejections.copyTo(tx, await insertDelivery(tx, attempt, refusal));
}

function answer(attempt: Attempt): DeliveryAnswer {
  const { id, feed, file, sha256, encoding, facts, counts } = attempt;
  const named = { delivery: id, source: feed.source, feed: feed.feed, file, sha256, encoding };
  return { ...named, rows: facts.rows, ...counts, duplicate: false };
}

async function acceptedBefore(sql: ISql, id: string): Promise<DeliveryAnswer | undefined> {
  const [row] = await sql<Omit<DeliveryAnswer, "duplicate">[]>`
    select id as delivery, source, feed, file, sha256, encoding, rows, accepted, rejected
    from archive.delivery where id = ${id} and refused_code is null`;
  return row === undefined ? undefined : { ...row, duplicate: true };
}
