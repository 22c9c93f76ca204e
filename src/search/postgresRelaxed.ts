import type { Fragment, Sql } from "../db/client.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import type { SearchQuery } from "./engine.ts";
import { filtering, holdingAny } from "./postgresMatch.ts";
import { type PageRow, standing } from "./postgresPage.ts";
import type { QueryReading } from "./reading.ts";
import { scoreOf } from "./score.ts";
import { wantedBy } from "./wanted.ts";

/** So many are compared with what was typed; a text that leaves more is too common to be near anything. */
const CANDIDATES = 400;

export const isWeighed = ({ readAs }: QueryReading) => readAs === "near" || readAs === "abbreviation";

/** Keys hold letters and digits only, so nothing of them has a meaning in a pattern. */
const inOrderPattern = (key: string) => `%${[...key].join("%")}%`;

/** What each way to answer asks of a document; of a short form also that its characters stand in their order (an alias may stand nowhere). */
function conditions(sql: Sql, reading: QueryReading): Fragment[] {
  const wanted = wantedBy(reading) ?? [];
  if (reading.readAs !== "abbreviation") return wanted.map((one) => holdingAny(sql, [one]));
  return wanted.map((one, i) => {
    const key = reading.keys[(i - 1) / 2];
    const holds = holdingAny(sql, [one]);
    return key === undefined ? holds : sql`${holds} and d.name_key like ${inOrderPattern(key)}`;
  });
}

/**
 * Candidates of a relaxed reading, the shorter names first; which of them answer is told by their scores. A look at the index
 * for each way: of one condition made of twenty, PostgreSQL expects so little that it reads the table.
 */
export async function candidatesOf(
  sql: Sql,
  query: SearchQuery,
  reading: QueryReading,
): Promise<Pick<PageRow, "snapshot" | "stale"> & { documents: SearchDocument[] }> {
  const ways = conditions(sql, reading).map(
    (condition) => sql`(select d.uscc, length(d.name_key) as length from published.search_document d
      where ${condition} ${filtering(sql, query)} order by 2, d.uscc collate "C" limit ${CANDIDATES})`,
  );
  const nothing = sql`(select uscc, 0 as length from published.search_document where false)`;
  const [row] = await sql<Omit<PageRow, "counts">[]>`
    with found as (${ways.reduce((whole, one) => sql`${whole} union ${one}`, nothing)})
    select ${standing(sql)}, array(
      select d.document::text from (select * from found order by length, uscc collate "C" limit ${CANDIDATES}) f
      join published.search_document d on d.uscc = f.uscc) as documents`;
  const documents = (row?.documents ?? []).map((text): SearchDocument => JSON.parse(text));
  return { snapshot: row?.snapshot ?? null, stale: row?.stale ?? false, documents };
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** In the order asked for; days that are not known come last. */
function inOrderOf(sort: SearchQuery["sort"], scored: { document: SearchDocument; score: number }[]) {
  const day = ({ established }: SearchDocument) => established ?? (sort === "established" ? "9999" : "");
  return scored.sort((one, other) => {
    const [a, b] = [one.document, other.document];
    if (sort === "name") return byText(a.name, b.name) || byText(a.uscc, b.uscc);
    if (sort === "relevance") return other.score - one.score || byText(a.uscc, b.uscc);
    const young = sort === "established" ? byText(day(a), day(b)) : byText(day(b), day(a));
    return young || byText(a.uscc, b.uscc);
  });
}

/** Those that really answer, in order. */
export function weighed(
  documents: readonly SearchDocument[],
  reading: QueryReading,
  sort: SearchQuery["sort"],
): SearchDocument[] {
  const scored = documents
    .map((document) => ({ document, score: scoreOf(document, reading) }))
    .filter(({ score }) => score > 0);
  return inOrderOf(sort, scored).map(({ document }) => document);
}
