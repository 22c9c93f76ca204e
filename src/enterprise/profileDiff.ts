import { z } from "zod";
import {
  type FormerCode,
  IDENTITY_FIELDS,
  type Identity,
  type IdentityField,
  type Profile,
  type PublishedLicence,
  type PublishedListEntry,
  type PublishedPenalty,
} from "./profile.ts";

export const SECTIONS = ["identity", "lists", "abnormal", "penalties", "licences"] as const;

/**
 * One difference between two versions of a profile. `field` null: the record (or the enterprise) as a whole.
 * `before` and `after` are texts to read: labels of codes, `2000 CNY`, days. `delivery` null: what ended it is not kept here.
 */
export const ProfileChange = z.object({
  kind: z.enum(["added", "changed", "ended"]),
  section: z.enum(SECTIONS),
  /** The id of a record; null in `identity`. */
  record: z.string().nullable(),
  /** Document number, title or list of the record. */
  title: z.string().nullable(),
  field: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  source: z.string().nullable(),
  feed: z.string().nullable(),
  delivery: z.string().nullable(),
});
export type ProfileChange = z.infer<typeof ProfileChange>;

type PublishedRecord = PublishedListEntry | PublishedPenalty | PublishedLicence;
type Origin = Pick<ProfileChange, "source" | "feed" | "delivery">;

/** What says where a record comes from is no content of it. */
const NO_CONTENT: ReadonlySet<string> = new Set([
  ...["id", "list", "source", "feed", "delivery", "receivedAt", "publishedAt", "publicUntil", "notes"],
]);
const NOWHERE: Origin = { source: null, feed: null, delivery: null };

/** A value as a reader sees it; null when there is none. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((one) => asText(one)).join("、");
  if (typeof value !== "object") return String(value);
  if ("label" in value) return String(value.label);
  if ("amount" in value && "currency" in value) return `${value.amount} ${value.currency}`;
  if ("name" in value) return asText(value.name);
  return JSON.stringify(value);
}

function titleOf(record: PublishedRecord): string | null {
  if ("list" in record) return record.documentNo ?? record.list;
  return record.documentNo ?? record.title;
}

function gistOf(record: PublishedRecord): string | null {
  return "list" in record ? (record.reason ?? record.content) : (record.content ?? record.title);
}

const originOf = ({ source, feed, delivery }: PublishedRecord): Origin => ({ source, feed, delivery });

function identityValue(identity: Identity, field: IdentityField): unknown {
  return field === "orgCode" || field === "regNo" ? identity.codes[field] : identity[field];
}

function identityOrigin(identity: Identity, field: IdentityField): Origin {
  const found = identity.fieldSources[field];
  return found === undefined ? NOWHERE : { source: found.source, feed: found.feed, delivery: found.delivery };
}

function identityChanges(older: Identity, newer: Identity): ProfileChange[] {
  const changes: ProfileChange[] = [];
  for (const field of IDENTITY_FIELDS) {
    const [before, after] = [asText(identityValue(older, field)), asText(identityValue(newer, field))];
    if (before === after) continue;
    const kind = before === null ? "added" : after === null ? "ended" : "changed";
    const whole = { section: "identity", record: null, title: null } as const;
    changes.push({ kind, ...whole, field, before, after, ...identityOrigin(newer, field) });
  }
  return [...changes, ...codeChanges(older.codes.former ?? [], newer.codes.former ?? [])];
}

/** Codes that became this enterprise's, or that are so no more: a merge, or a split. */
function codeChanges(older: readonly FormerCode[], newer: readonly FormerCode[]): ProfileChange[] {
  const what = { section: "identity", record: null, title: null, field: "formerCode" } as const;
  const lacks = (codes: readonly FormerCode[]) => (one: FormerCode) =>
    !codes.some(({ code }) => code === one.code);
  const added = newer.filter(lacks(older)).map((former): ProfileChange => {
    const { code, source, feed, delivery } = former;
    return { kind: "added", ...what, before: null, after: code, source, feed, delivery };
  });
  const ended = older
    .filter(lacks(newer))
    .map(({ code }): ProfileChange => ({ kind: "ended", ...what, before: code, after: null, ...NOWHERE }));
  return [...added, ...ended];
}

/** That a code's profile is shown under another code from now on, or no more. */
export function movedChange(before: string | null, after: string | null): ProfileChange {
  const kind = before === null ? "added" : after === null ? "ended" : "changed";
  const what = { section: "identity", record: null, title: null, field: "movedTo" } as const;
  return { kind, ...what, before, after, ...NOWHERE };
}

function recordChanges(
  section: ProfileChange["section"],
  older: PublishedRecord,
  newer: PublishedRecord,
): ProfileChange[] {
  const changes: ProfileChange[] = [];
  const before = new Map<string, unknown>(Object.entries(older));
  for (const [field, value] of Object.entries(newer)) {
    if (NO_CONTENT.has(field)) continue;
    const [was, is] = [asText(before.get(field)), asText(value)];
    if (was === is) continue;
    const what = { section, record: newer.id, title: titleOf(newer), field };
    changes.push({ kind: "changed", ...what, before: was, after: is, ...originOf(newer) });
  }
  return changes;
}

function sectionChanges(
  section: Exclude<ProfileChange["section"], "identity">,
  older: Profile | null,
  newer: Profile | null,
): ProfileChange[] {
  const before = new Map<string, PublishedRecord>((older?.[section] ?? []).map((item) => [item.id, item]));
  const changes: ProfileChange[] = [];
  for (const item of newer?.[section] ?? []) {
    const was = before.get(item.id);
    before.delete(item.id);
    if (was !== undefined) {
      changes.push(...recordChanges(section, was, item));
      continue;
    }
    const what = { section, record: item.id, title: titleOf(item), field: null };
    changes.push({ kind: "added", ...what, before: null, after: gistOf(item), ...originOf(item) });
  }
  for (const item of before.values()) {
    const what = { section, record: item.id, title: titleOf(item), field: null };
    const from = { ...originOf(item), delivery: null };
    changes.push({ kind: "ended", ...what, before: gistOf(item), after: null, ...from });
  }
  return changes;
}

function enterpriseChange(kind: "added" | "ended", profile: Profile): ProfileChange {
  const what = { kind, section: "identity", record: null, title: null, field: null } as const;
  const origin = kind === "added" ? identityOrigin(profile.identity, "name") : NOWHERE;
  return kind === "added"
    ? { ...what, before: null, after: profile.name, ...origin }
    : { ...what, before: profile.name, after: null, ...origin };
}

/**
 * What changed from one version of a profile to the next, in the order of its sections. Pure.
 * @param older null when the enterprise was not there before; @param newer null when it is there no more
 */
export function profileDiff(older: Profile | null, newer: Profile | null): ProfileChange[] {
  const changes: ProfileChange[] = [];
  if (older === null && newer !== null)
    changes.push(enterpriseChange("added", newer), ...codeChanges([], newer.identity.codes.former ?? []));
  if (older !== null && newer === null) changes.push(enterpriseChange("ended", older));
  if (older !== null && newer !== null) changes.push(...identityChanges(older.identity, newer.identity));
  for (const section of SECTIONS)
    if (section !== "identity") changes.push(...sectionChanges(section, older, newer));
  return changes;
}

/** Keeps what may be shown: changes of the identity, and of records whose id is among `shown`. */
export function shownChanges(
  changes: readonly ProfileChange[],
  shown: ReadonlySet<string>,
): { changes: ProfileChange[]; withheld: number } {
  const kept = changes.filter((change) => change.record === null || shown.has(change.record));
  const records = new Set(changes.map((change) => change.record).filter((id) => id !== null));
  return { changes: kept, withheld: [...records].filter((id) => !shown.has(id)).length };
}
