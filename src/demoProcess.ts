import type { ChildProcess } from "node:child_process";
import { startCommand } from "./creditCommand.ts";
import type { Sql } from "./db/client.ts";

/** Whether nothing was ever published or delivered; a load that was cut off counts as nothing and is taken up again. */
export async function wantsDemo(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ empty: boolean }[]>`
    select not exists (select from published.snapshot) and not exists (select from archive.delivery where not demo) as empty`;
  return row?.empty === true;
}

/** `credit load-demo` beside the service, so that requests are answered while it runs. Its progress goes to the terminal. */
export const loadDemo = (): ChildProcess => startCommand(["load-demo"]);
