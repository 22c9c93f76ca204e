import { readConfig } from "../src/config.ts";
import type { Sql } from "../src/db/client.ts";
import { lookupCounter } from "../src/db/lookups.ts";
import { openSearch, type Resources } from "../src/resources.ts";
import { TODAY } from "./inventedFirms.ts";
import { testAuthenticate } from "./tokens.ts";

/** Lines that a test's log received. */
export interface LogLine {
  level: "info" | "warn" | "error";
  fields: object;
  message: string;
}

/** Real resources on a test's database, with the clock at noon of TODAY in Shanghai and a log that a test can read. */
export function testResources(sql: Sql, over: Partial<Resources> = {}): Resources & { lines: LogLine[] } {
  const lines: LogLine[] = [];
  const write = (level: LogLine["level"]) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  const log = { info: write("info"), warn: write("warn"), error: write("error") };
  const now = over.now ?? (() => new Date(`${TODAY}T04:00:00Z`));
  return {
    config: readConfig({}),
    sql,
    search: openSearch({ sql, meilisearch: null, log, now }),
    lookups: lookupCounter(),
    authenticate: testAuthenticate(now),
    log,
    metrics: null,
    now,
    lines,
    ...over,
  };
}
