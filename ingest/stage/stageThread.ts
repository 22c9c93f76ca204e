import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "../../src/db/client.ts";
import { loadFeeds } from "../feedRegistry.ts";
import { stageDelivery } from "./stageDelivery.ts";
import type { FromThread, ThreadData, ToThread } from "./stagingThreads.ts";

/** A thread of the night: stages the files that it is sent, one at a time, on a connection of its own. */
const port = parentPort;
if (port === null) throw new Error("This runs as a thread of a night");
const data: ThreadData = workerData;
const sql = openDatabase(data.databaseUrl, { max: 2, name: "credit-ningbo staging" });
const feeds = loadFeeds(new URL(data.feeds));
const say = (message: FromThread) => port.postMessage(message);

async function stage({ feed: name, now, ...file }: Exclude<ToThread, "end">): Promise<void> {
  try {
    const feed = (await feeds).get(name);
    if (feed === undefined) throw new Error(`There is no feed ${name}`);
    const onRows = (rows: number) => say({ rows });
    say({ answer: await stageDelivery(sql, { ...file, feed, now: new Date(now), onRows }) });
  } catch (error) {
    say({ failure: error instanceof Error ? error.message : String(error) });
  }
}

port.on("message", (message: ToThread) => {
  if (message === "end") void sql.end({ timeout: 5 }).finally(() => port.close());
  else void stage(message);
});
