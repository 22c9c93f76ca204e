import type { Fragment, Sql } from "../db/client.ts";
import type { SearchQuery } from "./engine.ts";
import {
  beginning,
  beginsWith,
  behind,
  calledSo,
  codeColumns,
  formerlyBearing,
  matching,
  ordering,
} from "./postgresMatch.ts";
import { MOST_SOUNDING, type PageRow, standing } from "./postgresPage.ts";
import type { QueryReading } from "./reading.ts";

/** How many candidates are weighed for ten suggestions: for one keystroke, and, as for a page, for what is kept till the next night. */
const CANDIDATES = { once: 500, kept: MOST_SOUNDING };
const SUGGESTED = 10;

/**
 * Some documents that a reading finds: what begins with what was typed, and when that is too little, what holds it. Bounded,
 * however common it is.
 */
function candidates(sql: Sql, reading: QueryReading, most: number): Fragment {
  const columns = sql`d.uscc, d.name_key, d.established, d.status`;
  if (reading.readAs === "code_part")
    return codeColumns(sql, reading.part)
      .map(
        ({ column, text }) => sql`(select ${columns}, false as begins from published.search_document d
        where ${beginsWith(sql, column, text)} order by ${column} using ~<~ limit ${SUGGESTED})`,
      )
      .reduce(
        (whole, one) => sql`${whole} union ${one}`,
        sql`(select ${columns}, false as begins from published.search_document d
          where ${formerlyBearing(sql, reading.part)} limit ${SUGGESTED})`,
      );
  const holding = sql`select ${columns}, ${beginning(sql, reading)} as begins from published.search_document d
    where ${matching(sql, reading, false)}`;
  const [part, ...others] = reading.readAs === "name" ? reading.parts : [];
  if (part === undefined || others.length > 0) return sql`${holding} limit ${most}`;
  const called = reading.readAs === "name" ? reading.called : null;
  const firms =
    called === null
      ? sql``
      : sql`union (select ${columns}, true as begins from published.search_document d
          where ${calledSo(sql, called)} limit ${SUGGESTED})`;
  return sql`
    with beginning as materialized (
      select ${columns}, false as begins from published.search_document d
      where d.name_key collate "C" >= ${part} and d.name_key collate "C" < ${behind(part)}
      order by d.name_key collate "C", d.uscc collate "C" limit ${SUGGESTED}
    ) select * from beginning
    union (${holding} and (select count(*) from beginning) < ${SUGGESTED} limit ${most}) ${firms}`;
}

/** Up to ten documents for a reading that is not relaxed, the best first. */
export async function suggested(
  sql: Sql,
  query: SearchQuery,
  of: { reading: QueryReading; weighing: keyof typeof CANDIDATES },
): Promise<Omit<PageRow, "counts"> | undefined> {
  const { reading, weighing } = of;
  const [row] = await sql<Omit<PageRow, "counts">[]>`
    with page as (
      select o.uscc, row_number() over () as place from (
        select m.uscc from (${candidates(sql, reading, CANDIDATES[weighing])}) m order by ${ordering(sql, query, reading)} limit ${SUGGESTED}
      ) o
    )
    select ${standing(sql)},
      (select array_agg(d.document::text order by p.place)
        from page p join published.search_document d on d.uscc = p.uscc) as documents`;
  return row;
}
