import { regionLabel } from "../../../src/enterprise/regions.ts";
import type { SearchDocument } from "../../../src/enterprise/searchDocument.ts";

/** A company that both engines are loaded with, as far as queries are made from it. */
export interface Company {
  /** A sound code that no other one has. */
  uscc: string;
  name: string;
  formerName: string | null;
  regNo: string | null;
  representative: string | null;
  address: string | null;
  /** `YYYY-MM-DD`. */
  established: string | null;
  /** Set on firms of a list of short names: what that list calls them. */
  stockName: string | null;
}

/**
 * The form in which the judge compares texts: NFKC, capitals, letters and digits. Not the project's own folding, so that a
 * mistake there is seen here.
 */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

const FORM =
  /(?:有限责任公司|股份有限公司|集团有限公司|有限公司|股份公司|集团公司|总公司|公司|专业合作社|合伙企业有限合伙|合伙企业普通合伙|合伙企业)$/;

/** A `plain` name without the usual legal forms, by a rule of the judge's own. */
export const withoutForm = (key: string) => key.replace(FORM, "");

/** Where the code says a company was registered. */
export const districtOf = (company: Company) => company.uscc.slice(2, 8);

const SECTIONS = [..."ACEFGIJKLMNORS"];

/** What a profile of it would be indexed as. Nothing but names, codes, representative and address is used by queries. */
export function documentOf(company: Company): SearchDocument {
  const { uscc, name, formerName, regNo, representative, address, established } = company;
  const district = districtOf(company);
  const label = regionLabel(district);
  const section = SECTIONS[uscc.charCodeAt(12) % SECTIONS.length] ?? "F";
  return {
    uscc,
    name,
    formerNames: formerName === null ? [] : [formerName],
    orgCode: uscc.slice(8, 17),
    regNo,
    legalRepresentative: representative,
    status: { code: "active", label: "存续" },
    type: { code: "1130", label: "私营有限责任公司(自然人控股或私营性质企业控股)" },
    district: label === null ? null : { code: district, label },
    industry: { code: section, label: section },
    established,
    address,
    lists: [],
    counts: { lists: 0, abnormal: 0, penalties: 0, licences: 0 },
  };
}

/** Documents in batches, made as they are asked for: a million of them would not fit beside the engines. */
export async function* documentBatches(companies: readonly Company[]): AsyncGenerator<SearchDocument[]> {
  for (let from = 0; from < companies.length; from += 2_000)
    yield companies.slice(from, from + 2_000).map(documentOf);
}
