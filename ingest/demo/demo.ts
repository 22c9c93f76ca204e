import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { RecordKind } from "../../src/enterprise/record.ts";
import { BANK_CREDIT } from "./bankCredit.ts";
import { type BaseFirm, readBaseFirms } from "./baseFirms.ts";
import { openByteFile } from "./byteFile.ts";
import { CHANGE_FEED } from "./changes.ts";
import { dayOf } from "./days.ts";
import { DISHONEST, EVASION, WAGES } from "./debtLists.ts";
import type { FirmSource } from "./firms.ts";
import { BANS, TAX } from "./fiscalLists.ts";
import { generatedFirms } from "./generatedFirms.ts";
import { MARKET_LICENCES, POLICE_LICENCES } from "./licenceFeeds.ts";
import { ABNORMAL, SERIOUS } from "./marketLists.ts";
import { MARKET_PENALTIES, POLICE_PENALTIES } from "./penaltyFeeds.ts";
import { POLICE_CASES } from "./policeCases.ts";
import { Random } from "./random.ts";
import { BASE_FILE, writeBase } from "./registration.ts";
import type { DemoFeed, FileForm, RowTruth, Scene, Sink } from "./scene.ts";
import { openTableFile, type TableFile } from "./tableFile.ts";

export interface DemoOptions {
  /** Folder that takes `<source>/<feed>/<file>` and `truth.ndjson`; it serves as an inbox. */
  out: string;
  enterprises: number;
  seed: number;
  /** `YYYY-MM-DD`: nothing in the files is later, but what is wrong on purpose. */
  today: string;
  /** Mean. */
  recordsPerEnterprise?: number;
  /** Makes records about these firms instead, and no base record; at most `enterprises` of them. */
  base?: AsyncIterable<BaseFirm> | undefined;
  progress?: (done: number, total: number) => void;
}

export interface DemoFile {
  source: string;
  feed: string;
  path: string;
  rows: number;
}

const FEEDS: readonly DemoFeed[] = [
  CHANGE_FEED,
  ABNORMAL,
  SERIOUS,
  MARKET_PENALTIES,
  MARKET_LICENCES,
  POLICE_PENALTIES,
  POLICE_LICENCES,
  POLICE_CASES,
  BANK_CREDIT,
  EVASION,
  DISHONEST,
  TAX,
  BANS,
  WAGES,
];
const SHARES = FEEDS.reduce((sum, feed) => sum + feed.share, 0);
/** Written out when so many characters wait. */
const BUFFER = 1 << 18;
const PURPOSE = 5;
/** Some firms have much written about them, most little; the mean is 1. */
const ACTIVITY = [0.3, 0.3, 0.6, 1, 2.8] as const;

/** All files of a run with the truth about their rows. */
class Desk {
  private readonly open: { source: string; feed: string; table: TableFile }[] = [];
  private truth = "";
  private readonly truthPath: string;
  private readonly truthFile: ReturnType<typeof openByteFile>;
  private readonly out: string;

  constructor(out: string) {
    this.out = out;
    this.truthPath = join(out, "truth.ndjson");
    this.truthFile = openByteFile(this.truthPath, false);
  }

  async openFeed(of: {
    source: string;
    feed: string;
    kind: RecordKind;
    files: readonly FileForm[];
  }): Promise<Sink[]> {
    const folder = join(this.out, of.source, of.feed);
    await mkdir(folder, { recursive: true });
    return of.files.map((form) => {
      // The beginning of its name marks a file as generated, however it is delivered (ingest/stage/stageDelivery.ts).
      const table = openTableFile(folder, { ...form, name: `demo-${form.name}` });
      this.open.push({ source: of.source, feed: of.feed, table });
      const head = `{"source":"${of.source}","feed":"${of.feed}","file":"`;
      const middle = `,"kind":"${of.kind}",`;
      return {
        put: (cells, truth) => {
          const { file } = table;
          this.truth += `${head}${file}","line":${table.add(cells)}${middle}${truthText(truth)}\n`;
        },
      };
    });
  }

  /** Writes out what waits, where enough does. Memory stays bounded when this is awaited often. */
  async flush(): Promise<void> {
    for (const { table } of this.open) if (table.waiting > BUFFER) await table.flush();
    if (this.truth.length > BUFFER) await this.flushTruth();
  }

  get full(): boolean {
    return this.truth.length > BUFFER;
  }

  private async flushTruth(): Promise<void> {
    const bytes = Buffer.from(this.truth);
    this.truth = "";
    await this.truthFile.write(bytes);
  }

  async close(): Promise<{ files: DemoFile[]; truth: string }> {
    const files: DemoFile[] = [];
    for (const { source, feed, table } of this.open)
      for (const { path, rows } of await table.close()) files.push({ source, feed, path, rows });
    await this.flushTruth();
    await this.truthFile.close();
    return { files, truth: this.truthPath };
  }
}

/** JSON by hand: every text in it is ours and needs no escaping. */
function truthText(truth: RowTruth): string {
  const uscc = truth.uscc === null ? "null" : `"${truth.uscc}"`;
  const dirt = truth.dirt.length === 0 ? "[]" : `["${truth.dirt.join('","')}"]`;
  return `"uscc":${uscc},"dirt":${dirt},"expect":"${truth.expect}","linkable":${truth.linkable},"naturalPerson":${truth.naturalPerson}}`;
}

/** How many records of a feed the scene's firm has. The first firms make sure that no feed stays without one. */
function countOf(scene: Scene, feed: number, mean: number): number {
  const expected = mean * ((FEEDS[feed]?.share ?? 0) / SHARES);
  const count = Math.floor(expected + scene.random.share());
  return count === 0 && feed % Math.min(FEEDS.length, scene.firms.size) === scene.firm.index ? 1 : count;
}

function writeFirm(
  scene: Scene,
  mean: number,
  sinks: readonly (readonly Sink[])[],
  base: Sink | undefined,
): void {
  if (base !== undefined) writeBase(scene, base);
  const own = mean * scene.random.pick(ACTIVITY);
  FEEDS.forEach((feed, i) => {
    const count = countOf(scene, i, own);
    if (count > 0 || feed === CHANGE_FEED) feed.write(scene, sinks[i] ?? [], count);
  });
}

function sourceOf(options: DemoOptions): Promise<FirmSource> | FirmSource {
  const { seed, enterprises, base } = options;
  const today = dayOf(options.today);
  return base === undefined
    ? generatedFirms({ seed, size: enterprises, today })
    : readBaseFirms(base, { seed, today, limit: enterprises });
}

/**
 * Writes deliveries of every feed, with the truth about each of their rows, as a pure function of the options:
 * the same options give the same bytes. About 100,000 rows a second; memory stays bounded whatever their number
 * (a given base is held).
 */
export async function writeDemo(options: DemoOptions): Promise<{ files: DemoFile[]; truth: string }> {
  await mkdir(options.out, { recursive: true });
  const today = dayOf(options.today);
  const firms = await sourceOf(options);
  const desk = new Desk(options.out);
  const registration = {
    source: "registration",
    feed: "enterprises",
    kind: "base",
    files: [BASE_FILE],
  } as const;
  const base = options.base === undefined ? (await desk.openFeed(registration))[0] : undefined;
  const sinks: Sink[][] = [];
  for (const feed of FEEDS) sinks.push(await desk.openFeed(feed));
  const random = new Random(options.seed, 0, PURPOSE);
  const mean = options.recordsPerEnterprise ?? 3;
  for (let index = 0; index < firms.size; index++) {
    random.restart(options.seed, index, PURPOSE);
    const scene: Scene = {
      seed: options.seed,
      today,
      firms,
      firm: firms.at(index),
      random,
    };
    writeFirm(scene, mean, sinks, base);
    if (desk.full) await desk.flush();
    if (index % 1_000 === 999) options.progress?.(index + 1, firms.size);
  }
  options.progress?.(firms.size, firms.size);
  return desk.close();
}
