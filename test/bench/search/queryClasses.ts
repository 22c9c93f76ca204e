import { ABSENT_QUERIES } from "./absentQueries.ts";
import { CODE_QUERIES } from "./codeQueries.ts";
import { FIELD_QUERIES } from "./fieldQueries.ts";
import { LETTER_QUERIES } from "./letterQueries.ts";
import { NAME_QUERIES } from "./nameQueries.ts";
import { PART_QUERIES } from "./partQueries.ts";
import type { QueryClass } from "./queryClass.ts";
import { SLIP_QUERIES } from "./slipQueries.ts";

export const QUERY_CLASSES: readonly QueryClass[] = [
  ...NAME_QUERIES,
  ...PART_QUERIES,
  ...LETTER_QUERIES,
  ...CODE_QUERIES,
  ...SLIP_QUERIES,
  ...FIELD_QUERIES,
  ...ABSENT_QUERIES,
];

/** @throws RangeError for an id that no class has */
export function classesNamed(ids: readonly string[] | null): readonly QueryClass[] {
  if (ids === null) return QUERY_CLASSES;
  return ids.map((id) => {
    const found = QUERY_CLASSES.find((each) => each.id === id);
    if (found === undefined)
      throw new RangeError(`No class ${id}; there are ${QUERY_CLASSES.map((each) => each.id).join(", ")}`);
    return found;
  });
}
