import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { openDatabase, type Sql } from "../src/db/client.ts";

/** A database of its own, cloned from the migrated template. Dropped by `close`. */
export async function freshDatabase(): Promise<{ sql: Sql; url: string; close(): Promise<void> }> {
  const server = inject("postgres");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = openDatabase(server, { max: 1 });
  await admin`create database ${admin(name)} template template_credit`;
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const sql = openDatabase(url);
  return {
    sql,
    url,
    async close() {
      await sql.end({ timeout: 5 });
      await admin`drop database if exists ${admin(name)} with (force)`;
      await admin.end();
    },
  };
}
