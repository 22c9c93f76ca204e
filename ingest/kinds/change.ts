import { nameKey } from "../../src/enterprise/nameKey.ts";
import type { ChangeBody } from "../../src/enterprise/record.ts";
import { AUTHORITY_FIELDS, readAuthority } from "./authority.ts";
import { type Kind, rejected } from "./kind.ts";
import { documentPart, readSubject, SUBJECT_FIELDS, SUBJECT_KEYS } from "./subject.ts";
import { WITHDRAWAL_FIELDS, withdrawnByFlags } from "./withdrawal.ts";

/** 变更: one changed item. One 核准文号 often changes several items, so the item is part of what makes a row itself. */
export const change: Kind = {
  kind: "change",
  fields: [
    ...SUBJECT_FIELDS,
    ...AUTHORITY_FIELDS,
    ...WITHDRAWAL_FIELDS,
    ...["item", "before", "after", "changedOn", "documentNo"],
  ],
  needs: [SUBJECT_KEYS, ["item"], ["before", "after"]],
  decisive: ["changedOn"],
  clean(row) {
    const authority = readAuthority(row);
    const subject = readSubject(row, authority.region);
    if ("rejected" in subject) return subject;
    const item = row.coded("item");
    if (item === null)
      return rejected("missing_field", "item", "变更事项", "The row does not say what changed");
    const [documentNo, changedOn] = [row.text("documentNo"), row.text("changedOn")];
    const body: ChangeBody = {
      item,
      before: row.text("before"),
      after: row.text("after"),
      changedOn,
      documentNo,
      notes: row.notes,
    };
    // 其他 is many items: there the words tell them apart.
    const what = item.code === "19" ? nameKey(item.label) : item.code;
    return {
      accepted: {
        identity: [what, documentPart(documentNo, [changedOn]), subject.key],
        subject: subject.subject,
        naturalPerson: subject.naturalPerson,
        restricted: subject.naturalPerson,
        withdrawn: withdrawnByFlags(row),
        body,
      },
    };
  },
};
