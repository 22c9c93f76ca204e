import { cleanText } from "../../src/enterprise/cleanText.ts";
import {
  canonicalCode,
  checkOrgCode,
  checkRegNo,
  isResidentId,
  isUscc,
  maskResidentId,
} from "../../src/enterprise/identifiers.ts";
import { isProvince } from "../../src/enterprise/regions.ts";
import type { Reading, Rule } from "../feed.ts";
import type { ReadCode } from "../kinds/rowReading.ts";
import { remembered } from "./remembered.ts";

/**
 * What a column for codes should hold. `tax`: the old 15-digit 税务登记号, whose last nine are an organisation code.
 * `other`: numbers of certificates, which carry no check and link to nothing, unless they are a code after all.
 */
export type CodeColumn = "uscc" | "orgCode" | "regNo" | "tax" | "any" | "other";

const EXPECTED = {
  uscc: { problem: "bad_code", expected: "a unified social credit code that passes its checks (GB 32100)" },
  orgCode: { problem: "bad_org_code", expected: "an organisation code that passes its check (GB 11714)" },
  regNo: { problem: "bad_reg_no", expected: "a registration number of 15 digits that passes its check" },
  any: { problem: "bad_code", expected: "a code of an enterprise that passes its checks" },
} as const;

const FLOAT = /^(\d{9,})\.0+$/;
const SCIENTIFIC = /^\d(\.\d+)?E\+?\d+$/;
/** Doubles hold 15 to 16 digits: of an 18-digit code the last ones come back as zeros. */
const ZEROED = /^\d{16}00$/;
/** Masked codes of firms begin with 9, or are shorter. */
const MASKED_ID = /^[1-8]\d{2,9}[*＊X×]{3,14}[0-9X*]{0,4}$/;
const ID_SHAPE = /^\d{6}(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[0-9X]$/;

/** An id of a natural person, sound or mistyped or masked: none of them may be quoted anywhere. */
function isPersonal(code: string): boolean {
  if (isResidentId(code)) return true;
  return isProvince(code.slice(0, 2)) && (ID_SHAPE.test(code) || (code.length >= 15 && MASKED_ID.test(code)));
}

function soundCode(code: string, column: CodeColumn): ReadCode | null {
  if (code.length === 18 && isUscc(code)) return { type: "uscc", code };
  if (code.length === 9) {
    const orgCode = checkOrgCode(code);
    return orgCode === null ? null : { type: "orgCode", code: orgCode };
  }
  if (column === "tax" && code.length === 15 && isProvince(code.slice(0, 2))) {
    const orgCode = checkOrgCode(code.slice(6));
    if (orgCode !== null) return { type: "orgCode", code: orgCode };
  }
  const found = checkRegNo(code);
  const counts = found?.verified === true || column === "regNo" || column === "any";
  return found === null || !counts ? null : { type: "regNo", code: found.regNo };
}

function unsound(code: string, column: CodeColumn): Reading<ReadCode> {
  if (isPersonal(code))
    return {
      value: { type: "person", code: maskResidentId(code) },
      notes: [{ code: "personal_id_masked", text: "***" }],
    };
  if (column === "tax" || column === "other") return { value: { type: "other", code } };
  const { problem, expected } = EXPECTED[column];
  return { problem: SCIENTIFIC.test(code) || ZEROED.test(code) ? "digits_lost" : problem, expected };
}

/**
 * A code of the subject, whatever kind of code the column really holds: senders number and fill these columns differently,
 * and a check digit says more than a header. Unsound codes are problems; the id of a person is its mask.
 */
export function subjectCode(column: CodeColumn): Rule<ReadCode> {
  return (cell): Reading<ReadCode> => {
    if (cell.length === 18 && isUscc(cell)) return { value: { type: "uscc", code: cell } };
    const clean = cleanText(cell);
    if (clean === null) return { empty: true };
    const code = canonicalCode(clean).replace(FLOAT, "$1");
    if (/^[0*]*$/.test(code)) return { empty: true };
    const sound = soundCode(code, column);
    if (sound === null) return unsound(code, column);
    if (sound.type !== "regNo" || code.length === 15) return { value: sound };
    return { value: sound, notes: [{ code: "unverified_reg_no", text: sound.code }] };
  };
}

/** The code of the base record: a sound unified social credit code and nothing else. */
export const uscc: Rule<ReadCode> = (cell): Reading<ReadCode> => {
  const reading = subjectCode("uscc")(cell, { today: "" });
  if (!("value" in reading) || reading.value.type === "uscc") return reading;
  return EXPECTED.uscc;
};

/** The code of an authority; one that fails its checks is noted and left out. */
export const authorityCode: Rule<string> = remembered((clean) => {
  const code = canonicalCode(clean);
  return isUscc(code) ? { value: code } : { problem: "bad_authority_code", expected: EXPECTED.uscc.expected };
});
