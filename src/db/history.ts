import type { Profile } from "../enterprise/profile.ts";
import { type ProfileChange, shownChanges } from "../enterprise/profileDiff.ts";
import { publicIds } from "../enterprise/stillPublic.ts";
import type { ISql } from "./client.ts";
import { formerCodesOf, OPEN, profileSteps } from "./profileSteps.ts";
import { enterpriseNotFound, type Moved } from "./profiles.ts";
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
  /** The code whose own profile this changed, before it was shown under this one. */
  formerCode?: string;
}

export interface History {
  uscc: string;
  name: string;
  /** Newest first; of one night, former codes behind, in their order. */
  entries: HistoryEntry[];
  snapshot: Snapshot;
}

/**
 * What changed of an enterprise, night by night, that of its former codes up to the night in which they became such included.
 * What may no longer be published is counted, not told.
 * @param options.today `YYYY-MM-DD` in Asia/Shanghai
 * @returns where the history stands, when the code is a former one
 * @throws CreditError `enterprise_not_found`, `no_snapshot`
 */
export async function readHistory(
  sql: ISql,
  uscc: string,
  options: { today: string },
): Promise<History | Moved> {
  const snapshot = await needSnapshot(sql);
  const [current] = await sql<{ body: string | null; moved_to: string | null }[]>`
    select p.body, f.uscc as moved_to
    from (select ${uscc}::text as code) c
    left join published.profile p on p.uscc = c.code and p.to_snapshot = 2147483647
    left join published.former_code f on f.code = c.code and f.to_snapshot = 2147483647`;
  const { body = null, moved_to = null } = current ?? {};
  if (body === null && moved_to !== null) return { movedTo: moved_to };
  if (body === null) throw enterpriseNotFound(uscc);
  const profile: Profile = JSON.parse(body);
  const shown = publicIds(profile, options.today);
  const found: FoundEntry[] = [];
  const codes = [{ code: uscc, until: OPEN }, ...(await formerCodesOf(sql, uscc))];
  for (const { code, until } of codes)
    for await (const step of profileSteps(sql, code, until)) {
      const visible = shownChanges(step.changes, shown);
      if (visible.changes.length > 0 || visible.withheld > 0)
        found.push({ snapshot: step.snapshot, code, ...visible });
    }
  // Stable: what was found under the enterprise's own code stays in front.
  found.sort((a, b) => b.snapshot - a.snapshot);
  return { uscc, name: profile.name, entries: await dated(sql, uscc, found), snapshot };
}

interface FoundEntry {
  snapshot: number;
  code: string;
  changes: ProfileChange[];
  withheld: number;
}

async function dated(sql: ISql, uscc: string, found: readonly FoundEntry[]): Promise<HistoryEntry[]> {
  const dates = await publicationDates(
    sql,
    found.map((entry) => entry.snapshot),
  );
  return found.map(({ snapshot: id, code, changes, withheld }) => {
    const published = dates.get(id);
    if (published === undefined) throw new Error(`a profile names snapshot ${id}, which was never published`);
    const { published_at, day } = published;
    const entry = { snapshot: String(id), publishedAt: published_at.toISOString(), day, changes, withheld };
    return code === uscc ? entry : { ...entry, formerCode: code };
  });
}

async function publicationDates(sql: ISql, ids: readonly number[]) {
  const rows = await sql<{ id: number; published_at: Date; day: string }[]>`
    select id, published_at, day from published.snapshot where id = any(${[...ids]}::int[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
