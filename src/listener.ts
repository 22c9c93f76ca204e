import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { CreditError } from "./errors.ts";

/** How long requests that are being answered may take when the service stops. */
const PATIENCE_MS = 10_000;

const STARTING_PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>信用宁波</title></head><body><p>服务正在启动，请稍候……<br lang="en">Starting, please wait …</p></body></html>`;

/** What is answered before the database is open. */
export function answerStarting(request: Request): Response {
  const { pathname } = new URL(request.url);
  const headers = { "Cache-Control": "no-store", "Retry-After": "2" };
  if (pathname === "/healthz") return Response.json({ status: "ok" }, { headers });
  if (request.headers.get("Accept")?.includes("text/html") === true)
    return new Response(STARTING_PAGE, {
      status: 503,
      headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
    });
  const problem = {
    ...{ type: "about:blank", title: "Service Unavailable", status: 503, code: "database_unavailable" },
    detail: "The service is starting",
  };
  return new Response(JSON.stringify(problem), {
    status: 503,
    headers: { ...headers, "Content-Type": "application/problem+json; charset=utf-8" },
  });
}

export interface Listener {
  /** `http://…` as one may type it. */
  address: string;
  /** Takes no new requests, finishes those at hand, and cuts off what takes longer than ten seconds. */
  close(): Promise<void>;
}

/**
 * Listens and hands each request on.
 * @throws CreditError `bad_configuration` when the port or the host can't be had
 */
export function listen(
  at: { host: string; port: number },
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<Listener> {
  // Without options of its own the adaptor makes a server of node:http.
  const server = createAdaptorServer({ fetch }) as Server;
  return new Promise((done, fail) => {
    server.once("error", (cause: NodeJS.ErrnoException) => fail(cannotListen(at, cause)));
    server.listen(at.port, at.host, () => {
      const bound = server.address();
      const port = typeof bound === "object" && bound !== null ? bound.port : at.port;
      const host = /^(127\.0\.0\.1|0\.0\.0\.0|::1?)$/.test(at.host) ? "localhost" : at.host;
      done({ address: `http://${host}:${port}`, close: () => closeServer(server) });
    });
  });
}

function cannotListen(at: { host: string; port: number }, cause: NodeJS.ErrnoException): CreditError {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${at.port} on ${at.host} is in use: stop what listens there, or set PORT to another`,
    EACCES: `Port ${at.port} may not be opened by this user: set PORT to one above 1023`,
    EADDRNOTAVAIL: `HOST ${at.host} is no address of this machine`,
    ENOTFOUND: `HOST ${at.host} is no address of this machine`,
  };
  const message = reasons[cause.code ?? ""] ?? `Can't listen on ${at.host}:${at.port}: ${cause.message}`;
  return new CreditError("bad_configuration", message, { cause });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      done();
    });
    server.closeIdleConnections();
  });
}
