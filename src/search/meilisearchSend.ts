import type { Meilisearch } from "meilisearch";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { meilisearchDocument } from "./meilisearchDocument.ts";
import { finished } from "./meilisearchTasks.ts";

/**
 * Of one payload: below the server's limit of 100 MB. The server makes a batch of what has come while it did the one before, and a
 * batch of few documents costs nearly as much as one of many: with a third of this a million took a twentieth longer.
 */
const PAYLOAD_BYTES = 32 * 2 ** 20;
/** Of a UTF-16 unit, at most. */
const BYTES_OF_UNIT = 3;
/**
 * Payloads that the server may have before it has taken in the first, some gigabytes on its disk. It puts what waits into one batch,
 * and each batch writes the frequent words anew: with a sixteenth of them 760,000 documents took longer than a million with these.
 */
const WAITING_PAYLOADS = 128;

/**
 * Enqueues lines of NDJSON. The client's types take them as a text; as bytes they are neither put together, nor looked through, nor
 * encoded once more, a seventh of what a build costs this process.
 */
const enqueue = (client: Meilisearch, uid: string, body: Uint8Array): Promise<{ taskUid: number }> =>
  client.httpRequest.post({
    path: `indexes/${uid}/documents`,
    params: { primaryKey: "uscc" },
    contentType: "application/x-ndjson",
    extraRequestInit: { body } as object, // it goes to fetch as it is, behind the client's own body
  });

/**
 * Sends documents as NDJSON in large payloads. Memory: two payloads, whatever there is to send.
 * @returns how many, when every task has succeeded
 */
export async function sendDocuments(
  client: Meilisearch,
  uid: string,
  batches: AsyncIterable<SearchDocument[]>,
): Promise<number> {
  const encoder = new TextEncoder();
  const payload = new Uint8Array(PAYLOAD_BYTES);
  const waiting: { taskUid: number }[] = [];
  let used = 0;
  async function send(body: Uint8Array): Promise<void> {
    if (body.length > 0) waiting.push(await enqueue(client, uid, body));
    const oldest = waiting.length > WAITING_PAYLOADS ? waiting.shift() : undefined;
    if (oldest !== undefined) await finished(client, Promise.resolve(oldest));
  }
  async function flush(): Promise<void> {
    await send(payload.subarray(0, used));
    used = 0;
  }
  let count = 0;
  for await (const batch of batches) {
    for (const document of batch) {
      const line = `${JSON.stringify(meilisearchDocument(document))}\n`;
      if (used + BYTES_OF_UNIT * line.length > PAYLOAD_BYTES) await flush();
      if (BYTES_OF_UNIT * line.length > PAYLOAD_BYTES) await send(encoder.encode(line));
      else used += encoder.encodeInto(line, payload.subarray(used)).written;
    }
    count += batch.length;
  }
  await flush();
  for (const enqueued of waiting) await finished(client, Promise.resolve(enqueued));
  return count;
}
