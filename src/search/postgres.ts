import type { Sql } from "../db/client.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import { CreditError } from "../errors.ts";
import {
  FACETS,
  type FacetName,
  type SearchAnswer,
  type SearchEngine,
  type SearchHit,
  type SearchQuery,
} from "./engine.ts";
import { neededGrams } from "./grams.ts";
import { facetValues } from "./labels.ts";
import { matchedIn } from "./mark.ts";
import { type QueryReading, readQuery } from "./readQuery.ts";
import { scoreOf } from "./score.ts";

interface Row {
  snapshot: number | null;
  total: number;
  documents: string[] | null;
  district: Counts;
  status: Counts;
  industry: Counts;
  list: Counts;
}
type Counts = [string, number][] | null;

/** The condition that a reading puts on a document `d`. Grams find the candidates, `position` makes sure of them. */
function matching(sql: Sql, reading: QueryReading) {
  if (reading.readAs === "all") return sql`true`;
  if (reading.readAs === "code") return sql`d.uscc = ${reading.uscc}`;
  if (reading.readAs === "code_repaired") return sql`d.uscc = any(${reading.repairs}::text[])`;
  if (reading.readAs === "code_part") {
    const { part } = reading;
    const reversed = [...part].reverse().join("");
    // The part is letters and digits alone, so nothing in it means anything to `like`.
    return sql`(d.uscc like ${`${part}%`} or reverse(d.uscc) like ${`${reversed}%`} or substr(d.uscc, 9, 9) like ${`${part}%`}
      or d.document ->> 'regNo' like ${`${part}%`} or d.grams @> ${neededGrams(part)}::text[] and position(${part} in d.name_key) > 0)`;
  }
  if (reading.parts.length === 0) return sql`false`;
  const grams = [...new Set(reading.parts.flatMap(neededGrams))];
  const inside = reading.parts.map((part) => sql`and position(${part} in d.name_key) > 0`);
  return sql`d.grams @> ${grams}::text[] ${inside}`;
}

const among = (values: readonly string[]) => [...values];

function filtered(sql: Sql, query: SearchQuery) {
  const { district, status, industry, type, list } = query;
  return sql`
    ${district.length > 0 ? sql`and d.district = any(${among(district)}::text[])` : sql``}
    ${status.length > 0 ? sql`and d.status = any(${among(status)}::text[])` : sql``}
    ${industry.length > 0 ? sql`and d.industry = any(${among(industry)}::text[])` : sql``}
    ${type.length > 0 ? sql`and d.type = any(${among(type)}::text[])` : sql``}
    ${list.length > 0 ? sql`and d.lists && ${among(list)}::text[]` : sql``}`;
}

/** Relevance: the whole name, a whole former name, the beginning of the name, then the shorter, then the code. */
function ordered(sql: Sql, query: SearchQuery, reading: QueryReading) {
  if (query.sort === "established") return sql`m.established asc nulls last, m.uscc`;
  if (query.sort === "-established") return sql`m.established desc nulls last, m.uscc`;
  if (query.sort === "name") return sql`m.name_key, m.uscc`;
  if (reading.readAs !== "name") return sql`m.uscc`;
  const asked = reading.parts.join("");
  return sql`
    case when split_part(m.name_key, e'\\n', 1) = ${asked} then 0
      when ${asked} = any(string_to_array(m.name_key, e'\\n')) then 1
      when starts_with(m.name_key, ${reading.parts[0] ?? ""}) then 2 else 3 end,
    length(split_part(m.name_key, e'\\n', 1)), m.uscc`;
}

/** Counts of one facet's codes among the matches, as pairs. */
function counted(sql: Sql, facet: FacetName) {
  if (facet === "list")
    return sql`(select json_agg(json_build_array(code, n)) from (
      select l.code, count(*)::int as n from matched m cross join unnest(m.lists) as l (code) group by 1) f)`;
  return sql`(select json_agg(json_build_array(code, n)) from (
    select ${sql(facet)} as code, count(*)::int as n from matched where ${sql(facet)} is not null group by 1) f)`;
}

async function run(sql: Sql, query: SearchQuery, reading: QueryReading): Promise<Row> {
  const offset = (query.page - 1) * query.size;
  const [row] = await sql<Row[]>`
    with matched as materialized (
      select d.uscc, d.name_key, d.established, d.status, d.district, d.industry, d.lists
      from published.search_document d where ${matching(sql, reading)} ${filtered(sql, query)}
    ), page as (
      select m.uscc, row_number() over (order by ${ordered(sql, query, reading)}) as place
      from matched m order by place limit ${query.size} offset ${offset}
    )
    select (select max(id) from published.snapshot) as snapshot, (select count(*)::int from matched) as total,
      (select array_agg(d.document::text order by p.place) from page p join published.search_document d on d.uscc = p.uscc) as documents,
      ${counted(sql, "district")}::text as district, ${counted(sql, "status")}::text as status,
      ${counted(sql, "industry")}::text as industry, ${counted(sql, "list")}::text as list`;
  if (row === undefined) throw new Error("a select without from gave no row");
  const parse = (counts: unknown): Counts => (typeof counts === "string" ? JSON.parse(counts) : null);
  return {
    ...row,
    district: parse(row.district),
    status: parse(row.status),
    industry: parse(row.industry),
    list: parse(row.list),
  };
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

/** The engine that is always there: its index is part of each snapshot. */
export function postgresEngine(sql: Sql): SearchEngine {
  return {
    name: "postgresql",
    async search(query): Promise<SearchAnswer> {
      const reading = readQuery(query.q);
      const row = await run(sql, query, reading).catch((error) => {
        throw unavailable(error);
      });
      if (row.snapshot === null) throw new CreditError("engine_unavailable", "Nothing is indexed yet");
      const facets = Object.fromEntries(FACETS.map((facet) => [facet, facetValues(facet, row[facet] ?? [])]));
      return {
        readAs: reading.readAs,
        relaxed: reading.readAs === "code_repaired" && row.total > 0,
        total: row.total,
        hits: (row.documents ?? []).map((text) => hitOf(text, reading)),
        facets: facets as SearchAnswer["facets"], // fromEntries forgets that the keys are all of FACETS
        snapshot: row.snapshot,
      };
    },
    async suggest(q) {
      const reading = readQuery(q);
      if (reading.readAs === "all") return { suggestions: [], snapshot: (await this.snapshot()) ?? 0 };
      const rows = await sql<{ document: string }[]>`
        select d.document from (
          select m.uscc, row_number() over (order by ${ordered(sql, { ...ANY, q }, reading)}) as place
          from (select d.uscc, d.name_key, d.established from published.search_document d where ${matching(sql, reading)} limit 2000) m
          order by place limit 10
        ) p join published.search_document d on d.uscc = p.uscc order by p.place`.catch((error) => {
        throw unavailable(error);
      });
      const suggestions = rows.flatMap(({ document }) => {
        const hit = hitOf(document, reading);
        return hit.matched === null ? [] : [{ uscc: hit.uscc, name: hit.name, matched: hit.matched }];
      });
      return { suggestions, snapshot: (await this.snapshot()) ?? 0 };
    },
    async snapshot() {
      const [row] = await sql<{ id: number | null }[]>`select max(id) as id from published.snapshot`.catch(
        (error) => {
          throw unavailable(error);
        },
      );
      return row?.id ?? null;
    },
  };
}

const ANY: SearchQuery = {
  q: "",
  district: [],
  status: [],
  industry: [],
  type: [],
  list: [],
  sort: "relevance",
  page: 1,
  size: 10,
};
