import type { Watched } from "./engineCalls.ts";
import type { JudgedQuery, QueryClass } from "./queryClass.ts";
import type { Ask } from "./routeTime.ts";

/** What people have typed when a list is to appear: the first one to six characters of names, and of first letters. */
const CLASSES = ["full", "initials"];
const LONGEST = 6;
const NAMES = 25;
const TURNS = 8;
/** As the route's own: people have typed all day. */
const WARM_UPS = 10;
const MOST_OF_A_CALL = 1.5;

function beginnings(queries: ReadonlyMap<QueryClass, readonly JudgedQuery[]>): string[] {
  const typed = [...queries].flatMap(([{ id }, some]) => (CLASSES.includes(id) ? some.slice(0, NAMES) : []));
  const all = typed.flatMap(({ q }) =>
    Array.from({ length: LONGEST }, (_, i) => [...q].slice(0, i + 1).join("")),
  );
  return [...new Set(all)];
}

const p95 = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.max(0, Math.ceil(0.95 * times.length) - 1)] ?? Number.NaN;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Suggestions as the route gives them, against the first call that its engine makes for them when it has kept none, sent straight
 * to the server.
 */
export async function suggestLines(
  watched: Watched,
  ask: Ask,
  queries: ReadonlyMap<QueryClass, readonly JudgedQuery[]>,
): Promise<string[]> {
  const typed = beginnings(queries);
  if (typed.length === 0) return [];
  const bareCalls = new Map<string, () => Promise<unknown>>();
  for (const q of typed) {
    const [first] = await watched.during(() => watched.forgetful.suggest(q));
    if (first !== undefined) bareCalls.set(q, first.again);
  }
  // Both as often: a server plans what it is asked again and again otherwise than what it is asked a few times.
  for (let i = 0; i < WARM_UPS; i++)
    for (const [q, bareCall] of bareCalls) {
      await ask(q);
      await bareCall();
    }
  const [routed, bare]: [number[], number[]] = [[], []];
  for (const [q, bareCall] of bareCalls)
    for (let turn = 0; turn < TURNS; turn++) {
      routed.push(await timed(() => ask(q)));
      bare.push(await timed(bareCall));
    }
  const ratio = p95(routed) / p95(bare);
  const verdict = ratio <= MOST_OF_A_CALL ? "pass" : "FAIL";
  return [
    `  ${watched.name} suggestions: p95 of the route ${p95(routed).toFixed(2)}, of one bare call ${p95(bare).toFixed(2)}: ${ratio.toFixed(2)}, floor ${MOST_OF_A_CALL}: ${verdict}; ${typed.length} beginnings`,
  ];
}
