import type { ListBody } from "../../src/enterprise/record.ts";
import { AUTHORITY_FIELDS, readAuthority } from "./authority.ts";
import { type Kind, rejected } from "./kind.ts";
import type { RowReading } from "./rowReading.ts";
import { documentPart, readSubject, SUBJECT_FIELDS, SUBJECT_KEYS } from "./subject.ts";
import { saysRevoked, WITHDRAWAL_FIELDS, withdrawnByFlags } from "./withdrawal.ts";

const DATES = ["listedOn", "filedOn"] as const;

/** Joins what a keeper spreads over several columns. */
function joined(...parts: (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join("；");
}

/** The day of the listing; where a keeper gives none, that on which the case was opened (the court's 立案时间). */
function listedOn(row: RowReading): string | null {
  return row.text("listedOn") ?? row.text("filedOn");
}

/** An entry that was revoked was wrong: it goes, and is no history (reference §3.2). */
function withdrawn(row: RowReading, removedOn: string | null): string | null {
  const flagged = withdrawnByFlags(row) ?? row.text("move");
  if (flagged !== null) return flagged;
  const due = removedOn === null || removedOn <= row.today;
  return due && saysRevoked(row.text("removalReason")) ? "revoked" : null;
}

/** An entry of a list (名单), the 经营异常名录 included (reference §3). */
export const list: Kind = {
  kind: "list",
  fields: [
    ...SUBJECT_FIELDS,
    ...AUTHORITY_FIELDS,
    ...WITHDRAWAL_FIELDS,
    ...DATES,
    ...["documentNo", "reasonKind", "reason", "content", "performance", "basis", "basisUnit", "endsOn"],
    ...["removedOn", "removalReason", "removalAuthority", "move"],
  ],
  // Lists share most of their columns; why somebody stands on one, or no longer does, each calls in its own words.
  needs: [SUBJECT_KEYS, ["reason", "reasonKind", "removalReason"]],
  decisive: [...DATES],
  clean(row) {
    const listId = row.feed.list;
    if (listId === undefined) throw new Error(`${row.feed.source}/${row.feed.feed} names no list`);
    const authority = readAuthority(row);
    const subject = readSubject(row, authority.region);
    if ("rejected" in subject) return subject;
    const [listed, removedOn] = [listedOn(row), row.text("removedOn")];
    // Without its day the term of an entry can't be told, so it would stand for ever.
    if (listed === null && removedOn === null && DATES.some((field) => row.has(field)))
      return rejected("missing_field", "listedOn", "the day of the listing", "The entry has no date");
    const documentNo = row.text("documentNo");
    const body: ListBody = {
      list: listId,
      documentNo,
      authority: authority.authority,
      listedOn: listed,
      reason: joined(row.text("reasonKind"), row.text("reason")),
      content: joined(row.text("content"), row.text("performance")),
      basis: joined(row.text("basis"), row.text("basisUnit")),
      endsOn: row.text("endsOn"),
      removedOn,
      removalReason: row.text("removalReason"),
      removalAuthority: row.text("removalAuthority"),
      notes: row.notes,
    };
    return {
      accepted: {
        identity: [authority.key, documentPart(documentNo, [listId, listed]), subject.key],
        subject: subject.subject,
        naturalPerson: subject.naturalPerson,
        restricted: subject.naturalPerson,
        withdrawn: withdrawn(row, removedOn),
        body,
      },
    };
  },
};
