import { z } from "zod";
import { BaseBody, IsoDate, LicenceBody, ListBody, ListId, Note, PenaltyBody } from "./record.ts";

/** Where a published record comes from and when it came. Days are those of Asia/Shanghai. */
const origin = {
  id: z.string(),
  receivedAt: IsoDate,
  publishedAt: IsoDate,
  /** Shown up to and including the day before; null when no period ends it. */
  publicUntil: IsoDate.nullable(),
  notes: z.array(Note),
  source: z.string(),
  feed: z.string(),
  delivery: z.string(),
};

export const PublishedPenalty = z.object({
  ...origin,
  ...PenaltyBody.omit({ deliveredUntil: true, notes: true }).shape,
});
export type PublishedPenalty = z.infer<typeof PublishedPenalty>;

export const PublishedLicence = z.object({ ...origin, ...LicenceBody.omit({ notes: true }).shape });
export type PublishedLicence = z.infer<typeof PublishedLicence>;

export const PublishedListEntry = z.object({ ...origin, ...ListBody.omit({ notes: true }).shape });
export type PublishedListEntry = z.infer<typeof PublishedListEntry>;

/** Which record a field of the identity was taken from, and the day that record speaks of. */
export const FieldSource = z.object({
  source: z.string(),
  feed: z.string(),
  delivery: z.string(),
  asOf: IsoDate,
});
export type FieldSource = z.infer<typeof FieldSource>;

export const IDENTITY_FIELDS = [
  "name",
  "status",
  "type",
  "legalRepresentative",
  "capital",
  "established",
  "approved",
  "operatingFrom",
  "operatingTo",
  "closed",
  "address",
  "district",
  "industry",
  "industryText",
  "scope",
  "authority",
  "orgCode",
  "regNo",
] as const;
export const IdentityField = z.enum(IDENTITY_FIELDS);
export type IdentityField = z.infer<typeof IdentityField>;

/** A value that another record gives for a field, and that lost. */
export const Conflict = z.object({ field: IdentityField, value: z.string(), ...FieldSource.shape });
export type Conflict = z.infer<typeof Conflict>;

export const FormerName = z.object({
  name: z.string(),
  /** The day on which the name was given up, when a change record says so. */
  until: IsoDate.nullable(),
  source: z.string(),
  feed: z.string(),
  delivery: z.string(),
});
export type FormerName = z.infer<typeof FormerName>;

/** Why two codes are one enterprise: the register's word (a shared code, a change record), or a person's. */
export const SAME_BASES = ["org_code", "reg_no", "change", "judgement"] as const;

/** A code or a registration number that the enterprise had, or that it has besides. */
export const FormerCode = z.object({
  code: z.string(),
  kind: z.enum(["uscc", "regNo"]),
  /** Why it is this enterprise's, in the order of the alphabet. */
  bases: z.array(z.enum(SAME_BASES)),
  /** The day on which it was given up, when a record says so. */
  until: IsoDate.nullable(),
  /** The base or change record that bears it; null when only a person says so. */
  source: z.string().nullable(),
  feed: z.string().nullable(),
  delivery: z.string().nullable(),
});
export type FormerCode = z.infer<typeof FormerCode>;

export const Identity = z.object({
  name: z.string(),
  formerNames: z.array(FormerName),
  codes: z.object({
    uscc: z.string(),
    orgCode: z.string().nullable(),
    regNo: z.string().nullable(),
    /** Absent when there are none. */
    former: z.array(FormerCode).optional(),
  }),
  ...BaseBody.omit({ name: true, uscc: true, orgCode: true, regNo: true, notes: true }).shape,
  fieldSources: z.partialRecord(IdentityField, FieldSource),
  conflicts: z.array(Conflict),
});
export type Identity = z.infer<typeof Identity>;

export const Summary = z.object({
  lists: z.array(ListId),
  counts: z.object({
    lists: z.number().int(),
    abnormal: z.number().int(),
    /** Entries of the 经营异常名录 that are still open. */
    abnormalOpen: z.number().int(),
    penalties: z.number().int(),
    licences: z.number().int(),
  }),
  lastPenaltyOn: IsoDate.nullable(),
});
export type Summary = z.infer<typeof Summary>;

/**
 * The public profile of one enterprise, as it is stored: what the merge makes of the linked records.
 * The answer of the API adds `sources` and `snapshot` (and `demo`, `asOf`, `withheld` where they apply).
 * Orders: lists and abnormal by listedOn, penalties and licences by decidedOn, newest first, then id.
 */
export const Profile = z.object({
  uscc: z.string(),
  name: z.string(),
  identity: Identity,
  summary: Summary,
  /** Entries on lists other than the 经营异常名录. */
  lists: z.array(PublishedListEntry),
  abnormal: z.array(PublishedListEntry),
  penalties: z.array(PublishedPenalty),
  licences: z.array(PublishedLicence),
});
export type Profile = z.infer<typeof Profile>;

/** What one feed has delivered up to a snapshot. `lastReceivedAt` null: nothing was ever received. */
export const SourceCoverage = z.object({
  source: z.string(),
  feed: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  keeper: z.object({ zh: z.string(), en: z.string() }),
  available: z.boolean(),
  lastReceivedAt: z.string().nullable(),
  lastDelivery: z.string().nullable(),
  records: z.number().int(),
});
export type SourceCoverage = z.infer<typeof SourceCoverage>;

export const ProfileAnswer = Profile.extend({
  sources: z.array(SourceCoverage),
  snapshot: z.string(),
  /** 演示数据: every record of this database is generated. */
  demo: z.boolean(),
  /** With `?asOf=` only: how many records of that day may no longer be published. */
  withheld: z.number().int().optional(),
  asOf: z.string().optional(),
});
export type ProfileAnswer = z.infer<typeof ProfileAnswer>;
