import { workerData } from "node:worker_threads";
import { openDatabase } from "../../src/db/client.ts";
import { loadFeeds } from "../feedRegistry.ts";
import { serve } from "../threads/serve.ts";
import { stageDelivery } from "./stageDelivery.ts";
import type { StageRequest, StageThreadData } from "./stagingThreads.ts";

/** A thread of the night that stages files, on connections of its own. */
const data: StageThreadData = workerData;
const sql = openDatabase(data.databaseUrl, { max: 2, name: "credit-ningbo staging" });
const feeds = loadFeeds(new URL(data.feeds));

serve(
  async ({ feed: name, now, ...file }: StageRequest, onRows) => {
    const feed = (await feeds).get(name);
    if (feed === undefined) throw new Error(`There is no feed ${name}`);
    return stageDelivery(sql, { ...file, feed, now: new Date(now), onRows });
  },
  () => sql.end({ timeout: 5 }),
);
