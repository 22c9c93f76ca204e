import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Sql } from "../../../src/db/client.ts";
import { writeRecords } from "./deliveries.ts";
import type { DirtClass } from "./dirtClass.ts";
import { DIRT_CLASSES, makeDraft } from "./drafts.ts";
import type { LinkWorld } from "./firm.ts";
import type { Draft } from "./row.ts";
import { type BenchServer, type LinkedNight, linkInbox, withRegister } from "./server.ts";

const say = (text: string) => process.stderr.write(`${text}\n`);
/** Clock ticks a second of /proc on Linux. */
const TICKS = 100;
const FEW = 1_000;

/** Seconds of CPU that a process (and with `children` its ended ones) has taken; 0 when it is gone. */
async function cpuOf(pid: string, children: boolean): Promise<{ parent: string; seconds: number }> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const [, parent = "", ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const fields = children ? rest.slice(9, 13) : rest.slice(9, 11);
  return { parent, seconds: fields.reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS };
}

/** CPU seconds so far of this process and of the server on this machine; null when they can't be told (not Linux, another host). */
async function cpuSeconds(sql: Sql): Promise<number | null> {
  const [row] = await sql<{ pid: string }[]>`
    select split_part(pg_read_file('postmaster.pid'), E'\n', 1) as pid`.catch(() => []);
  if (row === undefined || process.platform !== "linux") return null;
  const server = await cpuOf(row.pid, true);
  if (server.parent === "") return null;
  let total = server.seconds;
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const { parent, seconds } = await cpuOf(pid, false);
    if (parent === row.pid) total += seconds;
  }
  const own = process.cpuUsage();
  return total + (own.user + own.system) / 1e6;
}

interface Timed {
  records: number;
  night: LinkedNight;
  cpu: number | null;
}

function* drafts(
  world: LinkWorld,
  of: { seed: number; from: number; count: number; only: readonly DirtClass[] },
) {
  let made = 0;
  for (let number = of.from; made < of.count; number++) {
    const draft: Draft | null = makeDraft(world, of.seed, number, of.only);
    if (draft === null) continue;
    made++;
    yield draft;
  }
}

interface Mixture {
  id: string;
  title: string;
  only: readonly DirtClass[];
}

const MIXTURES: readonly Mixture[] = [
  { id: "mixture", title: "all kinds of records", only: DIRT_CLASSES },
  {
    id: "noCode",
    title: "records without a sound code",
    only: DIRT_CLASSES.filter(({ by, id }) => by !== "code" && id !== "person"),
  },
];

interface Run {
  server: BenchServer;
  world: LinkWorld;
  sql: Sql;
  url: string;
  seed: number;
  only: readonly DirtClass[];
}

async function timedNight(run: Run, of: { from: number; count: number; snapshot: number }): Promise<Timed> {
  const { server, world, sql, url, seed, only } = run;
  const inbox = join(server.scratch, `speed-${of.snapshot}`);
  await writeRecords(
    { folder: inbox, name: `speed-${of.snapshot}`, world },
    drafts(world, { seed, only, ...of }),
  );
  let cpu: number | null = null;
  const night = await linkInbox({ sql, url, inbox, snapshot: of.snapshot }, async (work) => {
    const before = await cpuSeconds(sql);
    const result = await work();
    const after = await cpuSeconds(sql);
    if (before !== null && after !== null) cpu = after - before;
    return result;
  });
  await rm(inbox, { recursive: true, force: true });
  return { records: of.count, night, cpu };
}

interface SpeedLine {
  mixture: string;
  what: "all" | "few";
  records: number;
  seconds: number;
  cpu: number | null;
  perSecond: number;
  perCore: number | null;
}

function lineOf(mixture: string, what: SpeedLine["what"], { records, night, cpu }: Timed): SpeedLine {
  return {
    ...{ mixture, what, records, seconds: night.seconds, cpu },
    perSecond: records / night.seconds,
    perCore: cpu === null ? null : records / cpu,
  };
}

function said({ mixture, what, records, seconds, cpu, perSecond, perCore }: SpeedLine): string {
  const core = perCore === null ? "" : `, ${Math.round(perCore)} a second of CPU (${cpu?.toFixed(1)} s)`;
  const title =
    what === "few"
      ? `${mixture}: the next night with ${records} new records`
      : `${mixture}: ${records} records`;
  return `${title} in ${seconds.toFixed(1)} s, ${Math.round(perSecond)} a second${core}`;
}

/** How the time grows from the first number of records to the last, against the numbers; 1 is linear. */
function growth(lines: readonly SpeedLine[]): string[] {
  const all = lines.filter(({ what }) => what === "all");
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const time = last.seconds / first.seconds;
  const records = last.records / first.records;
  return [
    `${first.mixture}: ${records.toFixed(1)} times the records took ${time.toFixed(1)} times the time: ${(time / records).toFixed(2)} of linear`,
  ];
}

/**
 * Times the link stage alone, each number of records on a fresh copy of the register, then a night with few new records on the
 * full ledger.
 */
export async function benchSpeed(
  server: BenchServer,
  world: LinkWorld,
  options: { speed: readonly number[]; seed: number },
): Promise<{ lines: string[]; json: object }> {
  const found: SpeedLine[] = [];
  const lines: string[] = [`${world.size} enterprises; the link stage alone, on ${process.platform}`];
  for (const { id, title, only } of MIXTURES) {
    const own: SpeedLine[] = [];
    for (const count of options.speed)
      await withRegister(server, world, async ({ sql, url }) => {
        const run: Run = { server, world, sql, url, seed: options.seed, only };
        own.push(lineOf(title, "all", await timedNight(run, { from: 0, count, snapshot: 2 })));
        await sql`vacuum analyze ledger.record`;
        own.push(lineOf(title, "few", await timedNight(run, { from: 5 * count, count: FEW, snapshot: 3 })));
        say(`${id} ${count}: done`);
      });
    lines.push(...own.map(said), ...growth(own));
    found.push(...own);
  }
  return { lines, json: { enterprises: world.size, speed: found } };
}
