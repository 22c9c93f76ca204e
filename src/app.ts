import { Hono } from "hono";
import { requestId } from "hono/request-id";
import { redirectTo } from "./api/answer.ts";
import type { ApiEnv } from "./api/apiEnv.ts";
import { createApi } from "./api/app.ts";
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
  app.get("/healthz", healthz);
  app.get("/readyz", readyz);
  app.get("/metrics", metrics);
  app.route("/api/v1", createApi());
  app.get("/openapi.json", (c) => redirectTo(c, "/api/v1/openapi.json"));
  app.onError(answerProblem);
  app.route("/", createPages({ openApiDocument }));
  return app;
}
