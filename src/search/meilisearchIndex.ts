import type { Meilisearch, Settings } from "meilisearch";
import { MEILISEARCH_SETTINGS } from "../../search-config/meilisearch.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { CreditError } from "../errors.ts";
import type { SearchIndex } from "./engine.ts";
import { SEARCH_FORMAT } from "./format.ts";
import {
  liveIndex,
  type MeilisearchOptions,
  meilisearchClient,
  serverCode,
  stateIndex,
  unavailable,
} from "./meilisearchClient.ts";
import { finished, sendDocuments } from "./meilisearchTasks.ts";

/** Of one request: a payload of some 20 MB to a busy server takes its time. */
const REQUEST_TIMEOUT_MS = 120_000;
const STATE_ID = "state";
/** Identifiers of one request to delete. */
const DELETE_AT_ONCE = 10_000;

/** The settings without their reasons. */
function plainSettings(): Settings {
  const entries = Object.entries(MEILISEARCH_SETTINGS).map(([name, { value }]) => [
    name,
    structuredClone(value),
  ]);
  return Object.fromEntries(entries) as Settings; // the data's names and values are the server's own
}

async function writeState(client: Meilisearch, uid: string, snapshot: number): Promise<void> {
  const state = { id: STATE_ID, format: SEARCH_FORMAT, snapshot };
  await finished(client, client.index(uid).addDocuments([state], { primaryKey: "id" }));
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
  for (const { uid } of results)
    if (uid.startsWith(`${live}_`) && /^\d+_\d+(_state)?$/.test(uid.slice(live.length + 1)))
      await remove(client, uid);
}

/** The writing side. Only one process may build or update at a time: who calls holds the night's lock. */
export function meilisearchIndex(options: MeilisearchOptions): SearchIndex {
  const client = meilisearchClient(options, REQUEST_TIMEOUT_MS);
  const [live, state] = [liveIndex(options), stateIndex(options)];

  /** Builds, counts and only then swaps: until that moment searches see the old index, whole. */
  async function build(
    snapshot: number,
    documents: AsyncIterable<SearchDocument[]>,
    expected: number,
  ): Promise<number> {
    await removeRemains(client, live);
    const beside = `${live}_${SEARCH_FORMAT}_${snapshot}`;
    const besideState = `${beside}_state`;
    await ensure(client, beside, "uscc");
    await ensure(client, besideState, "id");
    // Settings first: what is indexed before them would be indexed twice.
    await finished(client, client.index(beside).updateSettings(plainSettings()));
    const count = await sendDocuments(client, beside, documents);
    await writeState(client, besideState, snapshot);
    const { numberOfDocuments } = await client.index(beside).getStats();
    if (numberOfDocuments !== expected || count !== expected) {
      await removeRemains(client, live);
      throw new CreditError(
        "engine_unavailable",
        `The new index holds ${numberOfDocuments} documents of ${count}, and ${expected} are published; the old one stays`,
      );
    }
    await ensure(client, live, "uscc");
    await ensure(client, state, "id");
    await finished(
      client,
      client.swapIndexes([
        { indexes: [live, beside], rename: false },
        { indexes: [state, besideState], rename: false },
      ]),
    );
    await removeRemains(client, live);
    return count;
  }

  /** Cut off before its end it leaves the old snapshot's number, so the next one sends the same changes again. */
  async function update(
    snapshot: number,
    changed: AsyncIterable<SearchDocument[]>,
    removed: readonly string[],
  ): Promise<number> {
    const count = await sendDocuments(client, live, changed);
    for (let from = 0; from < removed.length; from += DELETE_AT_ONCE)
      await finished(client, client.index(live).deleteDocuments(removed.slice(from, from + DELETE_AT_ONCE)));
    await writeState(client, state, snapshot);
    return count + removed.length;
  }

  async function readState() {
    try {
      const held = await client.index(state).getDocument(STATE_ID);
      const { numberOfDocuments } = await client.index(live).getStats();
      return { format: Number(held.format), snapshot: Number(held.snapshot), documents: numberOfDocuments };
    } catch (error) {
      if (/index_not_found|document_not_found/.test(serverCode(error) ?? "")) return null;
      throw error;
    }
  }

  const guarded =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    (...args: A) =>
      work(...args).catch((error) => {
        throw unavailable(error);
      });
  return { state: guarded(readState), build: guarded(build), update: guarded(update) };
}
