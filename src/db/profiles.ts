import type { Profile } from "../enterprise/profile.ts";
import { publicToday, stillPublic } from "../enterprise/stillPublic.ts";
import { CreditError } from "../errors.ts";
import type { ISql } from "./client.ts";
import { noSnapshot, type Snapshot, type SnapshotKey, snapshotAsOf, snapshotOf } from "./snapshots.ts";

export interface ReadProfile {
  /** ProfileAnswer as JSON text. */
  text: string;
  /** Follows the version of the profile and the coverage of its sources, not the number of the night: weak. */
  etag: string;
  snapshot: Snapshot;
  demo: boolean;
}

interface CurrentRow extends SnapshotKey {
  uscc: string | null;
  hash: string;
  rebuild_on: string | null;
  body: string;
}

export function enterpriseNotFound(uscc: string): CreditError {
  return new CreditError("enterprise_not_found", `No enterprise with the code ${uscc} is known here`, {
    details: { uscc },
  });
}

/** One statement, so that the snapshot and the profile are of the same night. */
async function currentRow(sql: ISql, uscc: string): Promise<CurrentRow> {
  const [row] = await sql<CurrentRow[]>`
    select s.*, p.uscc, p.hash, p.rebuild_on, p.body
    from (select id, published_at, enterprises, changed, coverage_hash, demo
      from published.snapshot order by id desc limit 1) s
    left join published.profile p on p.uscc = ${uscc} and p.to_snapshot = 2147483647`;
  if (row === undefined) throw noSnapshot();
  if (row.uscc === null) throw enterpriseNotFound(uscc);
  return row;
}

/** What the answer has beside the stored profile, as the end of its text. Made once per snapshot. */
const tails = new WeakMap<Snapshot, string>();
function tailOf(snapshot: Snapshot): string {
  const known = tails.get(snapshot);
  if (known !== undefined) return known;
  const { coverage, id, demo } = snapshot;
  const tail = JSON.stringify({ sources: coverage, snapshot: String(id), demo }).slice(1);
  tails.set(snapshot, tail);
  return tail;
}

/** Puts members behind those of a stored object without reading it. `tail` is the end of an object's text. */
const spliced = (body: string, tail: string) => `${body.slice(0, -1)},${tail}`;
const etagOf = (...parts: string[]) => `W/"${parts.join("-")}"`;
const overdue = (row: { rebuild_on: string | null }, today: string) =>
  row.rebuild_on !== null && row.rebuild_on <= today;

/** The current profile as it may be shown today; parsed only when a night was missed. */
export function shownToday(row: { body: string; rebuild_on: string | null }, today: string): string {
  if (!overdue(row, today)) return row.body;
  const stored: Profile = JSON.parse(row.body);
  return JSON.stringify(stillPublic(stored, today));
}

/**
 * A profile as the API answers it.
 * @param uscc a sound code in its canonical form
 * @param options.today `YYYY-MM-DD` in Asia/Shanghai
 * @param options.asOf a day or the number of a snapshot: what was published then and may still be published today
 * @throws CreditError `enterprise_not_found`, `no_snapshot`, and with `asOf` `snapshot_not_found`, `invalid_parameter`
 */
export async function readProfile(
  sql: ISql,
  uscc: string,
  options: { today: string; asOf?: string | undefined },
): Promise<ReadProfile> {
  if (options.asOf !== undefined) return profileAsOf(sql, uscc, { today: options.today, asOf: options.asOf });
  const row = await currentRow(sql, uscc);
  const snapshot = await snapshotOf(sql, row);
  const until = overdue(row, options.today) ? [options.today] : [];
  return {
    text: spliced(shownToday(row, options.today), tailOf(snapshot)),
    etag: etagOf(row.hash, snapshot.coverageHash, ...until),
    snapshot,
    demo: snapshot.demo,
  };
}

async function profileAsOf(
  sql: ISql,
  uscc: string,
  { today, asOf }: { today: string; asOf: string },
): Promise<ReadProfile> {
  const snapshot = await snapshotAsOf(sql, asOf, today);
  const now = await currentRow(sql, uscc);
  const [then] = await sql<{ hash: string; body: string }[]>`
    select hash, body from published.profile
    where uscc = ${uscc} and from_snapshot <= ${snapshot.id} and to_snapshot > ${snapshot.id}`;
  if (then === undefined) throw enterpriseNotFound(uscc);
  const { profile, withheld } = publicToday(
    { profile: JSON.parse(then.body), day: snapshot.day },
    JSON.parse(now.body),
    today,
  );
  const withAsOf = JSON.stringify({ withheld, asOf }).slice(1, -1);
  return {
    text: spliced(JSON.stringify(profile), `${withAsOf},${tailOf(snapshot)}`),
    etag: etagOf(then.hash, now.hash, snapshot.coverageHash, asOf, today),
    snapshot,
    demo: snapshot.demo,
  };
}
