import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { SEARCH_FORMAT } from "./format.ts";

/** One published night, as far as an index is of it. */
export interface PublishedNight {
  snapshot: number;
  /** RFC 3339, UTC. After a database was restored the same numbers come again, of other nights. */
  publishedAt: string;
  /** How many enterprises are published, each as one document. */
  documents: number;
}

/** What the live index says of itself. */
export interface IndexState {
  format: number;
  snapshot: number;
  /** null: written by a version that didn't say. */
  publishedAt: string | null;
  /** How many it holds. */
  documents: number;
  /** Names of settings that are not as written down in search-config/: changed by hand, or of another version. */
  otherSettings: readonly string[];
}

/** The writing side of an engine that keeps its own index (Meilisearch). All numbers are counts of documents. */
export interface SearchIndex {
  /** What the live index holds, or null when there is none of ours. */
  state(): Promise<IndexState | null>;
  /** Builds a whole index beside the live one, verifies the count, swaps, and deletes the old. */
  build(night: PublishedNight, documents: AsyncIterable<SearchDocument[]>): Promise<number>;
  /** Sends only what changed to the live index and checks the result of every task. */
  update(night: PublishedNight, changes: IndexChanges): Promise<number>;
}

export interface IndexChanges {
  changed: AsyncIterable<SearchDocument[]>;
  /** Codes of enterprises that are not published any more. */
  removed: readonly string[];
}

/** Why an index is to be built anew whatever it holds, or null: then changes may be sent to it. */
export function unreadable(state: IndexState | null): string | null {
  if (state === null) return "there is no index";
  if (state.format !== SEARCH_FORMAT)
    return `the index is of format ${state.format}, and this version reads ${SEARCH_FORMAT}`;
  if (state.otherSettings.length > 0)
    return `the index has other settings than are written down: ${state.otherSettings.join(", ")}`;
  return null;
}

/** Whether an index of a night's number is of another night: the database was restored, and its numbers came again. */
export const isOfAnotherPast = (state: IndexState, published: PublishedNight) =>
  state.snapshot === published.snapshot && state.publishedAt !== published.publishedAt;

/**
 * Why a live index is not to be read, or null. How far it may be behind is not judged here.
 * @param published read after the state: an update begins only when the next night is published, so as long as the index holds the
 *   published number nothing is on its way
 */
export function indexFault(state: IndexState | null, published: PublishedNight): string | null {
  const fault = unreadable(state);
  if (fault !== null || state === null) return fault;
  if (state.snapshot > published.snapshot)
    return `the index holds snapshot ${state.snapshot}, published is ${published.snapshot}`;
  if (state.snapshot < published.snapshot) return null;
  if (isOfAnotherPast(state, published))
    return `the index holds another snapshot ${state.snapshot} than the published one`;
  if (state.documents !== published.documents)
    return `the index holds ${state.documents} documents, published are ${published.documents}`;
  return null;
}
