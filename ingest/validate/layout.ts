import type { CellContext, Feed } from "../feed.ts";
import { KINDS } from "../kinds/kinds.ts";
import type { Row } from "../read/table.ts";
import { headerKey, splitUnit } from "./headerKey.ts";

export interface Column {
  index: number;
  /** The unit of money in the header, as in 罚款金额(元). */
  unit: CellContext["unit"];
}

/** Which columns of a file hold which fields of its feed. */
export interface Layout {
  /** A field's columns, best name first: the first that is not empty is read. */
  columns: ReadonlyMap<string, readonly Column[]>;
  /** Indexes of columns with ids of natural persons. */
  personal: readonly number[];
}

/** A layout is known from this many fields on, or from all that the feed declares when it declares fewer. */
const FEWEST_FIELDS = 3;
/** Columns that the export of rejected rows adds. */
const OURS = new Set(["_LINE", "_CODE", "_FIELD", "_EXPECTED", "_MESSAGE"]);

interface Alias {
  field: string;
  /** Position among the field's aliases: the lower, the better. */
  rank: number;
}

const aliasesOf = new WeakMap<Feed, ReadonlyMap<string, Alias>>();

/**
 * The names that a feed's columns may carry.
 * @throws Error when two fields claim one name: then the file's meaning would depend on their order
 */
export function aliasIndex(feed: Feed): ReadonlyMap<string, Alias> {
  const known = aliasesOf.get(feed);
  if (known !== undefined) return known;
  const index = new Map<string, Alias>();
  for (const [field, { aliases }] of Object.entries(feed.fields))
    for (const [rank, alias] of aliases.entries()) {
      const whole = headerKey(alias);
      for (const key of new Set([whole, splitUnit(whole)?.key ?? whole])) {
        const other = index.get(key);
        if (other !== undefined && other.field !== field)
          throw new Error(`${feed.source}/${feed.feed}: ${alias} names both ${other.field} and ${field}`);
        if (other === undefined) index.set(key, { field, rank });
      }
    }
  aliasesOf.set(feed, index);
  return index;
}

function columnOf(index: ReadonlyMap<string, Alias>, text: string) {
  if (OURS.has(text.trim().toUpperCase())) return undefined;
  const key = headerKey(text);
  const split = splitUnit(key);
  const alias = index.get(key) ?? (split === null ? undefined : index.get(split.key));
  return alias === undefined ? undefined : { ...alias, unit: split?.unit };
}

function isKnown(feed: Feed, found: ReadonlySet<string>): boolean {
  const declared = Object.entries(feed.fields);
  if (found.size < Math.min(FEWEST_FIELDS, declared.length)) return false;
  if (declared.some(([name, field]) => field.required === true && !found.has(name))) return false;
  return KINDS[feed.kind].needs.every((group) => group.some((name) => found.has(name)));
}

/**
 * Finds the feed's fields among the cells of a header, in any order. Unknown columns are left alone.
 * A layout is known when it has every required field, one field of each group that the kind needs (a name or a code;
 * something that tells this kind from others), and at least three fields.
 * @returns null when the cells are no header of this feed
 */
export function matchHeader(feed: Feed, cells: readonly string[]): Layout | null {
  const index = aliasIndex(feed);
  const found = new Map<string, (Column & { rank: number })[]>();
  for (const [at, text] of cells.entries()) {
    const column = columnOf(index, text);
    if (column === undefined) continue;
    const columns = found.get(column.field) ?? [];
    columns.push({ index: at, unit: column.unit, rank: column.rank });
    found.set(column.field, columns);
  }
  if (!isKnown(feed, new Set(found.keys()))) return null;
  const personal: number[] = [];
  for (const [field, columns] of found) {
    columns.sort((a, b) => a.rank - b.rank || a.index - b.index);
    if (feed.fields[field]?.personal === true) personal.push(...columns.map((column) => column.index));
  }
  return { columns: found, personal };
}

/** The row, among the first ten of a file, that names most fields of the feed; null when none is a header of it. */
export function findHeader(feed: Feed, rows: readonly Row[]): { index: number; layout: Layout } | null {
  let best: { index: number; layout: Layout } | null = null;
  for (const [index, row] of rows.slice(0, 10).entries()) {
    const layout = matchHeader(feed, row.cells);
    if (layout !== null && (best === null || layout.columns.size > best.layout.columns.size))
      best = { index, layout };
  }
  return best;
}
