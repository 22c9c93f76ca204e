import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { ApiEnv } from "../../src/api/apiEnv.ts";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { openDatabase } from "../../src/db/client.ts";
import { lookupCounter } from "../../src/db/lookups.ts";
import { openSearch, type Resources } from "../../src/resources.ts";
import { overKeptConnections } from "../../src/search/keptConnections.ts";

// The service, and beside it a bare one-row query and a constant of the same size behind the same server.
const config = readConfig(process.env);
const sql = openDatabase(config.databaseUrl ?? "", { max: 10 });
const log = { info: () => undefined, warn: () => undefined, error: console.error };
const meilisearch = config.meili === undefined ? null : overKeptConnections(config.meili);
const search = openSearch({ sql, meilisearch, log, now: () => new Date() });
const resources: Resources = {
  config,
  sql,
  search,
  lookups: lookupCounter(),
  authenticate: () => Promise.reject(new Error("nobody signs in here")),
  log,
  metrics: null,
  now: () => new Date(),
};

const json = { "content-type": "application/json" };
const constants = new Map<string, string>();
const row = async (uscc: string) => {
  const [found] = await sql<{ body: string }[]>`
    select body from published.profile where uscc = ${uscc} and to_snapshot = 2147483647`;
  return found?.body ?? "";
};

const app = new Hono<ApiEnv>()
  .get("/bench/row/:uscc", async (c) => c.body(await row(c.req.param("uscc")), 200, json))
  .get("/bench/constant/:uscc", async (c) => {
    const uscc = c.req.param("uscc");
    let text = constants.get(uscc);
    if (text === undefined) {
      text = await (
        await service.fetch(new Request(`http://bench/api/v1/enterprises/${uscc}`), resources)
      ).text();
      constants.set(uscc, text);
    }
    return c.body(text, 200, json);
  });
const service = createApp();
app.route("/", service);

serve({ fetch: (request) => app.fetch(request, resources), port: 0, hostname: "127.0.0.1" }, ({ port }) =>
  process.stdout.write(`http://127.0.0.1:${port}\n`),
);
