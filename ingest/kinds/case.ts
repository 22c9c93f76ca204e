import type { CaseBody } from "../../src/enterprise/record.ts";
import { AUTHORITY_FIELDS, readAuthority } from "./authority.ts";
import type { Kind } from "./kind.ts";
import { documentPart, readSubject, SUBJECT_FIELDS, SUBJECT_KEYS } from "./subject.ts";
import { WITHDRAWAL_FIELDS, withdrawnByFlags } from "./withdrawal.ts";

/** 立案, not final: no adverse information (reference §6), for departments only. */
export const policeCase: Kind = {
  kind: "case",
  fields: [
    ...SUBJECT_FIELDS,
    ...AUTHORITY_FIELDS,
    ...WITHDRAWAL_FIELDS,
    ...["caseNo", "title", "category", "filedOn", "summary", "status"],
  ],
  needs: [SUBJECT_KEYS, ["caseNo", "title"]],
  decisive: ["filedOn"],
  clean(row) {
    const authority = readAuthority(row);
    const subject = readSubject(row, authority.region);
    if ("rejected" in subject) return subject;
    const [caseNo, title, filedOn] = [row.text("caseNo"), row.text("title"), row.text("filedOn")];
    const body: CaseBody = {
      caseNo,
      title,
      category: row.text("category"),
      filedOn,
      authority: authority.authority,
      summary: row.text("summary"),
      status: row.text("status"),
      notes: row.notes,
    };
    return {
      accepted: {
        identity: [authority.key, documentPart(caseNo, [title, filedOn]), subject.key],
        subject: subject.subject,
        naturalPerson: subject.naturalPerson,
        restricted: true,
        withdrawn: withdrawnByFlags(row),
        body,
      },
    };
  },
};
