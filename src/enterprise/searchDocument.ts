import { z } from "zod";
import type { Profile } from "./profile.ts";
import { Coded, IsoDate, ListId } from "./record.ts";

/** What a search engine holds of one enterprise: public fields only, made from its profile. */
export const SearchDocument = z.object({
  uscc: z.string(),
  name: z.string(),
  formerNames: z.array(z.string()),
  /** Codes and registration numbers that it had; absent when there are none. */
  formerCodes: z.array(z.string()).optional(),
  orgCode: z.string().nullable(),
  regNo: z.string().nullable(),
  legalRepresentative: z.string().nullable(),
  status: Coded,
  type: Coded.nullable(),
  district: Coded.nullable(),
  industry: Coded.nullable(),
  established: IsoDate.nullable(),
  address: z.string().nullable(),
  /** Ids of the lists it stands on, an open entry of the 经营异常名录 included. */
  lists: z.array(ListId),
  counts: z.object({
    lists: z.number().int(),
    abnormal: z.number().int(),
    penalties: z.number().int(),
    licences: z.number().int(),
  }),
});
export type SearchDocument = z.infer<typeof SearchDocument>;

/** Pure: the same profile always gives the same document. */
export function searchDocument(profile: Profile): SearchDocument {
  const { identity, summary } = profile;
  const { former } = identity.codes;
  const lists: ListId[] = summary.counts.abnormalOpen > 0 ? ["abnormal", ...summary.lists] : summary.lists;
  return {
    uscc: profile.uscc,
    name: profile.name,
    formerNames: identity.formerNames.map((former) => former.name),
    ...(former === undefined ? {} : { formerCodes: [...new Set(former.map(({ code }) => code))] }),
    orgCode: identity.codes.orgCode,
    regNo: identity.codes.regNo,
    legalRepresentative: identity.legalRepresentative,
    status: identity.status,
    type: identity.type,
    district: identity.district,
    industry: identity.industry,
    established: identity.established,
    address: identity.address,
    lists,
    counts: {
      lists: summary.counts.lists,
      abnormal: summary.counts.abnormal,
      penalties: summary.counts.penalties,
      licences: summary.counts.licences,
    },
  };
}
