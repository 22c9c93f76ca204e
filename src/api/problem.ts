import { z } from "zod";
import { challenge } from "../auth/authenticate.ts";
import { asCreditError } from "../db/databaseError.ts";
import type { CreditError } from "../errors.ts";
import { respond } from "./answer.ts";
import type { ApiContext } from "./apiEnv.ts";

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  409: "Conflict",
  413: "Content Too Large",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** RFC 9457. `code` is stable; more members follow from it. */
export const Problem = z
  .looseObject({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.number().int(),
    code: z.string().meta({ description: "Stable; see the description of each answer" }),
    detail: z.string(),
    requestId: z.string(),
  })
  .meta({ id: "Problem", description: "Problem details (RFC 9457)" });

/** Answers an error once, at the edge. Nothing of its cause is sent. */
export function answerProblem(error: unknown, c: ApiContext): Response {
  const known = asCreditError(error);
  if (known.status >= 500)
    c.env.log.error(
      { requestId: c.var.requestId, code: known.code, err: known.cause ?? known },
      "request failed",
    );
  return problem(known, c);
}

export function problem(error: CreditError, c: ApiContext): Response {
  const { status, code, message, details } = error;
  const title = TITLES[status] ?? "Error";
  const body = { type: "about:blank", title, status, code, detail: message, requestId: c.var.requestId };
  return respond(c, {
    status,
    body: JSON.stringify({ ...body, ...details }),
    headers: {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
      ...(status === 503 ? { "Retry-After": "10" } : {}),
      ...(status === 405 ? { Allow: String(details.allow ?? "GET, HEAD") } : {}),
      ...(status === 401 || status === 403 ? { "WWW-Authenticate": challenge(error) } : {}),
    },
  });
}
