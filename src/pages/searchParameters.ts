import { z } from "zod";
import { FILTERS, type FilterName, isFilterCode } from "../enterprise/filterCodes.ts";
import { CreditError } from "../errors.ts";
import { type SearchQuery, SORTS } from "../search/engine.ts";

export const PAGE_SIZE = 20;
export const DEEPEST_PAGE = 500;
const LONGEST_TEXT = 200;

const One = z.object({
  q: z
    .string()
    .transform((text) => text.trim())
    .refine((text) => [...text].length <= LONGEST_TEXT && !text.includes("\u0000")),
  sort: z.enum(SORTS),
  page: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

/**
 * What a search address asks for.
 * @throws CreditError `invalid_parameter`, `page_too_deep`
 */
export function readSearch(params: URLSearchParams): SearchQuery {
  const parsed = One.safeParse({
    q: params.get("q") ?? "",
    // A form sends what was left empty, too.
    sort: params.get("sort") || "relevance",
    page: params.get("page") || "1",
  });
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join(".");
    throw new CreditError("invalid_parameter", `${field} is not valid`, { details: { parameter: field } });
  }
  if (parsed.data.page > DEEPEST_PAGE)
    throw new CreditError("page_too_deep", "the first 10,000 results can be paged through");
  const codes = (name: FilterName) => {
    const values = [...new Set(params.getAll(name).filter((value) => value !== ""))];
    if (!values.every((code) => isFilterCode(name, code)))
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

/** A change of a search that takes every filter away. */
export const WITHOUT_FILTERS = { district: [], status: [], industry: [], type: [], list: [] } as const;

/** The parameters of a search, without what is at its default. A changed condition starts at page 1. */
export function searchParams(query: SearchQuery, change: Partial<SearchQuery> = {}): URLSearchParams {
  const to = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  if (to.q !== "") params.set("q", to.q);
  for (const name of FILTERS) for (const code of to[name]) params.append(name, code);
  if (to.sort !== "relevance") params.set("sort", to.sort);
  if (to.page > 1) params.set("page", String(to.page));
  return params;
}

/** The address of a search, which says all of it. */
export function searchPath(query: SearchQuery, change: Partial<SearchQuery> = {}): string {
  const text = searchParams(query, change).toString();
  return text === "" ? "/search" : `/search?${text}`;
}
