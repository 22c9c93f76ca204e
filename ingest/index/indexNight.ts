import type { Sql } from "../../src/db/client.ts";
import { nightPublishedAt, publishedNight } from "../../src/db/publishedNight.ts";
import { CreditError } from "../../src/errors.ts";
import { failureReason } from "../../src/search/failureReason.ts";
import {
  type IndexState,
  indexFault,
  type PublishedNight,
  type SearchIndex,
  unreadable,
} from "../../src/search/searchIndex.ts";
import { changedDocuments, changesSince, removedSince } from "./changes.ts";

export interface Indexed {
  /** The published night, or null before the first. */
  snapshot: number | null;
  /** Sent to the engine. */
  documents: number;
  /** Who answers of this night from now on. */
  engine: "meilisearch" | "postgresql";
  /** Why the index was built anew as a whole; null when it was not. */
  rebuilt: string | null;
  /** Why there is no index of this night, which PostgreSQL answers for then; null when all is well. */
  failure: string | null;
}

/** More changes than this share of all documents, and a whole build beside is cheaper than changing the live index. */
const REBUILD_SHARE = 0.5;

const NOTHING: Indexed = {
  snapshot: null,
  documents: 0,
  engine: "postgresql",
  rebuilt: null,
  failure: null,
};

/**
 * Brings the index beside the database up to the snapshot. Without one, the documents were published with the snapshot already.
 * An engine that fails is no reason to undo a night: it is said, PostgreSQL answers, and the next call catches up.
 */
export async function indexNight(night: { sql: Sql; index: SearchIndex | null }): Promise<Indexed> {
  const { sql, index } = night;
  const published = await publishedNight(sql);
  const none: Indexed = { ...NOTHING, snapshot: published?.snapshot ?? null };
  if (published === null) return none;
  if (index === null) return { ...none, documents: await changesSince(sql, published.snapshot - 1) };
  try {
    return await catchUp(sql, index, published);
  } catch (error) {
    if (!(error instanceof CreditError && error.code === "engine_unavailable")) throw error;
    return { ...none, failure: failureReason(error) };
  }
}

/** Sends what changed since what the index holds, or builds it anew when that can't make it right. */
async function catchUp(sql: Sql, index: SearchIndex, published: PublishedNight): Promise<Indexed> {
  const state = await index.state();
  const why = await whyRebuild(sql, state, published);
  if (why !== null || state === null) return rebuild({ sql, index, published, why });
  try {
    const documents = await index.update(published, {
      changed: changedDocuments(sql, state.snapshot),
      removed: await removedSince(sql, state.snapshot),
    });
    const fault = indexFault(await index.state(), published);
    if (fault !== null) return rebuild({ sql, index, published, why: fault });
    return { ...NOTHING, snapshot: published.snapshot, documents, engine: "meilisearch" };
  } catch (error) {
    // A server that answers, and an index that takes no change: it would take none tomorrow either.
    if (!(error instanceof CreditError && error.details.taskFailed === true)) throw error;
    return rebuild({ sql, index, published, why: failureReason(error) });
  }
}

async function whyRebuild(
  sql: Sql,
  state: IndexState | null,
  published: PublishedNight,
): Promise<string | null> {
  const fault = unreadable(state);
  if (fault !== null || state === null) return fault;
  if (state.snapshot > published.snapshot)
    return `the index holds snapshot ${state.snapshot}, published is ${published.snapshot}`;
  // A restored database gives its numbers again: what the index holds then came from nights that are gone.
  if ((await nightPublishedAt(sql, state.snapshot)) !== state.publishedAt)
    return `the index holds another snapshot ${state.snapshot} than was published`;
  const changes = await changesSince(sql, state.snapshot);
  return changes > REBUILD_SHARE * published.documents
    ? `${changes} of ${published.documents} documents changed`
    : null;
}

async function rebuild(of: {
  sql: Sql;
  index: SearchIndex;
  published: PublishedNight;
  why: string | null;
}): Promise<Indexed> {
  const documents = await of.index.build(of.published, changedDocuments(of.sql, 0));
  const { snapshot } = of.published;
  return { ...NOTHING, snapshot, documents, engine: "meilisearch", rebuilt: of.why };
}

/**
 * Builds the whole index beside the live one from the current snapshot.
 * @throws CreditError `engine_unavailable`; the index is as it was then
 */
export async function rebuildIndex(sql: Sql, index: SearchIndex): Promise<Indexed> {
  const published = await publishedNight(sql);
  return published === null ? NOTHING : rebuild({ sql, index, published, why: "it was asked for" });
}
