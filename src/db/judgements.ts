import type { z } from "zod";
import { type Judgement, Question, type Verdict } from "../enterprise/question.ts";
import { CreditError } from "../errors.ts";
import type { ISql } from "./client.ts";
import { judgementsOf, type PairJudgement, type QuestionRow, withContext } from "./questionContext.ts";

/** First key of the advisory lock that all who decide about one party wait for; the second is the party's. */
const DECIDING = 7_301_003;

/** What a steward decides upon. */
export interface QuestionDetail extends Question {
  /** A record is in review and nobody has said same or different. */
  open: boolean;
  /** Of this pair, the last one first: the first one stands. */
  judgements: Judgement[];
  /** A digest of what is shown, judgements left out: who decides says what was decided upon. */
  version: string;
}

interface Found {
  party: string;
  detail: QuestionDetail;
}

/** What was shown when somebody last decided on the pair: all that is left once a night asks no more. */
async function askedBefore(sql: ISql, id: string): Promise<QuestionRow | null> {
  const [row] = await sql<{ party: string; uscc: string; shown: string }[]>`
    select party, uscc, shown from ledger.judgement
    where substr(md5(party::text || uscc), 1, 16) = ${id} order by seq desc limit 1`;
  if (row === undefined) return null;
  const { party, uscc } = row;
  const shown = Shown.parse(JSON.parse(row.shown));
  return {
    ...{ id, party, uscc, probability: shown.probability, why: shown.why, asked_in: shown.askedIn },
    stated: JSON.stringify(shown.stated),
    evidence: shown.evidence === null ? null : JSON.stringify(shown.evidence),
  };
}

/** What is kept of a question beside a judgement. */
const Shown = Question.omit({ judgement: true, siblings: true });
type Shown = z.infer<typeof Shown>;

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const ID = /^[0-9a-f]{16}$/;

const notFound = () => new CreditError("question_not_found", "There is no such question in the queue");

async function find(sql: ISql, id: string): Promise<Found> {
  if (!ID.test(id)) throw notFound();
  const [asked] = await sql<QuestionRow[]>`
    select id, party, uscc, probability, why, stated, evidence, asked_in from ledger.question where id = ${id}`;
  const row = asked ?? (await askedBefore(sql, id));
  const [question] = row === null ? [] : await withContext(sql, [row]);
  if (row === null || question === undefined) throw notFound();
  const { party, uscc } = row;
  const all = await judgementsOf(sql, [party]);
  const [waits] = await sql`select from ledger.record where party = ${party} and outcome = 'review' limit 1`;
  const isAnswered = sameOf(all) !== undefined || question.judgement?.verdict === "different";
  const { judgement: _, siblings: __, ...shown } = question;
  return {
    party,
    detail: {
      ...question,
      open: asked !== undefined && waits !== undefined && !isAnswered,
      judgements: all.filter((one) => one.uscc === uscc).map((one) => one.judgement),
      version: await digest(JSON.stringify(shown)),
    },
  };
}

/** The pair of a party that is judged the same, if there is one. */
function sameOf(judgements: readonly PairJudgement[]): PairJudgement | undefined {
  const gone = new Set(judgements.map(({ judgement }) => judgement.supersedes));
  return judgements.find(({ judgement }) => judgement.verdict === "same" && !gone.has(judgement.seq));
}

/** One question with all that was decided about it, open or not. @throws CreditError `question_not_found` */
export async function readQuestion(sql: ISql, id: string): Promise<QuestionDetail> {
  return (await find(sql, id)).detail;
}

export interface Decision {
  id: string;
  verdict: Verdict;
  /** Who decides. */
  by: string;
  /** 1 to 2,000 characters. */
  reason: string;
  /** The `seq` of the judgement on this pair that the decider knows of and wants to supersede; null: knows of none. */
  supersedes: number | null;
  /** The `version` that was shown; null when it was not shown at one time. */
  version: string | null;
}

function refuse(decision: Decision, { detail }: Found, same: PairJudgement | undefined): CreditError | null {
  const { judgement, version, enterprise, uscc } = detail;
  if ((judgement?.seq ?? null) !== decision.supersedes) {
    const message =
      judgement === null
        ? `No judgement ${decision.supersedes} stands on this question`
        : `Judgement ${judgement.seq} (${judgement.verdict}) stands on this question: say that it is to be superseded`;
    const stands = judgement && { seq: judgement.seq, verdict: judgement.verdict, at: judgement.at };
    return new CreditError("judgement_stands", message, { details: { standing: stands } });
  }
  if (decision.version !== null && decision.version !== version)
    return new CreditError(
      "judgement_stands",
      "The question has changed since it was shown: look at it again",
      {
        details: { standing: null },
      },
    );
  if (decision.verdict !== "same") return null;
  if (same !== undefined && same.uscc !== uscc)
    return new CreditError(
      "judged_anothers",
      `Judgement ${same.judgement.seq} says that these records are those of ${same.uscc}: supersede it first`,
      { details: { standing: { seq: same.judgement.seq, uscc: same.uscc } } },
    );
  if (enterprise === null)
    return new CreditError("enterprise_not_found", `The register has no ${uscc} any more`, {
      details: { uscc },
    });
  return null;
}

/**
 * Adds a judgement in the caller's transaction; the next night acts on it. Nothing is ever changed or deleted: a later judgement on
 * the pair supersedes the one that stands, and only by naming it. Who decides about the same records at once waits.
 * @throws CreditError `question_not_found`, `judgement_stands`, `judged_anothers`, `enterprise_not_found`
 */
export async function decide(tx: ISql, decision: Decision): Promise<Judgement> {
  const { party } = await find(tx, decision.id);
  await tx`select pg_advisory_xact_lock(${DECIDING}, hashtext(${party}))`;
  const found = await find(tx, decision.id);
  const refusal = refuse(decision, found, sameOf(await judgementsOf(tx, [party])));
  if (refusal !== null) throw refusal;
  const { judgement: _, siblings: __, judgements: ___, open: ____, version: _____, ...rest } = found.detail;
  const shown: Shown = rest;
  await tx`
    insert into ledger.judgement (party, uscc, verdict, decided_by, reason, shown, supersedes)
    values (${party}, ${rest.uscc}, ${decision.verdict}, ${decision.by}, ${decision.reason}, ${JSON.stringify(shown)},
      ${decision.supersedes})`;
  const made = (await judgementsOf(tx, [party])).find((one) => one.uscc === rest.uscc);
  if (made === undefined) throw new Error("a judgement that was inserted is there");
  return made.judgement;
}
