import type { Next } from "hono";
import { routePath } from "hono/route";
import type { ApiContext } from "./apiEnv.ts";

/**
 * One line a request: method, pattern of the route, status, milliseconds. Neither the address (which may hold what a
 * reader typed) nor the caller is written down.
 */
export async function requestLog(c: ApiContext, next: Next): Promise<void> {
  const start = performance.now();
  await next();
  const seconds = (performance.now() - start) / 1_000;
  const { method } = c.req;
  const { status } = c.res;
  const route = routePath(c);
  const { requestId } = c.var;
  c.env.log.info({ requestId, method, route, status, ms: Math.round(seconds * 1_000) }, "request");
  c.env.metrics?.request({ method, route, status, seconds });
}
