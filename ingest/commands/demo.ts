import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dayInShanghai } from "../../src/enterprise/dates.ts";
import { CreditError } from "../../src/errors.ts";
import { writeDemo } from "../demo/demo.ts";
import { baseFeed, givenBase } from "../demo/givenBase.ts";
import { loadFeeds } from "../feedRegistry.ts";
import { nightly } from "../nightly.ts";
import { openPipeline } from "../pipeline.ts";
import type { Command } from "./command.ts";
import { reportText } from "./nightly.ts";

const DEFAULT_SEED = 3302;

function wholeNumber(text: string | undefined, name: string, fallback: number): number {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new CreditError("bad_usage", `--${name} takes a whole number from 1, not ${text}`);
  return number;
}

/**
 * `demo --out DIR [--enterprises N] [--seed S] [--base FILE]`: generated deliveries of every feed, and `truth.ndjson`.
 * With a base, records about its firms, and no base record of our own.
 */
export const demo: Command = async ({ config, args, now }) => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { out: text, enterprises: text, seed: text, base: text },
  });
  if (values.out === undefined)
    throw new CreditError("bad_usage", "credit demo --out DIR [--enterprises N] [--seed S] [--base FILE]");
  const today = dayInShanghai(now);
  const base =
    values.base === undefined ? undefined : givenBase(baseFeed(await loadFeeds()), values.base, today);
  const written = await writeDemo({
    out: values.out,
    enterprises: wholeNumber(
      values.enterprises,
      "enterprises",
      base === undefined ? config.demoEnterprises : 5_000_000,
    ),
    seed: wholeNumber(values.seed, "seed", DEFAULT_SEED),
    today,
    base,
  });
  const files = written.files.map((file) => `${file.path}: ${file.rows} rows`);
  return { value: written, text: [...files, written.truth].join("\n") };
};

/** `load-demo`: what `npm start` runs on an empty database. Does nothing when anything was published or real data delivered; a load that was cut off is taken up again. */
export const loadDemo: Command = async ({ config, args, now, progress }) => {
  const { values } = parseArgs({ args: [...args], options: { enterprises: { type: "string" } } });
  const enterprises = wholeNumber(values.enterprises, "enterprises", config.demoEnterprises);
  const pipeline = await openPipeline(config);
  const inbox = await mkdtemp(join(tmpdir(), "credit-demo-"));
  try {
    const [found] = await pipeline.sql<{ used: boolean }[]>`
      select exists (select from archive.delivery where not demo) or exists (select from published.snapshot) as used`;
    if (found?.used === true)
      return { value: { loaded: false }, text: "The database is not empty: no demo data was loaded" };
    await writeDemo({ out: inbox, enterprises, seed: DEFAULT_SEED, today: dayInShanghai(now) });
    const report = await nightly({ ...pipeline, index: await pipeline.index(), inbox, now, progress });
    return { value: { loaded: true, ...report }, text: reportText(report) };
  } finally {
    await pipeline.close();
    await rm(inbox, { recursive: true, force: true });
  }
};
