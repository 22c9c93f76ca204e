import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { COMMAND_HEAP } from "../../src/creditCommand.ts";

test("a command that a person starts has the heap of one that the service starts", async () => {
  const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
  expect(scripts.credit).toBe(`tsx ${COMMAND_HEAP.join(" ")} ingest/cli.ts`);
});
