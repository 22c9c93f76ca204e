import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** A file below this folder's parent, without its ending: what the thread runs. */
export type ThreadProgram = "stage/stageThread" | "merge/mergeThread";

export type ToThread<Request> = Request | "end";
export type FromThread<Answer> = { done: number } | { answer: Answer } | { failure: string };

/** The young generation holds a few batches of rows; more would only make a thread larger. */
const HEAP = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 192 };

/** Of the sources beside this file; built, where the pieces of the build lie. */
function placeOf(program: ThreadProgram): URL {
  const places = ["./sourceThread.mjs", `./${program}.js`, `./ingest/${program}.js`];
  const found = places
    .map((place) => new URL(place, import.meta.url))
    .find((url) => existsSync(fileURLToPath(url)));
  if (found === undefined) throw new Error(`The thread's program ${program} is not where it should be`);
  return found;
}

/** @param data what its program finds in `workerData` */
export function startThread(program: ThreadProgram, data: object): Worker {
  return new Worker(placeOf(program), {
    workerData: { ...data, program },
    resourceLimits: HEAP,
    execArgv: [],
  });
}

/**
 * Has a thread do one thing.
 * @param onDone told how much of it is done
 * @throws what made it fail, or that the thread is gone
 */
export function ask<Request, Answer>(
  thread: Worker,
  request: Request,
  onDone: (done: number) => void,
): Promise<Answer> {
  return new Promise((done, fail) => {
    const onMessage = (message: FromThread<Answer>) => {
      if ("done" in message) return onDone(message.done);
      stop();
      if ("answer" in message) done(message.answer);
      else fail(new Error(message.failure));
    };
    const onError = (error: unknown) => {
      stop();
      fail(error);
    };
    const onExit = () => onError(new Error("A thread of the night ended before its work did"));
    const stop = () => thread.off("message", onMessage).off("error", onError).off("exit", onExit);
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    thread.postMessage(request);
  });
}

async function ended(thread: Worker): Promise<void> {
  const gone = new Promise((done) => thread.once("exit", done));
  thread.postMessage("end");
  await gone;
}

/** Runs `work` on each thread side by side, and ends them. @throws the first failure, when all of them are stopped */
export async function withThreads(
  threads: readonly Worker[],
  work: (thread: Worker, index: number) => Promise<void>,
): Promise<void> {
  try {
    await Promise.all(threads.map(work));
    await Promise.all(threads.map(ended));
  } catch (error) {
    await Promise.all(threads.map((thread) => thread.terminate()));
    throw error;
  }
}
