import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../src/db/client.ts";
import { openEmbedded } from "../src/db/embedded.ts";
import { migrate } from "../src/db/migrate.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of a server with a migrated database `template_credit`. */
    postgres: string;
  }
}

/** One real PostgreSQL for the whole run: `DATABASE_URL`, or an embedded one in a folder of its own. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "credit-test-"));
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given === undefined ? await openEmbedded(folder) : undefined;
  const url = given ?? embedded?.url ?? "";
  const admin = openDatabase(url, { max: 1 });
  await admin`drop database if exists template_credit with (force)`;
  await admin`create database template_credit`;
  const template = openDatabase(Object.assign(new URL(url), { pathname: "/template_credit" }).href, {
    max: 1,
  });
  await migrate(template);
  await template.end();
  await admin.end();
  project.provide("postgres", url);
  return async () => {
    await embedded?.close();
    await rm(folder, { recursive: true, force: true });
  };
}
