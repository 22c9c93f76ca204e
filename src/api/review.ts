import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { bearerToken } from "../auth/authenticate.ts";
import { type Caller, needDuty } from "../auth/caller.ts";
import { decide, readQuestion } from "../db/judgements.ts";
import { countQuestions, listQuestions } from "../db/review.ts";
import { Reason, Verdict } from "../enterprise/question.ts";
import { CreditError } from "../errors.ts";
import { respond } from "./answer.ts";
import { ReviewDetail, ReviewJudgement, ReviewPage } from "./answers.ts";
import type { ApiContext } from "./apiEnv.ts";
import { readQuery, refused, wholeNumber } from "./parameters.ts";
import { problems } from "./responses.ts";

const LARGEST_PAGE = 100;
/** A reason of 2,000 characters in its longest JSON form, and the rest. */
export const LARGEST_DECISION_BYTES = 16_384;

const QueueParameters = z.strictObject({
  size: wholeNumber({ from: 1, to: LARGEST_PAGE, otherwise: 20 }),
  after: z.string().optional().meta({ description: "`next` of the page before" }),
});
const NoParameters = z.strictObject({});
const IdInPath = z.object({ id: z.string().meta({ description: "16 hex digits" }) });

const DecisionBody = z
  .strictObject({
    verdict: Verdict,
    reason: Reason,
    supersedes: z
      .number("expected the seq of a judgement, or null")
      .int()
      .nullable()
      .default(null)
      .meta({ description: "The `seq` of the judgement that stands, when one does" }),
    version: z
      .string()
      .nullable()
      .default(null)
      .meta({ description: "The `version` that was shown: refused when the question has changed since" }),
  })
  .meta({ id: "ReviewDecision" });

const security = [{ bearer: [] }];
const REFUSALS = {
  401: "unauthenticated, with `reason` and WWW-Authenticate",
  403: "forbidden: not a steward",
  503: "database_unavailable, identity_unavailable",
};
const answer = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { description, content: { "application/json": { schema } } },
});

export const queueRoute = createRoute({
  method: "get",
  path: "/review",
  summary: "For stewards: the open questions whose a record is",
  description:
    "The likeliest first, those marked unsure last. Each with what the records say, the enterprise, the evidence and what would follow.",
  security,
  request: { query: QueueParameters },
  responses: { ...answer(ReviewPage, "A page"), ...problems({ 400: "invalid_parameter", ...REFUSALS }) },
});

export const questionRoute = createRoute({
  method: "get",
  path: "/review/{id}",
  summary: "For stewards: one question with all that was decided about it",
  security,
  request: { params: IdInPath, query: NoParameters },
  responses: {
    ...answer(ReviewDetail, "The question, open or not"),
    ...problems({ 400: "invalid_parameter", 404: "question_not_found", ...REFUSALS }),
  },
});

export const decideRoute = createRoute({
  method: "post",
  path: "/review/{id}",
  summary: "For stewards: say whether the records are this enterprise's",
  description:
    "Adds a judgement that the next night acts on. It is never changed: a later one supersedes it by naming its `seq`.",
  security,
  request: {
    params: IdInPath,
    query: NoParameters,
    body: { required: true, content: { "application/json": { schema: DecisionBody } } },
  },
  responses: {
    ...answer(ReviewJudgement, "The judgement"),
    ...problems({
      400: "invalid_parameter",
      404: "question_not_found, enterprise_not_found",
      409: "judgement_stands, judged_anothers, each with `standing`",
      413: "too_large",
      ...REFUSALS,
    }),
  },
});

async function steward(c: ApiContext): Promise<Caller> {
  const caller = await c.env.authenticate(bearerToken(c.req.header("Authorization")));
  needDuty(caller, "review");
  return caller;
}

/** For this caller alone: never kept, and not to be read by a page of another site. */
function respondPrivately(c: ApiContext, value: unknown): Response {
  return respond(c, {
    status: 200,
    body: JSON.stringify(value),
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Cache-Control": "no-store",
      "Cross-Origin-Resource-Policy": "same-origin",
      Vary: "Authorization",
    },
  });
}

const idOf = (c: ApiContext) => c.req.param("id") ?? "";

export async function getQueue(c: ApiContext): Promise<Response> {
  await steward(c);
  const { size, after } = readQuery(c, QueueParameters);
  const { questions, next } = await listQuestions(c.env.sql, { size, after });
  return respondPrivately(c, { ...(await countQuestions(c.env.sql)), questions, next });
}

export async function getQuestion(c: ApiContext): Promise<Response> {
  await steward(c);
  readQuery(c, NoParameters);
  return respondPrivately(c, await readQuestion(c.env.sql, idOf(c)));
}

async function readBody(c: ApiContext): Promise<z.output<typeof DecisionBody>> {
  const type = c.req.header("Content-Type") ?? "";
  const value: unknown = /^application\/json\b/i.test(type) ? await c.req.json().catch(() => null) : null;
  if (typeof value !== "object" || value === null)
    throw new CreditError("invalid_parameter", "expected a JSON object, sent as application/json");
  const parsed = DecisionBody.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first, ...others] = parsed.error.issues.map(({ path, message }) => ({
    name: String(path[0] ?? "body"),
    expected: message,
  }));
  throw refused([first ?? { name: "body", expected: "another shape" }, ...others]);
}

export async function postDecision(c: ApiContext): Promise<Response> {
  const { sub } = await steward(c);
  readQuery(c, NoParameters);
  const body = await readBody(c);
  const decision = { ...body, id: idOf(c), by: sub };
  return respondPrivately(c, await c.env.sql.begin((tx) => decide(tx, decision)));
}
