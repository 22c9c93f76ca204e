import { openTable } from "../../../ingest/read/openTable.ts";
import type { LinkWorld } from "./firm.ts";
import { CONTESTED, hardPairs, type NamePair } from "./hardPairs.ts";
import { percent } from "./report.ts";
import { type PairScore, scorePair } from "./scorePairs.ts";
import { curveOf } from "./tally.ts";
import { weightTable } from "./weightTable.ts";

interface LabelledPair extends NamePair {
  same: boolean;
}

interface JudgedPair extends LabelledPair, PairScore {}

/** Of the issue that asked for it. */
export const PAIR_FLOORS = { same: 0.95, sameOrReview: 0.99, negatives: 2_000 } as const;

/** `name_a,name_b,same`, where 是 is the same firm. */
async function readLabelled(path: string): Promise<LabelledPair[]> {
  const table = await openTable(path);
  const pairs: LabelledPair[] = [];
  for await (const batch of table.rows)
    for (const { cells } of batch) {
      const [a = "", b = "", label = ""] = cells.map((cell) => cell.trim());
      if (label !== "是" && label !== "否") continue; // the header
      pairs.push({
        kind: label === "是" ? "labelled the same" : "labelled different",
        a,
        b,
        same: label === "是",
      });
    }
  await table.close();
  return pairs;
}

const pad = (text: string | number, width: number) => String(text).padStart(width);

interface Outcomes {
  pairs: number;
  same: number;
  review: number;
  different: number;
}

function outcomesOf(pairs: readonly JudgedPair[]): Outcomes {
  const of = (outcome: PairScore["outcome"]) => pairs.filter((pair) => pair.outcome === outcome).length;
  return { pairs: pairs.length, same: of("same"), review: of("review"), different: of("different") };
}

function kindLines(pairs: readonly JudgedPair[]): string[] {
  const kinds = [...new Set(pairs.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const { pairs: all, same, review, different } = outcomesOf(pairs.filter((pair) => pair.kind === kind));
    return `${[all, same, review, different].map((n) => pad(n, 9)).join("")}  ${kind}`;
  });
}

function curveLines(pairs: readonly JudgedPair[]): string[] {
  const scored = pairs.map(({ probability, same }) => ({ score: probability, right: same, linkable: same }));
  const positives = pairs.filter(({ same }) => same).length;
  return [
    "if all from a probability on were the same firm, whatever forbids it (precision over labelled pairs and hard negatives):",
    `${pad("score", 10)}${pad("pairs", 9)}${pad("precision", 11)}${pad("recall", 9)}`,
    ...curveOf(scored, positives).map(
      ({ threshold, links, precision, recall }) =>
        `${pad(threshold, 10)}${pad(links, 9)}${pad(precision.toFixed(5), 11)}${pad(recall.toFixed(4), 9)}`,
    ),
  ];
}

/** Of each kind the first `most` positives that are not the same, or negatives that are: a pair a line. */
function missLines(missed: readonly JudgedPair[], most: number): string[] {
  const shown = new Map<string, number>();
  return missed.flatMap(({ same, outcome, probability, a, b, kind }) => {
    const count = (shown.get(kind) ?? 0) + 1;
    shown.set(kind, count);
    if (count > most) return [];
    return [`${same ? "missed" : "wrong"} · ${outcome} ${probability.toFixed(4)} · ${a} · ${b} · ${kind}`];
  });
}

interface PairFloor {
  what: string;
  passes: boolean;
}

function pairFloors(positives: Outcomes, labelled: Outcomes, made: Outcomes): PairFloor[] {
  const same = positives.same / positives.pairs;
  const either = (positives.same + positives.review) / positives.pairs;
  const { same: least, sameOrReview, negatives } = PAIR_FLOORS;
  return [
    { what: `positives same ${percent(same)}, at least ${percent(least)}`, passes: same >= least },
    {
      what: `positives same or review ${percent(either)}, at least ${percent(sameOrReview)}`,
      passes: either >= sameOrReview,
    },
    {
      what: `labelled negatives same ${labelled.same} of ${labelled.pairs}, at most 0`,
      passes: labelled.same === 0,
    },
    { what: `hard negatives same ${made.same} of ${made.pairs}, at most 0`, passes: made.same === 0 },
    { what: `hard negatives made ${made.pairs}, at least ${negatives}`, passes: made.pairs >= negatives },
  ];
}

/** The pair scorer over labelled pairs of names, and over hard negatives made from the world's. */
export async function benchPairs(
  world: LinkWorld,
  options: { labelled: string; negatives: number; seed: number; showWrong: number },
): Promise<{ lines: string[]; passes: boolean; json: object }> {
  const labelled = await readLabelled(options.labelled);
  const made = hardPairs(world, { seed: options.seed, count: options.negatives });
  const judge = (pair: LabelledPair): JudgedPair => ({ ...pair, ...scorePair(pair.a, pair.b) });
  const known = labelled.map(judge);
  const hard = made.map((pair) => judge({ ...pair, same: false }));
  const all = [...known, ...hard];
  const outcomes = {
    positives: outcomesOf(known.filter(({ same }) => same)),
    labelledNegatives: outcomesOf(known.filter(({ same }) => !same)),
    hardNegatives: outcomesOf(hard.filter(({ kind }) => !CONTESTED.includes(kind))),
    contested: outcomesOf(hard.filter(({ kind }) => CONTESTED.includes(kind))),
  };
  const missed = all.filter(({ same, outcome }) => same !== (outcome === "same"));
  const floors = pairFloors(outcomes.positives, outcomes.labelledNegatives, outcomes.hardNegatives);
  return {
    lines: [
      `${known.length} labelled pairs, ${hard.length} hard negatives made from ${world.size} names, seed ${options.seed}`,
      `${["pairs", "same", "review", "different"].map((name) => pad(name, 9)).join("")}`,
      ...kindLines(all),
      ...curveLines(all),
      ...weightTable(all),
      `contested kinds (${CONTESTED.join(", ")}): same ${outcomes.contested.same} of ${outcomes.contested.pairs}, held to no floor`,
      ...floors.map(({ what, passes }) => `floor: ${what}: ${passes ? "pass" : "FAIL"}`),
      ...missLines(missed, options.showWrong),
    ],
    passes: floors.every(({ passes }) => passes),
    json: {
      seed: options.seed,
      world: world.id,
      ...outcomes,
      floors,
      pairs: all.filter((p) => p.same !== (p.outcome === "same")),
    },
  };
}
