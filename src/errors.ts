/** Every error that may reach a caller: its code is part of the contract, its status follows from the code. */
const STATUS = {
  invalid_parameter: 400,
  invalid_uscc: 400,
  page_too_deep: 400,
  /** No token, or one that is not accepted; `details.reason` says why. */
  unauthenticated: 401,
  /** The caller is known, and may not do this. */
  forbidden: 403,
  not_found: 404,
  enterprise_not_found: 404,
  list_not_found: 404,
  snapshot_not_found: 404,
  question_not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  too_large: 413,
  /** A delivery that is refused whole; the ingest side gives its own reason in `details.reason`. */
  delivery_refused: 422,
  /** Configuration that can't be used; the message lists every problem. */
  bad_configuration: 500,
  /** The command's words are off. */
  bad_usage: 400,
  night_running: 409,
  /** Another judgement stands on the question, or it has changed since it was shown. */
  judgement_stands: 409,
  /** The records were judged to be another enterprise's. */
  judged_anothers: 409,
  no_snapshot: 503,
  migrations_missing: 503,
  engine_unavailable: 503,
  database_unavailable: 503,
  /** The identity provider's keys can't be fetched: tokens are neither good nor bad then. */
  identity_unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof STATUS;

/**
 * The one error class. `message` is written for the caller; `details` are extra members of the
 * problem document (RFC 9457). Neither may hold anything that is not public.
 */
export class CreditError extends Error {
  readonly code: ErrorCode;
  readonly status: (typeof STATUS)[ErrorCode];
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "CreditError";
    this.code = code;
    this.status = STATUS[code];
    this.details = options.details ?? {};
  }
}

/** True for refusals the caller can mend (exit 2 of a command, 4xx of a route). */
export function isRefusal(error: unknown): error is CreditError {
  return error instanceof CreditError && error.status < 500;
}

/** Classes of PostgreSQL's errors whose messages speak of the service and not of data: connection, resources, schema. */
const ABOUT_US = /^(08|42|53|57|58|XX)/;

/**
 * An error as the log may have it: what it is, where, and why, without values. Messages of the database quote the data
 * they stumble over, so only those that can't are kept; `detail`, `where` and parameters never are.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = "code" in error ? String(error.code) : undefined;
  const quotes = error.name === "PostgresError" && !ABOUT_US.test(code ?? "");
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(quotes ? {} : { message: error.message }),
    at: error.stack
      ?.split("\n")
      .filter((line) => /^ +at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
