import {
  licencePublication,
  listPublication,
  penaltyPublication,
  publicLicence,
} from "../../src/enterprise/disclosure.ts";
import type {
  Profile,
  PublishedLicence,
  PublishedListEntry,
  PublishedPenalty,
} from "../../src/enterprise/profile.ts";
import type { LicenceBody, ListBody, PenaltyBody } from "../../src/enterprise/record.ts";
import { summarise } from "../../src/enterprise/summary.ts";
import { byId, type GroupedCode, type LinkedRecord, publicBody, type SeenName } from "./linkedRecord.ts";
import { mergeIdentity } from "./mergeIdentity.ts";

export interface Merged {
  profile: Profile;
  /** The first day on which this profile is no longer what may be shown; null when no period ends. */
  rebuildOn: string | null;
}

const origin = (record: LinkedRecord, until: string | null) => ({
  receivedAt: record.delivery.receivedOn,
  publishedAt: record.publishedOn,
  publicUntil: until,
});
const provenance = (record: LinkedRecord) => ({
  source: record.source,
  feed: record.feed,
  delivery: record.delivery.id,
});

/** A list entry as it may be published on `today`, or null. */
export function publishedListEntry(record: LinkedRecord, today: string): PublishedListEntry | null {
  const body = publicBody<ListBody>(record);
  const publication = listPublication(body, today);
  if (!publication.published) return null;
  return { id: record.id, ...body, ...origin(record, publication.until), ...provenance(record) };
}

function publishedPenalty(record: LinkedRecord, today: string): PublishedPenalty | null {
  const body = publicBody<PenaltyBody>(record);
  const publication = penaltyPublication(body, today);
  if (!publication.published) return null;
  const { deliveredUntil: _, ...shown } = body;
  return { id: record.id, ...shown, ...origin(record, publication.until), ...provenance(record) };
}

function publishedLicence(record: LinkedRecord): PublishedLicence | null {
  const body = publicBody<LicenceBody>(record);
  const publication = licencePublication(body);
  if (!publication.published) return null;
  return {
    id: record.id,
    ...publicLicence(body),
    ...origin(record, publication.until),
    ...provenance(record),
  };
}

/** Newest first, then id. */
function newestFirst<T extends { id: string }>(items: T[], day: (item: T) => string | null): T[] {
  return items.sort((a, b) => {
    const [dayA, dayB] = [day(a) ?? "", day(b) ?? ""];
    return dayA === dayB ? byId(a, b) : dayA < dayB ? 1 : -1;
  });
}

function collect<T>(
  records: readonly LinkedRecord[],
  kind: LinkedRecord["kind"],
  make: (record: LinkedRecord) => T | null,
): T[] {
  const made: T[] = [];
  for (const record of records) {
    if (record.kind !== kind) continue;
    const item = make(record);
    if (item !== null) made.push(item);
  }
  return made;
}

/**
 * The public profile of one enterprise: a pure function of the records linked to any of its codes and the day, whatever order they come in.
 * @param today `YYYY-MM-DD` in Asia/Shanghai
 * @returns null without a base record
 */
export function mergeProfile(
  uscc: string,
  of: {
    records: readonly LinkedRecord[];
    seenNames: readonly SeenName[];
    formerCodes: readonly GroupedCode[];
  },
  today: string,
): Merged | null {
  const identity = mergeIdentity(uscc, of);
  if (identity === null) return null;
  const entries = newestFirst(
    collect(of.records, "list", (record) => publishedListEntry(record, today)),
    (entry) => entry.listedOn,
  );
  const abnormal = entries.filter((entry) => entry.list === "abnormal");
  const lists = entries.filter((entry) => entry.list !== "abnormal");
  const penalties = newestFirst(
    collect(of.records, "penalty", (record) => publishedPenalty(record, today)),
    (penalty) => penalty.decidedOn,
  );
  const licences = newestFirst(
    collect(of.records, "licence", (record) => publishedLicence(record)),
    (licence) => licence.decidedOn,
  );
  const profile: Profile = {
    uscc,
    name: identity.name,
    identity,
    summary: summarise({ lists, abnormal, penalties, licences }, today),
    lists,
    abnormal,
    penalties,
    licences,
  };
  return { profile, rebuildOn: rebuildOn(profile, today) };
}

function rebuildOn(profile: Profile, today: string): string | null {
  let first: string | null = null;
  const consider = (day: string | null) => {
    if (day !== null && day > today && (first === null || day < first)) first = day;
  };
  for (const item of [...profile.lists, ...profile.abnormal, ...profile.penalties, ...profile.licences])
    consider(item.publicUntil);
  for (const entry of profile.abnormal) consider(entry.removedOn);
  return first;
}
