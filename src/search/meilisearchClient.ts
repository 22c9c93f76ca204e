import { type Config, Meilisearch, MeilisearchApiError, MeilisearchRequestError } from "meilisearch";
import { CreditError } from "../errors.ts";

/** Takes the place of `fetch` in the client: sends a request and gives its answer, read. Throws what the client would. */
export type HttpClient = NonNullable<Config["httpClient"]>;

export interface MeilisearchOptions {
  url: string;
  key?: string | undefined;
  /** Before the names of indexes; tests on a shared server set it. */
  prefix?: string;
  /** The platform's `fetch` unless given. */
  httpClient?: HttpClient;
}

/** Names of the live index and of the one document that says what it holds; they are swapped together. */
export const liveIndex = (options: MeilisearchOptions) => `${options.prefix ?? ""}enterprises`;
export const stateIndex = (options: MeilisearchOptions) => `${options.prefix ?? ""}enterprises_state`;

/** @param timeout milliseconds of one request, its body included */
export function meilisearchClient(options: MeilisearchOptions, timeout: number): Meilisearch {
  return new Meilisearch({
    host: options.url,
    ...(options.key === undefined ? {} : { apiKey: options.key }),
    ...(options.httpClient === undefined ? {} : { httpClient: options.httpClient }),
    timeout,
    // A compressed answer comes in two segments, and the reader's delayed acknowledgement holds it for 40 ms.
    requestInit: { headers: { "accept-encoding": "identity" } },
  });
}

/** What the server answers when it is asked with a wrong key, or without one. */
const KEY_CODES = ["invalid_api_key", "missing_authorization_header"];

/**
 * A failed search is never an empty result. `details.refused`: this request was at fault, not the server;
 * `details.answered`: it was the server that said so, at once; `details.keyRefused`: the key may not do this.
 */
export function unavailable(cause: unknown): CreditError {
  if (cause instanceof CreditError) return cause;
  const failure = (message: string, details = {}) =>
    new CreditError("engine_unavailable", message, { cause, details });
  const status = apiError(cause)?.response.status ?? null;
  if (status === 400) return failure("Meilisearch refuses the query", { refused: true });
  if (KEY_CODES.includes(serverCode(cause) ?? "") || status === 401 || status === 403)
    return failure("Meilisearch refuses the key: is MEILI_KEY right?", { keyRefused: true });
  return failure("Meilisearch does not answer as it should", status === null ? {} : { answered: true });
}

/** The code that the server gives its errors, as `index_not_found`. */
export function serverCode(error: unknown): string | undefined {
  return apiError(error)?.cause?.code;
}

/** What the server said; within the client's own error where another HTTP client read it. */
function apiError(error: unknown): MeilisearchApiError | null {
  const said = error instanceof MeilisearchRequestError ? error.cause : error;
  return said instanceof MeilisearchApiError ? said : null;
}
