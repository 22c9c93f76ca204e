import { Meilisearch, MeilisearchApiError } from "meilisearch";
import { CreditError } from "../errors.ts";

export interface MeilisearchOptions {
  url: string;
  key?: string | undefined;
  /** Before the names of indexes; tests on a shared server set it. */
  prefix?: string;
}

/** Names of the live index and of the one document that says what it holds; they are swapped together. */
export const liveIndex = (options: MeilisearchOptions) => `${options.prefix ?? ""}enterprises`;
export const stateIndex = (options: MeilisearchOptions) => `${options.prefix ?? ""}enterprises_state`;

/** @param timeout milliseconds of one request, its body included */
export function meilisearchClient(options: MeilisearchOptions, timeout: number): Meilisearch {
  return new Meilisearch({
    host: options.url,
    ...(options.key === undefined ? {} : { apiKey: options.key }),
    timeout,
    // A compressed answer comes in two segments, and the reader's delayed acknowledgement holds it for 40 ms.
    requestInit: { headers: { "accept-encoding": "identity" } },
  });
}

/** A failed search is never an empty result. `details.refused`: this request was at fault, not the server. */
export function unavailable(cause: unknown): CreditError {
  if (cause instanceof CreditError) return cause;
  const refused = cause instanceof MeilisearchApiError && cause.response.status === 400;
  return refused
    ? new CreditError("engine_unavailable", "Meilisearch refuses the query", { cause, details: { refused } })
    : new CreditError("engine_unavailable", "Meilisearch does not answer as it should", { cause });
}

/** The code that the server gives its errors, as `index_not_found`. */
export function serverCode(error: unknown): string | undefined {
  return error instanceof MeilisearchApiError ? error.cause?.code : undefined;
}
