import { CreditError } from "../errors.ts";
import { cutOff } from "./cutOff.ts";
import type { SearchEngine } from "./engine.ts";
import { failureReason } from "./failureReason.ts";
import { indexWatch, type SnapshotWatchOptions, snapshotWatch } from "./indexWatch.ts";

export interface CircuitOptions extends SnapshotWatchOptions {
  engine: SearchEngine;
  /** Compares the live index with what is written down and published: why it is not to be read. Null where nobody looks. */
  compare: (() => Promise<string | null>) | null;
  /** How long the engine may take before it is cut off. */
  timeoutMs: number;
  /** How long it is left alone after it failed, before it is tried again. */
  retryAfterMs: number;
  onChange(reason: string | null): void;
  /** Told, each time it is found so, that the engine answers but its index has to be made anew or brought up to date. */
  onWrongIndex(reason: string): void;
  /** Told, once each time it begins, that the index can't be compared though the engine answers. */
  onNotCompared(hindrance: string): void;
}

/** Whether an engine is asked at all. Open while it fails; it closes when a probe finds the engine well again. */
export interface Circuit {
  /** null while the engine is to be asked. */
  reason(): string | null;
  /** What keeps the index from being compared, or null. */
  notCompared(): string | null;
  /** Asks the engine. Null when it failed, was cut off, or holds too old an index: somebody else has to answer. */
  ask<T extends { snapshot: number }>(work: (engine: SearchEngine) => Promise<T>): Promise<T | null>;
  /** Looks how the engine is, now. @returns the snapshot that its index holds, null when it didn't say */
  probe(): Promise<number | null>;
}

/** So long a search waits for the engine to be found well again, when the time has come to look. */
const PROBE_PATIENCE_MS = 100;
/** So many searches on end may fail while the engine says that it is well: then it is not. */
const FAILURES_ON_END = 5;
/** After a refused query the index is compared with what it should be, but not more often than this. */
const DOUBT_EVERY_MS = 10_000;

const said = (error: unknown, detail: "refused" | "answered") =>
  error instanceof CreditError && error.details[detail] === true;

export const openCircuit = (options: CircuitOptions): Circuit => new EngineCircuit(options);

class EngineCircuit implements Circuit {
  readonly #options: CircuitOptions;
  readonly #tooOld: ReturnType<typeof snapshotWatch>;
  readonly #faultOf: ReturnType<typeof indexWatch>;
  #reason: string | null = null;
  #notCompared: string | null = null;
  #retryAt = 0;
  /** A search got no answer: until the probe has looked, nobody else is made to wait for one. */
  #suspect = false;
  #failures = 0;
  /** While searches fail and probes don't, a probe before this time closes nothing. */
  #openUntil = 0;
  #doubtedAt = Number.NEGATIVE_INFINITY;
  /** The snapshot that the index held when it was last compared. */
  #comparedSnapshot: number | null = null;
  #compareAnew = true;
  #probing: Promise<number | null> | null = null;

  constructor(options: CircuitOptions) {
    this.#options = options;
    this.#tooOld = snapshotWatch(options);
    this.#faultOf = indexWatch(options.compare, {
      timeoutMs: options.timeoutMs,
      onCompared: (hindrance) => this.#compared(hindrance),
    });
  }

  reason(): string | null {
    return this.#reason;
  }

  notCompared(): string | null {
    return this.#notCompared;
  }

  probe(): Promise<number | null> {
    this.#probing ??= this.#look().finally(() => {
      this.#probing = null;
      this.#suspect = false;
    });
    return this.#probing;
  }

  async ask<T extends { snapshot: number }>(work: (engine: SearchEngine) => Promise<T>): Promise<T | null> {
    if (!(await this.#isClosed())) return null;
    try {
      const found = await cutOff(work(this.#options.engine), this.#options.timeoutMs);
      const old = await this.#tooOld(found.snapshot);
      if (old !== null) {
        this.#wrongIndex(old);
        return null;
      }
      this.#failures = 0;
      this.#compareOnce(found.snapshot);
      return found;
    } catch (error) {
      this.#failed(error);
      return null;
    }
  }

  /** One search after the time to look waits a little, so that an engine that is well again answers it. */
  async #isClosed(): Promise<boolean> {
    if (this.#suspect) return false;
    if (this.#reason === null) return true;
    if (Date.now() < this.#retryAt || this.#probing !== null) return false;
    await cutOff(this.probe(), PROBE_PATIENCE_MS).catch(() => undefined);
    return this.#reason === null;
  }

  async #look(): Promise<number | null> {
    const compared = this.#faultOf(this.#compareAnew || this.#reason !== null);
    this.#compareAnew = false;
    try {
      const held = await cutOff(this.#options.engine.snapshot(), this.#options.timeoutMs);
      this.#suspect = false; // it answers; comparing its index takes longer
      const fault = (await compared) ?? (await this.#tooOld(held));
      if (fault === null) this.#settle(null);
      else this.#wrongIndex(fault);
      return held;
    } catch (error) {
      const fault = await compared;
      if (fault === null) this.#settle(failureReason(error));
      else this.#wrongIndex(fault);
      return null;
    }
  }

  #settle(next: string | null): void {
    if (next === null && Date.now() < this.#openUntil) return;
    if (next !== null) this.#retryAt = Date.now() + this.#options.retryAfterMs;
    const changed = (next === null) !== (this.#reason === null);
    this.#reason = next;
    if (changed) this.#options.onChange(next);
  }

  #compared(hindrance: string | null): void {
    if (hindrance !== null && hindrance !== this.#notCompared) this.#options.onNotCompared(hindrance);
    this.#notCompared = hindrance;
  }

  #wrongIndex(fault: string): void {
    this.#settle(fault);
    this.#options.onWrongIndex(fault);
  }

  #failed(error: unknown): void {
    if (said(error, "refused")) {
      this.#refused();
      return;
    }
    this.#failures++;
    if (this.#failures >= FAILURES_ON_END) {
      this.#failures = FAILURES_ON_END - 1; // the next one that fails opens it again
      this.#openUntil = Date.now() + this.#options.retryAfterMs;
      this.#settle(failureReason(error));
      return;
    }
    // One query may fail where all others don't, so only the probe opens it.
    this.#suspect ||= !said(error, "answered");
    this.#doubt();
  }

  /** A query's own fault, unless the index is not what this code asks for. */
  #refused(): void {
    if (this.#options.compare === null || Date.now() - this.#doubtedAt < DOUBT_EVERY_MS) return;
    this.#doubtedAt = Date.now();
    this.#doubt();
  }

  /** Each night's index is looked at once, the first one at the start. */
  #compareOnce(snapshot: number): void {
    if (this.#options.compare === null || snapshot === this.#comparedSnapshot) return;
    this.#comparedSnapshot = snapshot;
    this.#doubt();
  }

  /** Looks again without anybody waiting, the index included. */
  #doubt(): void {
    this.#compareAnew = true;
    void this.probe();
  }
}
