import { openCircuit } from "./circuit.ts";
import type { EngineStanding, Search, SearchEngine } from "./engine.ts";

export interface FallbackOptions {
  /** The engine that should answer, or null when there is none: then every answer is degraded. */
  primary: SearchEngine | null;
  fallback: SearchEngine;
  /** The number of the published snapshot, null before the first. */
  currentSnapshot(): Promise<number | null>;
  /** Told when the answering engine changes, and why. */
  onChange?: (standing: { engine: SearchEngine["name"]; reason: string | null }) => void;
  /**
   * Compares the primary's index with what is written down and published: why it is not to be read. At the start, with each new
   * snapshot, after failures and now and then it is asked; without it, only format and number are looked at, with each answer.
   */
  compare?: () => Promise<string | null>;
  /** Told, each time it is found so, that the primary answers but its index has to be made anew or brought up to date. */
  onWrongIndex?: (reason: string) => void;
  /** Told that the primary answers, but its index can't be compared, and why. */
  onNotCompared?: (hindrance: string) => void;
  /** How long a primary may take before it is cut off. */
  timeoutMs?: number;
  /** How long it is left alone after it failed. */
  retryAfterMs?: number;
  /** How long its index may be behind what is published: a night publishes first and indexes then. */
  graceMs?: number;
}

/**
 * The primary engine while it answers in time with what is published; the other one meanwhile, and says so.
 * After a failure the primary is looked at every `retryAfterMs` in which somebody searches, so it comes back by itself.
 */
export function searchWithFallback(options: FallbackOptions): Search {
  const { primary, fallback, onChange } = options;
  const circuit =
    primary === null
      ? null
      : openCircuit({
          engine: primary,
          currentSnapshot: options.currentSnapshot,
          compare: options.compare ?? null,
          onWrongIndex: (reason) => options.onWrongIndex?.(reason),
          onNotCompared: (hindrance) => options.onNotCompared?.(hindrance),
          timeoutMs: options.timeoutMs ?? 1_500,
          retryAfterMs: options.retryAfterMs ?? 3_000,
          graceMs: options.graceMs ?? 600_000,
          onChange: (reason) => onChange?.({ engine: (reason === null ? primary : fallback).name, reason }),
        });

  async function answer<T extends { snapshot: number }>(
    ask: (engine: SearchEngine) => Promise<T>,
  ): Promise<T & EngineStanding> {
    const found = await circuit?.ask(ask);
    if (primary !== null && found) return { ...found, engine: primary.name, degraded: false };
    return { ...(await ask(fallback)), engine: fallback.name, degraded: true };
  }

  return {
    search: (query) => answer((engine) => engine.search(query)),
    suggest: (q) => answer((engine) => engine.suggest(q)),
    async standing() {
      const held = await circuit?.probe();
      const reason = circuit === null ? "no other engine is configured" : circuit.reason();
      const notCompared = reason === null ? (circuit?.notCompared() ?? null) : null;
      if (primary !== null && reason === null)
        return { engine: primary.name, degraded: false, snapshot: held ?? null, reason, notCompared };
      const snapshot = await fallback.snapshot();
      return { engine: fallback.name, degraded: true, snapshot, reason, notCompared };
    },
  };
}
