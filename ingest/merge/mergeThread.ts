import { workerData } from "node:worker_threads";
import { openDatabase } from "../../src/db/client.ts";
import { serve } from "../threads/serve.ts";
import { type MergedNight, mergeRange } from "./mergeRange.ts";
import type { Range } from "./sources.ts";

/** A thread of the night that merges ranges of enterprises, on connections of its own. */
const data: { databaseUrl: string } = workerData;
const sql = openDatabase(data.databaseUrl, { max: 4, name: "credit-ningbo merge" });

serve(
  async (request: MergedNight & { range: Range }, onDone) => {
    await mergeRange(sql, { ...request, onDone });
    return null;
  },
  () => sql.end({ timeout: 5 }),
);
