import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { isDemo, needSnapshot } from "../db/snapshots.ts";
import { FILTERS, type FilterName, isFilterCode } from "../enterprise/filterCodes.ts";
import { CreditError } from "../errors.ts";
import { SORTS } from "../search/engine.ts";
import { respondJson, snapshotHeaders } from "./answer.ts";
import { SearchPage, Suggestions } from "./answers.ts";
import { type ApiContext, todayOf } from "./apiEnv.ts";
import { readQuery, refused, wholeNumber } from "./parameters.ts";
import { json, problems } from "./responses.ts";

/** Results that can be paged through. */
const DEEPEST = 10_000;
const LONGEST_TEXT = 200;

const text = z
  .string()
  .refine((q) => [...q].length <= LONGEST_TEXT, `expected at most ${LONGEST_TEXT} characters`)
  .default("");
const codes = (what: string) => z.array(z.string()).default([]).meta({ description: what });

const SearchParameters = z.strictObject({
  q: text.meta({
    description: "A name, a part of one, or a code; empty lists what the filters leave",
    maxLength: LONGEST_TEXT,
  }),
  district: codes("GB/T 2260, six digits; repeat it for several"),
  status: codes("active, cancelled, revoked …; repeat it for several"),
  industry: codes("A section of GB/T 4754; repeat it for several"),
  type: codes("市场主体类型; repeat it for several"),
  list: codes("The id of a list the enterprise stands on; repeat it for several"),
  sort: z.enum(SORTS, `expected one of ${SORTS.join(", ")}`).default("relevance"),
  page: wholeNumber({ from: 1, otherwise: 1 }),
  size: wholeNumber({ from: 1, to: 100, otherwise: 20 }),
});

const SuggestParameters = z.strictObject({
  q: text.meta({ description: "What was typed so far", maxLength: LONGEST_TEXT }),
});

export const searchRoute = createRoute({
  method: "get",
  path: "/enterprises",
  summary: "Search enterprises",
  description:
    "Codes of one filter are alternatives, filters combine. page × size ≤ 10,000, else 400 page_too_deep.",
  request: { query: SearchParameters },
  responses: {
    ...json(SearchPage, "Hits, facets, and who answered"),
    ...problems({ 400: "invalid_parameter, page_too_deep", 503: "no_snapshot, engine_unavailable" }),
  },
});

export const suggestRoute = createRoute({
  method: "get",
  path: "/suggest",
  summary: "Suggest enterprises while a reader types",
  request: { query: SuggestParameters },
  responses: {
    ...json(Suggestions, "At most ten"),
    ...problems({ 400: "invalid_parameter", 503: "no_snapshot, engine_unavailable" }),
  },
});

function checkCodes(query: Record<FilterName, readonly string[]>): void {
  const unknown = FILTERS.flatMap((name) =>
    query[name]
      .filter((code) => !isFilterCode(name, code))
      .map((code) => ({ name, expected: `no such code: ${code}` })),
  );
  const [first, ...others] = unknown;
  if (first !== undefined) throw refused([first, ...others]);
}

/** What an engine answers, and whether its snapshot is a demo. Before the first night there is none, whatever else is wrong. */
async function ofSnapshot<T extends { snapshot: number }>(
  c: ApiContext,
  asked: Promise<T>,
): Promise<{ demo: boolean; answer: T }> {
  try {
    const answer = await asked;
    return { demo: await isDemo(c.env.sql, answer.snapshot), answer };
  } catch (error) {
    await needSnapshot(c.env.sql);
    throw error;
  }
}

export async function searchEnterprises(c: ApiContext): Promise<Response> {
  const query = readQuery(c, SearchParameters);
  checkCodes(query);
  if (query.page * query.size > DEEPEST)
    throw new CreditError(
      "page_too_deep",
      "Only the first 10,000 results can be paged through: narrow the search",
      {
        details: { page: query.page, size: query.size },
      },
    );
  const { demo, answer: found } = await ofSnapshot(c, c.env.search.search(query));
  c.env.lookups.count("search", todayOf(c));
  const value = {
    query: { q: query.q, readAs: found.readAs, relaxed: found.relaxed },
    total: found.total,
    page: query.page,
    size: query.size,
    hits: found.hits,
    facets: found.facets,
    engine: found.engine,
    degraded: found.degraded,
    snapshot: String(found.snapshot),
    demo,
  };
  return respondJson(c, {
    schema: SearchPage,
    value,
    headers: snapshotHeaders({ id: found.snapshot, demo }),
  });
}

export async function suggestEnterprises(c: ApiContext): Promise<Response> {
  const { q } = readQuery(c, SuggestParameters);
  const { demo, answer } = await ofSnapshot(c, c.env.search.suggest(q));
  const { suggestions, relaxed, engine, degraded, snapshot } = answer;
  c.env.lookups.count("suggest", todayOf(c));
  const value = { q, suggestions, relaxed, engine, degraded, snapshot: String(snapshot), demo };
  return respondJson(c, { schema: Suggestions, value, headers: snapshotHeaders({ id: snapshot, demo }) });
}
