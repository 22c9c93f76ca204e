import {
  type Explanation,
  explained,
  type ReadParty,
  reweighed,
  type Weighed,
  weigh,
} from "../../src/enterprise/linking/explain.ts";
import type { LifeLevel } from "../../src/enterprise/linking/weights.ts";

/** An enterprise that may be meant. Days are `YYYY-MM-DD`. */
export interface Candidate {
  uscc: string;
  /** The code under which its enterprise is shown: several candidates may be one. */
  group: string;
  party: ReadParty;
  established: string | null;
  closed: string | null;
}

export interface Verdict {
  outcome: "linked" | "review" | "unlinked";
  /** Whose it is, when it is linked. */
  uscc: string | null;
  probability: number;
  /** Those in doubt, likeliest first, three at most; of a link only its own. */
  explained: { uscc: string; explanation: Explanation }[];
}

/** What exact evidence made of a record before. */
export interface Before {
  /** The day that the record speaks of. */
  day: string | null;
  /** Those whom exact evidence left to people, or none. */
  rivals: readonly string[];
  /** Its codes, or code and name, contradict each other: only people may decide. */
  contradicts: boolean;
}

/** The next likeliest has to be a thousand times less likely before a link is made without people. */
const LEAD_BITS = 10;
/** More than these are no question that a person can answer, unless they bear the very name. */
const MOST_ASKED = 3;

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** A decision a month before the founding day may be a slip of either day; penalties may follow a closure. */
function lifeOf({ established, closed }: Candidate, day: string | null): LifeLevel {
  if (day === null) return "within";
  if (established !== null && daysBetween(day, established) > 31) return "before";
  return closed !== null && daysBetween(closed, day) > 366 ? "after" : "within";
}

export interface WeighedCandidate {
  candidate: Candidate;
  weighed: Weighed;
}

const nobody = (): Verdict => ({ outcome: "unlinked", uscc: null, probability: 0, explained: [] });

/** Everything of the comparison that the day of a record does not change. */
export function weighCandidates(query: ReadParty, candidates: readonly Candidate[]): WeighedCandidate[] {
  const found = candidates.map((candidate) => ({
    candidate,
    weighed: weigh(query, candidate.party, { prior: "register" }),
  }));
  const bearers = found.filter(
    ({ weighed: { levels } }) => levels.core === "same" && isOfSameRank(levels.branch),
  ).length;
  return found.map(({ candidate, weighed }) => ({ candidate, weighed: reweighed(weighed, { bearers }) }));
}

const isOfSameRank = (branch: string) => branch !== "parent" && branch !== "different";

/**
 * Whose a record is, among all that it may be: each is as likely as its evidence, and that it is nobody's of these is one
 * possibility more. Ties go to people. Pure.
 */
export function verdictOf(query: ReadParty, weighed: readonly WeighedCandidate[], before: Before): Verdict {
  const ranked = weighed
    .filter(({ candidate }) => !before.contradicts || before.rivals.includes(candidate.uscc))
    .map((one) => ({
      ...one,
      weighed: reweighed(one.weighed, { life: lifeOf(one.candidate, before.day) }),
    }))
    .sort((a, b) => b.weighed.bits - a.weighed.bits || (a.candidate.uscc < b.candidate.uscc ? -1 : 1));
  const total = ranked.reduce((sum, one) => sum + 2 ** one.weighed.bits, 1);
  const tell = (one: WeighedCandidate, outcome: Weighed["outcome"]) => ({
    uscc: one.candidate.uscc,
    explanation: {
      ...explained(query.party, one.candidate.party.party, { ...one.weighed, outcome }),
      probability: 2 ** one.weighed.bits / total,
    },
  });
  const [first] = ranked;
  if (first === undefined) return nobody();
  if (!before.contradicts && leads(ranked)) {
    const link = tell(first, "same");
    return {
      outcome: "linked",
      uscc: link.uscc,
      probability: link.explanation.probability,
      explained: [link],
    };
  }
  const asked = before.contradicts ? ranked : ranked.filter((one) => one.weighed.outcome !== "different");
  if (asked.length === 0 || (asked.length > MOST_ASKED && before.rivals.length === 0)) return nobody();
  const questions = asked.slice(0, MOST_ASKED).map((one) => tell(one, "review"));
  const probability = questions[0]?.explanation.probability ?? 0;
  return { outcome: "review", uscc: null, probability, explained: questions };
}

/** Whether the first is one enterprise with the party, and none of the others nearly as likely. */
function leads([first, ...others]: readonly WeighedCandidate[]): boolean {
  if (first?.weighed.outcome !== "same") return false;
  const second = others.find(({ candidate }) => candidate.group !== first.candidate.group);
  if (second === undefined || second.weighed.outcome === "different") return true;
  return first.weighed.bits - second.weighed.bits >= LEAD_BITS;
}
