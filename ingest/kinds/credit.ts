import { nameKey } from "../../src/enterprise/nameKey.ts";
import type { CreditBody, Money } from "../../src/enterprise/record.ts";
import type { Kind } from "./kind.ts";
import type { RowReading } from "./rowReading.ts";
import { documentPart, readSubject, SUBJECT_FIELDS, SUBJECT_KEYS } from "./subject.ts";
import { WITHDRAWAL_FIELDS, withdrawnByFlags } from "./withdrawal.ts";

/** In the row's own currency, in units of it. */
function amount(row: RowReading, field: string): Money | null {
  const read = row.money(field);
  return read === null
    ? null
    : {
        amount: read.amount,
        currency: read.currency ?? row.text("currency") ?? "CNY",
      };
}

/** 授信 of one bank in one month: with the enterprise's written consent only (征信业管理条例 art. 29). */
export const credit: Kind = {
  kind: "credit",
  fields: [
    ...SUBJECT_FIELDS,
    ...WITHDRAWAL_FIELDS,
    ...["bank", "month", "agreementNo", "granted", "balance", "grade", "overdue", "overdueMonths"],
    ...["interestArrears", "guaranteed", "currency"],
  ],
  needs: [
    SUBJECT_KEYS,
    ["month"],
    ["granted", "balance", "overdue", "interestArrears", "guaranteed", "grade"],
  ],
  decisive: ["month"],
  clean(row) {
    const subject = readSubject(row, null);
    if ("rejected" in subject) return subject;
    const [bank, month, agreementNo] = [row.text("bank"), row.text("month"), row.text("agreementNo")];
    const body: CreditBody = {
      bank,
      month,
      agreementNo,
      granted: amount(row, "granted"),
      balance: amount(row, "balance"),
      grade: row.coded("grade"),
      overdue: amount(row, "overdue"),
      overdueMonths: row.number("overdueMonths"),
      interestArrears: amount(row, "interestArrears"),
      guaranteed: amount(row, "guaranteed"),
      remark: row.text("remark"),
      notes: row.notes,
    };
    return {
      accepted: {
        identity: [nameKey(bank ?? ""), month ?? "", documentPart(agreementNo, []), subject.key],
        subject: subject.subject,
        naturalPerson: subject.naturalPerson,
        restricted: true,
        withdrawn: withdrawnByFlags(row),
        body,
      },
    };
  },
};
