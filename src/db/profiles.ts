import type { Profile, ProfileAnswer } from "../enterprise/profile.ts";
import { publicToday, stillPublic } from "../enterprise/stillPublic.ts";
import { CreditError } from "../errors.ts";
import { answerBytes } from "./answerBytes.ts";
import type { ISql } from "./client.ts";
import { needSnapshot, type Snapshot, type SnapshotKey, snapshotAsOf, snapshotOf } from "./snapshots.ts";

export interface ReadProfile {
  /** ProfileAnswer as JSON in UTF-8. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Follows the version of the profile and the coverage of its sources, not the number of the night: weak. */
  etag: string;
  snapshot: Snapshot;
}

/** The code is a former one: what is asked for stands under this one. */
export interface Moved {
  movedTo: string;
}

interface CurrentRow {
  snapshot: SnapshotKey;
  hash: string;
  rebuildOn: string | null;
  /** The stored profile in UTF-8: sent on as it came, since making a string of it and bytes again costs more than reading it. */
  body: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function enterpriseNotFound(uscc: string): CreditError {
  return new CreditError("enterprise_not_found", `No enterprise with the code ${uscc} is known here`, {
    details: { uscc },
  });
}

/** One statement, so that the snapshot and the profile are of the same night. */
async function currentRow(sql: ISql, uscc: string): Promise<CurrentRow | Moved> {
  const [row] = await sql`
    select s.id, s.enterprises, s.coverage_hash, s.demo, p.hash, p.rebuild_on, p.body
    from published.profile p, (select id, enterprises, coverage_hash, demo from published.snapshot order by id desc limit 1) s
    where p.uscc = ${uscc} and p.to_snapshot = 2147483647`.raw();
  // By position: taken apart as a whole, the row would go through an iterator.
  const body = row?.[6];
  if (!row || !body) return withoutProfile(sql, uscc);
  return {
    snapshot: {
      id: Number(row[0]),
      enterprises: Number(row[1]),
      coverage_hash: String(row[2]),
      demo: String(row[3]) === "t",
    },
    hash: String(row[4]),
    rebuildOn: row[5] ? String(row[5]) : null,
    body,
  };
}

/** Where the profile stands when the code is a former one. Asked by itself, since nearly every code that is asked for has a profile. */
async function withoutProfile(sql: ISql, uscc: string): Promise<Moved> {
  const [moved] = await sql<{ uscc: string }[]>`
    select uscc from published.former_code where code = ${uscc} and to_snapshot = 2147483647`;
  if (moved !== undefined) return { movedTo: moved.uscc };
  await needSnapshot(sql);
  throw enterpriseNotFound(uscc);
}

/** What the answer has beside the stored profile, as the end of an object's text. Made once per snapshot. */
const tails = new WeakMap<Snapshot, Uint8Array>();
function tailOf(snapshot: Snapshot): Uint8Array {
  const known = tails.get(snapshot);
  if (known !== undefined) return known;
  const { coverage, id, demo } = snapshot;
  const tail = encoder.encode(
    `,${JSON.stringify({ sources: coverage, snapshot: String(id), demo }).slice(1)}`,
  );
  tails.set(snapshot, tail);
  return tail;
}

/** Puts members behind those of a stored object without reading it: its closing brace gives way to the tail. */
function spliced(body: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const end = body.length - 1;
  const whole = answerBytes(end + tail.length);
  whole.set(body);
  whole.set(tail, end);
  return whole;
}

/** The answer as a value, for those who show it. */
export function profileAnswer({ bytes }: ReadProfile): ProfileAnswer {
  return JSON.parse(decoder.decode(bytes));
}

const etagOf = (...parts: string[]) => `W/"${parts.join("-")}"`;

/** The stored profile without what has expired, when a night was missed. */
function withoutExpired(body: Uint8Array, today: string): Uint8Array {
  const stored: Profile = JSON.parse(decoder.decode(body));
  return encoder.encode(JSON.stringify(stillPublic(stored, today)));
}

/**
 * A profile as the API answers it, or where it stands when the code is a former one (with `asOf`: was one then).
 * @param uscc a sound code in its canonical form
 * @param options.today `YYYY-MM-DD` in Asia/Shanghai
 * @param options.asOf a day or the number of a snapshot: what was published then and may still be published today
 * @throws CreditError `enterprise_not_found`, `no_snapshot`, and with `asOf` `snapshot_not_found`, `invalid_parameter`
 */
export async function readProfile(
  sql: ISql,
  uscc: string,
  options: { today: string; asOf?: string | undefined },
): Promise<ReadProfile | Moved> {
  if (options.asOf !== undefined) return profileAsOf(sql, uscc, { today: options.today, asOf: options.asOf });
  const { today } = options;
  const row = await currentRow(sql, uscc);
  if ("movedTo" in row) return row;
  const snapshot = await snapshotOf(sql, row.snapshot);
  if (row.rebuildOn !== null && row.rebuildOn <= today) {
    const bytes = spliced(withoutExpired(row.body, today), tailOf(snapshot));
    return { bytes, etag: etagOf(row.hash, snapshot.coverageHash, today), snapshot };
  }
  const etag = etagOf(row.hash, snapshot.coverageHash);
  return { bytes: spliced(row.body, tailOf(snapshot)), etag, snapshot };
}

/** The profile that shows today what the code showed once. A former code leads to one that is none. */
async function shownNow(sql: ISql, uscc: string): Promise<CurrentRow> {
  const row = await currentRow(sql, uscc);
  if (!("movedTo" in row)) return row;
  const target = await currentRow(sql, row.movedTo);
  if ("movedTo" in target) throw enterpriseNotFound(uscc);
  return target;
}

async function movedThen(sql: ISql, uscc: string, snapshot: number): Promise<Moved> {
  const [moved] = await sql<{ uscc: string }[]>`
    select uscc from published.former_code where code = ${uscc} and from_snapshot <= ${snapshot} and to_snapshot > ${snapshot}`;
  if (moved === undefined) throw enterpriseNotFound(uscc);
  return { movedTo: moved.uscc };
}

async function profileAsOf(
  sql: ISql,
  uscc: string,
  { today, asOf }: { today: string; asOf: string },
): Promise<ReadProfile | Moved> {
  const snapshot = await snapshotAsOf(sql, asOf, today);
  const [then] = await sql<{ hash: string; body: string }[]>`
    select hash, body from published.profile
    where uscc = ${uscc} and from_snapshot <= ${snapshot.id} and to_snapshot > ${snapshot.id}`;
  if (then === undefined) return movedThen(sql, uscc, snapshot.id);
  const now = await shownNow(sql, uscc);
  const { profile, withheld } = publicToday(
    { profile: JSON.parse(then.body), day: snapshot.day },
    JSON.parse(decoder.decode(now.body)),
    today,
  );
  const bytes = spliced(encoder.encode(JSON.stringify({ ...profile, withheld, asOf })), tailOf(snapshot));
  const etag = etagOf(then.hash, now.hash, snapshot.coverageHash, asOf, today);
  return { bytes, etag, snapshot };
}
