import type { Fragment, Sql } from "../db/client.ts";
import { nameKey } from "../enterprise/nameKey.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import type { SearchQuery } from "./engine.ts";
import { aliasGram, gramArray } from "./grams.ts";
import { filtering, holdingAny } from "./postgresMatch.ts";
import { type PageRow, standing } from "./postgresPage.ts";
import type { QueryReading } from "./reading.ts";
import { wantedBy, wantedInside } from "./wanted.ts";

/** So many are compared with what was typed; a text that leaves more is too common to be near anything. */
const CANDIDATES = 400;

/** Keys hold letters and digits only, so nothing of them has a meaning in a pattern. */
const inOrderPattern = (key: string) => `%${[...key].join("%")}%`;

/** What each way to answer asks of a document; of a short form also that its characters stand in their order (an alias may stand nowhere). */
function conditions(sql: Sql, reading: QueryReading): Fragment[] {
  if (reading.readAs !== "abbreviation")
    return (wantedBy(reading) ?? []).map((one) => holdingAny(sql, [one]));
  return reading.keys.flatMap((key) => [
    sql`d.grams @> ${gramArray([aliasGram(key)])}::int[]`,
    ...wantedInside(key).map(
      (one) => sql`${holdingAny(sql, [one])} and d.name_key like ${inOrderPattern(key)}`,
    ),
  ]);
}

/** What is near has about the length of what was typed; of a short form the shorter names say least beside it. */
function apart(sql: Sql, reading: QueryReading): Fragment {
  return reading.readAs === "near"
    ? sql`abs(length(d.name_key) - ${nameKey(reading.typed).length}::int)`
    : sql`length(d.name_key)`;
}

/**
 * Candidates of a relaxed reading; which of them answer is told by their scores. Of each way the likeliest by their length, the
 * ways in turn, so that one that many documents answer crowds out none that few do. A look at the index for each way: of one
 * condition made of twenty, PostgreSQL expects so little that it reads the table.
 */
export async function candidatesOf(
  sql: Sql,
  query: SearchQuery,
  reading: QueryReading,
): Promise<Pick<PageRow, "snapshot" | "stale"> & { documents: SearchDocument[] }> {
  const ways = conditions(sql, reading).map(
    (
      condition,
    ) => sql`(select w.uscc, row_number() over (order by w.apart, w.uscc collate "C") as place from (
      select d.uscc, ${apart(sql, reading)} as apart from published.search_document d
      where ${condition} ${filtering(sql, query)} order by 2, d.uscc collate "C" limit ${CANDIDATES}) w)`,
  );
  const nothing = sql`(select uscc, 0 as place from published.search_document where false)`;
  const [row] = await sql<Omit<PageRow, "counts">[]>`
    with found as (${ways.reduce((whole, one) => sql`${whole} union all ${one}`, nothing)})
    select ${standing(sql)}, array(
      select d.document::text from (
        select uscc from found group by uscc order by min(place), uscc collate "C" limit ${CANDIDATES}) f
      join published.search_document d on d.uscc = f.uscc) as documents`;
  const documents = (row?.documents ?? []).map((text): SearchDocument => JSON.parse(text));
  return { snapshot: row?.snapshot ?? null, stale: row?.stale ?? false, documents };
}
