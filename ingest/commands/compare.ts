import { parseArgs } from "node:util";
import { cleanText } from "../../src/enterprise/cleanText.ts";
import { canonicalCode, checkOrgCode, checkRegNo, isUscc } from "../../src/enterprise/identifiers.ts";
import { explain } from "../../src/enterprise/linking/explain.ts";
import type { Party } from "../../src/enterprise/linking/party.ts";
import { CreditError } from "../../src/errors.ts";
import type { NamedRow } from "../read/columns.ts";
import type { Command } from "./command.ts";
import { printedArray, readRows } from "./rowFiles.ts";

const USAGE =
  "credit compare --pairs FILE with columns left_name, right_name and, when present, left_uscc, left_rep, left_org_code, left_reg_no, left_address, left_district, left_former_names (;) and the same with right_";

/** One answer a row, in order. `line` counts the header; `why` is Chinese, `whyEn` English. */
interface Answer {
  line: number;
  outcome: "same" | "review" | "different";
  probability: number;
  why: string;
  whyEn: string;
  features: readonly { feature: string; level: string; weight: number }[];
  version: string;
}

function partyOf(row: NamedRow, side: "left" | "right"): Party {
  const text = (column: string) => cleanText(row.cell(`${side}_${column}`));
  const code = canonicalCode(text("uscc") ?? "");
  const [orgCode, regNo] = [text("org_code"), text("reg_no")];
  const district = /^\d{2,6}$/.exec(text("district") ?? "")?.[0];
  return {
    name: text("name"),
    uscc: isUscc(code) ? code : null,
    badCode: code === "" || isUscc(code) ? null : code,
    orgCode: orgCode === null ? null : checkOrgCode(orgCode),
    regNo: regNo === null ? null : (checkRegNo(regNo)?.regNo ?? null),
    legalRepresentative: text("rep"),
    address: text("address"),
    district: district ?? null,
    formerNames: (text("former_names") ?? "").split(/[;；]/).filter((name) => name.trim() !== ""),
  };
}

function answerOf(row: NamedRow): Answer {
  const { outcome, probability, zh, en, features, version } = explain(
    partyOf(row, "left"),
    partyOf(row, "right"),
  );
  return {
    ...{ line: row.line, outcome, probability: Math.round(probability * 1e6) / 1e6, why: zh, whyEn: en },
    features: features.map(({ feature, level, weight }) => ({ feature, level, weight })),
    version,
  };
}

async function* answers(path: string): AsyncGenerator<Answer[]> {
  for await (const rows of readRows(path, ["left_name", "right_name"])) yield rows.map(answerOf);
}

async function* told(path: string): AsyncGenerator<string> {
  for await (const batch of answers(path))
    for (const { line, outcome, probability, why } of batch)
      yield `${line}\t${outcome}\t${probability.toFixed(4)}\t${why}\n`;
}

/** `compare --pairs FILE`: whether the two parties of each row are one enterprise. Needs no database. */
export const compare: Command = async ({ args, json }) => {
  const { values } = parseArgs({ args: [...args], options: { pairs: { type: "string" } } });
  if (values.pairs === undefined) throw new CreditError("bad_usage", USAGE);
  return { value: null, text: "", pieces: json ? printedArray(answers(values.pairs)) : told(values.pairs) };
};
