import type { Profile } from "../enterprise/profile.ts";
import { type ProfileChange, profileDiff, shownChanges } from "../enterprise/profileDiff.ts";
import { publicIds } from "../enterprise/stillPublic.ts";
import type { ISql } from "./client.ts";
import { enterpriseNotFound } from "./profiles.ts";
import { needSnapshot, type Snapshot } from "./snapshots.ts";

/** What one night changed of a profile. */
export interface HistoryEntry {
  snapshot: string;
  /** RFC 3339, UTC. */
  publishedAt: string;
  day: string;
  changes: ProfileChange[];
  /** Records that this night changed and that may no longer be shown. */
  withheld: number;
}

export interface History {
  uscc: string;
  name: string;
  /** Newest first. */
  entries: HistoryEntry[];
  snapshot: Snapshot;
}

interface VersionRow {
  from_snapshot: number;
  to_snapshot: number;
  body: string;
}

const OPEN = 2_147_483_647;
/** Versions parsed at a time. */
const PIECE = 20;

interface Step {
  snapshot: number;
  changes: ProfileChange[];
}

/** The differences between neighbouring versions, newest first; a gap between two is an end and a new beginning. */
async function* steps(sql: ISql, uscc: string): AsyncGenerator<Step> {
  const rows = sql<VersionRow[]>`
    select from_snapshot, to_snapshot, body from published.profile
    where uscc = ${uscc} order by from_snapshot desc`.cursor(PIECE);
  let newer: { from: number; profile: Profile } | null = null;
  for await (const piece of rows)
    for (const row of piece) {
      const profile: Profile = JSON.parse(row.body);
      const touches = newer !== null && newer.from === row.to_snapshot;
      if (newer !== null)
        yield { snapshot: newer.from, changes: profileDiff(touches ? profile : null, newer.profile) };
      if (!touches && row.to_snapshot !== OPEN)
        yield { snapshot: row.to_snapshot, changes: profileDiff(profile, null) };
      newer = { from: row.from_snapshot, profile };
    }
  if (newer !== null) yield { snapshot: newer.from, changes: profileDiff(null, newer.profile) };
}

/**
 * What changed of an enterprise, night by night. What may no longer be published is counted, not told.
 * @param options.today `YYYY-MM-DD` in Asia/Shanghai
 * @throws CreditError `enterprise_not_found`, `no_snapshot`
 */
export async function readHistory(sql: ISql, uscc: string, options: { today: string }): Promise<History> {
  const snapshot = await needSnapshot(sql);
  const [current] = await sql<{ body: string }[]>`
    select body from published.profile where uscc = ${uscc} and to_snapshot = 2147483647`;
  if (current === undefined) throw enterpriseNotFound(uscc);
  const profile: Profile = JSON.parse(current.body);
  const shown = publicIds(profile, options.today);
  const found: { snapshot: number; changes: ProfileChange[]; withheld: number }[] = [];
  for await (const step of steps(sql, uscc)) {
    const visible = shownChanges(step.changes, shown);
    if (visible.changes.length > 0 || visible.withheld > 0)
      found.push({ snapshot: step.snapshot, ...visible });
  }
  const dates = await publicationDates(
    sql,
    found.map((entry) => entry.snapshot),
  );
  const entries = found.map(({ snapshot: id, changes, withheld }) => {
    const published = dates.get(id);
    if (published === undefined) throw new Error(`a profile names snapshot ${id}, which was never published`);
    const { published_at, day } = published;
    return { snapshot: String(id), publishedAt: published_at.toISOString(), day, changes, withheld };
  });
  return { uscc, name: profile.name, entries, snapshot };
}

async function publicationDates(sql: ISql, ids: readonly number[]) {
  const rows = await sql<{ id: number; published_at: Date; day: string }[]>`
    select id, published_at, day from published.snapshot where id = any(${[...ids]}::int[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
