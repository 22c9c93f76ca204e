import type { Coded, LicenceBody } from "../../src/enterprise/record.ts";
import { AUTHORITY_FIELDS, readAuthority } from "./authority.ts";
import { type Kind, rejected } from "./kind.ts";
import { documentPart, readSubject, SUBJECT_FIELDS, SUBJECT_KEYS } from "./subject.ts";
import { WITHDRAWAL_FIELDS, withdrawnByFlags } from "./withdrawal.ts";

const VALID: Coded = { code: "valid", label: "有效" };

/** 行政许可, of either generation and of the 工商 templates, which have no decision date (reference §1.3, §1.5). */
export const licence: Kind = {
  kind: "licence",
  fields: [
    ...SUBJECT_FIELDS,
    ...AUTHORITY_FIELDS,
    ...WITHDRAWAL_FIELDS,
    ...["documentNo", "title", "kinds", "certificate", "licenceNo", "content", "basis"],
    ...["decidedOn", "validFrom", "validTo", "status"],
  ],
  needs: [SUBJECT_KEYS, ["documentNo", "title", "certificate", "licenceNo", "content"]],
  decisive: ["decidedOn"],
  clean(row) {
    const authority = readAuthority(row);
    const subject = readSubject(row, authority.region);
    if ("rejected" in subject) return subject;
    const decidedOn = row.text("decidedOn");
    if (decidedOn === null && row.has("decidedOn"))
      return rejected("missing_field", "decidedOn", "the day of the decision", "The decision has no date");
    const [documentNo, licenceNo] = [row.text("documentNo"), row.text("licenceNo")];
    const [title, certificate] = [row.text("title"), row.text("certificate")];
    const kinds = row.codedList("kinds");
    const status = row.coded("status") ?? VALID;
    const body: LicenceBody = {
      documentNo,
      title,
      authority: authority.authority,
      decidedOn,
      validFrom: row.text("validFrom"),
      validTo: row.text("validTo"),
      status,
      kinds,
      facts: null,
      basis: row.text("basis"),
      content: row.text("content"),
      certificate,
      licenceNo,
      notes: row.notes,
    };
    // "如无…编号，填写该行政许可的许可编号" (reference §1.3 row 11)
    const otherwise = [title ?? certificate, ...kinds.map((kind) => kind.code), decidedOn ?? body.validFrom];
    return {
      accepted: {
        identity: [authority.key, documentPart(documentNo ?? licenceNo, otherwise), subject.key],
        subject: subject.subject,
        naturalPerson: subject.naturalPerson,
        restricted: subject.naturalPerson,
        withdrawn: withdrawnByFlags(row) ?? (status.code === "withdrawn" ? "revoked" : null),
        body,
      },
    };
  },
};
