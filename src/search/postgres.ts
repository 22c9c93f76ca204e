import type { Fragment, Sql } from "../db/client.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { CreditError } from "../errors.ts";
import type { FacetName, SearchEngine, SearchHit, SearchQuery, Suggestion } from "./engine.ts";
import { facetValues } from "./labels.ts";
import { matchedIn } from "./mark.ts";
import { commonReadings } from "./postgresCommon.ts";
import { candidates, filtering, matching, ordering } from "./postgresMatch.ts";
import { answerInTurn, type QueryReading, readQuery } from "./readQuery.ts";
import { scoreOf } from "./score.ts";

interface Found {
  snapshot: number;
  total: number;
  documents: string[];
  counts: [FacetName, string, number][];
}

/** What is answered from `page` (uscc, place) and `groups` (counts by facet), with the snapshot they are of, in one statement. */
const answered = (sql: Sql) => sql`
  select (select max(id) from published.snapshot) as snapshot,
    (select array_agg(d.document::text order by p.place)
      from page p join published.search_document d on d.uscc = p.uscc) as documents,
    (select json_agg(json_build_array(facet, code, n)) from (
      select case when grouping(status) = 0 then 'status' when grouping(district) = 0 then 'district'
        when grouping(industry) = 0 then 'industry' else 'type' end as facet,
        coalesce(status, district, industry, type) as code, sum(n)::int as n
      from groups group by grouping sets ((status), (district), (industry), (type))
      union all select 'list', list, sum(n)::int from groups cross join unnest(lists) as list where lists is not null group by list
    ) facets where code is not null)::text as counts`;

/** The page of a search without text. Days that are not known come last, but stand first in the index, so they are read apart. */
function browsed(sql: Sql, query: SearchQuery, reading: QueryReading): Fragment {
  const offset = (query.page - 1) * query.size;
  const from = (condition: Fragment) => sql`
    select m.uscc, m.established from (
      select d.uscc, d.name_key, d.established from published.search_document d where ${condition} ${filtering(sql, query)}
    ) m`;
  if (query.sort !== "established")
    return sql`${from(sql`true`)} order by ${ordering(sql, query, reading)} limit ${query.size} offset ${offset}`;
  const inIndexOrder = sql`order by m.established nulls first, m.uscc collate "C" limit ${offset + query.size}`;
  return sql`
    select m.uscc from ((${from(sql`d.established is not null`)} ${inIndexOrder})
      union all (${from(sql`d.established is null`)} ${inIndexOrder})) m
    order by ${ordering(sql, query, reading)} limit ${query.size} offset ${offset}`;
}

/** All documents that the filters leave: counted already, so that only the page is read. */
function browse(sql: Sql, query: SearchQuery, reading: QueryReading): Fragment {
  return sql`
    with page as (
      select o.uscc, row_number() over () as place from (${browsed(sql, query, reading)}) o
    ), groups as (
      select d.status, d.district, d.industry, d.type, nullif(d.lists, '{}') as lists, d.documents as n
      from published.search_total d where true ${filtering(sql, query)}
    ) ${answered(sql)}`;
}

/** Documents that a text finds. Common ones are read twice rather than kept: both passes may then share out the work. */
function match(sql: Sql, query: SearchQuery, of: { reading: QueryReading; common: boolean }): Fragment {
  const { reading, common } = of;
  return sql`
    with matched as ${common ? sql`not materialized` : sql`materialized`} (
      select d.uscc, d.name_key, d.established, d.status, d.district, d.industry, d.type, d.lists
      from published.search_document d where ${matching(sql, reading, common)} ${filtering(sql, query)}
    ), page as (
      select o.uscc, row_number() over () as place from (
        select m.uscc from matched m
        order by ${ordering(sql, query, reading)} limit ${query.size} offset ${(query.page - 1) * query.size}
      ) o
    ), groups as materialized (
      select status, district, industry, type, nullif(lists, '{}') as lists, count(*)::int as n
      from matched group by 1, 2, 3, 4, 5
    ) ${answered(sql)}`;
}

function hitOf(text: string, reading: QueryReading): SearchHit {
  const document: SearchDocument = JSON.parse(text);
  return { ...document, matched: matchedIn(document, reading), score: scoreOf(document, reading) };
}

function unavailable(cause: unknown): CreditError {
  return cause instanceof CreditError
    ? cause
    : new CreditError("engine_unavailable", "The search in PostgreSQL failed", { cause });
}

function held(snapshot: number | null | undefined): number {
  if (typeof snapshot === "number") return snapshot;
  throw new CreditError("engine_unavailable", "Nothing is indexed yet");
}

/**
 * The engine that is always there: its index is part of each snapshot. Of 1.3 million documents a name or code takes
 * milliseconds; a part that nearly all of them have (有限公司) takes a pass over the index of names.
 */
export function postgresEngine(sql: Sql): SearchEngine {
  const common = commonReadings(sql);

  async function find(query: SearchQuery, reading: QueryReading): Promise<Found> {
    const statement =
      reading.readAs === "all"
        ? browse(sql, query, reading)
        : match(sql, query, { reading, common: await common(reading) });
    const [row] = await sql<
      { snapshot: number | null; documents: string[] | null; counts: string | null }[]
    >`${statement}`;
    const counts: Found["counts"] = JSON.parse(row?.counts ?? "[]");
    return {
      snapshot: held(row?.snapshot),
      // Every document has one status.
      total: counts.reduce((sum, [facet, , n]) => (facet === "status" ? sum + n : sum), 0),
      documents: row?.documents ?? [],
      counts,
    };
  }

  async function suggestions(
    reading: QueryReading,
    q: string,
  ): Promise<{ found: Suggestion[]; snapshot: number }> {
    const query: SearchQuery = { ...ANY, q };
    const [row] = await sql<{ snapshot: number | null; documents: string[] | null }[]>`
      with page as (
        select o.uscc, row_number() over () as place from (
          select m.uscc from (${candidates(sql, reading)}) m order by ${ordering(sql, query, reading)} limit 10
        ) o
      )
      select (select max(id) from published.snapshot) as snapshot,
        (select array_agg(d.document::text order by p.place)
          from page p join published.search_document d on d.uscc = p.uscc) as documents`;
    const found = (row?.documents ?? []).flatMap((text) => {
      const { uscc, name, matched } = hitOf(text, reading);
      return matched === null ? [] : [{ uscc, name, matched }];
    });
    return { found, snapshot: held(row?.snapshot) };
  }

  const snapshot = async () => {
    const [row] = await sql<{ id: number | null }[]>`select max(id) as id from published.snapshot`;
    return row?.id ?? null;
  };

  return {
    name: "postgresql",
    async search(query) {
      try {
        const { reading, answer } = await answerInTurn(readQuery(query.q), {
          ask: (each) => find(query, each),
          found: ({ total }) => total > 0,
        });
        const of = (facet: FacetName) =>
          facetValues(
            facet,
            answer.counts.flatMap(([name, code, n]) => (name === facet ? [[code, n] as const] : [])),
          );
        return {
          readAs: reading.readAs,
          relaxed: reading.relaxed && answer.total > 0,
          total: answer.total,
          hits: answer.documents.map((text) => hitOf(text, reading)),
          facets: {
            district: of("district"),
            status: of("status"),
            industry: of("industry"),
            list: of("list"),
            type: of("type"),
          },
          snapshot: answer.snapshot,
        };
      } catch (error) {
        throw unavailable(error);
      }
    },
    async suggest(q) {
      try {
        const readings = readQuery(q);
        if (readings[0].readAs === "all") return { suggestions: [], snapshot: held(await snapshot()) };
        const { answer } = await answerInTurn(readings, {
          ask: (each) => suggestions(each, q),
          found: ({ found }) => found.length > 0,
        });
        return { suggestions: answer.found, snapshot: answer.snapshot };
      } catch (error) {
        throw unavailable(error);
      }
    },
    snapshot: () =>
      snapshot().catch((error) => {
        throw unavailable(error);
      }),
  };
}

const ANY: SearchQuery = {
  ...{ q: "", district: [], status: [], industry: [], type: [], list: [] },
  ...{ sort: "relevance", page: 1, size: 10 },
};
