import type { ChildProcess } from "node:child_process";
import { endChild } from "./creditCommand.ts";
import type { Log } from "./resources.ts";

/** After one that mended the index, or met a night that will. */
const AFTER_SUCCESS_MS = 60_000;
/** After one that failed: a full disk is no emptier a minute later, and PostgreSQL answers. */
const AFTER_FAILURE_MS = 600_000;

/** Exit of a command that was refused: here, that a night runs. */
const REFUSED = 2;

export interface IndexRepair {
  /** Starts one, unless one runs or has just run. */
  ask(reason: string): void;
  /** Ends the one that runs; what it has built beside the index is cleared by the next. */
  close(): Promise<void>;
}

/**
 * Mends a search index that the service finds missing, of another format, of other settings, or not of what is published. The
 * service itself writes nothing: it starts `credit reindex --if-needed` beside itself, which holds the night's lock, compares again,
 * and sends what is missing or builds beside and swaps. Of several services that find the same, one gets the lock. PostgreSQL
 * answers meanwhile. A Worker starts nothing: there the next night mends it.
 */
export function indexRepair(options: {
  /** Starts the command. */
  start(): ChildProcess;
  log: Log;
  afterSuccessMs?: number;
  afterFailureMs?: number;
}): IndexRepair {
  const { log } = options;
  let running: ChildProcess | null = null;
  let notBefore = 0;
  let closed = false;

  const ended = (mended: boolean) => {
    running = null;
    const wait = mended
      ? (options.afterSuccessMs ?? AFTER_SUCCESS_MS)
      : (options.afterFailureMs ?? AFTER_FAILURE_MS);
    notBefore = Date.now() + wait;
  };

  return {
    ask(reason) {
      if (closed || running !== null || Date.now() < notBefore) return;
      log.warn({ reason }, "the search index is brought up to date");
      const child = options.start();
      running = child;
      child.once("error", (err) => {
        log.error({ err }, "bringing the search index up to date can't be started");
        ended(false);
      });
      child.once("exit", (code) => {
        if (code === 0) log.info({}, "the search index is up to date");
        else if (!closed) log.warn({ code }, "the search index is not up to date yet");
        ended(code === 0 || code === REFUSED);
      });
    },
    async close() {
      closed = true;
      if (running !== null) await endChild(running);
    },
  };
}
