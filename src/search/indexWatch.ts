import { CreditError } from "../errors.ts";
import { cutOff } from "./cutOff.ts";

/** So long the published number is taken to be the same: it changes once a night. */
const PUBLISHED_FOR_MS = 2_000;
/** So long an index that was found as it should be is not compared again: it costs some requests and a count of all documents. */
const COMPARED_FOR_MS = 60_000;

export interface SnapshotWatchOptions {
  /** The number of the published snapshot, null before the first. */
  currentSnapshot(): Promise<number | null>;
  timeoutMs: number;
  /** How long an index may be behind what is published. */
  graceMs: number;
}

/**
 * Holds the number that an index is of against the published one.
 * @returns why the index is not used: behind for too long (a night publishes first and indexes then), or ahead (never so but
 *   when the database was restored)
 */
export function snapshotWatch(
  options: SnapshotWatchOptions,
): (held: number | null) => Promise<string | null> {
  let published: { snapshot: number | null; readAt: number } = {
    snapshot: null,
    readAt: Number.NEGATIVE_INFINITY,
  };
  let behindSince: number | null = null;

  /** A database that can't be asked is no reason to leave an engine that answers. */
  async function readPublished(): Promise<void> {
    const snapshot = await cutOff(options.currentSnapshot(), options.timeoutMs).catch(() => null);
    published = { snapshot, readAt: Date.now() };
  }
  const isAhead = (held: number | null) =>
    held !== null && published.snapshot !== null && held > published.snapshot;

  return async (held) => {
    if (isAhead(held) || Date.now() - published.readAt > PUBLISHED_FOR_MS) await readPublished();
    if (published.snapshot === null || held === published.snapshot) {
      behindSince = null;
      return null;
    }
    const fault = `its index holds snapshot ${held}, published is ${published.snapshot}`;
    if (held === null || isAhead(held)) return fault;
    behindSince ??= Date.now();
    return Date.now() - behindSince < options.graceMs ? null : fault;
  };
}

const SEARCH_ONLY =
  "MEILI_KEY may search, but not read the index's settings and statistics: they are not compared with what is written down";

/**
 * Compares the index with what is written down and published, now and then.
 * @param compare says why the index is not to be read; throws when that can't be told
 * @returns why it is not to be read, or null; `anew`: whatever was found lately
 */
export function indexWatch(
  compare: (() => Promise<string | null>) | null,
  of: {
    timeoutMs: number;
    /** Told how each comparison ended: null, or what kept it from being made though the server answered. */
    onCompared(hindrance: string | null): void;
  },
): (anew: boolean) => Promise<string | null> {
  let comparedAt = Number.NEGATIVE_INFINITY;
  return async (anew) => {
    if (compare === null || (!anew && Date.now() - comparedAt < COMPARED_FOR_MS)) return null;
    try {
      const fault = await cutOff(compare(), of.timeoutMs);
      of.onCompared(null);
      comparedAt = fault === null ? Date.now() : Number.NEGATIVE_INFINITY;
      return fault;
    } catch (error) {
      if (error instanceof CreditError && error.details.keyRefused === true) of.onCompared(SEARCH_ONLY);
      return null; // whether the engine answers at all is asked beside this
    }
  };
}
