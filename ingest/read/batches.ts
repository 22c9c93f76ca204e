import type { Row } from "./table.ts";

const BATCH = 1_000;

/** Rows in batches of about a thousand, however they come. `release` runs at the end, wherever reading stopped. */
export async function* inBatches(
  pieces: AsyncIterable<Row[]>,
  release: () => Promise<void>,
): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  try {
    for await (const rows of pieces) {
      batch = batch.length === 0 ? rows : batch.concat(rows);
      if (batch.length < BATCH) continue;
      let from = 0;
      for (; batch.length - from >= BATCH; from += BATCH) yield batch.slice(from, from + BATCH);
      batch = batch.slice(from);
    }
    if (batch.length > 0) yield batch;
  } finally {
    await release();
  }
}
