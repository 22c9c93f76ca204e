import type { ListId, Note, RecordKind } from "../src/enterprise/record.ts";

/**
 * How one cell is read. `empty` is a cell of the null-set ('', 无, /, --, null …).
 * A `problem` in a required field rejects the row, in an optional one it becomes a note: the text is kept, the value empty.
 */
export type Reading<T = unknown> =
  | { value: T; notes?: readonly Omit<Note, "field">[] }
  | { empty: true }
  | { problem: string; expected: string };

/** What a rule knows beside the cell. */
export interface CellContext {
  /** The day of the delivery in Asia/Shanghai. */
  today: string;
  /** The unit of money that the column's header states, when it does. */
  unit?: "yuan" | "wan";
}

/** Reads one cell's text. Pure. */
export type Rule<T = unknown> = (text: string, context: CellContext) => Reading<T>;

/** One field of a feed: the names its column may carry (any case, codes or Chinese), and how its cells are read. */
export interface Field {
  aliases: readonly string[];
  rule: Rule;
  /** An empty or unreadable cell rejects the row. A missing column makes the layout unknown. */
  required?: boolean;
  /** Ids of natural persons: the cell stays in the archive and goes nowhere else. */
  personal?: boolean;
}

/** `public`: anyone. `government`: departments, for duties. `consent`: with the enterprise's written consent. */
export type Disclosure = "public" | "government" | "consent";

/** One feed of one department, as data. One file in `ingest/feeds/` each. */
export interface Feed {
  source: string;
  feed: string;
  kind: RecordKind;
  list?: ListId;
  title: { zh: string; en: string };
  /** The department that keeps the records. */
  keeper: { zh: string; en: string };
  disclosure: Disclosure;
  /** Years that the archive keeps a row, from its decision, and the law that says so. */
  retention: { years: number; basis: string };
  /** How often a delivery is due, in days, and how many rows one has at least (0: no promise). */
  expect: { everyDays: number; atLeastRows: number };
  /** A file with more than `share` rejected rows of at least `of` rows is refused whole. */
  rejection: { share: number; of: number };
  /** Keyed by the names that the feed's kind knows. */
  fields: Readonly<Record<string, Field>>;
}

/** Who a row speaks of, as far as the row says. Codes are sound or null; an unsound one is kept in the notes. */
export interface Subject {
  uscc: string | null;
  orgCode: string | null;
  regNo: string | null;
  name: string | null;
  legalRepresentative: string | null;
  /** Where the sender says it is; of the base record null, whose own address is in its body. */
  address: string | null;
  /** Normalised names under which it may be registered: as written, and with the authority's city when it has no region. */
  nameKeys: readonly string[];
}

/** A cleaned row, ready to be staged. */
export interface AcceptedRow {
  /** What makes two rows the same record; the record's id is its hash. */
  identity: readonly string[];
  subject: Subject;
  /** 自然人: kept in the restricted archive, never linked, never public. */
  naturalPerson: boolean;
  /** Kept apart from what is public, beside what the feed's disclosure says already. */
  restricted: boolean;
  /** Why the row takes its record back (撤销 …), or null. */
  withdrawn: string | null;
  /** The cleaned form: PenaltyBody, LicenceBody, ListBody … of the feed's kind. */
  body: object;
}

/** Codes are stable: `missing_field`, `bad_code`, `no_subject`, `future_date`, `impossible_date`, `malformed_row` … */
export interface RejectedRow {
  code: string;
  /** The feed's name of the field, or null when the row as a whole is meant. */
  field: string | null;
  expected: string | null;
  message: string;
}

export type Verdict = { accepted: AcceptedRow } | { rejected: RejectedRow };

/** Declares a feed; only there so that a feed file is checked where it is written. */
export function defineFeed(feed: Feed): Feed {
  return feed;
}
