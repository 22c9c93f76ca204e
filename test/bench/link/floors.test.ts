import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../database.ts";
import { type LinkResult, linkJudged } from "./benchLink.ts";
import { writeRegister } from "./deliveries.ts";
import { linkInbox } from "./server.ts";
import { qualityOf } from "./tally.ts";
import { inventedWorld } from "./world.ts";

const world = inventedWorld({ seed: 1, size: 2_000, today: 20_400 });
let result: LinkResult;

beforeAll(async () => {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "credit-link-"));
  try {
    await writeRegister(join(folder, "register"), world);
    const register = await linkInbox({ ...database, inbox: join(folder, "register"), snapshot: 1 });
    expect(register.rejected).toBe(0);
    result = await linkJudged(database, world, { seed: 1, records: 1_500, folder: join(folder, "records") });
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
});
afterAll(() => {
  // What a change of linking did, in one line of the log.
  process.stderr.write(`links: ${JSON.stringify(qualityOf(result.tally.total))}\n`);
});

test("every record that was made is accepted and stands in the ledger", () => {
  expect(result.rejected).toBe(0);
  expect(result.tally.total.absent).toBe(0);
});

test("no natural person is linked, and nothing that must never be linked automatically", () => {
  expect(result.tally).toMatchObject({ forbidden: 0, linkedPersons: 0 });
});

test("no record is linked to a firm whose it is not", () => {
  const wrong = result.tally.wrong.map(({ truth, link }) => `${truth.class}: ${truth.said} to ${link.uscc}`);
  expect(wrong).toEqual([]);
});

test("of the records that a careful clerk could link, 98 of 100 are", () => {
  expect(qualityOf(result.tally.total).recall).toBeGreaterThanOrEqual(0.98);
});
