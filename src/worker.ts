import { createApp } from "./app.ts";
import { authenticator, remoteIssuer } from "./auth/authenticate.ts";
import { type Config, readConfig } from "./config.ts";
import { openDatabase, type Sql } from "./db/client.ts";
import { lookupCounter } from "./db/lookups.ts";
import { CreditError, describeError } from "./errors.ts";
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

/** An error stands in a line as in the process's log: without values. */
const line = (level: string, fields: object, message: string) =>
  JSON.stringify({
    level,
    message,
    ...fields,
    ...("err" in fields ? { err: describeError(fields.err) } : {}),
  });

const log: Log = {
  info: (fields, message) => console.log(line("info", fields, message)),
  warn: (fields, message) => console.warn(line("warn", fields, message)),
  error: (fields, message) => console.error(line("error", fields, message)),
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
  const now = () => new Date();
  const search = openSearch({ sql, meilisearch: config.meili ?? null, forOneRequest: true, log, now });
  // There is no folder for a key of its own: without an identity provider no token is accepted.
  const issuer = config.auth === undefined ? null : remoteIssuer(config.auth);
  const authenticate = authenticator({ trusted: async () => issuer, now });
  return { config, sql, search, lookups: lookupCounter(), authenticate, log, metrics: null, now };
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
