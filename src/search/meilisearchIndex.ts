import type { Meilisearch } from "meilisearch";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { CreditError } from "../errors.ts";
import {
  liveIndex,
  type MeilisearchOptions,
  meilisearchClient,
  serverCode,
  stateIndex,
  unavailable,
} from "./meilisearchClient.ts";
import { sendDocuments } from "./meilisearchSend.ts";
import { type IndexVersion, readIndexState, thisVersion, writeState } from "./meilisearchState.ts";
import { finished } from "./meilisearchTasks.ts";
import type { IndexChanges, PublishedNight, SearchIndex } from "./searchIndex.ts";

/** Of one request: a payload of 32 MB to a busy server takes its time. */
const REQUEST_TIMEOUT_MS = 120_000;
/** Identifiers of one request to delete. */
const DELETE_AT_ONCE = 10_000;

/** Of one request of a reader that compares. */
const STATE_TIMEOUT_MS = 2_000;

/** What the live index holds, for those who only read. @throws CreditError `engine_unavailable` */
export function liveIndexState(options: MeilisearchOptions): SearchIndex["state"] {
  const client = meilisearchClient(options, STATE_TIMEOUT_MS);
  return () =>
    readIndexState(client, options, thisVersion()).catch((error) => {
      throw unavailable(error);
    });
}

async function remove(client: Meilisearch, uid: string): Promise<void> {
  await finished(client, client.deleteIndex(uid)).catch((error) => {
    if (!/index_not_found/.test(`${serverCode(error) ?? ""} ${error}`)) throw error;
  });
}

/** An index can only be swapped with one that exists. */
async function ensure(client: Meilisearch, uid: string, primaryKey: string): Promise<void> {
  await finished(client, client.createIndex(uid, { primaryKey })).catch((error) => {
    if (!/index_already_exists/.test(`${serverCode(error) ?? ""} ${error}`)) throw error;
  });
}

/** What a build that was cut off has left beside the live index. */
async function removeRemains(client: Meilisearch, live: string): Promise<void> {
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  const isRemains = (uid: string) =>
    uid.startsWith(`${live}_`) && /^\d+_\d+(_state)?$/.test(uid.slice(live.length + 1));
  const remains = results.filter(({ uid }) => isRemains(uid));
  await Promise.all(remains.map(({ uid }) => remove(client, uid)));
}

/**
 * The writing side. Only one process may build or update at a time: who calls holds the night's lock.
 * @param version what is written and compared with; this code's own unless an index as another version makes it is wanted
 */
export function meilisearchIndex(
  options: MeilisearchOptions,
  version: IndexVersion = thisVersion(),
): SearchIndex {
  const client = meilisearchClient(options, REQUEST_TIMEOUT_MS);
  const [live, state] = [liveIndex(options), stateIndex(options)];

  async function fill(
    beside: string,
    night: PublishedNight,
    documents: AsyncIterable<SearchDocument[]>,
  ): Promise<number> {
    await Promise.all([ensure(client, beside, "uscc"), ensure(client, `${beside}_state`, "id")]);
    // Settings first: what is indexed before them would be indexed twice.
    await finished(client, client.index(beside).updateSettings(version.settings));
    const count = await sendDocuments(client, beside, documents);
    await writeState(client, { uid: `${beside}_state`, format: version.format, night });
    const { numberOfDocuments } = await client.index(beside).getStats();
    if (numberOfDocuments !== night.documents || count !== night.documents)
      throw new CreditError(
        "engine_unavailable",
        `The new index holds ${numberOfDocuments} documents of ${count}, and ${night.documents} are published; the old one stays`,
      );
    return count;
  }

  /** Builds, counts and only then swaps: until that moment searches see the old index, whole. */
  async function build(night: PublishedNight, documents: AsyncIterable<SearchDocument[]>): Promise<number> {
    await removeRemains(client, live);
    const beside = `${live}_${version.format}_${night.snapshot}`;
    try {
      const count = await fill(beside, night, documents);
      await Promise.all([ensure(client, live, "uscc"), ensure(client, state, "id")]);
      await finished(
        client,
        client.swapIndexes([
          { indexes: [live, beside], rename: false },
          { indexes: [state, `${beside}_state`], rename: false },
        ]),
      );
      await removeRemains(client, live);
      return count;
    } catch (error) {
      // A full disk is not left full. Where this fails too, the next build clears it.
      await removeRemains(client, live).catch(() => undefined);
      throw error;
    }
  }

  /** Cut off before its end it leaves the old snapshot's number, so the next one sends the same changes again. */
  async function update(night: PublishedNight, { changed, removed }: IndexChanges): Promise<number> {
    const count = await sendDocuments(client, live, changed);
    for (let from = 0; from < removed.length; from += DELETE_AT_ONCE)
      await finished(client, client.index(live).deleteDocuments(removed.slice(from, from + DELETE_AT_ONCE)));
    await writeState(client, { uid: state, format: version.format, night });
    return count + removed.length;
  }

  const guarded =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    (...args: A) =>
      work(...args).catch((error) => {
        throw unavailable(error);
      });
  return {
    state: guarded(() => readIndexState(client, options, version)),
    build: guarded(build),
    update: guarded(update),
  };
}
