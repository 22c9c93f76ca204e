import type { RecordKind } from "../../src/enterprise/record.ts";
import { base } from "./base.ts";
import { policeCase } from "./case.ts";
import { change } from "./change.ts";
import { credit } from "./credit.ts";
import type { Kind } from "./kind.ts";
import { licence } from "./licence.ts";
import { list } from "./list.ts";
import { penalty } from "./penalty.ts";

/** Every kind of record that a feed may deliver. */
export const KINDS: Readonly<Record<RecordKind, Kind>> = {
  base,
  change,
  list,
  penalty,
  licence,
  case: policeCase,
  credit,
};
