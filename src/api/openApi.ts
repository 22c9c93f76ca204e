import { OpenAPIHono } from "@hono/zod-openapi";
import { searchRoute, suggestRoute } from "./enterprises.ts";
import { listRoute, listsRoute } from "./lists.ts";
import { historyRoute, profileRoute } from "./profile.ts";
import { decideRoute, questionRoute, queueRoute } from "./review.ts";
import { snapshotsRoute, sourcesRoute, statsRoute } from "./sources.ts";

const API_VERSION = "1.0.0";

/** Every route of the API, in the order in which the document shows them. */
const ROUTES = [
  ...[searchRoute, suggestRoute, profileRoute, historyRoute],
  ...[listsRoute, listRoute, sourcesRoute, snapshotsRoute, statsRoute],
  ...[queueRoute, questionRoute, decideRoute],
];

let made: object | undefined;

/** The OpenAPI 3.1 document, from the schemas that validate. Made when first asked for. */
export function openApiDocument(): object {
  if (made !== undefined) return made;
  const registered = new OpenAPIHono();
  for (const route of ROUTES) registered.openAPIRegistry.registerPath(route);
  registered.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    ...{ type: "http", scheme: "bearer", bearerFormat: "JWT" },
    description:
      "A token of the identity provider that the service trusts, or of `credit token`: sub, exp, role, and where they are given uscc and scope. Only what is not public asks for one.",
  });
  made = registered.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "信用宁波 Credit Ningbo",
      version: API_VERSION,
      description:
        "Public credit information of enterprises, merged each night from the departments' files. Days are those of Asia/Shanghai; money is exact decimal text in its currency's unit. Unknown or malformed parameters are refused. Every answer carries X-Request-Id; what is read from a published night carries Credit-Snapshot.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "/api/v1" }],
  });
  return made;
}
