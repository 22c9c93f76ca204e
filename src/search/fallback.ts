import type { EngineStanding, Search, SearchEngine } from "./engine.ts";

export interface FallbackOptions {
  /** The engine that should answer, or null when there is none: then every answer is degraded. */
  primary: SearchEngine | null;
  fallback: SearchEngine;
  /** The number of the published snapshot, null before the first. */
  currentSnapshot(): Promise<number | null>;
  /** Told when the answering engine changes, and why. */
  onChange?: (standing: { engine: SearchEngine["name"]; reason: string | null }) => void;
  /** How long a primary may take before it is cut off. */
  timeoutMs?: number;
  /** How long it is left alone after it failed. */
  retryAfterMs?: number;
  /** How long its index may be behind what is published: a night publishes first and indexes then. */
  graceMs?: number;
}

function cutOff<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    work.then(done, fail).finally(() => clearTimeout(timer));
  });
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
};

/**
 * The primary engine while it answers in time with what is published; the other one meanwhile, and says so.
 * After a failure the primary is asked again every `retryAfterMs`, so it comes back by itself.
 */
export function searchWithFallback(options: FallbackOptions): Search {
  const { primary, fallback, timeoutMs = 1_500, retryAfterMs = 3_000, graceMs = 600_000 } = options;
  let failedAt = Number.NEGATIVE_INFINITY;
  let reason: string | null = primary === null ? "no other engine is configured" : null;
  let behindSince: number | null = null;
  let published: { snapshot: number | null; readAt: number } = {
    snapshot: null,
    readAt: Number.NEGATIVE_INFINITY,
  };

  const settle = (next: string | null) => {
    if (next !== null) failedAt = Date.now();
    if ((next === null) !== (reason === null))
      options.onChange?.({ engine: next === null && primary ? primary.name : fallback.name, reason: next });
    reason = next;
  };

  /** An index that was lost, or restored from long ago, is not what is published. */
  async function tooOld(held: number): Promise<string | null> {
    const now = Date.now();
    if (now - published.readAt > 2_000)
      published = { snapshot: await options.currentSnapshot(), readAt: now };
    if (published.snapshot === null || held >= published.snapshot) behindSince = null;
    else behindSince ??= now;
    return behindSince !== null && now - behindSince >= graceMs
      ? `its index holds snapshot ${held}, published is ${published.snapshot}`
      : null;
  }

  async function answer<T extends { snapshot: number }>(
    ask: (engine: SearchEngine) => Promise<T>,
  ): Promise<T & EngineStanding> {
    if (primary !== null && Date.now() - failedAt >= retryAfterMs) {
      try {
        const found = await cutOff(ask(primary), timeoutMs);
        const old = await tooOld(found.snapshot);
        settle(old);
        if (old === null) return { ...found, engine: primary.name, degraded: false };
      } catch (error) {
        settle(reasonOf(error));
      }
    }
    return { ...(await ask(fallback)), engine: fallback.name, degraded: true };
  }

  return {
    search: (query) => answer((engine) => engine.search(query)),
    suggest: (q) => answer((engine) => engine.suggest(q)),
    async standing() {
      const held = async (engine: SearchEngine) => {
        const snapshot = await engine.snapshot();
        return { snapshot: snapshot ?? -1 };
      };
      const { snapshot, engine, degraded } = await answer(held);
      return { engine, degraded, snapshot: snapshot < 0 ? null : snapshot, reason };
    },
  };
}
