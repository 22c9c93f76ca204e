import { plain, withoutForm } from "./companies.ts";
import { editDistance } from "./edits.ts";
import type { Answered, Loaded } from "./engines.ts";
import type { JudgedQuery, QueryClass } from "./queryClass.ts";

/** What an engine did with the queries of one class. Shares are of 1. */
export interface Measured {
  queries: number;
  success1: number;
  mrr10: number;
  recall10: number;
  zero: number;
  /** null: the engine never says so. */
  relaxed: number | null;
  /** Answers that don't say they are relaxed, and hold other companies only. */
  falseHits: number;
  /** Answers whose first company is more than two edits from the whole name that was typed; null where none was. */
  unlike: number | null;
  /** Of queries whose distance from the nearest name is known: how many are so many edits off, and how many answers are relaxed. */
  byEdits: { edits: number; queries: number; relaxed: number }[];
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  misses: Miss[];
}

export interface Miss {
  q: string;
  about: string;
  /** From 1; null: not among ten. */
  rank: number | null;
  readAs: string;
  relaxed: boolean | null;
  answered: string[];
}

interface Outcome {
  query: JudgedQuery;
  answer: Answered;
  rank: number | null;
  ms: number;
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;

async function outcomeOf(engine: Loaded, query: JudgedQuery): Promise<Outcome> {
  const start = performance.now();
  const answer = await engine.search(query.q);
  const ms = performance.now() - start;
  const at = query.right === null ? -1 : answer.codes.indexOf(query.right);
  return { query, answer, rank: at < 0 ? null : at + 1, ms };
}

function missed({ meant }: QueryClass, { rank, answer }: Outcome): boolean {
  if (meant === "none") return answer.codes.length > 0;
  return meant === "one" ? rank !== 1 : rank === null;
}

const LIKE = 2;

/** With the legal forms or without them: both are near in a reader's eyes. */
function isLike(q: string, name: string): boolean {
  const [a, b] = [plain(q), plain(name)];
  return editDistance(a, b, LIKE) <= LIKE || editDistance(withoutForm(a), withoutForm(b), LIKE) <= LIKE;
}

/** A firm is found by what it was called, too. */
const isUnlike = ({ query, answer: { names, formerly } }: Outcome) =>
  names.length > 0 && ![names[0] ?? "", ...formerly].some((name) => isLike(query.q, name));

function byEdits(outcomes: readonly Outcome[]): Measured["byEdits"] {
  return [1, 2, 3].flatMap((edits) => {
    const some = outcomes.filter(({ query }) => query.edits === edits);
    const relaxed = some.filter(({ answer }) => answer.relaxed === true).length;
    return some.length === 0 ? [] : [{ edits, queries: some.length, relaxed }];
  });
}

/** Asks the queries of a class one after the other, each once. */
export async function measure(
  engine: Loaded,
  of: QueryClass,
  queries: readonly JudgedQuery[],
): Promise<Measured> {
  const outcomes: Outcome[] = [];
  for (const query of queries) outcomes.push(await outcomeOf(engine, query));
  const share = (test: (outcome: Outcome) => boolean) =>
    outcomes.filter(test).length / Math.max(1, outcomes.length);
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  const says = outcomes.some(({ answer }) => answer.relaxed !== null);
  return {
    queries: outcomes.length,
    success1: share(({ rank }) => rank === 1),
    mrr10:
      outcomes.reduce((sum, { rank }) => sum + (rank === null ? 0 : 1 / rank), 0) /
      Math.max(1, outcomes.length),
    recall10: share(({ rank }) => rank !== null),
    zero: share(({ answer }) => answer.codes.length === 0),
    relaxed: says ? share(({ answer }) => answer.relaxed === true) : null,
    falseHits: share(
      ({ answer, rank }) => answer.relaxed !== true && answer.codes.length > 0 && rank === null,
    ),
    unlike: of.whole === true ? share(isUnlike) : null,
    byEdits: byEdits(outcomes),
    ...{ p50: percentile(times, 0.5), p95: percentile(times, 0.95), p99: percentile(times, 0.99) },
    misses: outcomes
      .filter((outcome) => missed(of, outcome))
      .map(({ query, answer, rank }) => ({
        ...{ q: query.q, about: query.about, rank, readAs: answer.readAs, relaxed: answer.relaxed },
        answered: answer.names.slice(0, 3),
      })),
  };
}

/** Queries of every kind before anything is measured: caches, prepared statements, compiled code. */
export async function warmUp(engine: Loaded, queries: Iterable<readonly JudgedQuery[]>): Promise<void> {
  for (const some of queries) for (const { q } of some.slice(-5)) await engine.search(q);
}
