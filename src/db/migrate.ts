import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../packageRoot.ts";
import type { Sql } from "./client.ts";

const LOCK = 7_301_001;

export interface Migration {
  number: number;
  name: string;
  text: string;
}

/** The numbered migrations of this version, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const folder = join(packageRoot(), "src/db/migrations");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  return Promise.all(
    files.map(async (file) => ({
      number: Number.parseInt(file, 10),
      name: file.replace(/\.sql$/, ""),
      text: await readFile(join(folder, file), "utf8"),
    })),
  );
}

/**
 * Applies what is missing, all or nothing; two processes at once wait for each other.
 * @returns the names of the migrations applied now
 */
export async function migrate(sql: Sql): Promise<string[]> {
  const migrations = await readMigrations();
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    await tx`create table if not exists public.migration (number integer primary key, name text not null, applied_at timestamptz not null default now())`;
    const done = await tx<{ number: number }[]>`select number from public.migration`;
    const applied = new Set(done.map((row) => row.number));
    const missing = migrations.filter((migration) => !applied.has(migration.number));
    for (const migration of missing) {
      await tx.unsafe(migration.text);
      await tx`insert into public.migration (number, name) values (${migration.number}, ${migration.name})`;
    }
    return missing.map((migration) => migration.name);
  });
}
