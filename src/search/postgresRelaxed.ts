import type { Sql } from "../db/client.ts";
import { type Piece, piece, rowsOf } from "../db/statement.ts";
import { nameKey } from "../enterprise/nameKey.ts";
import type { SearchDocument } from "../enterprise/searchDocument.ts";
import type { SearchQuery } from "./engine.ts";
import { aliasGram, gramArray } from "./grams.ts";
import { filtering } from "./postgresMatch.ts";
import { type PageRow, STANDING } from "./postgresPage.ts";
import type { QueryReading } from "./reading.ts";
import { wantedInside } from "./wanted.ts";
import { wantedNear } from "./wantedNear.ts";

/** So many are compared with what was typed; a text that leaves more is too common to be near anything. */
const CANDIDATES = 400;

/** One way to answer: grams that a document has to have, and a pattern of its name, null for none. */
interface Look {
  grams: readonly string[];
  pattern: string | null;
}

/** Keys hold letters and digits only, so nothing of them has a meaning in a pattern. */
const inOrderPattern = (key: string) => `%${[...key].join("%")}%`;

/** Of a short form also that its characters stand in their order (an alias may stand nowhere). */
function looksFor(reading: QueryReading): Look[] {
  if (reading.readAs === "abbreviation")
    return reading.keys.flatMap((key) => [
      { grams: [aliasGram(key)], pattern: null },
      ...wantedInside(key).map(({ all }) => ({ grams: all, pattern: inOrderPattern(key) })),
    ]);
  if (reading.readAs !== "near") return [];
  // Common characters, however many, are gone through for as long as the rarest is in names.
  const { slips, changedBack } = wantedNear(reading.typed);
  return [...slips, ...changedBack].map((grams) => ({ grams, pattern: null }));
}

/** What is near has about the length of what was typed; of a short form the shorter names say least beside it. */
function apart(reading: QueryReading): Piece {
  return reading.readAs === "near"
    ? piece`abs(length(d.name_key) - ${nameKey(reading.typed).length}::int)`
    : piece`length(d.name_key)`;
}

/**
 * Candidates of a relaxed reading; which of them answer is told by their scores. Of each way the likeliest by their length, the
 * ways in turn, so that one that many documents answer crowds out none that few do. The ways are rows of a table that is joined, so that
 * planning takes no longer for twenty than for one.
 */
export async function candidatesOf(
  sql: Sql,
  query: SearchQuery,
  reading: QueryReading,
): Promise<Pick<PageRow, "snapshot" | "stale"> & { documents: SearchDocument[] }> {
  const looks = looksFor(reading);
  const [row] = await rowsOf<Omit<PageRow, "counts">>(
    sql,
    piece`
    with found as (
      select c.uscc, min(c.place) as place
      from unnest(${looks.map(({ grams }) => gramArray(grams))}::text[], ${looks.map(({ pattern }) => pattern)}::text[])
          as look (grams, pattern),
        lateral (
          select w.uscc, row_number() over (order by w.apart, w.uscc collate "C") as place from (
            select d.uscc, ${apart(reading)} as apart from published.search_document d
            where d.grams @> look.grams::int[] and (look.pattern is null or d.name_key like look.pattern)
              ${filtering(query)}
            order by 2, d.uscc collate "C" limit ${CANDIDATES}) w) c
      group by c.uscc order by 2, c.uscc collate "C" limit ${CANDIDATES})
    select ${STANDING}, array(
      select d.document::text from found f join published.search_document d on d.uscc = f.uscc) as documents`,
  );
  const documents = (row?.documents ?? []).map((text): SearchDocument => JSON.parse(text));
  return { snapshot: row?.snapshot ?? null, stale: row?.stale ?? false, documents };
}
