import { nightly } from "../../ingest/nightly.ts";
import { openPipeline } from "../../ingest/pipeline.ts";
import { terminalProgress } from "../../ingest/progress.ts";
import { readConfig } from "../../src/config.ts";
import type { MeasuredNight } from "./measuredNight.ts";

// A night in a process of its own, as `credit nightly` is one, so that its memory is its own: of the inbox that is named, or of none.
const pipeline = await openPipeline(readConfig(process.env));
const progress = terminalProgress();
const inbox = process.argv[2] ?? null;
try {
  const report = await nightly({ ...pipeline, index: null, inbox, now: new Date(), progress });
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); // kB of all threads; µs
  const measured: MeasuredNight = {
    report: { ...report, deliveries: [] },
    rows: report.deliveries.reduce((sum, delivery) => sum + delivery.rows, 0),
    peak: Math.round(maxRSS / 1024),
    cpu: (userCPUTime + systemCPUTime) / 1e6,
  };
  process.send?.(measured);
} finally {
  progress.stop();
  await pipeline.close();
}
