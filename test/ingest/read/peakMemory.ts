import { openTable } from "../../../ingest/read/openTable.ts";

/** Reads the files named as arguments one after the other; prints their rows and the process's peak memory in MB. */
async function main(): Promise<void> {
  let rows = 0;
  for (const path of process.argv.slice(2))
    for await (const batch of (await openTable(path)).rows) rows += batch.length;
  console.log(JSON.stringify({ rows, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

await main();
