import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../../../src/db/client.ts";
import { openEmbedded } from "../../../src/db/embedded.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "credit-embedded-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function answers(url: string): Promise<boolean> {
  const sql = openDatabase(url, { max: 1 });
  const up = await sql`select 1 as one`.then(
    () => true,
    () => false,
  );
  await sql.end({ timeout: 1 });
  return up;
}

test("any number of users share one server, and the last one out stops it", async () => {
  const opened = await Promise.all([openEmbedded(folder), openEmbedded(folder), openEmbedded(folder)]);
  const [first, second, third] = opened;
  expect(new Set(opened.map((each) => each.url)).size).toBe(1);
  await first.close();
  await second.close();
  expect(await answers(third.url)).toBe(true);
  await third.close();
  expect(await answers(third.url)).toBe(false);
});

test("what was written is there at the next start, and the password is nobody else's to read", async () => {
  const before = await openEmbedded(folder);
  const sql = openDatabase(before.url, { max: 1 });
  await sql`create table public.kept as select 7 as n`;
  await sql.end();
  await before.close();
  const after = await openEmbedded(folder);
  const again = openDatabase(after.url, { max: 1 });
  expect(await again`select n from public.kept`).toMatchObject([{ n: 7 }]);
  await again.end();
  await after.close();
  expect((await stat(join(folder, "postgres/password"))).mode & 0o077).toBe(0);
});
