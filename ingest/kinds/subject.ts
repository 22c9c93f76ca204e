import { documentKey } from "../../src/enterprise/cleanText.ts";
import { orgCodeOf } from "../../src/enterprise/identifiers.ts";
import { nameKey, nameKeysWithRegion } from "../../src/enterprise/nameKey.ts";
import type { RejectedRow, Subject } from "../feed.ts";
import { rejected } from "./kind.ts";
import { looksLikePerson } from "./naturalPerson.ts";
import type { RowReading } from "./rowReading.ts";

/** Columns for codes of the subject, the surest first. */
const CODE_FIELDS = ["uscc", "code", "orgCode", "regNo", "taxNo", "institutionNo", "societyNo"] as const;
/** Fields of every kind that say whom a row speaks of. */
export const SUBJECT_FIELDS = [
  "name",
  ...CODE_FIELDS,
  "legalRepresentative",
  "address",
  "legalRepresentativeId",
  "partyKind",
  "personId",
  "gender",
  "age",
] as const;
/** A layout has a column for at least one of these. */
export const SUBJECT_KEYS: readonly string[] = ["name", ...CODE_FIELDS];

export interface RowSubject {
  subject: Subject;
  naturalPerson: boolean;
  /** The subject's part of a record's identity. */
  key: string;
}

interface Codes {
  uscc: string | null;
  orgCode: string | null;
  regNo: string | null;
  /** The masked id of a person that stands where a code should. */
  person: string | null;
  /** A code was delivered, sound or not. */
  delivered: boolean;
}

function readCodes(row: RowReading): Codes {
  const codes: Codes = {
    uscc: null,
    orgCode: null,
    regNo: null,
    person: null,
    delivered: false,
  };
  for (const field of CODE_FIELDS) {
    const read = row.code(field);
    if (read === null) {
      if (row.original(field) !== "") codes.delivered = true;
      continue;
    }
    if (read.type !== "other") codes[read.type] ??= read.code;
    if (read.type !== "person") codes.delivered = true;
  }
  if (codes.uscc !== null && codes.orgCode !== null && codes.orgCode !== orgCodeOf(codes.uscc)) {
    row.note("orgCode", "codes_disagree", codes.orgCode);
    codes.orgCode = null;
  }
  return codes;
}

/** The 自然人 templates have a column for the person's id and none for the codes of firms. */
function isPersonLayout(row: RowReading): boolean {
  return row.has("personId") && !CODE_FIELDS.some((field) => row.has(field));
}

/**
 * 自然人: by 类别, by the template, or because the row has no other id than a person's.
 * A code that begins with 92 is a sole trader's, whatever the row calls it (reference §1.2).
 */
function isNaturalPerson(row: RowReading, codes: Codes, name: string | null): boolean {
  const kind = row.text("partyKind");
  if (kind === "person") return codes.uscc?.startsWith("92") !== true;
  if (codes.delivered) return false;
  if (codes.person !== null || row.text("personId") !== null) return true;
  if (name === null) return row.text("legalRepresentativeId") !== null;
  if (kind !== null) return false;
  if (isPersonLayout(row)) return true;
  if (row.text("gender") !== null || row.text("age") !== null) return name.length <= 4;
  return looksLikePerson(name);
}

function natural(row: RowReading, codes: Codes, name: string | null): RowSubject {
  const id = codes.person ?? row.text("personId") ?? row.text("legalRepresentativeId") ?? "";
  const key = name === null ? id : nameKey(name) || name;
  const subject: Subject = {
    uscc: null,
    orgCode: null,
    regNo: null,
    name,
    legalRepresentative: null,
    address: null,
    nameKeys: [],
  };
  return { subject, naturalPerson: true, key };
}

/**
 * Whom a row speaks of, by what can be believed of it.
 * @param region GB/T 2260 code of the authority, for names without a region; null when it can't be told
 * @returns a rejection when the row has no name, no sound code and no person
 */
export function readSubject(row: RowReading, region: string | null): RowSubject | { rejected: RejectedRow } {
  const given = row.text("name");
  const codes = readCodes(row);
  if (isNaturalPerson(row, codes, given)) return natural(row, codes, given);
  const name = given !== null && nameKey(given) !== "" ? given : null;
  const { uscc, orgCode, regNo } = codes;
  const code = uscc ?? orgCode ?? regNo;
  if (name === null) {
    if (code === null)
      return rejected(
        "no_subject",
        "name",
        "a name or a sound code",
        "The row does not say whom it is about",
      );
    row.note("name", "no_name", "");
  }
  const nameKeys = name === null ? [] : nameKeysWithRegion(name, region);
  const legalRepresentative = row.text("legalRepresentative");
  const address = row.text("address");
  const subject: Subject = { uscc, orgCode, regNo, name, legalRepresentative, address, nameKeys };
  return { subject, naturalPerson: false, key: code ?? nameKeys[0] ?? "" };
}

/** The part of an identity that a document number makes, or what stands for it when there is none. */
export function documentPart(documentNo: string | null, otherwise: readonly (string | null)[]): string {
  const key = documentNo === null ? "" : documentKey(documentNo);
  return key === "" ? `-${otherwise.map((part) => part ?? "").join("|")}` : key;
}
