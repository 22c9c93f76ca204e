import type { Fragment, ISql } from "../db/client.ts";
import type { SearchQuery } from "./engine.ts";
import { neededGrams } from "./grams.ts";
import type { QueryReading } from "./readQuery.ts";

/** What sorts behind everything that begins with `text`, by bytes. */
const behind = (text: string) => `${text}\u{10ffff}`;
const reversed = (text: string) => [...text].reverse().join("");

/** A name reading's condition on documents `d` that needs no grams: every part stands in the name's key. */
const inside = (sql: ISql, parts: readonly string[]) =>
  parts.map((part) => sql`and position(${part} in d.name_key) > 0`);

/** `range` of bytes, not `like`: its limits are parameters, and any plan may use the index. */
const beginsWith = (sql: ISql, column: Fragment, text: string) =>
  sql`(${column} ~>=~ ${text} and ${column} ~<~ ${behind(text)})`;

function codeColumns(sql: ISql, part: string): { column: Fragment; text: string }[] {
  return [
    { column: sql`d.uscc`, text: part },
    { column: sql`reverse(d.uscc)`, text: reversed(part) },
    { column: sql`substr(d.uscc, 9, 9)`, text: part },
    { column: sql`(d.document ->> 'regNo')`, text: part },
  ];
}

function codePart(sql: ISql, part: string, common: boolean): Fragment {
  const conditions = codeColumns(sql, part).map(({ column, text }) => beginsWith(sql, column, text));
  const [uscc = sql``, end = sql``, org = sql``, regNo = sql``] = conditions;
  const numbered = sql`(d.document ->> 'regNo') is not null and ${regNo}`;
  if (!common) return sql`(${uscc} or ${end} or ${org} or ${numbered})`;
  return sql`(${uscc} or ${end} or ${org} or d.uscc = any(array(select d.uscc from published.search_document d where ${numbered})))`;
}

/**
 * The condition that a reading puts on documents `d`.
 * @param common whether so many documents answer that a narrow index is read from end to end, and no wide row
 */
export function matching(sql: ISql, reading: QueryReading, common: boolean): Fragment {
  if (reading.readAs === "all") return sql`true`;
  if (reading.readAs === "code") return sql`d.uscc = ${reading.uscc}`;
  if (reading.readAs === "code_repaired") return sql`d.uscc = any(${[...reading.repairs]}::text[])`;
  if (reading.readAs === "code_part") return codePart(sql, reading.part, common);
  if (reading.parts.length === 0) return sql`false`;
  if (common) return sql`true ${inside(sql, reading.parts)}`;
  const grams = [...new Set(reading.parts.flatMap(neededGrams))];
  return sql`d.grams @> ${grams}::text[] ${inside(sql, reading.parts)}`;
}

/** The filters on `d`, a document or a row of `search_total`. */
export function filtering(sql: ISql, query: SearchQuery): Fragment {
  const { district, status, industry, type, list } = query;
  const oneOf = (column: Fragment, values: readonly string[]) =>
    values.length === 0 ? sql`` : sql`and ${column} = any(${[...values]}::text[])`;
  return sql`${oneOf(sql`d.district`, district)} ${oneOf(sql`d.status`, status)} ${oneOf(sql`d.industry`, industry)}
    ${oneOf(sql`d.type`, type)} ${list.length === 0 ? sql`` : sql`and d.lists && ${[...list]}::text[]`}`;
}

/** Where the key of the current name ends; former names stand on lines of their own behind it. */
const currentLength = (sql: ISql) => sql`(position(e'\n' in m.name_key || e'\n') - 1)`;

/** The order of matches `m`. Relevance as in score.ts; without text, the youngest first. */
export function ordering(sql: ISql, query: SearchQuery, reading: QueryReading): Fragment {
  const byCode = sql`m.uscc collate "C"`;
  if (query.sort === "established") return sql`m.established asc nulls last, ${byCode}`;
  if (query.sort === "-established" || (query.sort === "relevance" && reading.readAs === "all"))
    return sql`m.established desc nulls last, ${byCode} desc`;
  if (query.sort === "name") return sql`m.name_key collate "C", ${byCode}`;
  if (reading.readAs !== "name") return byCode;
  const [first = ""] = reading.parts;
  const at = sql`position(${first} in m.name_key)`;
  // The steps of `distanceStep`, of what is counted from 1 here.
  const step = sql`case when ${at} <= 2 then ${at} when ${at} <= 5 then 3 when ${at} <= 8 then 4 when ${at} <= 12 then 5
    when ${at} <= 17 then 6 when ${at} <= 25 then 7 else 8 end`;
  return sql`(${at} > ${currentLength(sql)}), ${step}, ${currentLength(sql)}, ${byCode}`;
}

/** How many candidates are weighed for ten suggestions. */
const CANDIDATES = 500;
const SUGGESTED = 10;

/**
 * Some documents that a reading finds, as a query for (uscc, name_key, established): what begins with what was typed,
 * and when that is too little, what holds it. Bounded, however common it is.
 */
export function candidates(sql: ISql, reading: QueryReading): Fragment {
  const columns = sql`d.uscc, d.name_key, d.established`;
  if (reading.readAs === "code_part")
    return codeColumns(sql, reading.part)
      .map(
        ({ column, text }) => sql`(select ${columns} from published.search_document d
        where ${beginsWith(sql, column, text)} order by ${column} using ~<~ limit ${SUGGESTED})`,
      )
      .reduce((whole, one) => sql`${whole} union ${one}`);
  const holding = sql`select ${columns} from published.search_document d where ${matching(sql, reading, false)}`;
  const [part, ...others] = reading.readAs === "name" ? reading.parts : [];
  if (part === undefined || others.length > 0) return sql`${holding} limit ${CANDIDATES}`;
  return sql`
    with beginning as materialized (
      select ${columns} from published.search_document d
      where d.name_key collate "C" >= ${part} and d.name_key collate "C" < ${behind(part)}
      order by d.name_key collate "C", d.uscc collate "C" limit ${SUGGESTED}
    ) select * from beginning
    union (${holding} and (select count(*) from beginning) < ${SUGGESTED} limit ${CANDIDATES})`;
}
