import { parseArgs } from "node:util";
import { isSubject, LONGEST_SUBJECT } from "../../src/auth/caller.ts";
import type { Sql } from "../../src/db/client.ts";
import { decide, type QuestionDetail, readQuestion } from "../../src/db/judgements.ts";
import { countQuestions, listQuestions } from "../../src/db/review.ts";
import { type Judgement, type Question, Reason, VERDICTS, Verdict } from "../../src/enterprise/question.ts";
import { CreditError } from "../../src/errors.ts";
import { osUser } from "../osUser.ts";
import { openPipeline } from "../pipeline.ts";
import type { Command, CommandResult } from "./command.ts";

const USAGE = `credit review list [--size N] [--after ID] | show ID | decide ID ${VERDICTS.join("|")} --reason "…" [--by WHO] [--supersedes SEQ]`;
const LARGEST_SIZE = 1_000;

const refuse = (message: string) => new CreditError("bad_usage", message);

function numberOf(name: string, text: string, to: number): number {
  const number = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > to) throw refuse(`--${name} ${text}: expected a whole number from 1 to ${to}`);
  return number;
}

const saidOf = ({ seq, verdict, by, at, reason, supersedes }: Judgement) =>
  `  ${seq}  ${verdict}  ${by}  ${at}${supersedes === null ? "" : `  supersedes ${supersedes}`}\n      ${reason.replaceAll("\n", "\n      ")}`;

/** Texts of deliveries may hold anything: what a terminal would act upon is left out. */
const printable = (text: string) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");

function toldOf(question: Question): string {
  const { id, uscc, probability, stated, enterprise, evidence, consequences, siblings, judgement } = question;
  const others = siblings.map((one) => `  or       ${one.id}  ${one.uscc}  ${one.name ?? ""}`);
  const lines = [
    `${id}  ${(probability * 100).toFixed(1)} %  ${question.whyWords.zh}${judgement === null ? "" : `  [${judgement.verdict}]`}`,
    `  records  ${[stated.name, stated.uscc ?? stated.badCode, stated.legalRepresentative, stated.address].filter((part) => part !== null).join("  ")}`,
    `  register ${uscc}  ${enterprise === null ? "" : [enterprise.name, enterprise.legalRepresentative, enterprise.address].filter((part) => part !== null).join("  ")}`,
    ...(evidence?.zh ? [`  evidence ${evidence.zh}`] : []),
    `  then     ${consequences.zh}`,
    ...others,
  ];
  return printable(lines.join("\n"));
}

async function list(sql: Sql, options: { size?: string; after?: string }): Promise<CommandResult> {
  const size = numberOf("size", options.size ?? "20", LARGEST_SIZE);
  const { questions, next } = await listQuestions(sql, { size, after: options.after });
  const { open, unsure } = await countQuestions(sql);
  const more = next === null ? [] : [`more: credit review list --after ${next}`];
  const head = `${open} open questions, ${unsure} of them marked unsure`;
  return { value: questions, text: [head, ...questions.map(toldOf), ...more].join("\n") };
}

function shown(question: QuestionDetail): CommandResult {
  const { judgements, open } = question;
  const features = (question.evidence?.features ?? []).map(
    ({ feature, level, weight, left, right }) =>
      `  ${weight > 0 ? "+" : ""}${weight}  ${feature}: ${level}  ${left ?? "–"} | ${right ?? "–"}`,
  );
  const decided = judgements.map(saidOf);
  const text = [open ? "open" : "not open", ...features, ...decided].join("\n");
  return { value: question, text: `${toldOf(question)}\n${printable(text)}` };
}

async function decideOn(
  sql: Sql,
  of: { id: string; verdict: string; reason?: string; by?: string; supersedes?: string },
): Promise<CommandResult> {
  const verdict = Verdict.safeParse(of.verdict);
  if (!verdict.success) throw refuse(`${of.verdict}: expected one of ${VERDICTS.join(", ")}`);
  const reason = Reason.safeParse(of.reason);
  if (!reason.success) throw refuse(`--reason: ${reason.error.issues[0]?.message ?? "expected a text"}`);
  const by = of.by ?? osUser();
  if (!isSubject(by)) throw refuse(`--by: expected 1 to ${LONGEST_SUBJECT} characters on one line`);
  const supersedes =
    of.supersedes === undefined ? null : numberOf("supersedes", of.supersedes, 2_147_483_647);
  const decision = { id: of.id, verdict: verdict.data, by, reason: reason.data, supersedes, version: null };
  const judgement = await sql.begin((tx) => decide(tx, decision));
  return { value: { id: of.id, ...judgement }, text: `${of.id}\n${printable(saidOf(judgement))}` };
}

/**
 * The queue of uncertain links.
 * - `review list [--size N] [--after ID]`: open questions, the likeliest first, those marked unsure last. JSON:
 *   `[{id, uscc, probability, why, whyWords: {zh, en}, stated: {name, uscc, badCode, orgCode, regNo, legalRepresentative, region,
 *   address}, enterprise: {uscc, name, formerNames, legalRepresentative, district, address, regNo, established, closed}|null,
 *   evidence: {version, probability, features: [{feature, level, weight, left, right}], zh, en}|null, consequences: {records:
 *   [{source, feed, kind, list, restricted, count, linked}], zh, en}, siblings: [{id, uscc, name, probability, verdict}],
 *   judgement|null, askedIn}]`
 * - `review show ID`: the same of one question, with `open`, `version` and `judgements: [{seq, verdict, by, at, reason, supersedes,
 *   appliedIn}]`, the last one first.
 * - `review decide ID same|different|unsure --reason "…" [--by WHO] [--supersedes SEQ]`: adds a judgement, which the next night
 *   acts on. JSON: `{id, seq, verdict, by, at, reason, supersedes, appliedIn}`.
 */
export const reviewCommand: Command = async ({ config, args }) => {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { size: text, after: text, reason: text, by: text, supersedes: text },
  });
  const [action, id, verdict] = positionals;
  const allowed: Readonly<Record<string, { words: number; options: readonly string[] }>> = {
    list: { words: 1, options: ["size", "after"] },
    show: { words: 2, options: [] },
    decide: { words: 3, options: ["reason", "by", "supersedes"] },
  };
  const wanted = action === undefined ? undefined : allowed[action];
  const strange = Object.keys(values).some((name) => wanted?.options.includes(name) === false);
  if (wanted === undefined || positionals.length !== wanted.words || strange) throw refuse(USAGE);
  const { sql, close } = await openPipeline(config);
  try {
    if (id === undefined) return await list(sql, values);
    if (verdict === undefined) return shown(await readQuestion(sql, id));
    return await decideOn(sql, { id, verdict, ...values });
  } finally {
    await close();
  }
};
