import { expect, test } from "vitest";
import { answerStarting, listen } from "../../src/listener.ts";

const HERE = { host: "127.0.0.1", port: 0 };

test("a port in use is refused in words that say what to do", async () => {
  const first = await listen(HERE, () => new Response("ok"));
  try {
    const port = Number(new URL(first.address).port);
    await expect(listen({ ...HERE, port }, () => new Response("ok"))).rejects.toMatchObject({
      code: "bad_configuration",
      message: expect.stringContaining(`Port ${port} on 127.0.0.1 is in use`),
    });
  } finally {
    await first.close();
  }
});

test("a host that is not this machine is refused", async () => {
  await expect(listen({ host: "192.0.2.1", port: 0 }, () => new Response("ok"))).rejects.toMatchObject({
    code: "bad_configuration",
    message: "HOST 192.0.2.1 is no address of this machine",
  });
});

test("closing finishes the request at hand and takes no new ones", async () => {
  let release = () => {};
  let arrived = () => {};
  const waiting = new Promise<void>((done) => {
    release = done;
  });
  const asked = new Promise<void>((done) => {
    arrived = done;
  });
  const listener = await listen(HERE, async () => {
    arrived();
    await waiting;
    return new Response("whole");
  });
  const answer = fetch(listener.address).then((response) => response.text());
  await asked;
  const closed = listener.close();
  await expect(fetch(listener.address)).rejects.toThrow();
  release();
  expect(await answer).toBe("whole");
  await closed;
});

test("while it starts, the process is up, pages ask for patience and the API says why", async () => {
  const at = (path: string, accept = "*/*") =>
    answerStarting(new Request(`http://localhost${path}`, { headers: { Accept: accept } }));
  expect(at("/healthz").status).toBe(200);
  const page = at("/", "text/html,*/*;q=0.8");
  expect(page.status).toBe(503);
  expect(await page.text()).toContain("服务正在启动");
  const api = at("/api/v1/lists");
  expect(api.headers.get("Retry-After")).toBe("2");
  expect(await api.json()).toMatchObject({ status: 503, code: "database_unavailable" });
});
