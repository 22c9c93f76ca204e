import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import type { Sql } from "../../src/db/client.ts";
import {
  judgeSame,
  SAME_VERDICTS,
  type SameDecision,
  type SameVerdict,
  sameDecisions,
} from "../../src/db/sameEnterprises.ts";
import { type SameQuestion, sameQuestions } from "../../src/db/sameQuestions.ts";
import { canonicalCode, isUscc } from "../../src/enterprise/identifiers.ts";
import { CreditError } from "../../src/errors.ts";
import { openPipeline } from "../pipeline.ts";
import type { Command, CommandResult } from "./command.ts";

const USAGE = "credit same [list] | CODE CODE [same|different|open --reason TEXT [--by WHO]]";

const isVerdict = (word: string | undefined): word is SameVerdict =>
  SAME_VERDICTS.some((verdict) => verdict === word);

function readCode(word: string): string {
  const code = canonicalCode(word);
  if (!isUscc(code)) throw new CreditError("bad_usage", `${word} is no sound code`);
  return code;
}

function decisionLine(decision: SameDecision): string {
  const { uscc, other, verdict, basis, decidedBy, decidedAt, reason, appliedIn } = decision;
  const when = appliedIn === null ? "with the next night" : `since snapshot ${appliedIn}`;
  return `${uscc} ${other} ${verdict} (${basis}, ${decidedBy}, ${decidedAt.slice(0, 10)}, ${when}): ${reason}`;
}

const questionLine = ({ uscc, other, names, why }: SameQuestion) =>
  `${uscc} ${other} ? (${why}): ${names.join(" / ")}`;

async function list(sql: Sql): Promise<CommandResult> {
  const [decisions, questions] = [await sameDecisions(sql, null), await sameQuestions(sql)];
  const lines = [...decisions.map(decisionLine), ...questions.map(questionLine)];
  return { value: { decisions, questions }, text: lines.join("\n") };
}

async function ofPair(sql: Sql, codes: readonly string[]): Promise<CommandResult> {
  const decisions = await sameDecisions(sql, codes);
  return { value: { decisions }, text: decisions.map(decisionLine).join("\n") };
}

/**
 * `same [list]`: what is decided and what people should look at. `same CODE CODE`: every decision about a pair, superseded ones
 * too. With a verdict: a person's decision; it takes effect with the next night.
 */
export const same: Command = async ({ config, args }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { reason: { type: "string" }, by: { type: "string" } },
  });
  const [first = "list", second, verdict, ...rest] = positionals;
  const reason = values.reason?.trim() ?? "";
  const isList = first === "list" && second === undefined;
  const isJudgement = isVerdict(verdict) && reason !== "";
  if (rest.length > 0 || (verdict !== undefined && !isJudgement)) throw new CreditError("bad_usage", USAGE);
  if (!isList && second === undefined) throw new CreditError("bad_usage", USAGE);
  const codes = isList ? null : ([readCode(first), readCode(second ?? "")] as const);
  if (codes !== null && codes[0] === codes[1])
    throw new CreditError("bad_usage", "These are one and the same code");
  const { sql, close } = await openPipeline(config);
  try {
    if (codes === null) return await list(sql);
    if (!isJudgement) return await ofPair(sql, codes);
    const decidedBy = values.by ?? userInfo().username;
    const decision = await judgeSame(sql, { codes, verdict, decidedBy, reason });
    return { value: decision, text: decisionLine(decision) };
  } finally {
    await close();
  }
};
