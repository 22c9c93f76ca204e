import type { Meilisearch, Task } from "meilisearch";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { CreditError } from "../errors.ts";
import { meilisearchDocument } from "./meilisearchDocument.ts";

/** A build of a million documents may stand in the queue for long; what fails says so at once. */
const TASK_TIMEOUT_MS = 60 * 60_000;
/** Characters of one payload, of at most three bytes: below the server's limit of 100 MB, large enough that payloads stay few. */
const PAYLOAD_CHARACTERS = 8 * 2 ** 20;
/**
 * Payloads that the server may have before it has taken in the first, some gigabytes on its disk. It puts what waits into one batch,
 * and each batch writes the frequent words anew: with 8 of them 760,000 documents took longer than a million with these.
 */
const WAITING_PAYLOADS = 256;

/** Between two questions: short ones are over by the first, a build is asked for every second. */
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS, LONGER] = [20, 1_000, 1.3] as const;

/** The client's own waiting keeps a listener on one signal for each time that it asks, and asks a long task as often as a short one. */
async function ended(client: Meilisearch, taskUid: number): Promise<Task> {
  const until = Date.now() + TASK_TIMEOUT_MS;
  for (let wait: number = FIRST_PAUSE_MS; ; wait = Math.min(wait * LONGER, LONGEST_PAUSE_MS)) {
    const task = await client.tasks.getTask(taskUid);
    if (task.status !== "enqueued" && task.status !== "processing") return task;
    if (Date.now() > until)
      throw new CreditError("engine_unavailable", `Meilisearch's task ${task.type} takes over an hour`);
    await new Promise((wake) => setTimeout(wake, wait));
  }
}

/** Waits for a task and looks at how it ended. */
export async function finished(
  client: Meilisearch,
  enqueued: PromiseLike<{ taskUid: number }>,
): Promise<void> {
  const { taskUid } = await enqueued;
  const task = await ended(client, taskUid);
  if (task.status !== "succeeded")
    throw new CreditError(
      "engine_unavailable",
      `Meilisearch's task ${task.type} ended as ${task.status}: ${task.error?.code ?? ""}`,
      { details: { taskFailed: true } },
    );
}

/**
 * Sends documents as NDJSON in large payloads. Memory: one payload, whatever there is to send.
 * @returns how many, when every task has succeeded
 */
export async function sendDocuments(
  client: Meilisearch,
  uid: string,
  batches: AsyncIterable<SearchDocument[]>,
): Promise<number> {
  const waiting: Promise<{ taskUid: number }>[] = [];
  const send = async (payload: string) => {
    const index = client.index(uid);
    const enqueued = await index.addDocumentsFromString(payload, "application/x-ndjson", {
      primaryKey: "uscc",
    });
    waiting.push(Promise.resolve(enqueued));
    const oldest = waiting.length > WAITING_PAYLOADS ? waiting.shift() : undefined;
    if (oldest !== undefined) await finished(client, oldest);
  };
  let count = 0;
  let payload = "";
  for await (const batch of batches) {
    for (const document of batch) payload += `${JSON.stringify(meilisearchDocument(document))}\n`;
    count += batch.length;
    if (payload.length < PAYLOAD_CHARACTERS) continue;
    await send(payload);
    payload = "";
  }
  if (payload !== "") await send(payload);
  for (const enqueued of waiting) await finished(client, enqueued);
  return count;
}
