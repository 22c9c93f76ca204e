import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dayOf } from "../../../ingest/demo/days.ts";
import type { Sql } from "../../../src/db/client.ts";
import { dayInShanghai } from "../../../src/enterprise/dates.ts";
import { type LinkTruth, writeRecords, writeTruth } from "./deliveries.ts";
import { judgedDrafts } from "./drafts.ts";
import type { LinkWorld } from "./firm.ts";
import { givenWorld } from "./givenWorld.ts";
import type { LinkBenchOptions } from "./options.ts";
import { benchPairs } from "./pairs.ts";
import { floorsOf, linkLines, withoutSoundCode, wrongLines } from "./report.ts";
import { linkInbox, openServer, withRegister } from "./server.ts";
import { benchSpeed } from "./speed.ts";
import { storedLinks } from "./storedLinks.ts";
import { curveOf, qualityOf, type Tally, tallyOf } from "./tally.ts";
import { inventedWorld } from "./world.ts";

const say = (text: string) => process.stderr.write(`${text}\n`);
/** Days of this world: a fixed today, so that one seed is one world. */
const TODAY = dayOf("2026-11-01");

export function worldFor(options: LinkBenchOptions): Promise<LinkWorld> | LinkWorld {
  const { register, enterprises: size, seed } = options;
  return register === null
    ? inventedWorld({ seed, size, today: TODAY })
    : givenWorld(register, { seed, limit: size, today: TODAY, asOf: dayInShanghai(new Date()) });
}

export interface LinkResult {
  world: string;
  rows: number;
  rejected: number;
  seconds: number;
  tally: Tally;
}

/** Writes judged records as deliveries, links them on top of the world's register, and holds every link against the truth. */
export async function linkJudged(
  database: { sql: Sql; url: string },
  world: LinkWorld,
  of: { seed: number; records: number; folder: string },
): Promise<LinkResult> {
  const drafts = judgedDrafts(world, { seed: of.seed, linkable: of.records });
  say(`${drafts.length} records judged against ${world.size} enterprises`);
  const truths: LinkTruth[] = [];
  await writeRecords({ folder: of.folder, name: "link", world }, drafts, (truth) => truths.push(truth));
  await writeTruth(join(of.folder, "truth.ndjson"), truths);
  const { seconds, rejected, deliveries } = await linkInbox({ ...database, inbox: of.folder, snapshot: 2 });
  const tally = tallyOf(truths, await storedLinks(database.sql, deliveries));
  return { world: world.id, rows: truths.length, rejected, seconds, tally };
}

const written = ({ world, rows, rejected, seconds, tally }: LinkResult) => ({
  ...{ world, rows, rejected, seconds },
  quality: qualityOf(tally.total),
  withoutSoundCode: qualityOf(withoutSoundCode(tally)),
  total: tally.total,
  classes: Object.fromEntries(tally.byClass),
  curve: curveOf(tally.scored, tally.total.linkable),
  forbidden: tally.forbidden,
  linkedPersons: tally.linkedPersons,
  wrong: tally.wrong,
});

export interface BenchOutcome {
  lines: string[];
  /** Every floor that was measured is kept. */
  passes: boolean;
}

/** `npm run bench -- link`: pairs, speed, or links, by what the options ask for. */
export async function benchLink(options: LinkBenchOptions): Promise<BenchOutcome> {
  const save = async (value: object) => {
    if (options.json !== null) await writeFile(options.json, JSON.stringify(value, null, 1));
  };
  const world = await worldFor(options);
  if (options.pairs !== null) {
    const { json, ...outcome } = await benchPairs(world, { ...options, labelled: options.pairs });
    await save(json);
    return outcome;
  }
  const server = await openServer(options);
  try {
    if (options.speed.length > 0) {
      const { json, lines } = await benchSpeed(server, world, options);
      await save(json);
      return { lines, passes: true };
    }
    const { seed, records, out } = options;
    const folder = out ?? join(server.scratch, "records");
    const result = await withRegister(server, world, (database) =>
      linkJudged(database, world, { seed, records, folder }),
    );
    await save(written(result));
    const head = `${world.size} enterprises, ${result.rows} records, seed ${options.seed}; ${result.rejected} rows rejected; link stage ${result.seconds.toFixed(1)} s`;
    return {
      lines: [head, ...linkLines(result.tally), ...wrongLines(result.tally, options.showWrong)],
      passes: floorsOf(result.tally, qualityOf(result.tally.total)).every((floor) => floor.passes),
    };
  } finally {
    await server.close();
  }
}
