import type { Worker } from "node:worker_threads";
import { feedFolder } from "../feedRegistry.ts";
import { ask, startThread, withThreads } from "../threads/nightThread.ts";
import type { DeliveryAnswer } from "./stageDelivery.ts";

export interface StageThreadData {
  databaseUrl: string;
  /** Address of the folder of feeds. */
  feeds: string;
}

/** A file to stage. `seq` is the delivery's place in the order of arrival, whichever thread is done first. */
export interface FileToStage {
  feed: string;
  path: string;
  isFull: boolean;
  seq: number;
}

export type StageRequest = FileToStage & { now: string };

/** Names the feed in what fails. */
function stageOn(
  thread: Worker,
  file: StageRequest,
  onRows: (rows: number) => void,
): Promise<DeliveryAnswer> {
  return ask<StageRequest, DeliveryAnswer>(thread, file, onRows).catch((error: unknown) => {
    throw error instanceof Error ? new Error(`${file.feed}: ${error.message}`, { cause: error }) : error;
  });
}

/**
 * Stages groups of files on threads of their own: the files of a group one after the other, the groups side by side.
 * @returns the answers by `seq`
 * @throws the first failure; what the other threads had in hand is rolled back
 */
export async function stageOnThreads(
  groups: readonly (readonly FileToStage[])[],
  of: { databaseUrl: string; threads: number; now: Date; onRows: (rows: number) => void },
): Promise<ReadonlyMap<number, DeliveryAnswer>> {
  const answers = new Map<number, DeliveryAnswer>();
  const waiting = [...groups];
  const inHand = new Map<Worker, number>();
  const now = of.now.toISOString();
  let rows = 0;
  const tell = () => of.onRows([...inHand.values()].reduce((sum, count) => sum + count, rows));
  const data: StageThreadData = { databaseUrl: of.databaseUrl, feeds: feedFolder().href };
  const threads = Array.from({ length: Math.min(of.threads, groups.length) }, () =>
    startThread("stage/stageThread", data),
  );
  await withThreads(threads, async (thread) => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift())
      for (const file of group) {
        const answer = await stageOn(thread, { ...file, now }, (count) => {
          inHand.set(thread, count);
          tell();
        });
        inHand.delete(thread);
        rows += answer.rows;
        answers.set(file.seq, answer);
      }
  });
  return answers;
}
