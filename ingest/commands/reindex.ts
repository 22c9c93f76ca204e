import { parseArgs } from "node:util";
import { CreditError } from "../../src/errors.ts";
import type { SearchIndex } from "../../src/search/searchIndex.ts";
import { indexNight, rebuildIndex } from "../index/indexNight.ts";
import { withNightLock } from "../nightLock.ts";
import { openPipeline, type Pipeline } from "../pipeline.ts";
import type { Command } from "./command.ts";
import { indexLines } from "./nightly.ts";

/**
 * `reindex`: the whole index anew from the current snapshot, beside the old one. With `--if-needed` it is compared with what is
 * published first, and only what it lacks is sent: what a service runs beside itself that finds its index wrong.
 * Exit 2 when a night runs: that one writes the index too.
 */
export const reindex: Command = async ({ config, args, progress }) => {
  const { values } = parseArgs({ args: [...args], options: { "if-needed": { type: "boolean" } } });
  const pipeline = await openPipeline(config);
  try {
    const index = await pipeline.index();
    if (index === null)
      throw new CreditError(
        "bad_usage",
        "There is no Meilisearch (MEILI_URL, or a program on the PATH); PostgreSQL's index is part of each snapshot",
      );
    progress.stage("index");
    const value = await withNightLock(pipeline.sql, () =>
      write(pipeline, index, values["if-needed"] === true),
    );
    const text = `${value.indexed} enterprises of snapshot ${value.snapshot} indexed (${value.engine})`;
    return { value, text: [text, ...indexLines(value)].join("\n") };
  } finally {
    await pipeline.close();
  }
};

async function write({ sql }: Pipeline, index: SearchIndex, ifNeeded: boolean) {
  const indexed = await (ifNeeded ? indexNight({ sql, index }) : rebuildIndex(sql, index));
  if (indexed.snapshot === null)
    throw new CreditError("bad_usage", "Nothing is published yet: run credit nightly first");
  if (indexed.failure !== null) throw new CreditError("engine_unavailable", indexed.failure);
  return {
    snapshot: String(indexed.snapshot),
    indexed: indexed.documents,
    engine: indexed.engine,
    rebuilt: indexed.rebuilt,
    indexFailure: indexed.failure,
  };
}
