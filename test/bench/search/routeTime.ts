import type { SearchQuery } from "../../../src/search/engine.ts";
import type { Watched } from "./engineCalls.ts";
import type { JudgedQuery, QueryClass } from "./queryClass.ts";

/** Asks the route and reads its whole answer. */
export type Ask = (q: string) => Promise<unknown>;

export interface Asks {
  /** In this process, without HTTP. */
  within: Ask;
  /** Of a service in a process of its own. */
  overHttp: Ask;
}

interface RouteTime {
  /** Calls of one search: mean and most. */
  calls: number;
  mostCalls: number;
  /** Milliseconds. */
  within: number;
  overHttp: number;
  straight: number;
  /** Of the engine, asked without the route. */
  engine: number;
}

interface RelaxedTime {
  /** Milliseconds of a plain search, and of what a relaxed one does after its first call. */
  plain: number;
  step: number;
  searches: number;
}

const TURNS = 8;
const SEARCHES = 25;
/** A service answers all day: its code is compiled by the time that anybody measures it. */
const WARM_UP = 4_000;
const PAGE = { district: [], status: [], industry: [], type: [], list: [], page: 1, size: 20 } as const;
const searchOf = (q: string): SearchQuery => ({ ...PAGE, q, sort: "relevance" });

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The route's time against that of the calls its engine makes, for some queries of a class. */
async function routeTime(watched: Watched, asks: Asks, queries: readonly JudgedQuery[]): Promise<RouteTime> {
  const [withins, https, straights, counts]: [number[], number[], number[], number[]] = [[], [], [], []];
  const engines: number[] = [];
  for (const { q } of queries.slice(0, SEARCHES)) {
    const calls = await watched.during(() => watched.engine.search(searchOf(q)));
    const straight = async () => {
      for (const call of calls) await call.again();
    };
    const engine = () => watched.plain.search(searchOf(q));
    for (const warm of [() => asks.within(q), () => asks.overHttp(q), straight, engine]) await warm();
    counts.push(calls.length);
    for (let turn = 0; turn < TURNS; turn++) {
      withins.push(await timed(() => asks.within(q)));
      straights.push(await timed(straight));
      engines.push(await timed(engine));
      https.push(await timed(() => asks.overHttp(q)));
    }
  }
  return {
    mostCalls: Math.max(0, ...counts),
    calls: counts.reduce((sum, n) => sum + n, 0) / Math.max(1, counts.length),
    ...{ within: median(withins), overHttp: median(https), straight: median(straights) },
    engine: median(engines),
  };
}

/**
 * What a search does once nothing is found as typed, against a search for the same company's whole name.
 * Of queries that are answered relaxed; what its first call takes is no part of the step.
 */
async function relaxedTime(watched: Watched, queries: readonly JudgedQuery[]): Promise<RelaxedTime> {
  const [steps, plains]: [number[], number[]] = [[], []];
  let searches = 0;
  for (const { q, about } of queries) {
    if (searches >= SEARCHES) break;
    const first = await watched.engine.search(searchOf(q));
    if (!first.relaxed) continue;
    searches++;
    for (let turn = 0; turn < TURNS; turn++) {
      plains.push(await timed(() => watched.engine.search(searchOf(about))));
      const calls = await watched.during(() => watched.engine.search(searchOf(q)));
      const [, second] = calls;
      if (second !== undefined) steps.push(performance.now() - second.at);
    }
  }
  return { plain: median(plains), step: median(steps), searches };
}

/** Classes whose searches are watched: exact ones may make one call. */
const EXACT = ["full", "code", "orgCode", "regNo"];
const ROUTED = [...EXACT, "middle2", "middle3", "brand", "initials", "wrong", "codeWrong", "absent"];
const RELAXED = ["wrong", "missing", "extra", "swapped"];

const verdict = (passes: boolean) => (passes ? "pass" : "FAIL");

function routeLine(id: string, { within, overHttp, straight, engine, calls, mostCalls }: RouteTime): string {
  const ratio = within / straight;
  const one = EXACT.includes(id) ? `, one at most: ${verdict(mostCalls <= 1)}` : "";
  return [
    `${id}: calls ${straight.toFixed(2)}, route ${within.toFixed(2)}`,
    `${ratio.toFixed(2)} of them, floor 1.25: ${verdict(ratio <= 1.25)}`,
    `the engine asked without it ${engine.toFixed(2)}, ${(within / engine).toFixed(2)} of that`,
    `over HTTP ${overHttp.toFixed(2)}, ${(overHttp / straight).toFixed(2)} of them`,
    `${calls.toFixed(1)} calls a search, at most ${mostCalls}${one}`,
  ].join("; ");
}

export async function routeLines(
  watched: Watched,
  asks: Asks,
  queries: ReadonlyMap<QueryClass, readonly JudgedQuery[]>,
): Promise<string[]> {
  // What is read once for many searches belongs to none of them.
  await watched.engine.search(searchOf("有限公司"));
  const routed = [...queries].flatMap(([{ id }, some]) => (ROUTED.includes(id) ? some : []));
  for (let i = 0; routed.length > 0 && i < WARM_UP; i++) {
    const { q } = routed[i % routed.length] ?? { q: "" };
    const engines = [watched.engine, watched.plain].map((engine) => engine.search(searchOf(q)));
    await Promise.all([asks.within(q), asks.overHttp(q), ...engines]);
  }
  const lines: string[] = [];
  for (const [{ id }, some] of queries)
    if (ROUTED.includes(id) && some.length > 0)
      lines.push(routeLine(id, await routeTime(watched, asks, some)));
  const slips = [...queries].flatMap(([{ id }, some]) => (RELAXED.includes(id) ? some : []));
  const { plain, step, searches } = await relaxedTime(watched, slips);
  lines.push(
    searches === 0
      ? "no search of a slip was answered relaxed"
      : `relaxed step ${step.toFixed(2)}, plain search ${plain.toFixed(2)}: ${(step / plain).toFixed(2)}, floor 3: ${verdict(step / plain <= 3)}; ${searches} searches`,
  );
  return lines.map((line) => `  ${watched.name} ${line}`);
}
