import { z } from "zod";
import { ListedEntry } from "../enterprise/listEntry.ts";
import { ProfileAnswer, SourceCoverage } from "../enterprise/profile.ts";
import { ProfileChange } from "../enterprise/profileDiff.ts";
import { Judgement, Question } from "../enterprise/question.ts";
import { IsoDate, ListId } from "../enterprise/record.ts";
import { SearchDocument } from "../enterprise/searchDocument.ts";
import { FACETS } from "../search/engine.ts";

const Instant = z.iso.datetime().meta({ description: "RFC 3339, UTC" });
const Words = z.object({ zh: z.string(), en: z.string() });
const count = z.number().int().min(0);
const demo = z.boolean().meta({ description: "演示数据: every record is generated" });
const snapshot = z.string().meta({ description: "The number of the published night that was read" });
const standing = {
  engine: z.enum(["meilisearch", "postgresql"]),
  degraded: z.boolean().meta({ description: "The engine that should answer is down, behind or absent" }),
};

const Matched = z.object({
  field: z.enum([
    "name",
    "formerName",
    "uscc",
    "formerCode",
    "orgCode",
    "regNo",
    "legalRepresentative",
    "address",
  ]),
  text: z.string().meta({ description: "The field's text, the matched part between « and »" }),
});

const SearchHit = SearchDocument.extend({
  matched: Matched.nullable().meta({ description: "null when the query has no text" }),
  score: z.number(),
}).meta({ id: "SearchHit" });

const FacetValue = z.object({ code: z.string(), label: z.string(), count });

export const SearchPage = z
  .object({
    query: z.object({
      q: z.string(),
      readAs: z.string().meta({ description: "How the text was understood: all, code, name …" }),
      relaxed: z.boolean().meta({ description: "What was typed finds nothing; something near it is shown" }),
    }),
    total: count,
    page: z.number().int(),
    size: z.number().int(),
    hits: z.array(SearchHit),
    facets: z.record(z.enum(FACETS), z.array(FacetValue)),
    ...standing,
    snapshot,
    demo,
  })
  .meta({ id: "SearchPage" });

export const Suggestions = z
  .object({
    q: z.string(),
    suggestions: z.array(z.object({ uscc: z.string(), name: z.string(), matched: Matched })).max(10),
    relaxed: z.boolean().meta({ description: "What was typed finds nothing; these are near it" }),
    ...standing,
    snapshot,
    demo,
  })
  .meta({ id: "Suggestions" });

export const EnterpriseProfile = ProfileAnswer.meta({ id: "EnterpriseProfile" });

export const EnterpriseHistory = z
  .object({
    uscc: z.string(),
    name: z.string(),
    entries: z
      .array(
        z.object({
          snapshot,
          publishedAt: Instant,
          day: IsoDate,
          changes: z.array(ProfileChange),
          withheld: count.meta({ description: "Changed records that may no longer be published" }),
          formerCode: z.string().optional().meta({
            description: "The code whose own profile this changed, before that enterprise was shown here",
          }),
        }),
      )
      .meta({ description: "Newest first" }),
    snapshot,
    demo,
  })
  .meta({ id: "EnterpriseHistory" });

export const ListOverview = z
  .object({
    lists: z.array(
      z.object({
        list: ListId,
        title: Words,
        keeper: Words,
        basis: Words,
        effects: z.array(Words),
        period: Words,
        removal: Words,
        total: count,
        lastReceivedAt: Instant.nullable(),
      }),
    ),
    snapshot,
    demo,
  })
  .meta({ id: "ListOverview" });

export const ListEntry = ListedEntry.meta({ id: "ListEntry" });

export const ListPage = z
  .object({
    list: ListId,
    total: count,
    entries: z.array(ListEntry),
    next: z.string().nullable().meta({ description: "The cursor of the next page; null on the last" }),
    snapshot,
    demo,
  })
  .meta({ id: "ListPage" });

export const Sources = z
  .object({
    sources: z.array(
      z.object({
        source: z.string(),
        feed: z.string(),
        title: Words,
        keeper: Words,
        disclosure: z.enum(["public", "government", "consent"]),
        everyDays: count.meta({ description: "A delivery is due every so many days; 0: no promise" }),
        lastReceivedAt: Instant.nullable(),
        lastDelivery: z.string().nullable(),
        records: count.nullable().meta({ description: "Rows accepted; null for feeds that are not public" }),
        dueOn: IsoDate.nullable(),
        late: z.boolean(),
      }),
    ),
    snapshot: snapshot.nullable(),
    demo,
  })
  .meta({ id: "Sources" });

export const Snapshots = z
  .object({
    snapshots: z.array(
      z.object({
        snapshot,
        publishedAt: Instant,
        day: IsoDate,
        enterprises: count,
        changed: count,
        lists: z.partialRecord(ListId, count),
        sources: z.array(SourceCoverage),
        demo,
      }),
    ),
    next: z.string().nullable().meta({ description: "`before` of the next page; null on the last" }),
    demo,
  })
  .meta({ id: "Snapshots" });

const CodedCounts = z.array(FacetValue);
const Kinds = z.object({ lists: count, abnormal: count, penalties: count, licences: count });

export const Stats = z
  .object({
    enterprises: count,
    districts: CodedCounts,
    statuses: CodedCounts,
    industries: CodedCounts,
    types: CodedCounts,
    records: Kinds,
    withRecords: Kinds.meta({ description: "Enterprises with at least one published record of the kind" }),
    lists: z.partialRecord(ListId, count),
    lookups: z.object({
      today: count,
      last30Days: count,
      total: count,
      days: z.array(z.object({ day: IsoDate, count })),
    }),
    snapshot,
    publishedAt: Instant,
    demo,
  })
  .meta({ id: "Stats" });

export const ReviewJudgement = Judgement.meta({
  id: "ReviewJudgement",
  description: "`supersedes`: the `seq` it took the place of; `appliedIn`: the night that acted on it",
});
const ReviewQuestion = Question.extend({ judgement: ReviewJudgement.nullable() }).meta({
  id: "ReviewQuestion",
});

export const ReviewPage = z
  .object({
    open: count,
    unsure: count.meta({ description: "Of the open ones, those that somebody was unsure about" }),
    questions: z.array(ReviewQuestion),
    next: z.string().nullable(),
  })
  .meta({ id: "ReviewPage" });

export const ReviewDetail = ReviewQuestion.extend({
  open: z.boolean(),
  judgements: z.array(ReviewJudgement).meta({ description: "The last one first: it stands" }),
  version: z.string().meta({ description: "A digest of what is shown" }),
}).meta({ id: "ReviewDetail" });
