import { createApp } from "./app.ts";
import { type Config, readConfig } from "./config.ts";
import { openDatabase, type Sql } from "./db/client.ts";
import { lookupCounter } from "./db/lookups.ts";
import { CreditError } from "./errors.ts";
import { type Log, openSearch, type Resources } from "./resources.ts";

/** What `wrangler.toml` binds. Hyperdrive, where there is one, pools the connections to the database. */
interface WorkerBindings {
  HYPERDRIVE?: { connectionString: string };
  [name: string]: unknown;
}

/** The part of Cloudflare's execution context that is used here. */
interface ExecutionContext {
  waitUntil(work: Promise<unknown>): void;
  passThroughOnException(): void;
}

const app = createApp();

const log: Log = {
  info: (fields, message) => console.log(JSON.stringify({ level: "info", message, ...fields })),
  warn: (fields, message) => console.warn(JSON.stringify({ level: "warn", message, ...fields })),
  error: (fields, message) => console.error(JSON.stringify({ level: "error", message, ...fields })),
};

function configOf(env: WorkerBindings): Config & { databaseUrl: string } {
  const config = readConfig(env);
  const databaseUrl = env.HYPERDRIVE?.connectionString ?? config.databaseUrl;
  if (databaseUrl === undefined)
    throw new CreditError(
      "bad_configuration",
      "A Worker needs a database: bind HYPERDRIVE or set DATABASE_URL",
    );
  return { ...config, databaseUrl };
}

function resourcesOf(config: Config, sql: Sql): Resources {
  const search = openSearch({ sql, meilisearch: config.meili ?? null, log, now: () => new Date() });
  return { config, sql, search, lookups: lookupCounter(), log, metrics: null, now: () => new Date() };
}

/** Runs `then` when the body has been sent whole, or its reader has gone away. */
function whenSent(response: Response, then: () => void): Response {
  if (response.body === null) {
    then();
    return response;
  }
  const { readable, writable } = new TransformStream();
  response.body.pipeTo(writable).then(then, then);
  return new Response(readable, response);
}

export default {
  /** A socket of one request may not serve another here, so each request opens its own, and closes it once its body is sent. */
  async fetch(request: Request, env: WorkerBindings, context: ExecutionContext): Promise<Response> {
    const config = configOf(env);
    const sql = openDatabase(config.databaseUrl, { max: 3 });
    const resources = resourcesOf(config, sql);
    const close = async () => {
      await resources.lookups
        .flush(sql)
        .catch((error) => log.warn({ reason: String(error) }, "look-ups were not counted"));
      await sql.end({ timeout: 2 });
    };
    const sent = Promise.withResolvers<void>();
    context.waitUntil(sent.promise.then(close));
    try {
      return whenSent(await app.fetch(request, resources), sent.resolve);
    } catch (error) {
      sent.resolve();
      throw error;
    }
  },
};
