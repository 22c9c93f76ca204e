import type { SearchEngine } from "./engine.ts";

export interface CircuitOptions {
  engine: SearchEngine;
  /** The number of the published snapshot, null before the first. */
  currentSnapshot(): Promise<number | null>;
  /** How long the engine may take before it is cut off. */
  timeoutMs: number;
  /** How long it is left alone after it failed, before it is tried again. */
  retryAfterMs: number;
  /** How long its index may differ from what is published: a night publishes first and indexes then. */
  graceMs: number;
  onChange(reason: string | null): void;
}

/** Whether an engine is asked at all. Open while it fails; it closes when a probe finds the engine well again. */
export interface Circuit {
  /** null while the engine is to be asked. */
  reason(): string | null;
  /** Asks the engine. Null when it failed, was cut off, or holds too old an index: somebody else has to answer. */
  ask<T extends { snapshot: number }>(work: (engine: SearchEngine) => Promise<T>): Promise<T | null>;
  /** Looks how the engine is, now. @returns the snapshot that its index holds, null when it didn't say */
  probe(): Promise<number | null>;
}

/** So long a search waits for the engine to be found well again, when the time has come to look. */
const PROBE_PATIENCE_MS = 100;
/** So long the published number is taken to be the same: it changes once a night. */
const PUBLISHED_FOR_MS = 2_000;

function cutOff<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    work.then(done, fail).finally(() => clearTimeout(timer));
  });
}

/** Never holds what was typed: an engine's own messages may quote it, so of a cause only its code is said. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "it failed";
  const { cause } = error;
  const code = cause instanceof Error ? codeOf(cause) : undefined;
  return code === undefined ? error.message : `${error.message} (${code})`;
}

function codeOf(error: Error): string {
  const inner = error.cause;
  if (inner instanceof Error) return codeOf(inner);
  if (typeof inner === "object" && inner !== null && "code" in inner) return String(inner.code);
  return "code" in error ? String(error.code) : error.name;
}

/** A request that the engine refuses says nothing about the engine. */
const isRefused = (error: unknown) =>
  error instanceof Error &&
  "details" in error &&
  typeof error.details === "object" &&
  error.details !== null &&
  "refused" in error.details;

function snapshotWatch(options: CircuitOptions) {
  let published: { snapshot: number | null; readAt: number } = {
    snapshot: null,
    readAt: Number.NEGATIVE_INFINITY,
  };
  let differsSince: number | null = null;

  /** A database that can't be asked is no reason to leave an engine that answers. */
  async function readPublished(): Promise<void> {
    const snapshot = await cutOff(options.currentSnapshot(), options.timeoutMs).catch(() => null);
    published = { snapshot, readAt: Date.now() };
  }

  /** An index that was lost, or restored from long ago, is not what is published. @returns why it is not used */
  return async (held: number | null): Promise<string | null> => {
    const isAhead = held !== null && published.snapshot !== null && held > published.snapshot;
    if (isAhead || Date.now() - published.readAt > PUBLISHED_FOR_MS) await readPublished();
    if (published.snapshot === null || held === published.snapshot) {
      differsSince = null;
      return null;
    }
    differsSince ??= Date.now();
    if (held !== null && Date.now() - differsSince < options.graceMs) return null;
    return `its index holds snapshot ${held}, published is ${published.snapshot}`;
  };
}

export function openCircuit(options: CircuitOptions): Circuit {
  const { engine, timeoutMs, retryAfterMs } = options;
  const tooOld = snapshotWatch(options);
  let reason: string | null = null;
  let retryAt = 0;
  let probing: Promise<number | null> | null = null;

  const settle = (next: string | null) => {
    if (next !== null) retryAt = Date.now() + retryAfterMs;
    if ((next === null) !== (reason === null)) options.onChange(next);
    reason = next;
  };

  async function look(): Promise<number | null> {
    try {
      const held = await cutOff(engine.snapshot(), timeoutMs);
      settle(await tooOld(held));
      return held;
    } catch (error) {
      settle(reasonOf(error));
      return null;
    }
  }

  function probe(): Promise<number | null> {
    probing ??= look().finally(() => {
      probing = null;
    });
    return probing;
  }

  /** One search after the time to look waits a little, so that an engine that is well again answers it. */
  async function isClosed(): Promise<boolean> {
    if (reason === null) return true;
    if (Date.now() < retryAt || probing !== null) return false;
    await cutOff(probe(), PROBE_PATIENCE_MS).catch(() => undefined);
    return reason === null;
  }

  return {
    reason: () => reason,
    probe,
    async ask(work) {
      if (!(await isClosed())) return null;
      try {
        const found = await cutOff(work(engine), timeoutMs);
        const old = await tooOld(found.snapshot);
        settle(old);
        return old === null ? found : null;
      } catch (error) {
        if (!isRefused(error)) settle(reasonOf(error));
        return null;
      }
    },
  };
}
