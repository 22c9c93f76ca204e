import { connect, createServer, type Socket } from "node:net";

export interface Proxy {
  url: string;
  /** Ends every connection and takes no new ones. */
  cut(): Promise<void>;
  /** Listens on the same port again. */
  restore(): Promise<void>;
}

/** Stands between a test and a server, so that the server can be lost and come back. */
export async function proxyTo(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  const listen = (on: number) => new Promise<void>((done) => server.listen(on, "127.0.0.1", () => done()));
  await listen(0);
  const address = server.address();
  const own = typeof address === "object" && address !== null ? address.port : 0;
  const url = Object.assign(new URL(target), { hostname: "127.0.0.1", port: String(own) }).href;
  return {
    url,
    cut: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
    restore: () => listen(own),
  };
}
