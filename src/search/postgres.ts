import type { Fragment, Sql } from "../db/client.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { CreditError } from "../errors.ts";
import type { FacetName, SearchEngine, SearchHit, SearchQuery, Suggestion } from "./engine.ts";
import { facetValues } from "./labels.ts";
import { matchedIn } from "./mark.ts";
import { commonGrams } from "./postgresCommon.ts";
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
  select (select max(id) from published.snapshot) as snapshot, (select coalesce(sum(n), 0)::int from groups) as total,
    (select array_agg(d.document::text order by p.place)
      from page p join published.search_document d on d.uscc = p.uscc) as documents,
    (select json_agg(json_build_array(facet, code, n)) from (
      select 'status' as facet, status as code, sum(n)::int as n from groups group by 2
      union all select 'district', district, sum(n)::int from groups where district is not null group by 2
      union all select 'industry', industry, sum(n)::int from groups where industry is not null group by 2
      union all select 'list', list, sum(n)::int from groups cross join unnest(lists) as list group by 2
    ) facets)::text as counts`;

/** All documents that the filters leave: counted already, so that only the page is read. */
function browse(sql: Sql, query: SearchQuery, reading: QueryReading): Fragment {
  return sql`
    with page as (
      select o.uscc, row_number() over () as place from (
        select m.uscc from (
          select d.uscc, d.name_key, d.established from published.search_document d where true ${filtering(sql, query)}
        ) m order by ${ordering(sql, query, reading)} limit ${query.size} offset ${(query.page - 1) * query.size}
      ) o
    ), groups as (
      select d.status, d.district, d.industry, d.lists, d.documents as n
      from published.search_total d where true ${filtering(sql, query)}
    ) ${answered(sql)}`;
}

/** Documents that a text finds. Common ones are read twice rather than kept: both passes may then share out the work. */
function match(sql: Sql, query: SearchQuery, of: { reading: QueryReading; common: boolean }): Fragment {
  const { reading, common } = of;
  return sql`
    with matched as ${common ? sql`not materialized` : sql`materialized`} (
      select d.uscc, d.name_key, d.established, d.status, d.district, d.industry, d.lists
      from published.search_document d where ${matching(sql, reading, common)} ${filtering(sql, query)}
    ), page as (
      select o.uscc, row_number() over () as place from (
        select m.uscc from matched m
        order by ${ordering(sql, query, reading)} limit ${query.size} offset ${(query.page - 1) * query.size}
      ) o
    ), groups as materialized (
      select status, district, industry, nullif(lists, '{}') as lists, count(*)::int as n from matched group by 1, 2, 3, 4
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
  const common = commonGrams(sql);

  async function find(query: SearchQuery, reading: QueryReading): Promise<Found> {
    const statement =
      reading.readAs === "all"
        ? browse(sql, query, reading)
        : match(sql, query, { reading, common: await common.allOf(reading) });
    const [row] = await sql<
      { snapshot: number | null; total: number; documents: string[] | null; counts: string | null }[]
    >`${statement}`;
    return {
      snapshot: held(row?.snapshot),
      total: row?.total ?? 0,
      documents: row?.documents ?? [],
      counts: JSON.parse(row?.counts ?? "[]"),
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
