import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { openDatabase, type Sql } from "../src/db/client.ts";
import { openEmbedded } from "../src/db/embedded.ts";
import { migrate } from "../src/db/migrate.ts";
import { packageRoot } from "../src/packageRoot.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of a server with a migrated database `template_credit`. */
    postgres: string;
    /** A folder for files, removed after the run. */
    scratch: string;
  }
}

/** What a machine that loses its power would keep of a test is of no use to anybody, so nobody waits for the disk. */
async function withoutSync(admin: Sql): Promise<void> {
  await admin`alter system set fsync = off`;
  await admin`alter system set synchronous_commit = off`;
  await admin`select pg_reload_conf()`;
}

/** One real PostgreSQL for the whole run: `TEST_DATABASE_URL`, or an embedded one in a folder of its own; and the built commands. */
export default async function setup(project: TestProject) {
  await promisify(execFile)("npm", ["run", "--silent", "build"], { cwd: packageRoot() });
  const folder = await mkdtemp(join(tmpdir(), "credit-test-"));
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given === undefined ? await openEmbedded(folder) : undefined;
  const url = given ?? embedded?.url ?? "";
  const admin = openDatabase(url, { max: 1 });
  if (embedded !== undefined) await withoutSync(admin);
  await admin`drop database if exists template_credit with (force)`;
  await admin`create database template_credit`;
  const template = openDatabase(Object.assign(new URL(url), { pathname: "/template_credit" }).href, {
    max: 1,
  });
  await migrate(template);
  await template.end();
  await admin.end();
  const scratch = join(folder, "scratch");
  await mkdir(scratch);
  project.provide("postgres", url);
  project.provide("scratch", scratch);
  return async () => {
    await embedded?.close();
    await rm(folder, { recursive: true, force: true });
  };
}
