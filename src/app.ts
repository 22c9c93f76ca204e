import { Hono } from "hono";
import { requestId } from "hono/request-id";
import type { ApiEnv } from "./api/apiEnv.ts";
import { createApi, dataHeaders } from "./api/app.ts";
import { healthz, metrics, readyz } from "./api/health.ts";
import { openApiDocument } from "./api/openApi.ts";
import { answerProblem } from "./api/problem.ts";
import { requestLog } from "./api/requestLog.ts";
import { createPages } from "./pages/app.tsx";

const LONGEST_REQUEST_ID = 64;

/**
 * The whole service: every entry makes it once, at module level, and gives each request its `Resources`.
 * Order: request id, log line, then health, API and pages, each with headers and errors of its own.
 */
export function createApp(): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(requestId({ limitLength: LONGEST_REQUEST_ID }));
  app.use(requestLog);
  app.get("/healthz", dataHeaders, healthz);
  app.get("/readyz", dataHeaders, readyz);
  app.get("/metrics", dataHeaders, metrics);
  app.route("/api/v1", createApi());
  app.get("/openapi.json", (c) => c.redirect("/api/v1/openapi.json", 308));
  app.onError(answerProblem);
  app.route("/", createPages({ openApiDocument }));
  return app;
}
