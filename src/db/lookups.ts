import type { ISql } from "./client.ts";

/** What is counted: answers that somebody read, by pages and API alike. No query text, no caller. */
export const LOOKUP_ROUTES = ["search", "suggest", "profile", "history", "list", "asof"] as const;
export type LookupRoute = (typeof LOOKUP_ROUTES)[number];

/** Counts look-ups in memory and adds them to the database when told to. */
export interface Lookups {
  /** @param day `YYYY-MM-DD` in Asia/Shanghai */
  count(route: LookupRoute, day: string): void;
  /** Adds what was counted. What can't be written now is kept for the next time, and thrown as an error. */
  flush(sql: ISql): Promise<void>;
}

export function lookupCounter(): Lookups {
  let waiting = new Map<string, number>();
  const add = (key: string, count: number) => waiting.set(key, (waiting.get(key) ?? 0) + count);
  return {
    count: (route, day) => {
      add(`${day} ${route}`, 1);
    },
    async flush(sql) {
      if (waiting.size === 0) return;
      const taken = waiting;
      waiting = new Map();
      try {
        await addLookups(sql, taken);
      } catch (error) {
        for (const [key, count] of taken) add(key, count);
        throw error;
      }
    },
  };
}

async function addLookups(sql: ISql, counts: ReadonlyMap<string, number>): Promise<void> {
  // In one order, so that two processes that flush at once never wait for each other in a circle.
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  await sql`
    insert into published.lookup (day, route, count)
    select split_part(key, ' ', 1)::date, split_part(key, ' ', 2), count
    from unnest(${rows.map(([key]) => key)}::text[], ${rows.map(([, count]) => count)}::bigint[]) as added (key, count)
    on conflict (day, route) do update set count = lookup.count + excluded.count`;
}
