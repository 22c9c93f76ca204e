import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { meilisearchClient } from "../../../src/search/meilisearchClient.ts";
import { finished } from "../../../src/search/meilisearchTasks.ts";

let close: () => void;
afterEach(() => close());

/** A server whose one task says it is at work until some milliseconds have gone by. */
async function serverOf(task: { milliseconds: number; ends: object }) {
  const begun = Date.now();
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    const isOver = Date.now() - begun >= task.milliseconds;
    const told = {
      uid: 7,
      type: "documentAdditionOrUpdate",
      ...(isOver ? task.ends : { status: "processing" }),
    };
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(told));
  });
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  close = () => server.close();
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return { client: meilisearchClient({ url: `http://127.0.0.1:${port}` }, 5_000), asked: () => asked };
}

test("a long task is asked for less and less often", async () => {
  const { client, asked } = await serverOf({ milliseconds: 4_000, ends: { status: "succeeded" } });
  await finished(client, Promise.resolve({ taskUid: 7 }));
  expect(asked()).toBeGreaterThan(3);
  expect(asked()).toBeLessThan(30);
});

test("a task that is over is asked for once, and how a failed one ended is said", async () => {
  const ends = { status: "failed", error: { code: "no_space_left_on_device", message: "…" } };
  const { client, asked } = await serverOf({ milliseconds: 0, ends });
  await expect(finished(client, Promise.resolve({ taskUid: 7 }))).rejects.toMatchObject({
    code: "engine_unavailable",
    message: expect.stringContaining("no_space_left_on_device"),
  });
  expect(asked()).toBe(1);
});
