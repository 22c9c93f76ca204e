import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { feedFolder } from "../feedRegistry.ts";
import type { DeliveryAnswer } from "./stageDelivery.ts";

export interface ThreadData {
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

export type ToThread = (FileToStage & { now: string }) | "end";
export type FromThread = { rows: number } | { answer: DeliveryAnswer } | { failure: string };

/** The young generation holds a few batches of rows; more would only make a thread larger. */
const HEAP = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 192 };

/** Of the sources beside this file; built, where the pieces of the build lie. */
function threadProgram(): URL {
  const places = ["./sourceThread.mjs", "./stage/stageThread.js", "./ingest/stage/stageThread.js"];
  const programs = places.map((place) => new URL(place, import.meta.url));
  const found = programs.find((program) => existsSync(fileURLToPath(program)));
  if (found === undefined) throw new Error("The staging thread's program is not where it should be");
  return found;
}

function startThread(databaseUrl: string): Worker {
  const workerData: ThreadData = { databaseUrl, feeds: feedFolder().href };
  return new Worker(threadProgram(), { workerData, resourceLimits: HEAP, execArgv: [] });
}

/** Asks a thread to stage one file. */
function stageOn(
  thread: Worker,
  file: FileToStage & { now: string },
  onRows: (rows: number) => void,
): Promise<DeliveryAnswer> {
  return new Promise((done, fail) => {
    const onMessage = (message: FromThread) => {
      if ("rows" in message) return onRows(message.rows);
      stop();
      if ("answer" in message) done(message.answer);
      else fail(new Error(`${file.feed}: ${message.failure}`));
    };
    const onError = (error: unknown) => {
      stop();
      fail(error);
    };
    const onExit = () => onError(new Error("A staging thread ended before its file did"));
    const stop = () => thread.off("message", onMessage).off("error", onError).off("exit", onExit);
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    thread.postMessage(file);
  });
}

async function ended(thread: Worker): Promise<void> {
  const gone = new Promise((done) => thread.once("exit", done));
  thread.postMessage("end");
  await gone;
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

  const work = async (thread: Worker): Promise<void> => {
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
  };

  const threads = Array.from({ length: Math.min(of.threads, groups.length) }, () =>
    startThread(of.databaseUrl),
  );
  try {
    await Promise.all(threads.map(work));
    await Promise.all(threads.map(ended));
    return answers;
  } catch (error) {
    await Promise.all(threads.map((thread) => thread.terminate()));
    throw error;
  }
}
