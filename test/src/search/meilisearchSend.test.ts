import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import type { SearchDocument } from "../../../src/enterprise/searchDocument.ts";
import { meilisearchClient } from "../../../src/search/meilisearchClient.ts";
import { sendDocuments } from "../../../src/search/meilisearchSend.ts";
import { DOCUMENTS } from "./engineDocuments.ts";

const [document] = DOCUMENTS;
if (document === undefined) throw new Error("no document");

let close: () => void;
afterEach(() => close());

/** A server that takes everything, and the codes of the documents in each payload that it was sent. */
async function takingServer() {
  const payloads: string[][] = [];
  const server = createServer(async (request, response) => {
    const body = (await buffer(request)).toString();
    const isPayload = request.method === "POST" && request.url === "/indexes/firms/documents?primaryKey=uscc";
    if (isPayload && request.headers["content-type"] === "application/x-ndjson")
      payloads.push(
        body
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line).uscc),
      );
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ taskUid: 7, uid: 7, status: "succeeded" }));
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  close = () => server.close();
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return { client: meilisearchClient({ url: `http://127.0.0.1:${port}` }, 30_000), payloads };
}

async function* batchesOf(...batches: SearchDocument[][]) {
  yield* batches;
}

const named = (uscc: string, characters = 1) => ({
  ...document,
  ...{ uscc, formerNames: [], address: null, legalRepresentative: "甬".repeat(characters) },
});

test("documents of several batches are one payload, in their order", async () => {
  const { client, payloads } = await takingServer();
  const count = await sendDocuments(client, "firms", batchesOf([named("A"), named("B")], [], [named("𠮷")]));
  expect({ count, payloads }).toEqual({ count: 3, payloads: [["A", "B", "𠮷"]] });
});

test("a payload is sent before a line would be cut, and a line beyond a payload is one of its own", async () => {
  const { client, payloads } = await takingServer();
  const [half, whole] = [named("half", 6 * 2 ** 20), named("whole", 12 * 2 ** 20)];
  const count = await sendDocuments(
    client,
    "firms",
    batchesOf([named("A"), half], [{ ...half, uscc: "other half" }, named("B"), whole, named("C")]),
  );
  expect({ count, payloads }).toEqual({
    count: 6,
    payloads: [["A", "half"], ["other half", "B"], ["whole"], ["C"]],
  });
});

test("nothing is sent where there is nothing", async () => {
  const { client, payloads } = await takingServer();
  expect(await sendDocuments(client, "firms", batchesOf([]))).toBe(0);
  expect(payloads).toEqual([]);
});
