import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { NightReport } from "../../ingest/nightly.ts";
import { COMMAND_HEAP } from "../../src/creditCommand.ts";

export interface MeasuredNight {
  /** Without its deliveries. */
  report: NightReport;
  /** Rows of its deliveries, rejected ones included. */
  rows: number;
  /** Peak resident memory of the night's process with all of its threads, in MB. */
  peak: number;
  /** Seconds of CPU that the process took, all threads; the database's are not in it. */
  cpu: number;
}

/** Runs a night in a process of its own, with the heap that the command gives it. @param inbox null: nothing is delivered */
export function measuredNight(databaseUrl: string, inbox: string | null): Promise<MeasuredNight> {
  const child = fork(
    fileURLToPath(new URL("./nightProcess.ts", import.meta.url)),
    inbox === null ? [] : [inbox],
    {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      execArgv: [...process.execArgv, ...COMMAND_HEAP],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
  return new Promise((done, fail) => {
    let measured: MeasuredNight | undefined;
    child.on("message", (message: MeasuredNight) => {
      measured = message;
    });
    child.on("error", fail);
    child.on("exit", (code) => {
      if (code === 0 && measured !== undefined) done(measured);
      else fail(new Error(`The night's process ended with ${code}`));
    });
  });
}
