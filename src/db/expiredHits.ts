import type { Profile } from "../enterprise/profile.ts";
import { type SearchDocument, searchDocument } from "../enterprise/searchDocument.ts";
import { stillPublic } from "../enterprise/stillPublic.ts";
import type { ISql } from "./client.ts";

/** How long it is believed that nothing has expired since the last night; a day begins within it at worst. */
const BELIEVED_MS = 30_000;

/**
 * When a night was missed, an index still counts records, and names lists, that may no longer be shown. What this gives
 * brings the hits of an answer up to the day; while no night was missed it costs one index look-up in half a minute.
 */
export function expiredHits(sql: ISql) {
  let checked = { at: Number.NEGATIVE_INFINITY, today: "", any: false };

  async function anyExpired(today: string): Promise<boolean> {
    const now = Date.now();
    if (checked.today === today && now - checked.at < BELIEVED_MS) return checked.any;
    const [row] = await sql<{ any: boolean }[]>`
      select exists (select from published.profile
        where to_snapshot = 2147483647 and rebuild_on is not null and rebuild_on <= ${today}) as any`;
    checked = { at: now, today, any: row?.any === true };
    return checked.any;
  }

  return async <Hit extends SearchDocument>(hits: Hit[], today: string): Promise<Hit[]> => {
    if (hits.length === 0 || !(await anyExpired(today))) return hits;
    const rows = await sql<{ uscc: string; body: string }[]>`
      select uscc, body from published.profile
      where uscc = any(${hits.map((hit) => hit.uscc)}::text[]) and to_snapshot = 2147483647 and rebuild_on <= ${today}`;
    const shown = new Map(
      rows.map(({ uscc, body }) => {
        const profile: Profile = JSON.parse(body);
        return [uscc, searchDocument(stillPublic(profile, today))];
      }),
    );
    return hits.map((hit) => ({ ...hit, ...shown.get(hit.uscc) }));
  };
}
