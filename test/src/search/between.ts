import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { freePort } from "../../realMeilisearch.ts";

/** How the server is made to look: `slow` answers after every cut-off, `half` stops in the middle of its answer. */
export type Mode = "slow" | "half" | "html" | "other" | "failing" | "refusing";

export interface Between {
  url: string;
  pass(): void;
  /** @param only requests with this text in them; all without it */
  turn(mode: Mode, only?: string): void;
  close(): Promise<void>;
}

const SLOW_MS = 4_000;
const ERRORS = {
  failing: [500, '{"message":"broken","code":"internal","type":"internal","link":""}'],
  refusing: [400, '{"message":"no","code":"invalid_search_filter","type":"invalid_request","link":""}'],
} as const;

/** A process between the service and a real server, which lets requests through or answers them wrongly. */
export async function between(target: string): Promise<Between> {
  let mode: Mode | null = null;
  let only: string | null = null;
  const waiting = new Set<ReturnType<typeof setTimeout>>();

  function forward(asked: IncomingMessage, body: string, answer: ServerResponse): void {
    const onward = request(new URL(asked.url ?? "/", target), {
      method: asked.method,
      headers: asked.headers,
    });
    onward.on("error", () => answer.destroy());
    onward.on("response", (given) => {
      answer.writeHead(given.statusCode ?? 500, given.headers);
      given.pipe(answer);
    });
    onward.end(body);
  }

  function mislead(as: Mode, through: () => void, answer: ServerResponse): void {
    const send = (status: number, body: string) =>
      answer.writeHead(status, { "content-type": "application/json" }).end(body);
    if (as === "slow") waiting.add(setTimeout(through, SLOW_MS));
    else if (as === "half") answer.writeHead(200, { "content-length": 900 }).write('{"results":[{"hits":[');
    else if (as === "html") answer.writeHead(200, { "content-type": "text/html" }).end("<html>moved</html>");
    else if (as === "other") send(200, '{"results":[{"hits":[{"id":"state"}]},{"hits":{}}]}');
    else {
      const [status, body] = ERRORS[as];
      send(status, body);
    }
  }

  const server = createServer(async (asked, answer) => {
    const body = await text(asked);
    const through = () => forward(asked, body, answer);
    const concerns = only === null || body.includes(only);
    if (mode === null || !concerns) through();
    else mislead(mode, through, answer);
  });
  const port = await freePort();
  await new Promise<void>((up) => server.listen(port, "127.0.0.1", up));
  return {
    url: `http://127.0.0.1:${port}`,
    pass() {
      mode = null;
      only = null;
    },
    turn(as, part) {
      mode = as;
      only = part ?? null;
    },
    async close() {
      for (const timer of waiting) clearTimeout(timer);
      server.closeAllConnections();
      server.close();
    },
  };
}
