import type { Sql } from "../src/db/client.ts";
import { CreditError } from "../src/errors.ts";

/** Held by the one process that links, publishes or writes the index of a database. */
const NIGHT_LOCK = 7_301_004;

/** @throws CreditError `night_running` when somebody else holds it */
export async function withNightLock<T>(sql: Sql, work: () => Promise<T>): Promise<T> {
  const lock = await sql.reserve();
  try {
    const [row] = await lock<{ free: boolean }[]>`select pg_try_advisory_lock(${NIGHT_LOCK}) as free`;
    if (row?.free !== true)
      throw new CreditError("night_running", "Another night is running on this database");
    return await work();
  } finally {
    await lock`select pg_advisory_unlock(${NIGHT_LOCK})`.catch(() => undefined);
    lock.release();
  }
}
