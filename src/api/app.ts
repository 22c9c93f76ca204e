import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { CreditError } from "../errors.ts";
import { redirectTo, respondText, tagOf } from "./answer.ts";
import type { ApiContext, ApiEnv } from "./apiEnv.ts";
import { searchEnterprises, searchRoute, suggestEnterprises, suggestRoute } from "./enterprises.ts";
import { getList, getLists, listRoute, listsRoute } from "./lists.ts";
import { openApiDocument } from "./openApi.ts";
import { answerProblem } from "./problem.ts";
import { getHistory, getProfile, historyRoute, profileRoute } from "./profile.ts";
import {
  decideRoute,
  getQuestion,
  getQueue,
  LARGEST_DECISION_BYTES,
  postDecision,
  questionRoute,
  queueRoute,
} from "./review.ts";
import { getSnapshots, getSources, getStats, snapshotsRoute, sourcesRoute, statsRoute } from "./sources.ts";

const HANDLERS = [
  { route: searchRoute, handler: searchEnterprises },
  { route: suggestRoute, handler: suggestEnterprises },
  { route: profileRoute, handler: getProfile },
  { route: historyRoute, handler: getHistory },
  { route: listsRoute, handler: getLists },
  { route: listRoute, handler: getList },
  { route: sourcesRoute, handler: getSources },
  { route: snapshotsRoute, handler: getSnapshots },
  { route: statsRoute, handler: getStats },
  { route: queueRoute, handler: getQueue },
];

async function getOpenApi(c: ApiContext): Promise<Response> {
  const text = JSON.stringify(openApiDocument());
  const headers = { "Cache-Control": "public, max-age=300" };
  return respondText(c, { text, etag: tagOf(text), headers });
}

function onlyRead(): never {
  throw new CreditError("method_not_allowed", "This address can only be read");
}

function tooLarge(): never {
  throw new CreditError("too_large", `expected at most ${LARGEST_DECISION_BYTES} bytes`);
}

/** The one address that takes something. */
function addDecisions(api: Hono<ApiEnv>): void {
  const path = questionRoute.getRoutingPath();
  const limit = bodyLimit({ maxSize: LARGEST_DECISION_BYTES, onError: tooLarge });
  api.get(path, getQuestion).post(decideRoute.getRoutingPath(), limit, postDecision);
  api.all(path, () => {
    throw new CreditError("method_not_allowed", "A question is read, or decided on with POST", {
      details: { allow: "GET, HEAD, POST" },
    });
  });
}

/** The JSON API. Answers everything beneath the address it is mounted at, unknown addresses included. */
export function createApi(): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>();
  for (const { route, handler } of HANDLERS)
    api.get(route.getRoutingPath(), handler).all(route.getRoutingPath(), onlyRead);
  addDecisions(api);
  api.get("/openapi.json", getOpenApi).all("/openapi.json", onlyRead);
  api.get("/docs", (c) => redirectTo(c, "/docs"));
  api.all("*", () => {
    throw new CreditError("not_found", "There is nothing at this address");
  });
  api.onError(answerProblem);
  return api;
}
