import type { LinkTruth } from "./deliveries.ts";

/** Where the ledger put a row. */
export interface StoredLink {
  source: string;
  feed: string;
  file: string;
  line: number;
  outcome: string;
  uscc: string | null;
  rule: string | null;
  score: number | null;
  why: string;
  evidence: string | null;
  /** Of a row in review: the likeliest enterprise asked about, and how likely it is. */
  asked: string | null;
  probability: number | null;
}

export interface Counts {
  rows: number;
  linkable: number;
  right: number;
  /** Of those right ones, how many were linkable. */
  due: number;
  wrong: number;
  review: number;
  unlinked: number;
  /** Accepted by no night: rejected rows. */
  absent: number;
}

export interface WrongLink {
  truth: LinkTruth;
  link: StoredLink;
}

/** One row that was linked, or that a person is asked about: how sure, and whether it would be right. */
export interface Scored {
  score: number;
  right: boolean;
  linkable: boolean;
}

export interface Tally {
  byClass: Map<string, Counts>;
  total: Counts;
  wrong: WrongLink[];
  scored: Scored[];
  /** Linked, though nothing may link them automatically. */
  forbidden: number;
  linkedPersons: number;
}

export const placeOf = ({ source, feed, file, line }: Pick<LinkTruth, "source" | "feed" | "file" | "line">) =>
  `${source}/${feed}/${file}:${line}`;

const none = (): Counts => ({
  ...{ rows: 0, linkable: 0, right: 0, due: 0 },
  ...{ wrong: 0, review: 0, unlinked: 0, absent: 0 },
});

function count(counts: Counts, truth: LinkTruth, link: StoredLink | undefined): void {
  counts.rows++;
  const linkable = truth.linkable === "yes";
  if (linkable) counts.linkable++;
  if (link === undefined) counts.absent++;
  else if (link.outcome === "review") counts.review++;
  else if (link.outcome !== "linked") counts.unlinked++;
  else if (link.uscc !== truth.uscc) counts.wrong++;
  else {
    counts.right++;
    if (linkable) counts.due++;
  }
}

function scoredBy(truth: LinkTruth, link: StoredLink): Scored | null {
  const linkable = truth.linkable === "yes";
  if (link.outcome === "linked") return { score: link.score ?? 1, right: link.uscc === truth.uscc, linkable };
  if (link.outcome !== "review" || link.probability === null) return null;
  return { score: link.probability, right: link.asked !== null && link.asked === truth.uscc, linkable };
}

/** Holds links against the truth. Natural persons are no rows of this count: they may be in no link at all. */
export function tallyOf(truths: Iterable<LinkTruth>, links: ReadonlyMap<string, StoredLink>): Tally {
  const tally: Tally = {
    byClass: new Map(),
    total: none(),
    wrong: [],
    scored: [],
    forbidden: 0,
    linkedPersons: 0,
  };
  for (const truth of truths) {
    const link = links.get(placeOf(truth));
    if (truth.naturalPerson) {
      if (link?.outcome === "linked") tally.linkedPersons++;
      continue;
    }
    const own = tally.byClass.get(truth.class) ?? none();
    tally.byClass.set(truth.class, own);
    for (const counts of [own, tally.total]) count(counts, truth, link);
    if (link === undefined) continue;
    if (link.outcome === "linked" && link.uscc !== truth.uscc) tally.wrong.push({ truth, link });
    if (link.outcome === "linked" && truth.linkable === "never") tally.forbidden++;
    const scored = scoredBy(truth, link);
    if (scored !== null) tally.scored.push(scored);
  }
  return tally;
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

export interface Quality {
  judged: number;
  precision: number;
  /** Over the rows that a careful clerk could link. */
  recall: number;
  f1: number;
  /** Of all rows of record feeds. */
  review: number;
}

export function qualityOf({ right, wrong, due, linkable, review, rows }: Counts): Quality {
  const precision = share(right, right + wrong);
  const recall = share(due, linkable);
  return {
    judged: right + wrong,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    review: rows === 0 ? 0 : review / rows,
  };
}

/** Counts of several classes as one. */
export function summed(all: Iterable<Counts>): Counts {
  const total = none();
  for (const counts of all) for (const key of Object.keys(total)) if (isCount(key)) total[key] += counts[key];
  return total;
}

const isCount = (key: string): key is keyof Counts => key in none();

export interface CurvePoint {
  threshold: number;
  links: number;
  precision: number;
  recall: number;
}

export const THRESHOLDS = [
  0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.999, 0.9995, 0.9999, 1,
] as const;

/** What precision and recall would be if all above a score were linked, and nothing else. */
export function curveOf(scored: readonly Scored[], linkable: number): CurvePoint[] {
  return THRESHOLDS.map((threshold) => {
    // Scores are stored as float4: 0.97 comes back as 0.9700000286.
    const above = scored.filter(({ score }) => score >= threshold - 1e-6);
    const right = above.filter((one) => one.right);
    return {
      threshold,
      links: above.length,
      precision: share(right.length, above.length),
      recall: share(right.filter((one) => one.linkable).length, linkable),
    };
  });
}
