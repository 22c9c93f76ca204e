import type { SourceCoverage } from "../enterprise/profile.ts";
import type { ListId } from "../enterprise/record.ts";
import { CreditError } from "../errors.ts";
import type { ISql } from "./client.ts";

/** One published night. A row never changes once it stands. */
export interface Snapshot {
  id: number;
  /** RFC 3339, UTC. */
  publishedAt: string;
  /** Its day in Asia/Shanghai. */
  day: string;
  enterprises: number;
  /** Profiles whose content this night changed. */
  changed: number;
  /** Entries of each list that has any. */
  listTotals: Partial<Record<ListId, number>>;
  coverage: SourceCoverage[];
  coverageHash: string;
  /** 演示数据: every record is generated. */
  demo: boolean;
}

interface SnapshotRow {
  id: number;
  published_at: Date;
  day: string;
  enterprises: number;
  changed: number;
  list_totals: string;
  coverage: string;
  coverage_hash: string;
  demo: boolean;
}

const LATEST_PLAUSIBLE_ID = 2_147_483_646;
const CACHED_SNAPSHOTS = 32;

function fromRow(row: SnapshotRow): Snapshot {
  return {
    id: row.id,
    publishedAt: row.published_at.toISOString(),
    day: row.day,
    enterprises: row.enterprises,
    changed: row.changed,
    listTotals: JSON.parse(row.list_totals),
    coverage: JSON.parse(row.coverage),
    coverageHash: row.coverage_hash,
    demo: row.demo,
  };
}

/** What every reading statement takes along of a snapshot: enough to know the row by. */
export type SnapshotKey = Pick<SnapshotRow, "id" | "enterprises" | "coverage_hash" | "demo">;

/**
 * Parsed rows, oldest out first. The coverage holds the instants of all deliveries, so two databases in one process share
 * an entry only when their rows say the same.
 */
const parsed = new Map<string, Snapshot>();
const keyOf = ({ id, enterprises, coverage_hash, demo }: SnapshotKey) =>
  `${id}/${enterprises}/${coverage_hash}/${demo}`;

function remember(row: SnapshotRow): Snapshot {
  const [oldest] = parsed.size >= CACHED_SNAPSHOTS ? parsed.keys() : [];
  if (oldest !== undefined) parsed.delete(oldest);
  const snapshot = fromRow(row);
  parsed.set(keyOf(row), snapshot);
  return snapshot;
}

/** The snapshot of a row that is known by its key; asks only when this process has not met it. */
export async function snapshotOf(sql: ISql, row: SnapshotKey): Promise<Snapshot> {
  const known = parsed.get(keyOf(row));
  if (known !== undefined) return known;
  const snapshot = await snapshotById(sql, row.id);
  if (snapshot === null) throw new CreditError("snapshot_not_found", `There is no snapshot ${row.id}`);
  return snapshot;
}

export async function snapshotById(sql: ISql, id: number): Promise<Snapshot | null> {
  const [row] = await sql<SnapshotRow[]>`
    select id, published_at, day, enterprises, changed, list_totals, coverage, coverage_hash, demo
    from published.snapshot where id = ${id}`;
  return row === undefined ? null : remember(row);
}

/** The snapshot that readers see now, or null before the first night. */
export async function currentSnapshot(sql: ISql): Promise<Snapshot | null> {
  const [row] = await sql<SnapshotKey[]>`
    select id, enterprises, coverage_hash, demo from published.snapshot order by id desc limit 1`;
  return row === undefined ? null : snapshotOf(sql, row);
}

/** Which snapshots are demos, by pool: a row never changes once it stands. */
const demos = new WeakMap<ISql, Map<number, boolean>>();

/** Whether a snapshot that an engine answered from is a demo; asked once. */
export async function isDemo(sql: ISql, id: number): Promise<boolean> {
  const known = demos.get(sql) ?? new Map<number, boolean>();
  demos.set(sql, known);
  const demo = known.get(id) ?? ((await snapshotById(sql, id)) ?? (await needSnapshot(sql))).demo;
  if (known.size >= CACHED_SNAPSHOTS) known.clear();
  known.set(id, demo);
  return demo;
}

/** @throws CreditError `no_snapshot` before the first night */
export async function needSnapshot(sql: ISql): Promise<Snapshot> {
  const snapshot = await currentSnapshot(sql);
  if (snapshot === null) throw noSnapshot();
  return snapshot;
}

export function noSnapshot(): CreditError {
  return new CreditError("no_snapshot", "Nothing is published yet: the first night has not run");
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

/**
 * The snapshot an `asOf` means: a day (the last one published on or before it; today is the current one) or a number.
 * @param today `YYYY-MM-DD` in Asia/Shanghai
 * @throws CreditError `invalid_parameter` when it is neither or lies in the future, `snapshot_not_found` before the first
 *   night and for a number that was never published
 */
export async function snapshotAsOf(sql: ISql, asOf: string, today: string): Promise<Snapshot> {
  const found = isDay(asOf) ? await snapshotOfDay(sql, asOf, today) : await snapshotOfNumber(sql, asOf);
  if (found !== null) return found;
  throw new CreditError("snapshot_not_found", `Nothing was published as of ${asOf}`, { details: { asOf } });
}

async function snapshotOfDay(sql: ISql, day: string, today: string): Promise<Snapshot | null> {
  if (day > today)
    throw new CreditError("invalid_parameter", `asOf: ${day} lies in the future`, {
      details: { parameter: "asOf" },
    });
  if (day === today) return currentSnapshot(sql);
  const [row] = await sql<SnapshotKey[]>`
    select id, enterprises, coverage_hash, demo from published.snapshot where day <= ${day} order by day desc, id desc limit 1`;
  return row === undefined ? null : snapshotOf(sql, row);
}

async function snapshotOfNumber(sql: ISql, text: string): Promise<Snapshot | null> {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
  if (id === null)
    throw new CreditError(
      "invalid_parameter",
      "asOf: expected a day as 2026-01-31 or the number of a snapshot",
      {
        details: { parameter: "asOf" },
      },
    );
  return id > LATEST_PLAUSIBLE_ID ? null : snapshotById(sql, id);
}

/** Newest first. @param options.before only those with a smaller number */
export async function listSnapshots(
  sql: ISql,
  options: { before?: number; size: number },
): Promise<Snapshot[]> {
  const rows = await sql<SnapshotRow[]>`
    select id, published_at, day, enterprises, changed, list_totals, coverage, coverage_hash, demo
    from published.snapshot where id < ${options.before ?? LATEST_PLAUSIBLE_ID + 1}
    order by id desc limit ${options.size}`;
  return rows.map(fromRow);
}
