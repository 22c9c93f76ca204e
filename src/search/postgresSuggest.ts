import type { Sql } from "../db/client.ts";
import { joined, NOTHING, type Piece, piece, rowsOf } from "../db/statement.ts";
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
import { MOST_SOUNDING, type PageRow, STANDING } from "./postgresPage.ts";
import type { QueryReading } from "./reading.ts";

/** How many candidates are weighed for ten suggestions: for one keystroke, and, as for a page, for what is kept till the next night. */
const CANDIDATES = { once: 500, kept: MOST_SOUNDING };
const SUGGESTED = 10;

/**
 * Some documents that a reading finds: what begins with what was typed, and when that is too little, what holds it. Bounded,
 * however common it is.
 */
function candidates(reading: QueryReading, most: number): Piece {
  const columns = piece`d.uscc, d.name_key, d.established, d.status`;
  if (reading.readAs === "code_part") {
    const now = codeColumns(reading.part).map(
      ({ column, text }) => piece`(select ${columns}, false as begins from published.search_document d
        where ${beginsWith(column, text)} order by ${column} using ~<~ limit ${SUGGESTED})`,
    );
    const formerly = piece`(select ${columns}, false as begins from published.search_document d
      where ${formerlyBearing(reading.part)} limit ${SUGGESTED})`;
    return joined([formerly, ...now], " union ");
  }
  const holding = piece`select ${columns}, ${beginning(reading)} as begins from published.search_document d
    where ${matching(reading, false)}`;
  const [part, ...others] = reading.readAs === "name" ? reading.parts : [];
  if (part === undefined || others.length > 0) return piece`${holding} limit ${most}`;
  const called = reading.readAs === "name" ? reading.called : null;
  const firms =
    called === null
      ? NOTHING
      : piece`union (select ${columns}, true as begins from published.search_document d
          where ${calledSo(called)} limit ${SUGGESTED})`;
  return piece`
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
  const [row] = await rowsOf<Omit<PageRow, "counts">>(
    sql,
    piece`
    with page as (
      select o.uscc, row_number() over () as place from (
        select m.uscc from (${candidates(reading, CANDIDATES[weighing])}) m order by ${ordering(query, reading)} limit ${SUGGESTED}
      ) o
    )
    select ${STANDING},
      (select array_agg(d.document::text order by p.place)
        from page p join published.search_document d on d.uscc = p.uscc) as documents`,
  );
  return row;
}
