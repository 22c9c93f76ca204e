import { GRAMS_FORMAT } from "../../search-config/postgres.ts";
import { NOTHING, type Piece, piece } from "../db/statement.ts";
import type { FacetName, SearchQuery } from "./engine.ts";
import { beginning, filtering, matching, ordering } from "./postgresMatch.ts";
import type { QueryReading } from "./reading.ts";

/** What one statement answers. */
export interface PageRow {
  snapshot: number | null;
  /** Whether some rows hold keys of another format. */
  stale: boolean;
  documents: string[] | null;
  /** `[facet, code, count][]` as JSON. */
  counts: string | null;
}

export type Counts = [FacetName, string, number][];

/** Of the snapshot that is searched, and whether all its keys are of this code's format: an answer of others would be a guess. */
export const STANDING = piece`
  (select max(id) from published.snapshot) as snapshot,
  (select coalesce(min(grams_format) <> ${GRAMS_FORMAT} or max(grams_format) <> ${GRAMS_FORMAT}, false)
    from published.search_document) as stale`;

/** What is answered from `page` (uscc, place) and `groups` (counts by facet), with the snapshot they are of, in one statement. */
const ANSWERED = piece`
  select ${STANDING},
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
function browsed(query: SearchQuery, reading: QueryReading): Piece {
  const offset = (query.page - 1) * query.size;
  const from = (condition: Piece) => piece`
    select m.uscc, m.established from (
      select d.uscc, d.name_key, d.established from published.search_document d where ${condition} ${filtering(query)}
    ) m`;
  if (query.sort !== "established")
    return piece`${from(piece`true`)} order by ${ordering(query, reading)} limit ${query.size} offset ${offset}`;
  const inIndexOrder = piece`order by m.established nulls first, m.uscc collate "C" limit ${offset + query.size}`;
  return piece`
    select m.uscc from ((${from(piece`d.established is not null`)} ${inIndexOrder})
      union all (${from(piece`d.established is null`)} ${inIndexOrder})) m
    order by ${ordering(query, reading)} limit ${query.size} offset ${offset}`;
}

/** All documents that the filters leave: counted already, so that only the page is read. */
export function browse(query: SearchQuery, reading: QueryReading): Piece {
  return piece`
    with page as (
      select o.uscc, row_number() over () as place from (${browsed(query, reading)}) o
    ), groups as (
      select d.status, d.district, d.industry, d.type, nullif(d.lists, '{}') as lists, d.documents as n
      from published.search_total d where true ${filtering(query)}
    ) ${ANSWERED}`;
}

/** One letter is the beginning of half of all names: beyond twice what can be paged through nothing more is counted. */
export const MOST_SOUNDING = 20_000;

/** Documents that a text finds. Common ones are read twice rather than kept: both passes may then share out the work. */
export function match(
  query: SearchQuery,
  of: { reading: QueryReading; common: boolean; rows: { offset: number; limit: number } },
): Piece {
  const { reading, common, rows } = of;
  const bounded = reading.readAs === "pinyin" || reading.readAs === "mixed";
  return piece`
    with matched as ${common ? piece`not materialized` : piece`materialized`} (
      select d.uscc, d.name_key, d.established, d.status, d.district, d.industry, d.type, d.lists,
        ${beginning(reading)} as begins
      from published.search_document d where ${matching(reading, common)} ${filtering(query)}
      ${bounded ? piece`limit ${MOST_SOUNDING}` : NOTHING}
    ), page as (
      select o.uscc, row_number() over () as place from (
        select m.uscc from matched m
        order by ${ordering(query, reading)} limit ${rows.limit} offset ${rows.offset}
      ) o
    ), groups as materialized (
      select status, district, industry, type, nullif(lists, '{}') as lists, count(*)::int as n
      from matched group by 1, 2, 3, 4, 5
    ) ${ANSWERED}`;
}
