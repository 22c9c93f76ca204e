import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { writeDemo } from "../../ingest/demo/demo.ts";
import { loadFeeds } from "../../ingest/feedRegistry.ts";
import { inboxFiles } from "../../ingest/inbox.ts";
import type { NightReport } from "../../ingest/nightly.ts";
import { openDatabase, type Sql } from "../../src/db/client.ts";
import { openEmbedded } from "../../src/db/embedded.ts";
import { migrate } from "../../src/db/migrate.ts";
import { dayInShanghai } from "../../src/enterprise/dates.ts";
import { bareCopySeconds } from "./bareCopy.ts";
import { type MeasuredNight, measuredNight } from "./measuredNight.ts";
import { benchReads } from "./reads.ts";

export interface BenchOptions {
  enterprises: number;
  records: number;
  seed: number;
  /** Of each measurement of requests. */
  seconds: number;
  /** Deliveries about so many enterprises that were written before, by `credit demo`; they are kept. */
  inbox?: string | undefined;
}

const sum = (seconds: NightReport["seconds"]) => Object.values(seconds).reduce((a, b) => a + b, 0);
const fixed = (n: number) => n.toFixed(n < 10 ? 2 : 1);
const say = (text: string) => process.stderr.write(`${text}\n`);

/** One new penalty for one enterprise in a hundred, as the next night's delivery. */
async function writeOnePercent(sql: Sql, inbox: string, count: number): Promise<void> {
  const rows = await sql<{ uscc: string; name: string }[]>`
    select uscc, document ->> 'name' as name from published.search_document order by md5(uscc) limit ${count}`;
  const today = dayInShanghai(new Date());
  const lines = rows.map(({ uscc, name }, i) =>
    [
      name,
      uscc,
      `甬市监罚〔2026〕9${i}号`,
      "虚假宣传",
      "警告；罚款",
      "罚款2000元",
      "0.2",
      today,
      "宁波市市场监督管理局",
    ].join(","),
  );
  const header = "CF_XDR_MC,CF_XDR_SHXYM,CF_WSH,CF_WFXW,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_CFJG";
  const folder = join(inbox, "registration", "penalties");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "demo-one-percent.csv"), `${header}\n${lines.join("\n")}\n`);
}

/** A full night, a night with one enterprise in a hundred changed, and one without any change, on a server of its own. */
export async function benchNight(options: BenchOptions): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "credit-bench-"));
  const embedded = await openEmbedded(folder);
  const sql = openDatabase(embedded.url, { max: 6 });
  try {
    await migrate(sql);
    return await measure(sql, { ...options, folder, url: embedded.url });
  } finally {
    await sql.end({ timeout: 5 });
    await embedded.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Bench extends BenchOptions {
  folder: string;
  url: string;
}

/** Written as a stream. @returns the inbox's folder */
async function writeInbox(of: Bench): Promise<string> {
  const out = join(of.folder, "inbox");
  say(`writing deliveries about ${of.enterprises} enterprises …`);
  await writeDemo({
    out,
    enterprises: of.enterprises,
    seed: of.seed,
    recordsPerEnterprise: of.records,
    today: dayInShanghai(new Date()),
    progress: (done) => {
      if (done % 50_000 === 0) say(`  ${done}`);
    },
  });
  return out;
}

async function measure(sql: Sql, of: Bench): Promise<string[]> {
  const inbox = of.inbox ?? (await writeInbox(of));
  const paths = (await inboxFiles(inbox, await loadFeeds())).map((file) => file.path);
  say("a bare COPY of their rows …");
  const bare = await bareCopySeconds(sql, paths, join(of.folder, "bare"));
  say("the full night …");
  const full = await measuredNight(of.url, inbox);
  if (of.inbox === undefined) await rm(inbox, { recursive: true });
  const next = join(of.folder, "next");
  await writeOnePercent(sql, next, Math.ceil(of.enterprises / 100));
  await sql`vacuum analyze`;
  say("a night with 1 % changed …");
  const onePercent = await measuredNight(of.url, next);
  say("a night without changes …");
  const nothing = await measuredNight(of.url, null);
  const said = figures({ bare, full, onePercent, nothing });
  for (const line of said) say(line);
  return [...said, ...(await benchReads(sql, of))];
}

function figures(of: {
  bare: number;
  full: MeasuredNight;
  onePercent: MeasuredNight;
  nothing: MeasuredNight;
}): string[] {
  const [full, onePercent, nothing] = [of.full.report, of.onePercent.report, of.nothing.report];
  const { read } = full.seconds;
  return [
    `machine: ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
    `enterprises ${full.enterprises}, rows ${of.full.rows}, records ${full.records}: ${full.linked} linked, ${full.review} review, ${full.unlinked} unlinked`,
    `staging ${fixed(read)} s, bare COPY ${fixed(of.bare)} s: ratio ${fixed(read / of.bare)} (aim 4)`,
    `full night ${fixed(sum(full.seconds))} s: ${JSON.stringify(full.seconds)}; ${fixed(of.full.cpu)} s of Node's CPU`,
    `1 % night ${fixed(sum(onePercent.seconds))} s, ${onePercent.changed} changed: ratio 1/${fixed(sum(full.seconds) / sum(onePercent.seconds))} (aim 1/20) ${JSON.stringify(onePercent.seconds)}`,
    `night without changes ${fixed(sum(nothing.seconds))} s, ${nothing.changed} changed ${JSON.stringify(nothing.seconds)}`,
    `peak resident memory of the night's Node process, threads included: ${of.full.peak} MB (aim 512); 1 % night ${of.onePercent.peak} MB`,
  ];
}
