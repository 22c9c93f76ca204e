import { cleanText } from "../../src/enterprise/cleanText.ts";
import { maskResidentIds } from "../../src/enterprise/identifiers.ts";
import type { CellContext, Feed, Reading, Rule, Verdict } from "../feed.ts";
import { rejected } from "../kinds/kind.ts";
import { KINDS } from "../kinds/kinds.ts";
import { RowReading } from "../kinds/rowReading.ts";
import type { Layout } from "./layout.ts";

/** A field of the feed, ready to be read from rows of one file. */
interface Reader {
  field: string;
  /** The column's name as delivered, for messages. */
  named: string;
  columns: readonly number[];
  contexts: readonly CellContext[];
  rule: Rule;
  required: boolean;
  /** An unreadable cell rejects the row. */
  decisive: boolean;
}

/** Notes reach public pages: an unreadable cell is quoted no further than this. */
const QUOTED = 200;

function readersOf(feed: Feed, header: readonly string[], layout: Layout, today: string): Reader[] {
  const { decisive } = KINDS[feed.kind];
  return Object.entries(feed.fields).map(([field, { rule, required = false, aliases }]) => {
    const columns = layout.columns.get(field) ?? [];
    const first = columns[0];
    return {
      field,
      named: (first === undefined ? undefined : header[first.index]?.trim()) ?? aliases[0] ?? field,
      columns: columns.map((column) => column.index),
      contexts: columns.map(({ unit }) => (unit === undefined ? { today } : { today, unit })),
      rule,
      required,
      decisive: required || decisive.includes(field),
    };
  });
}

const MESSAGES: Readonly<Record<string, string>> = {
  impossible_date: "is no possible date",
  unreadable_date: "is no date",
  future_date: "lies in the future",
  bad_code: "is no sound code",
  digits_lost: "has lost digits: it went through a spreadsheet as a number",
};

function unreadable(reader: Reader, reading: { problem: string; expected: string }): Verdict {
  const message = `${reader.named} ${MESSAGES[reading.problem] ?? "can't be read"}`;
  return rejected(reading.problem, reader.field, reading.expected, message);
}

/** Reads a field from its columns: the first that says something counts. Null when none does. */
function readField(reader: Reader, cells: readonly string[], row: RowReading, slot: number): Reading | null {
  const { columns } = reader;
  for (let i = 0; i < columns.length; i++) {
    const text = cells[columns[i] ?? -1];
    if (text === undefined || text === "") continue;
    const context = reader.contexts[i];
    if (context === undefined) continue;
    const reading = reader.rule(text, context);
    if ("empty" in reading) continue;
    row.set(slot, reader.field, text, reading);
    return reading;
  }
  row.set(slot, reader.field, "", null);
  return null;
}

/** A row with more cells than the header has columns was cut at the wrong places: none of its cells can be trusted. */
function overflows(cells: readonly string[], width: number): boolean {
  for (let i = width; i < cells.length; i++) if ((cells[i] ?? "").trim() !== "") return true;
  return false;
}

/** As delivered, but for ids of natural persons. */
function quote(text: string): string {
  return maskResidentIds(cleanText(text) ?? "").slice(0, QUOTED);
}

/** Reads every field of a row; the verdict when one of them rejects it. */
function readRow(readers: readonly Reader[], cells: readonly string[], row: RowReading): Verdict | null {
  for (let slot = 0; slot < readers.length; slot++) {
    const reader = readers[slot];
    if (reader === undefined) continue;
    const reading = readField(reader, cells, row, slot);
    if (reading === null) {
      if (reader.required)
        return rejected("missing_field", reader.field, "a value", `${reader.named} is missing`);
    } else if ("problem" in reading) {
      if (reader.decisive) return unreadable(reader, reading);
      row.note(reader.field, reading.problem, quote(row.original(reader.field)));
    }
  }
  return null;
}

/**
 * Makes the function that judges the rows of one file. It is the hot path: everything that does not depend on the row
 * is worked out here, once.
 * @param context.today the day of the delivery in Asia/Shanghai
 */
export function rowCleaner(
  feed: Feed,
  header: readonly string[],
  layout: Layout,
  context: { today: string },
): (cells: readonly string[], malformed?: string) => Verdict {
  const kind = KINDS[feed.kind];
  const readers = readersOf(feed, header, layout, context.today);
  const fields = readers.map((reader) => reader.field);
  const row = new RowReading({ feed, fields, present: new Set(layout.columns.keys()), today: context.today });
  const width = header.length;
  return (cells, malformed) => {
    if (malformed !== undefined) return rejected("malformed_row", null, null, malformed);
    if (cells.length > width && overflows(cells, width))
      return rejected("malformed_row", null, `${width} cells`, "The row has more cells than the header");
    row.begin();
    return readRow(readers, cells, row) ?? kind.clean(row);
  };
}
