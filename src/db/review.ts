import type { Question } from "../enterprise/question.ts";
import { CreditError } from "../errors.ts";
import type { ISql } from "./client.ts";
import { type QuestionRow, standingOn, withContext } from "./questionContext.ts";

/**
 * Open questions as table `open`, with `unsure`: a record of the party is in review, and nobody has said same or different. Who says
 * that the records are one enterprise's has answered for the others too. `in` and `not in` are hashed once and never become
 * joins, which a planner that knows nothing of the numbers yet would nest.
 */
const openQuestions = (sql: ISql) => sql`
  with standing as materialized (
    select j.party, j.uscc, j.verdict from ledger.judgement j
    where not exists (select from ledger.judgement n where n.supersedes = j.seq)
  ), open as (
    select q.*, (q.party, q.uscc) in (select party, uscc from standing where verdict = 'unsure') as unsure
    from ledger.question q
    where exists (select from ledger.record r where r.party = q.party and r.outcome = 'review')
      and (q.party, q.uscc) not in (select party, uscc from standing where verdict = 'different')
      and q.party not in (select party from standing where verdict = 'same')
  )`;

/** Where a question stands in the queue: those marked unsure last, the likeliest first. */
export interface QueuePlace {
  unsure: boolean;
  probability: number;
  id: string;
}

const behind = (sql: ISql, { unsure, probability, id }: QueuePlace) => sql`
  where (unsure, -probability, id) > (${unsure}::boolean, -(${probability}::real), ${id}::text)`;

async function placeOf(sql: ISql, id: string): Promise<QueuePlace> {
  const [row] = await sql<QueuePlace[]>`
    select q.id, q.probability, coalesce(s.verdict = 'unsure', false) as unsure
    from ledger.question q left join lateral ${standingOn(sql)} s on true where q.id = ${id}`;
  if (row === undefined)
    throw new CreditError("invalid_parameter", "after: expected the id of a question", {
      details: { parameter: "after" },
    });
  return row;
}

export interface QueuePage {
  questions: Question[];
  /** The `after` of the next page. */
  next: string | null;
}

/**
 * One page of the open questions.
 * @param options.after the id of the last question of the page before
 * @throws CreditError `invalid_parameter` when there is no such question (a night may have answered it)
 */
export async function listQuestions(
  sql: ISql,
  options: { size: number; after?: string | undefined },
): Promise<QueuePage> {
  const after = options.after === undefined ? null : await placeOf(sql, options.after);
  const rows = await sql<QuestionRow[]>`
    ${openQuestions(sql)}
    select id, party, uscc, probability, why, stated, evidence, asked_in from open
    ${after === null ? sql`` : behind(sql, after)}
    order by unsure, probability desc, id limit ${options.size + 1}`;
  const page = rows.slice(0, options.size);
  const last = rows.length > options.size ? page.at(-1) : undefined;
  return { questions: await withContext(sql, page), next: last?.id ?? null };
}

/** How many questions are open, and how many of them somebody was unsure about. */
export async function countQuestions(sql: ISql): Promise<{ open: number; unsure: number }> {
  const [row] = await sql<{ open: number; unsure: number }[]>`
    ${openQuestions(sql)}
    select count(*)::int as open, (count(*) filter (where unsure))::int as unsure from open`;
  return { open: row?.open ?? 0, unsure: row?.unsure ?? 0 };
}

/**
 * Where to go on after a question: another one about the same records, else the next of the queue, else its beginning. Questions that
 * somebody was unsure about come by the order of the queue alone.
 */
export async function nextQuestion(sql: ISql, from: QueuePlace): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    ${openQuestions(sql)}
    select id from open
    where id <> ${from.id} and (not unsure or (unsure, -probability, id) > (${from.unsure}::boolean, -(${from.probability}::real), ${from.id}::text))
    order by unsure, party = (select party from ledger.question where id = ${from.id}) desc,
      (unsure, -probability, id) > (${from.unsure}::boolean, -(${from.probability}::real), ${from.id}::text) desc,
      probability desc, id
    limit 1`;
  return row?.id ?? null;
}
