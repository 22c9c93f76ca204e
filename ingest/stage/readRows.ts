import type { Feed, Verdict } from "../feed.ts";
import { type Row, type Table, UnreadableFile } from "../read/table.ts";
import { findHeader, type Layout, matchHeader } from "../validate/layout.ts";
import { rowCleaner } from "../validate/rowCleaner.ts";

/** The header must stand in these first rows. */
const HEADER_ROWS = 10;

export interface JudgedRow {
  row: Row;
  verdict: Verdict;
  /** Columns with ids of natural persons. */
  personal: readonly number[];
}

/** Rows of a batch, and how they are judged. */
interface Pending {
  rows: readonly Row[];
  toVerdict: (row: Row) => JudgedRow;
}

/** What was found out about a file on the way; filled in as its rows come. */
export interface FileFacts {
  header: readonly string[] | null;
  rows: number;
}

function unknownLayout(feed: Feed): UnreadableLayout {
  const wanted = Object.values(feed.fields)
    .filter((field) => field.required === true)
    .map((field) => field.aliases[0]);
  const columns = wanted.length > 0 ? ` (columns such as ${wanted.join("、")})` : "";
  return new UnreadableLayout(
    `No row among the first ${HEADER_ROWS} is a header of ${feed.source}/${feed.feed}${columns}`,
  );
}

/** The file can be read, but it is no delivery of this feed. */
export class UnreadableLayout extends Error {
  readonly code = "unknown_layout";
}

function judge(feed: Feed, header: readonly string[], layout: Layout, today: string) {
  const clean = rowCleaner(feed, header, layout, { today });
  const { personal } = layout;
  return (row: Row): JudgedRow => ({ row, verdict: clean(row.cells, row.malformed), personal });
}

/** Rows of a file whose header is one of its rows. */
async function* positional(
  feed: Feed,
  table: Table,
  today: string,
  facts: FileFacts,
): AsyncGenerator<Pending> {
  let first: Row[] = [];
  let toVerdict: ReturnType<typeof judge> | undefined;
  for await (const batch of table.rows) {
    if (toVerdict !== undefined) {
      yield { rows: batch, toVerdict };
      continue;
    }
    first = first.concat(batch);
    if (first.length < HEADER_ROWS) continue;
    const begun = begin(feed, first, today, facts);
    toVerdict = begun.toVerdict;
    yield { rows: begun.rest, toVerdict };
  }
  if (toVerdict === undefined) {
    const begun = begin(feed, first, today, facts);
    yield { rows: begun.rest, toVerdict: begun.toVerdict };
  }
}

function begin(feed: Feed, rows: Row[], today: string, facts: FileFacts) {
  if (rows.length === 0) throw new UnreadableFile("empty_file", "The file has no rows");
  const found = findHeader(feed, rows.slice(0, HEADER_ROWS));
  if (found === null) throw unknownLayout(feed);
  const header = rows[found.index]?.cells ?? [];
  facts.header = header;
  return { toVerdict: judge(feed, header, found.layout, today), rest: rows.slice(found.index + 1) };
}

/** Rows of NDJSON and JSON: their keys are the header, and new keys may come with any row. */
async function* keyed(feed: Feed, table: Table, today: string, facts: FileFacts): AsyncGenerator<Pending> {
  let known = -1;
  let toVerdict: ReturnType<typeof judge> | undefined;
  for await (const batch of table.rows) {
    const keys = table.keys ?? [];
    if (keys.length !== known) {
      const header = [...keys];
      const layout = matchHeader(feed, header);
      if (layout === null) throw unknownLayout(feed);
      known = header.length;
      facts.header = header;
      toVerdict = judge(feed, header, layout, today);
    }
    if (toVerdict !== undefined) yield { rows: batch, toVerdict };
  }
  if (toVerdict === undefined) throw new UnreadableFile("empty_file", "The file has no rows");
}

function* judged({ rows, toVerdict }: Pending): Generator<JudgedRow> {
  for (const row of rows) yield toVerdict(row);
}

/**
 * Reads a file to its end as rows with their verdicts, in batches. A row is judged when it is asked for, so that what was made
 * of it is gone before the next: verdicts of a whole batch would be copied by every collection.
 */
export async function* readRows(
  feed: Feed,
  table: Table,
  today: string,
  facts: FileFacts,
): AsyncGenerator<Iterable<JudgedRow>> {
  const batches =
    table.keys === undefined ? positional(feed, table, today, facts) : keyed(feed, table, today, facts);
  for await (const batch of batches) {
    facts.rows += batch.rows.length;
    yield judged(batch);
  }
}
