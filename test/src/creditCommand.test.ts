import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { COMMAND_HEAP } from "../../src/creditCommand.ts";

test("a night has the same heap wherever it is started: by a person, by the service, in a container", async () => {
  const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
  expect(scripts.credit).toBe(`tsx ${COMMAND_HEAP.join(" ")} ingest/cli.ts`);
  const words = ["node", ...COMMAND_HEAP, "dist/ingest/cli.js", "nightly"].map((word) => `"${word}"`);
  const compose = (await readFile("compose.yaml", "utf8")).replace(/\s+/g, " ");
  expect(compose).toContain(`command: [${words.join(", ")},`);
});
