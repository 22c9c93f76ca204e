import { z } from "zod";
import { Coded, IsoDate, ListId, RECORD_KINDS } from "./record.ts";

const text = z.string().nullable();
export const Words = z.object({ zh: z.string(), en: z.string() });

/** What the records say of their subject. `badCode`: a code that fails its checks; `region`: GB/T 2260 or as written. */
export const Stated = z.object({
  name: text,
  uscc: text,
  badCode: text,
  orgCode: text,
  regNo: text,
  legalRepresentative: text,
  region: text,
  address: text,
});
export type Stated = z.infer<typeof Stated>;

/** What an enterprise is compared by. */
export const KnownParty = z.object({
  uscc: z.string(),
  name: z.string(),
  formerNames: z.array(z.string()),
  legalRepresentative: text,
  district: Coded.nullable(),
  address: text,
  regNo: text,
  established: IsoDate.nullable(),
  closed: IsoDate.nullable(),
});
export type KnownParty = z.infer<typeof KnownParty>;

/** One compared feature: how it stands, what it weighs in bits (for +, against -), and the two values. */
export const Feature = z.object({
  feature: z.string(),
  level: z.string(),
  weight: z.number(),
  left: text,
  right: text,
});
export type Feature = z.infer<typeof Feature>;

/** How a pair was weighed. `zh` and `en` say it in one sentence; '' when the night gave none. */
export const Evidence = z.object({
  version: z.string(),
  probability: z.number().nullable(),
  features: z.array(Feature),
  ...Words.shape,
});
export type Evidence = z.infer<typeof Evidence>;

export const VERDICTS = ["same", "different", "unsure"] as const;
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

/** What somebody decided. `supersedes`: the `seq` of the judgement it takes the place of; `appliedIn`: the night that took it in. */
export const Judgement = z.object({
  seq: z.number().int(),
  verdict: Verdict,
  by: z.string(),
  at: z.iso.datetime(),
  reason: z.string(),
  supersedes: z.number().int().nullable(),
  appliedIn: z.number().int().nullable(),
});
export type Judgement = z.infer<typeof Judgement>;

/**
 * Records of one feed that go where the question goes. `title`: the feed's, null before the first night; `linked`: how many of them
 * are with the enterprise already.
 */
export const AskedRecords = z.object({
  source: z.string(),
  feed: z.string(),
  title: Words.nullable(),
  kind: z.enum(RECORD_KINDS),
  list: ListId.nullable(),
  restricted: z.boolean(),
  count: z.number().int(),
  linked: z.number().int(),
});
export type AskedRecords = z.infer<typeof AskedRecords>;

export const Consequences = z.object({ records: z.array(AskedRecords), ...Words.shape });
export type Consequences = z.infer<typeof Consequences>;

/** Another enterprise that the same records may be about. */
export const Sibling = z.object({
  id: z.string(),
  uscc: z.string(),
  name: text,
  probability: z.number(),
  verdict: Verdict.nullable(),
});
export type Sibling = z.infer<typeof Sibling>;

/** Is the subject of these records this enterprise? `why` is a stable code, `whyWords` the same in words. */
export const Question = z.object({
  id: z.string(),
  uscc: z.string(),
  probability: z.number(),
  why: z.string(),
  whyWords: Words,
  stated: Stated,
  enterprise: KnownParty.nullable(),
  evidence: Evidence.nullable(),
  consequences: Consequences,
  siblings: z.array(Sibling),
  judgement: Judgement.nullable(),
  askedIn: z.number().int(),
});
export type Question = z.infer<typeof Question>;

export const LONGEST_REASON = 2_000;
/** One line of text at least, without control characters but tabs and line breaks. */
export const Reason = z
  .string("expected a text")
  .trim()
  .min(1, "expected a reason")
  .max(LONGEST_REASON, `expected at most ${LONGEST_REASON} characters`)
  .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, "expected a text without control characters");

function objectOf(json: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json ?? "null");
    return z.record(z.string(), z.unknown()).safeParse(value).data ?? {};
  } catch {
    return {};
  }
}

const textOf = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value : null);

/** Reads what a night wrote; a part that is absent, empty or of another kind is null. */
export function readStated(json: string | null): Stated {
  const told = objectOf(json);
  const parts = Object.keys(Stated.shape).map((part) => [part, textOf(told[part])]);
  return Stated.parse(Object.fromEntries(parts));
}

const LooseFeature = z.object({
  feature: z.string(),
  level: z.string().catch(""),
  weight: z.number().catch(0),
  left: text.catch(null),
  right: text.catch(null),
});

/** Reads what a night wrote, as far as it can be read; null when nothing was weighed. */
export function readEvidence(json: string | null): Evidence | null {
  const told = objectOf(json);
  if (Object.keys(told).length === 0) return null;
  const features = Array.isArray(told.features) ? told.features : [];
  return {
    version: textOf(told.version) ?? "",
    probability: typeof told.probability === "number" ? told.probability : null,
    features: features.flatMap((feature) => LooseFeature.safeParse(feature).data ?? []),
    zh: textOf(told.zh) ?? "",
    en: textOf(told.en) ?? "",
  };
}
