import type { Profile } from "../enterprise/profile.ts";
import { movedChange, type ProfileChange, profileDiff } from "../enterprise/profileDiff.ts";
import type { ISql } from "./client.ts";

export const OPEN = 2_147_483_647;
/** Versions parsed at a time. */
const PIECE = 20;

/** What one snapshot changed of the profile of one code. */
export interface Step {
  snapshot: number;
  changes: ProfileChange[];
}

/** A time in which a code was a former one. */
interface Stay {
  uscc: string;
  from_snapshot: number;
  to_snapshot: number;
}

/** The codes that an enterprise took in, in their order, and the snapshot in which it did. */
export async function formerCodesOf(sql: ISql, uscc: string): Promise<{ code: string; until: number }[]> {
  return sql<{ code: string; until: number }[]>`
    select code, from_snapshot as until from published.former_code
    where uscc = ${uscc} and to_snapshot = 2147483647 and length(code) = 18 order by code collate "C"`;
}

/** Nights in which a code became a former one, or changed its enterprise, newest first. */
function movesOf(stays: readonly Stay[]): Step[] {
  return stays
    .map(({ uscc, from_snapshot }, i) => ({
      snapshot: from_snapshot,
      changes: [movedChange(stays[i - 1]?.uscc ?? null, uscc)],
    }))
    .reverse();
}

/**
 * The differences between neighbouring versions of one code's profile, newest first. Between two that do not touch the code was a
 * former one, which is said as such, or its profile had ended and begins anew.
 * @param until the snapshot from which on the code is a former one: what came then is told by the enterprise that took it in
 */
export async function* profileSteps(sql: ISql, code: string, until: number): AsyncGenerator<Step> {
  const stays = await sql<Stay[]>`
    select uscc, from_snapshot, to_snapshot from published.former_code
    where code = ${code} and from_snapshot < ${until} order by from_snapshot`;
  const rows = sql<{ from_snapshot: number; to_snapshot: number; body: string }[]>`
    select from_snapshot, to_snapshot, body from published.profile
    where uscc = ${code} and from_snapshot < ${until} order by from_snapshot desc`.cursor(PIECE);
  let newer: { from: number; profile: Profile } | null = null;
  for await (const piece of rows)
    for (const row of piece) {
      const profile: Profile = JSON.parse(row.body);
      const touches = newer !== null && newer.from === row.to_snapshot;
      const between = stays.filter(
        (stay) => stay.from_snapshot >= row.to_snapshot && stay.to_snapshot <= (newer?.from ?? OPEN),
      );
      const last = touches ? undefined : between.at(-1);
      if (newer !== null) {
        const back = last === undefined ? [] : [movedChange(last.uscc, null)];
        const older = touches || last !== undefined ? profile : null;
        yield { snapshot: newer.from, changes: [...back, ...profileDiff(older, newer.profile)] };
      }
      if (last !== undefined) yield* movesOf(between);
      else if (!touches && row.to_snapshot < until)
        yield { snapshot: row.to_snapshot, changes: profileDiff(profile, null) };
      newer = { from: row.from_snapshot, profile };
    }
  if (newer !== null) yield { snapshot: newer.from, changes: profileDiff(null, newer.profile) };
}
