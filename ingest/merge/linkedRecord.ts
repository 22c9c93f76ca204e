import type { BaseBody, ChangeBody, RecordKind } from "../../src/enterprise/record.ts";

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
  /** The code that the evidence points at: of several that are one enterprise, one. Null for entries without an enterprise. */
  enterprise: string | null;
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

/** A code of the enterprise that is not the one it is shown under, and why they are one (`ledger.same_enterprise`). */
export interface GroupedCode {
  code: string;
  bases: string[];
}

/** Total order of records, by id: the merge must not depend on the order in which they came. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

export type BaseBodyType = ReturnType<typeof BaseBody.parse>;

/** A record beside its cleaned form. */
export interface Parsed<T> {
  record: LinkedRecord;
  body: T;
}
export type ParsedChange = Parsed<ReturnType<typeof ChangeBody.parse>>;

/** The cleaned form without what only tells whose it is: the address that the sender wrote beside the name. */
export function publicBody<T extends object>(record: LinkedRecord): T {
  const { subjectAddress: _, ...body } = JSON.parse(record.body);
  return body;
}

export const parsedBase = (record: LinkedRecord): Parsed<BaseBodyType> => ({
  record,
  body: JSON.parse(record.body),
});
export const parsedChange = (record: LinkedRecord): ParsedChange => ({
  record,
  body: JSON.parse(record.body),
});
