import { addDays, addMonths } from "../../src/enterprise/dates.ts";
import { PENALTY_KINDS, readPenaltyKinds } from "../../src/enterprise/penaltyKinds.ts";
import type { Coded, Money, PenaltyBody } from "../../src/enterprise/record.ts";
import { resolveAmount, SPOKEN_CONFISCATIONS, SPOKEN_FINES } from "./amounts.ts";
import { AUTHORITY_FIELDS, type RowAuthority, readAuthority } from "./authority.ts";
import type { Kind } from "./kind.ts";
import type { RowReading } from "./rowReading.ts";
import { documentPart, readSubject, SUBJECT_FIELDS, SUBJECT_KEYS } from "./subject.ts";
import { WITHDRAWAL_FIELDS, withdrawnByFlags } from "./withdrawal.ts";

const VALID: Coded = { code: "valid", label: "有效" };
const AUTHORITY_NAME = /(局|厅|委|委员会|政府|法院|院|队|所|办公室|办|署|处|中心|海关|分局|银行)$/;
/** A time of day other than midnight. */
const CLOCK = /(?:\s|T)(?!0?0:00(?::00)?)\d{1,2}:\d{2}|^\d{8}(?!0000)\d{4,6}$/;

/** 处罚类别 and 处罚机关 change places in real samples (reference §10); what they say tells them apart. */
function setRight(row: RowReading): {
  authority: RowAuthority;
  kinds: Coded[];
} {
  const kinds = [...row.codedList("kinds"), ...row.codedList("kinds2")];
  const cell = row.original("kinds").trim();
  const authority = row.text("authority");
  const isUnknown = row.notes.some((note) => note.field === "kinds" && note.code === "unknown_kind");
  if (isUnknown && authority !== null && AUTHORITY_NAME.test(cell)) {
    const swapped = readPenaltyKinds(authority);
    if (swapped.notes.length === 0 && swapped.kinds.length > 0) {
      row.forgetNotes("kinds");
      row.note("authority", "columns_swapped", `${authority} | ${cell}`);
      return { authority: readAuthority(row, cell), kinds: swapped.kinds };
    }
  }
  return { authority: readAuthority(row), kinds };
}

function unique(kinds: readonly Coded[]): Coded[] {
  return kinds.length < 2 ? [...kinds] : [...new Map(kinds.map((kind) => [kind.code, kind])).values()];
}

/** The kinds that the text and the amounts say and the column lacks: 警告 beside a fine is not 警告 alone. */
function completeKinds(row: RowReading, given: readonly Coded[], of: Amounts): Coded[] {
  const kinds = unique(given);
  if (kinds.length === 0 && of.content !== "") {
    for (const kind of readPenaltyKinds(of.content).kinds) if (kind.code !== "other") kinds.push(kind);
    if (kinds.length > 0) row.note("kinds", "kinds_from_text", kinds.map((kind) => kind.label).join("；"));
  }
  for (const [amount, code] of [
    [of.fine, "fine"],
    [of.confiscated, "confiscation"],
  ] as const) {
    if (amount === null || kinds.some((kind) => kind.code === code)) continue;
    const kind = PENALTY_KINDS.coded(code);
    kinds.push(kind);
    row.note("kinds", "kind_from_amount", kind.label);
  }
  return kinds;
}

interface Amounts {
  content: string;
  fine: Money | null;
  confiscated: Money | null;
}

function readAmounts(row: RowReading): Amounts {
  const content = row.text("content") ?? "";
  const inKinds = row.original("kinds");
  const text = /\d/.test(inKinds) ? `${content}；${inKinds}` : content; // 罚款2000元 as a kind
  return {
    content,
    fine: resolveAmount(row, "fine", { content: text, amounts: SPOKEN_FINES }),
    confiscated: resolveAmount(row, "confiscated", { content: text, amounts: SPOKEN_CONFISCATIONS }),
  };
}

/**
 * Whether a 公示截止期 is the moment at which the sender's database last touched the row (reference §1.2 row 21): it has a
 * time of day and lies behind us, and it is either of these weeks or sooner after the decision than any period ends.
 */
function isTimeStamp(row: RowReading, until: string, decidedOn: string): boolean {
  if (until > row.today || !CLOCK.test(row.original("deliveredUntil").trim())) return false;
  return until > addDays(row.today, -31) || until < addMonths(decidedOn, 3);
}

/** The delivered 公示截止期, where it can be one: after the decision, and no time stamp. */
function deliveredUntil(row: RowReading, decidedOn: string | null): string | null {
  const until = row.text("deliveredUntil");
  if (until === null || decidedOn === null) return until;
  if (until > decidedOn && !isTimeStamp(row, until, decidedOn)) return until;
  row.note("deliveredUntil", "implausible_period_end", row.original("deliveredUntil").trim());
  return null;
}

/** 行政处罚, of either generation and of the 工商 templates (reference §1.2, §1.4, §1.5, §3.3). */
export const penalty: Kind = {
  kind: "penalty",
  fields: [
    ...SUBJECT_FIELDS,
    ...AUTHORITY_FIELDS,
    ...WITHDRAWAL_FIELDS,
    ...[
      "documentNo",
      "title",
      "facts",
      "basis",
      "kinds",
      "kinds2",
      "content",
      "fine",
      "confiscated",
      "withheld",
    ],
    ...["decidedOn", "validTo", "deliveredUntil", "status"],
  ],
  needs: [SUBJECT_KEYS, ["decidedOn"], ["documentNo", "kinds", "content", "title"]],
  decisive: ["decidedOn"],
  clean(row) {
    const { authority, kinds: given } = setRight(row);
    const subject = readSubject(row, authority.region);
    if ("rejected" in subject) return subject;
    const amounts = readAmounts(row);
    const kinds = completeKinds(row, given, amounts);
    const decidedOn = row.text("decidedOn");
    const documentNo = row.text("documentNo");
    const status = row.coded("status") ?? VALID;
    const body: PenaltyBody = {
      documentNo,
      title: row.text("title"),
      authority: authority.authority,
      decidedOn,
      validFrom: null,
      validTo: row.text("validTo"),
      status,
      kinds,
      facts: row.text("facts"),
      basis: row.text("basis"),
      content: row.text("content"),
      fine: amounts.fine,
      confiscated: amounts.confiscated,
      withheld: row.text("withheld"),
      deliveredUntil: deliveredUntil(row, decidedOn),
      notes: row.notes,
    };
    const document = documentPart(documentNo, [...kinds.map((kind) => kind.code).sort(), decidedOn]);
    return {
      accepted: {
        identity: [authority.key, document, subject.key],
        subject: subject.subject,
        naturalPerson: subject.naturalPerson,
        restricted: subject.naturalPerson,
        withdrawn: withdrawnByFlags(row) ?? (status.code === "withdrawn" ? "revoked" : null),
        body,
      },
    };
  },
};
