import { parentPort } from "node:worker_threads";
import type { FromThread, ToThread } from "./nightThread.ts";

/**
 * What a thread's program ends with: does what it is sent, one thing at a time, until it is told to end.
 * @param close closes what the program has open
 */
export function serve<Request, Answer>(
  work: (request: Request, onDone: (done: number) => void) => Promise<Answer>,
  close: () => Promise<void>,
): void {
  const port = parentPort;
  if (port === null) throw new Error("This runs as a thread of a night");
  const say = (message: FromThread<Answer>) => port.postMessage(message);
  const answer = async (request: Request): Promise<void> => {
    try {
      say({ answer: await work(request, (done) => say({ done })) });
    } catch (error) {
      say({ failure: error instanceof Error ? error.message : String(error) });
    }
  };
  port.on("message", (message: ToThread<Request>) => {
    if (message === "end") void close().finally(() => port.close());
    else void answer(message);
  });
}
