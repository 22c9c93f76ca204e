import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import autocannon from "autocannon";
import type { Sql } from "../../src/db/client.ts";

interface Measured {
  perSecond: number;
  p99: number;
}

async function load(url: string | readonly string[], seconds: number): Promise<Measured> {
  const urls = typeof url === "string" ? [url] : url;
  const first = new URL(urls[0] ?? "");
  const requests = urls.map((each) => ({ path: new URL(each).pathname + new URL(each).search }));
  const result = await autocannon({ url: first.origin, connections: 16, duration: seconds, requests });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${first.pathname}: ${result.non2xx} not 2xx, ${result.errors} errors`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

const TURNS = 9;

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** The service in a process of its own. @param env beside the database's address, as MEILI_URL */
export async function startServer(
  url: string,
  env: Record<string, string> = {},
): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn("tsx", ["test/bench/server.ts"], {
    env: { ...process.env, ...env, DATABASE_URL: url, LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.stdout === null) throw new Error("no stdout");
  const [line] = await once(child.stdout, "data");
  return { child, origin: String(line).trim() };
}

/**
 * Requests a second of a profile, of a bare one-row query and of a constant of the same size, in turns, behind one server;
 * and of searches. Every figure is a ratio of two measured side by side.
 */
export async function benchReads(sql: Sql, of: { url: string; seconds: number }): Promise<string[]> {
  const sample = await sql<{ uscc: string; name: string }[]>`
    select uscc, document ->> 'name' as name from published.search_document order by md5(uscc) limit 400`;
  const { child, origin } = await startServer(of.url);
  try {
    const profiles = sample.map(({ uscc }) => `${origin}/api/v1/enterprises/${uscc}`);
    const rows = sample.map(({ uscc }) => `${origin}/bench/row/${uscc}`);
    const names = sample.map(({ name }) => `${origin}/api/v1/enterprises?q=${encodeURIComponent(name)}`);
    const parts = sample.map(
      ({ name }) => `${origin}/api/v1/enterprises?q=${encodeURIComponent(name.slice(3, 6))}`,
    );
    const constants = sample.map(({ uscc }) => `${origin}/bench/constant/${uscc}`);
    await load(profiles, 1);
    const turns: Record<"profile" | "row" | "constant" | "name" | "part", Measured>[] = [];
    for (let turn = 0; turn < TURNS; turn++)
      turns.push({
        profile: await load(profiles, of.seconds),
        row: await load(rows, of.seconds),
        constant: await load(constants, of.seconds),
        name: await load(names, of.seconds),
        part: await load(parts, of.seconds),
      });
    type Kind = keyof (typeof turns)[number];
    const rate = (kind: Kind) => median(turns.map((turn) => turn[kind].perSecond));
    const p99 = (kind: Kind) => median(turns.map((turn) => turn[kind].p99));
    // A machine is faster in one minute than in the next: what is divided was measured one after the other.
    const of2 = (a: Kind, b: Kind) =>
      median(turns.map((turn) => turn[a].perSecond / turn[b].perSecond)).toFixed(2);
    return [
      `profile reads ${Math.round(rate("profile"))}/s (p99 ${p99("profile")} ms): ${of2("profile", "row")} of a bare one-row query (${Math.round(rate("row"))}/s, aim 0.8), ${of2("profile", "constant")} of a constant of the same size (${Math.round(rate("constant"))}/s)`,
      `searches by full name ${Math.round(rate("name"))}/s (p99 ${p99("name")} ms): ${of2("name", "constant")} of the constant`,
      `searches by three characters ${Math.round(rate("part"))}/s (p99 ${p99("part")} ms): ${of2("part", "constant")} of the constant`,
    ];
  } finally {
    child.kill();
  }
}
