import { decide, type QuestionDetail, readQuestion } from "../../db/judgements.ts";
import { countQuestions, listQuestions, nextQuestion } from "../../db/review.ts";
import { Reason, Verdict } from "../../enterprise/question.ts";
import { CreditError } from "../../errors.ts";
import type { Lang } from "../format.ts";
import { type PageContext, readMoment } from "../frame.ts";
import { href } from "../view.ts";
import type { Attempt, Complaint } from "./decideForm.tsx";
import { questionPage } from "./questionPage.tsx";
import { queuePage } from "./queuePage.tsx";
import { formOf, steward } from "./signIn.ts";

const PAGE_QUESTIONS = 20;
const ID = /^[0-9a-f]{16}$/;

/** The id of the question that was decided a moment ago, when the address says one. */
function decidedOf(c: PageContext): string | null {
  const id = c.req.query("decided") ?? "";
  return ID.test(id) ? id : null;
}

/** `GET /review`: a page of the queue. */
export async function queue(c: PageContext, lang: Lang): Promise<Response> {
  const caller = await steward({ c, lang });
  if (caller instanceof Response) return caller;
  const after = c.req.query("after");
  if (after !== undefined && !ID.test(after))
    throw new CreditError("invalid_parameter", "after: expected the id of a question");
  const { view } = await readMoment(c, lang);
  const [found, counts] = await Promise.all([
    listQuestions(c.env.sql, { size: PAGE_QUESTIONS, after }),
    countQuestions(c.env.sql),
  ]);
  const turned = after !== undefined;
  return c.html(queuePage({ view, caller, queue: found, counts, turned, decided: decidedOf(c) }));
}

/** `GET /review/{id}`. */
export async function question(c: PageContext, lang: Lang): Promise<Response> {
  const caller = await steward({ c, lang });
  if (caller instanceof Response) return caller;
  const asked = await readQuestion(c.env.sql, c.req.param("id") ?? "");
  const { view } = await readMoment(c, lang);
  return c.html(questionPage({ view, caller, question: asked, attempt: null, decided: decidedOf(c) }));
}

/** Refusals of a decision that the form tells; others are pages of their own. */
const COMPLAINTS: Partial<Record<CreditError["code"], Complaint>> = {
  judgement_stands: "stands",
  judged_anothers: "anothers",
  enterprise_not_found: "gone",
};

interface Sent {
  verdict: string;
  reason: string;
  supersedes: number | null;
  version: string;
}

/** @returns what stood in the way, with the status to answer; null when the judgement is recorded */
async function tryDecision(
  c: PageContext,
  of: { id: string; by: string; sent: Sent },
): Promise<{ complaints: Complaint[]; status: 400 | 409 } | null> {
  const { id, by, sent } = of;
  const verdict = Verdict.safeParse(sent.verdict);
  const reason = Reason.safeParse(sent.reason);
  const complaints: Complaint[] = [];
  if (!verdict.success) complaints.push("needVerdict");
  if (!reason.success) complaints.push("needReason");
  if (!verdict.success || !reason.success) return { complaints, status: 400 };
  const decision = { ...sent, id, by, verdict: verdict.data, reason: reason.data };
  try {
    await c.env.sql.begin((tx) => decide(tx, decision));
    return null;
  } catch (error) {
    const complaint = error instanceof CreditError ? COMPLAINTS[error.code] : undefined;
    if (complaint === undefined) throw error;
    return { complaints: [complaint], status: 409 };
  }
}

async function goOn(c: PageContext, lang: Lang, from: QuestionDetail): Promise<Response> {
  const { id, probability, judgement } = from;
  const unsure = judgement?.verdict === "unsure";
  const next = await nextQuestion(c.env.sql, { id, probability, unsure });
  const path = next === null ? "/review" : `/review/${next}`;
  return c.redirect(`${href(lang, path)}?decided=${id}`, 303);
}

/** `POST /review/{id}`: records a judgement and goes on to the next question. */
export async function decideQuestion(c: PageContext, lang: Lang): Promise<Response> {
  const caller = await steward({ c, lang });
  if (caller instanceof Response) return caller;
  const id = c.req.param("id") ?? "";
  const before = await readQuestion(c.env.sql, id);
  const field = await formOf(c);
  const seq = field("supersedes");
  const sent: Sent = {
    verdict: field("verdict"),
    // Browsers send line breaks of a text area as CR LF, and count them as one character.
    reason: field("reason").replaceAll("\r\n", "\n"),
    supersedes: /^[1-9]\d{0,9}$/.test(seq) ? Number(seq) : null,
    version: field("version"),
  };
  const refused = await tryDecision(c, { id, by: caller.sub, sent });
  if (refused === null) return goOn(c, lang, before);
  const attempt: Attempt = { verdict: sent.verdict, reason: sent.reason, complaints: refused.complaints };
  const asked = await readQuestion(c.env.sql, id);
  const { view } = await readMoment(c, lang);
  return c.html(questionPage({ view, caller, question: asked, attempt, decided: null }), refused.status);
}
