import { z } from "zod";
import { readEnterpriseType } from "../enterprise/enterpriseTypes.ts";
import { INDUSTRIES } from "../enterprise/industries.ts";
import { LIST_IDS } from "../enterprise/record.ts";
import { regionLabel } from "../enterprise/regions.ts";
import { STATUSES } from "../enterprise/statuses.ts";
import { CreditError } from "../errors.ts";
import { FACETS, type SearchQuery, SORTS } from "../search/engine.ts";

export const PAGE_SIZE = 20;
export const DEEPEST_PAGE = 500;
/** Filters that the address may carry; `type` has no facet, but links may use it. */
export const FILTERS = [...FACETS, "type"] as const;
export type FilterName = (typeof FILTERS)[number];

const LISTS: readonly string[] = LIST_IDS;
const KNOWN: Record<FilterName, (code: string) => boolean> = {
  district: (code) => /^\d{6}$/.test(code) && regionLabel(code) !== null,
  status: (code) => STATUSES.labels(code) !== null,
  industry: (code) => INDUSTRIES.labels(code) !== null,
  type: (code) => code === "other" || readEnterpriseType(code)?.code === code,
  list: (code) => LISTS.includes(code),
};

const One = z.object({
  q: z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().max(200)),
  sort: z.enum(SORTS),
  page: z.coerce.number().int().min(1),
});

/**
 * What a search address asks for.
 * @throws CreditError `invalid_parameter`, `page_too_deep`
 */
export function readSearch(params: URLSearchParams): SearchQuery {
  const parsed = One.safeParse({
    q: params.get("q") ?? "",
    sort: params.get("sort") ?? "relevance",
    page: params.get("page") ?? "1",
  });
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join(".");
    throw new CreditError("invalid_parameter", `${field} is not valid`, { details: { parameter: field } });
  }
  if (parsed.data.page > DEEPEST_PAGE)
    throw new CreditError("page_too_deep", "the first 10,000 results can be paged through");
  const codes = (name: FilterName) => {
    const values = [...new Set(params.getAll(name).filter((value) => value !== ""))];
    if (!values.every(KNOWN[name]))
      throw new CreditError("invalid_parameter", `${name} has no such code`, {
        details: { parameter: name },
      });
    return values;
  };
  return {
    ...parsed.data,
    size: PAGE_SIZE,
    district: codes("district"),
    status: codes("status"),
    industry: codes("industry"),
    type: codes("type"),
    list: codes("list"),
  };
}

/** The address of a search, without what is at its default. A changed condition starts at page 1. */
export function searchPath(query: SearchQuery, change: Partial<SearchQuery> = {}): string {
  const to = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  if (to.q !== "") params.set("q", to.q);
  for (const name of FILTERS) for (const code of to[name]) params.append(name, code);
  if (to.sort !== "relevance") params.set("sort", to.sort);
  if (to.page > 1) params.set("page", String(to.page));
  const text = params.toString();
  return text === "" ? "/search" : `/search?${text}`;
}
