import { CreditError } from "../errors.ts";

/** Codes of the driver, the socket and PostgreSQL (classes 08 and 57, too many connections) that mean: not reachable now. */
const UNREACHABLE =
  /^(ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|CONNECT(ION)?_\w+|08\w{3}|57P0[1-5]|53300|28P01|28000|3D000)$/;

/**
 * What a caught error is to the caller. Errors of the driver that mean a lost database become `database_unavailable`;
 * whatever is not ours is `internal`. The cause is kept for the log and never sent.
 */
export function asCreditError(error: unknown): CreditError {
  if (error instanceof CreditError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return UNREACHABLE.test(code)
    ? new CreditError("database_unavailable", "The database can't be reached", { cause: error })
    : new CreditError("internal", "The service failed to answer", { cause: error });
}
