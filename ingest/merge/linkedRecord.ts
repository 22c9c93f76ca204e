import type { RecordKind } from "../../src/enterprise/record.ts";

/** A record as the merge sees it: public, current, linked to the enterprise at hand. */
export interface LinkedRecord {
  id: string;
  kind: RecordKind;
  source: string;
  feed: string;
  /** The delivery that said so first, and the day it came (Asia/Shanghai). */
  delivery: { id: string; receivedOn: string };
  /** The day of the snapshot that first published it under this enterprise. */
  publishedOn: string;
  /** The subject's name as the record has it. */
  name: string | null;
  /** A sound code of the subject, as delivered. */
  uscc: string | null;
  /** The cleaned form of its kind, as JSON text. */
  body: string;
}

/** A name seen in an older version of the base record. */
export interface SeenName {
  name: string;
  source: string;
  feed: string;
  delivery: string;
}

/** Total order of records, by id: the merge must not depend on the order in which they came. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
