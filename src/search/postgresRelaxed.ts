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
const inOrderPattern = (key: string) => `%${key.split("").join("%")}%`;

/** The grams of a reading, and of a short form also that its characters stand in their order; an alias may stand nowhere. */
function condition(sql: Sql, reading: QueryReading): Fragment {
  const wanted = wantedBy(reading) ?? [];
  if (reading.readAs !== "abbreviation") return holdingAny(sql, wanted);
  const isAlias = wanted.filter((_, i) => i % 2 === 0);
  const others = wanted.filter((_, i) => i % 2 === 1);
  const inOrder = reading.keys
    .map(
      (key, i) =>
        sql`(${holdingAny(sql, others.slice(i, i + 1))} and d.name_key like ${inOrderPattern(key)})`,
    )
    .reduce((whole, one) => sql`${whole} or ${one}`);
  return sql`(${holdingAny(sql, isAlias)} or ${inOrder})`;
}

/** Candidates of a relaxed reading, the shorter names first; which of them answer is told by their scores. */
export async function candidatesOf(
  sql: Sql,
  query: SearchQuery,
  reading: QueryReading,
): Promise<Pick<PageRow, "snapshot" | "stale"> & { documents: SearchDocument[] }> {
  const [row] = await sql<Omit<PageRow, "counts">[]>`
    select ${standing(sql)}, array(
      select d.document::text from published.search_document d
      where ${condition(sql, reading)} ${filtering(sql, query)}
      order by length(d.name_key), d.uscc collate "C" limit ${CANDIDATES}) as documents`;
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
