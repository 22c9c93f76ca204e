import type { RecordKind } from "../../src/enterprise/record.ts";
import type { RejectedRow, Verdict } from "../feed.ts";
import type { RowReading } from "./rowReading.ts";

/** What one kind of record is: which fields it knows, and how a cleaned body is made of them. */
export interface Kind {
  kind: RecordKind;
  /** The fields that a feed of this kind may declare. */
  fields: readonly string[];
  /** A layout has at least one field of each group, so a feed declares one at least. */
  needs: readonly (readonly string[])[];
  /** Dates of the decision and their kin: an unreadable one rejects the row even where the field is optional. */
  decisive: readonly string[];
  /** Makes the record of a row that was read. Pure; `row` is used again for the next row. */
  clean(row: RowReading): Verdict;
}

/** @param field the feed's name of the field, null when the row as a whole is meant */
export function rejected(
  code: string,
  field: string | null,
  expected: string | null,
  message: string,
): { rejected: RejectedRow } {
  return { rejected: { code, field, expected, message } };
}
