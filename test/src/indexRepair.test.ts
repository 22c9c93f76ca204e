import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { indexRepair } from "../../src/indexRepair.ts";

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/** A real process that ends as it is told, in place of the command. */
function repairBy(code: string) {
  const children: ChildProcess[] = [];
  const repair = indexRepair({
    log: quiet,
    ...{ afterSuccessMs: 0, afterFailureMs: 60_000 },
    start() {
      const child = spawn(process.execPath, ["-e", code], { stdio: "ignore" });
      children.push(child);
      return child;
    },
  });
  const ended = async () => {
    const child = children.at(-1);
    if (child !== undefined && child.exitCode === null) await once(child, "exit");
    await pause(10);
  };
  return { repair, children, ended };
}

test("one repair runs at a time, and the next when it is needed again", async () => {
  const { repair, children, ended } = repairBy("setTimeout(() => process.exit(0), 100)");
  for (let i = 0; i < 5; i++) repair.ask("there is no index");
  expect(children).toHaveLength(1);
  await ended();
  repair.ask("there is no index");
  expect(children).toHaveLength(2);
  await repair.close();
});

test("a repair that met a night may run soon again, one that failed waits", async () => {
  const met = repairBy("process.exit(2)");
  met.repair.ask("the index is behind");
  await met.ended();
  met.repair.ask("the index is behind");
  expect(met.children).toHaveLength(2);
  const failed = repairBy("process.exit(1)");
  failed.repair.ask("the index is behind");
  await failed.ended();
  failed.repair.ask("the index is behind");
  expect(failed.children).toHaveLength(1);
  await Promise.all([met.repair.close(), failed.repair.close()]);
});

test("closing ends the repair that runs, and starts no other", async () => {
  const { repair, children } = repairBy("setInterval(() => undefined, 1000)");
  repair.ask("there is no index");
  await repair.close();
  expect(children[0]?.signalCode).toBe("SIGTERM");
  repair.ask("there is no index");
  expect(children).toHaveLength(1);
});
