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
import { meilisearchDocument } from "./meilisearchDocument.ts";

const REQUEST_TIMEOUT_MS = 120_000;
/** A build of a million documents may stand in the queue for long; what fails says so at once. */
const TASK_TIMEOUT_MS = 60 * 60_000;
/** Characters of one payload: far below the server's limit of 100 MB, large enough that batches stay few. */
const CHUNK_CHARACTERS = 12 * 2 ** 20;
const STATE_ID = "state";

interface Enqueued {
  taskUid: number;
}

/** Waits for a task and looks at how it ended: the client's own waiting calls a failed one done. */
async function finished(client: Meilisearch, enqueued: PromiseLike<Enqueued>): Promise<void> {
  const { taskUid } = await enqueued;
  const task = await client.tasks.waitForTask(taskUid, { timeout: TASK_TIMEOUT_MS, interval: 40 });
  if (task.status !== "succeeded")
    throw new CreditError(
      "engine_unavailable",
      `Meilisearch's task ${task.type} ended as ${task.status}: ${task.error?.code ?? ""}`,
    );
}

/** Sends documents in large pieces of NDJSON, one after the other. @returns how many */
async function send(
  client: Meilisearch,
  uid: string,
  batches: AsyncIterable<SearchDocument[]>,
): Promise<number> {
  let count = 0;
  let piece = "";
  const flush = async () => {
    if (piece === "") return;
    const text = piece;
    piece = "";
    await finished(
      client,
      client.index(uid).addDocumentsFromString(text, "application/x-ndjson", { primaryKey: "uscc" }),
    );
  };
  for await (const batch of batches) {
    for (const document of batch) piece += `${JSON.stringify(meilisearchDocument(document))}\n`;
    count += batch.length;
    if (piece.length > CHUNK_CHARACTERS) await flush();
  }
  await flush();
  return count;
}

async function writeState(client: Meilisearch, uid: string, snapshot: number): Promise<void> {
  const state = { id: STATE_ID, format: SEARCH_FORMAT, snapshot };
  await finished(client, client.index(uid).addDocuments([state], { primaryKey: "id" }));
}

async function remove(client: Meilisearch, uid: string): Promise<void> {
  await finished(client, client.deleteIndex(uid)).catch((error) => {
    if (!/index_not_found/.test(String(error))) throw error;
  });
}

async function create(client: Meilisearch, uid: string, primaryKey: string): Promise<void> {
  await remove(client, uid);
  await finished(client, client.createIndex(uid, { primaryKey }));
}

/** An index can only be swapped with one that exists. */
async function ensure(client: Meilisearch, uid: string, primaryKey: string): Promise<void> {
  await finished(client, client.createIndex(uid, { primaryKey })).catch((error) => {
    if (!/index_already_exists/.test(String(error))) throw error;
  });
}

/** The settings' arrays are read-only here and plain ones there; nothing else differs. */
const SETTINGS = structuredClone(MEILISEARCH_SETTINGS) as unknown as Settings;

export function meilisearchIndex(options: MeilisearchOptions): SearchIndex {
  const client = meilisearchClient(options, REQUEST_TIMEOUT_MS);
  const [live, state] = [liveIndex(options), stateIndex(options)];

  async function build(
    snapshot: number,
    documents: AsyncIterable<SearchDocument[]>,
    expected: number,
  ): Promise<number> {
    const beside = `${live}_${SEARCH_FORMAT}_${snapshot}`;
    await create(client, beside, "uscc");
    await create(client, `${beside}_state`, "id");
    await finished(client, client.index(beside).updateSettings(SETTINGS));
    const count = await send(client, beside, documents);
    await writeState(client, `${beside}_state`, snapshot);
    const { numberOfDocuments } = await client.index(beside).getStats();
    if (numberOfDocuments !== expected || count !== expected)
      throw new CreditError(
        "engine_unavailable",
        `The new index holds ${numberOfDocuments} documents instead of ${expected}; the old one stays`,
      );
    await ensure(client, live, "uscc");
    await ensure(client, state, "id");
    const swap = [
      { indexes: [live, beside] as [string, string], rename: false },
      { indexes: [state, `${beside}_state`] as [string, string], rename: false },
    ];
    await finished(client, client.swapIndexes(swap));
    await remove(client, beside);
    await remove(client, `${beside}_state`);
    return count;
  }

  async function update(
    snapshot: number,
    changed: AsyncIterable<SearchDocument[]>,
    removed: readonly string[],
  ): Promise<number> {
    const count = await send(client, live, changed);
    for (let from = 0; from < removed.length; from += 10_000)
      await finished(client, client.index(live).deleteDocuments(removed.slice(from, from + 10_000)));
    await writeState(client, state, snapshot);
    return count + removed.length;
  }

  const guarded =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    (...args: A) =>
      work(...args).catch((error) => {
        throw unavailable(error);
      });

  return {
    state: guarded(async () => {
      try {
        const held = await client.index(state).getDocument(STATE_ID);
        const { numberOfDocuments } = await client.index(live).getStats();
        return { format: Number(held.format), snapshot: Number(held.snapshot), documents: numberOfDocuments };
      } catch (error) {
        if (/index_not_found|document_not_found/.test(serverCode(error) ?? "")) return null;
        throw error;
      }
    }),
    build: guarded(build),
    update: guarded(update),
  };
}
