import type { ISql } from "./client.ts";

/** The number of the newest migration; raised with each. Workers can't read the folder. */
export const SCHEMA_VERSION = 12;

/** The newest migration applied; 0 on a database that has none. */
export async function appliedVersion(sql: ISql): Promise<number> {
  const [made] = await sql<{ made: boolean }[]>`select to_regclass('public.migration') is not null as made`;
  if (made?.made !== true) return 0;
  const [row] = await sql<{ newest: number | null }[]>`select max(number) as newest from public.migration`;
  return row?.newest ?? 0;
}
