import postgres from "postgres";

/** A pool: owns transactions (`begin`). */
export type Sql = postgres.Sql;
/** Anything that runs queries: a pool or a transaction. Query functions take this; their caller owns the transaction. */
export type ISql = postgres.ISql;
export type TransactionSql = postgres.TransactionSql;
export type ReservedSql = postgres.ReservedSql;
/** A piece of SQL, to be put into a query. */
export type Fragment = postgres.Fragment;

/**
 * Opens a pool.
 * @param url a `postgres://` address
 * @param options.max connections at most (default 10)
 */
export function openDatabase(url: string, options: { max?: number; name?: string } = {}): Sql {
  return postgres(url, {
    max: options.max ?? 10,
    onnotice: () => undefined,
    idle_timeout: 60,
    connect_timeout: 10,
    connection: { application_name: options.name ?? "credit-ningbo", TimeZone: "UTC" },
    types: {
      // Dates stay text: a day has no time zone.
      date: { to: 1082, from: [1082], serialize: (x: string) => x, parse: (x: string) => x },
      // json columns are sent on as stored text; callers that want the value parse it.
      json: { to: 114, from: [114], serialize: (x: unknown) => JSON.stringify(x), parse: (x: string) => x },
    },
  });
}
