import type { Field } from "../feed.ts";
import { pastDate } from "../validate/dateRules.ts";
import { codedText, documentNo, name, text } from "../validate/textRules.ts";
import { subjectFields } from "./subjectLayout.ts";

/** What a list calls its columns; the names of one list must not open another list's file. */
export interface ListColumns {
  name?: readonly string[];
  documentNo?: readonly string[];
  reason: readonly string[];
  /** What this keeper's numbers of reasons mean, when it uses any. */
  reasonCodes?: Readonly<Record<string, string>>;
  listedOn: readonly string[];
  authority: readonly string[];
}

/** The columns that every list has in some form: whom, why, when, by whom; how they are called is the list's own. */
export function listFields(columns: ListColumns): Readonly<Record<string, Field>> {
  const fields: Record<string, Field> = {
    ...subjectFields,
    reason: {
      aliases: columns.reason,
      rule: columns.reasonCodes === undefined ? text : codedText(columns.reasonCodes),
    },
    listedOn: { aliases: columns.listedOn, rule: pastDate },
    authority: { aliases: columns.authority, rule: name },
  };
  const own = subjectFields.name;
  if (columns.name !== undefined && own !== undefined)
    fields.name = { ...own, aliases: [...columns.name, ...own.aliases] };
  if (columns.documentNo !== undefined) fields.documentNo = { aliases: columns.documentNo, rule: documentNo };
  return fields;
}
