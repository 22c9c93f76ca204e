import { CreditError } from "../errors.ts";
import type { ISql, Sql } from "./client.ts";

/** One writer of judgements at a time: each is held against all that stand. */
const JUDGEMENT_LOCK = 7_301_011;

export const SAME_VERDICTS = ["same", "different", "open"] as const;
export type SameVerdict = (typeof SAME_VERDICTS)[number];

/** What is decided of two codes. Which of them goes on is worked out by the night. */
export interface SameDecision {
  seq: number;
  uscc: string;
  other: string;
  verdict: SameVerdict;
  basis: "org_code" | "reg_no" | "change" | "judgement";
  decidedBy: string;
  decidedAt: string;
  reason: string;
  /** Names, codes or records that it was decided upon. */
  evidence: unknown;
  supersedes: number | null;
  /** The snapshot of the night that took it in; null: it takes effect with the next one. */
  appliedIn: number | null;
}

interface DecisionRow extends Omit<SameDecision, "decidedAt" | "evidence"> {
  decidedAt: Date;
  evidence: string;
}

const columns = (sql: ISql) => sql`s.seq, s.uscc, s.other, s.verdict, s.basis, s.decided_by as "decidedBy",
  s.decided_at as "decidedAt", s.reason, s.evidence, s.supersedes, s.applied_in as "appliedIn"`;

const decisionOf = (row: DecisionRow): SameDecision => ({
  ...row,
  decidedAt: row.decidedAt.toISOString(),
  evidence: JSON.parse(row.evidence),
});

/**
 * Every decision, the latest first; superseded ones only of a pair that is asked for.
 * @param of the codes of one pair, or null for all that stand
 */
export async function sameDecisions(sql: ISql, of: readonly string[] | null): Promise<SameDecision[]> {
  const rows =
    of === null
      ? await sql<DecisionRow[]>`select ${columns(sql)} from ledger.same_now s order by s.seq desc`
      : await sql<DecisionRow[]>`
          select ${columns(sql)} from ledger.same_enterprise s
          where s.uscc = any(${[...of]}::text[]) and s.other = any(${[...of]}::text[]) order by s.seq desc`;
  return rows.map(decisionOf);
}

export interface SameJudgement {
  /** Two sound codes, in any order. */
  codes: readonly [string, string];
  /** `open` takes an earlier judgement back: then the evidence alone speaks. */
  verdict: SameVerdict;
  decidedBy: string;
  reason: string;
}

/**
 * Keeps what a person says of two codes; it supersedes what people said of them before, and the evidence's word. Takes effect with
 * the next night.
 * @throws CreditError `bad_usage` when neither code is known here, and when it contradicts what else people said
 */
export function judgeSame(
  sql: Sql,
  { codes, verdict, decidedBy, reason }: SameJudgement,
): Promise<SameDecision> {
  const [uscc = "", other = ""] = [...codes].sort();
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${JUDGEMENT_LOCK})`;
    const names = await tx<{ uscc: string; name: string }[]>`
      select r.uscc, r.name from ledger.enterprise e join ledger.record r on r.enterprise = e.uscc and r.kind = 'base'
      where e.uscc in (${uscc}, ${other}) and r.withdrawn is null order by r.uscc collate "C"`;
    if (names.length === 0)
      throw new CreditError("bad_usage", `Neither ${uscc} nor ${other} is the code of an enterprise here`);
    const [row] = await tx<DecisionRow[]>`
      with s as (
        insert into ledger.same_enterprise (uscc, other, verdict, basis, decided_by, reason, evidence, supersedes)
        values (${uscc}, ${other}, ${verdict}, 'judgement', ${decidedBy}, ${reason}, ${JSON.stringify({ names })}, (
          select seq from ledger.same_now where uscc = ${uscc} and other = ${other} and basis = 'judgement'))
        returning *
      ) select ${columns(tx)} from s`;
    if (row === undefined) throw new Error("an insert returned no row");
    await refuseContradiction(tx);
    return decisionOf(row);
  });
}

/** People's words about the same chain of codes must not say both. The evidence may be wrong, and gives way; people are asked. */
async function refuseContradiction(tx: ISql): Promise<void> {
  const [pair] = await tx<{ uscc: string; other: string }[]>`
    with recursive judged as (
      select uscc, other, verdict from ledger.same_now where basis = 'judgement'
    ), both_ways (one, two) as (
      select uscc, other from judged where verdict = 'same' union all select other, uscc from judged where verdict = 'same'
    ), reach (one, two) as (
      select one, two from both_ways union select r.one, b.two from reach r join both_ways b on b.one = r.two
    ) select d.uscc, d.other from judged d join reach r on r.one = d.uscc and r.two = d.other
      where d.verdict = 'different' order by 1, 2 limit 1`;
  if (pair !== undefined)
    throw new CreditError(
      "bad_usage",
      `People said that ${pair.uscc} and ${pair.other} are different enterprises, and also, with other codes between them, that they are the same: decide that first`,
    );
}
