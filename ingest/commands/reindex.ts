import { CreditError } from "../../src/errors.ts";
import { rebuildIndex } from "../index/indexNight.ts";
import { openPipeline } from "../pipeline.ts";
import { nextSnapshot } from "../publish/publishNight.ts";
import type { Command } from "./command.ts";

/** `reindex`: the whole index anew from the current snapshot, beside the old one. */
export const reindex: Command = async ({ config, progress }) => {
  const pipeline = await openPipeline(config);
  try {
    const snapshot = (await nextSnapshot(pipeline.sql)) - 1;
    if (snapshot === 0)
      throw new CreditError("bad_usage", "Nothing is published yet: run credit nightly first");
    const index = await pipeline.index();
    if (index === null)
      throw new CreditError(
        "bad_usage",
        "There is no Meilisearch (MEILI_URL, or a program on the PATH); PostgreSQL's index is part of each snapshot",
      );
    progress.stage("index");
    const { documents, engine } = await rebuildIndex(pipeline.sql, index, snapshot);
    const value = { snapshot: String(snapshot), indexed: documents, engine };
    return { value, text: `${documents} enterprises of snapshot ${snapshot} indexed (${engine})` };
  } finally {
    await pipeline.close();
  }
};
