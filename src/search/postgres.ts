import type { Sql } from "../db/client.ts";
import { type Piece, piece, rowsOf } from "../db/statement.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { CreditError } from "../errors.ts";
import { answerSearch, answerSuggest, type Found, pageOfAll } from "./answering.ts";
import type { Comparison } from "./comparison.ts";
import { FACETS, type FacetName, type SearchAnswer, type SearchEngine, type SearchQuery } from "./engine.ts";
import { facetValues } from "./labels.ts";
import { COMPARED, fetchedFor, isCompared, MOST_COMPARED, withoutLookalikes } from "./lookalikes.ts";
import { commonReadings } from "./postgresCommon.ts";
import { keptFor } from "./postgresKept.ts";
import { browse, type Counts, match, type PageRow, STANDING } from "./postgresPage.ts";
import { candidatesOf } from "./postgresRelaxed.ts";
import { suggested } from "./postgresSuggest.ts";
import { isWeighed, weighed } from "./weighed.ts";

type Suggested = Pick<Found, "snapshot" | "documents">;

const read = (text: string): SearchDocument => JSON.parse(text);

function unavailable(cause: unknown): CreditError {
  return cause instanceof CreditError
    ? cause
    : new CreditError("engine_unavailable", "The search in PostgreSQL failed", { cause });
}

function held(row: Pick<PageRow, "snapshot" | "stale"> | undefined): number {
  if (row?.stale === true)
    throw new CreditError("engine_unavailable", "The search keys in PostgreSQL are of another format");
  if (typeof row?.snapshot === "number") return row.snapshot;
  throw new CreditError("engine_unavailable", "Nothing is indexed yet");
}

function facetsFrom(counts: Counts): SearchAnswer["facets"] {
  const of = (facet: FacetName) =>
    facetValues(
      facet,
      counts.flatMap(([name, code, n]) => (name === facet ? [[code, n] as const] : [])),
    );
  const [district, status, industry, list, type] = FACETS;
  return {
    district: of(district),
    status: of(status),
    industry: of(industry),
    list: of(list),
    type: of(type),
  };
}

/**
 * The engine that is always there: its index is part of each snapshot. Of 1.3 million documents a name or code takes
 * milliseconds; a part that nearly all of them have (有限公司) takes a pass over the index of names.
 * @param options.keeps whether what many ask for is kept till the next night; not where each request opens an engine of its own
 */
export function postgresEngine(sql: Sql, { keeps = true }: { keeps?: boolean } = {}): SearchEngine {
  const common = commonReadings(sql);
  const keptPages = keptFor<Found>();
  const keptSuggestions = keptFor<Suggested>();

  /** Few enough to be compared with what was typed one by one, here. */
  async function findNear(query: SearchQuery, comparison: Comparison): Promise<Found> {
    const row = await candidatesOf(sql, query, comparison.reading);
    const documents = weighed(row.documents, comparison, query.sort);
    return pageOfAll({ snapshot: held(row), documents }, query);
  }

  async function find(query: SearchQuery, comparison: Comparison): Promise<Found> {
    const { reading } = comparison;
    if (isWeighed(reading)) return findNear(query, comparison);
    if (reading.readAs === "all") return answer(browse(query, reading));
    if (!(await common.isCommon(reading))) return findCompared(query, comparison);
    const ask = async () => {
      const rows = fetchedFor(query, reading, 0);
      const fetched = await answer(match(query, { reading, common: true, rows }));
      return withoutLookalikes(fetched, comparison, query.page === 1).found;
    };
    const { q: _, ...page } = query;
    return keeps ? keptPages(await tonight(), JSON.stringify([page, reading]), ask) : ask();
  }

  async function findCompared(query: SearchQuery, comparison: Comparison): Promise<Found> {
    const { reading } = comparison;
    const fetch = async (rows: { offset: number; limit: number }) => {
      const fetched = await answer(match(query, { reading, common: false, rows }));
      return withoutLookalikes(fetched, comparison, rows.offset === 0);
    };
    const rows = fetchedFor(query, reading, COMPARED);
    const page = await fetch(rows);
    const from = (query.page - 1) * query.size;
    const cut = (found: Found) => ({ ...found, documents: found.documents.slice(from, from + query.size) });
    const first =
      rows.offset === 0 || !isCompared(reading) ? page : await fetch({ offset: 0, limit: COMPARED });
    if (first.found.total === 0) return first.found;
    if (first.isDoubtful) return cut((await fetch({ offset: 0, limit: MOST_COMPARED })).found);
    return rows.offset === 0 ? cut(page.found) : page.found;
  }

  async function answer(statement: Piece): Promise<Found> {
    const [row] = await rowsOf<PageRow>(sql, statement);
    const counts: Counts = JSON.parse(row?.counts ?? "[]");
    return {
      snapshot: held(row),
      // Every document has one status.
      total: counts.reduce((sum, [facet, , n]) => (facet === "status" ? sum + n : sum), 0),
      documents: (row?.documents ?? []).map(read),
      facets: facetsFrom(counts),
    };
  }

  async function suggestions(query: SearchQuery, comparison: Comparison): Promise<Suggested> {
    const { reading } = comparison;
    if (isWeighed(reading)) return findNear(query, comparison);
    const ask = async (weighing: "once" | "kept"): Promise<Suggested> => {
      const row = await suggested(sql, query, { reading, weighing });
      return { snapshot: held(row), documents: (row?.documents ?? []).map(read) };
    };
    if (!keeps || !(await common.isFrequent(reading))) return ask("once");
    return keptSuggestions(await tonight(), JSON.stringify(reading), () => ask("kept"));
  }

  async function state() {
    const [row] = await rowsOf<{ snapshot: number | null; stale: boolean; publishedAt: string | null }>(
      sql,
      piece`select ${STANDING}, (select max(published_at) from published.snapshot)::text as "publishedAt"`,
    );
    return row;
  }

  async function tonight() {
    const row = await state();
    return { snapshot: held(row), publishedAt: row?.publishedAt ?? "" };
  }

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw unavailable(error);
    }
  };

  return {
    name: "postgresql",
    search: (query) => guarded(() => answerSearch(query, find)),
    suggest: (q) =>
      guarded(() => answerSuggest(q, { find: suggestions, snapshot: async () => held(await state()) })),
    snapshot: () => guarded(async () => (await state())?.snapshot ?? null),
  };
}
