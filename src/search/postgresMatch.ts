import type { Fragment, ISql } from "../db/client.ts";
import type { SearchQuery } from "./engine.ts";
import { callingGram, gramArray, personGram } from "./grams.ts";
import type { QueryReading } from "./reading.ts";
import { startGramsOf, type Wanted, wantedBy } from "./wanted.ts";
import { tellAnywhere } from "./writtenLetters.ts";

/** What sorts behind everything that begins with `text`, by bytes. */
export const behind = (text: string) => `${text}\u{10ffff}`;
const reversed = (text: string) => [...text].reverse().join("");

/** A name reading's condition on documents `d` that needs no grams: every part stands in the name's key. */
const inside = (sql: ISql, parts: readonly string[]) =>
  parts.map((part) => sql`and position(${part} in d.name_key) > 0`);

/** A words reading's condition besides its grams: but for a representative, whom a gram tells, each part is in a name or the address. */
const somewhere = (sql: ISql, parts: readonly string[]) =>
  parts.map(
    (part) => sql`and (position(${part} in d.name_key) > 0 or position(${part} in d.place_key) > 0
      or d.grams @> ${gramArray([personGram(part)])}::int[])`,
  );

/** `range` of bytes, not `like`: its limits are parameters, and any plan may use the index. */
export const beginsWith = (sql: ISql, column: Fragment, text: string) =>
  sql`(${column} ~>=~ ${text} and ${column} ~<~ ${behind(text)})`;

export function codeColumns(sql: ISql, part: string): { column: Fragment; text: string }[] {
  return [
    { column: sql`d.uscc`, text: part },
    { column: sql`reverse(d.uscc)`, text: reversed(part) },
    { column: sql`substr(d.uscc, 9, 9)`, text: part },
    { column: sql`(d.document ->> 'regNo')`, text: part },
  ];
}

/** Who has, or had, one of these codes. */
const bearing = (sql: ISql, codes: readonly string[]) => sql`d.uscc = any(array(
  select unnest(${[...codes]}::text[])
  union all
  select f.uscc from published.former_code f where f.code = any(${[...codes]}::text[]) and f.to_snapshot = 2147483647))`;

/** Who had a code of which this is a part. */
export const formerlyBearing = (sql: ISql, part: string) => sql`d.uscc = any(array(
  select f.uscc from published.former_code f where f.to_snapshot = 2147483647 and (${beginsWith(sql, sql`f.code`, part)}
    or ${beginsWith(sql, sql`reverse(f.code)`, reversed(part))} or ${beginsWith(sql, sql`substr(f.code, 9, 9)`, part)})))`;

function codePart(sql: ISql, part: string, common: boolean): Fragment {
  const conditions = codeColumns(sql, part).map(({ column, text }) => beginsWith(sql, column, text));
  const [uscc = sql``, end = sql``, org = sql``, regNo = sql``] = conditions;
  const numbered = sql`(d.document ->> 'regNo') is not null and ${regNo}`;
  const former = formerlyBearing(sql, part);
  if (!common) return sql`(${uscc} or ${end} or ${org} or ${numbered} or ${former})`;
  return sql`(${uscc} or ${end} or ${org} or ${former} or d.uscc = any(array(select d.uscc from published.search_document d where ${numbered})))`;
}

function holding(sql: ISql, { all, any }: Wanted): Fragment {
  const sets = any.map((set) => sql`d.grams && ${gramArray(set)}::int[]`);
  const conditions = all.length === 0 ? sets : [sql`d.grams @> ${gramArray(all)}::int[]`, ...sets];
  return sql`(${conditions.reduce((whole, one) => sql`${whole} and ${one}`)})`;
}

/** One of these at least: each is one look at the index of grams. */
export function holdingAny(sql: ISql, wanted: readonly Wanted[]): Fragment {
  const [first, ...others] = wanted
    .filter(({ all, any }) => all.length + any.length > 0)
    .map((one) => holding(sql, one));
  if (first === undefined) return sql`false`;
  return sql`(${others.reduce((whole, one) => sql`${whole} or ${one}`, first)})`;
}

/**
 * The condition that a reading puts on documents `d`.
 * @param common whether so many documents answer that a narrow index is read from end to end, and no wide row
 */
export function matching(sql: ISql, reading: QueryReading, common: boolean): Fragment {
  if (reading.readAs === "all") return sql`true`;
  if (reading.readAs === "code") return bearing(sql, [reading.uscc]);
  if (reading.readAs === "code_repaired") return bearing(sql, reading.repairs);
  if (reading.readAs === "code_part") return codePart(sql, reading.part, common);
  const wanted = wantedBy(reading) ?? [];
  if (reading.readAs === "address")
    return sql`${holdingAny(sql, wanted)} and position(${reading.text} in d.place_key) > 0`;
  if (reading.readAs === "words") return sql`${holdingAny(sql, wanted)} ${somewhere(sql, reading.parts)}`;
  if (reading.readAs !== "name" || wanted.length === 0) return holdingAny(sql, wanted);
  const [grams = sql`true`, alikeGrams = sql`true`] = common
    ? []
    : wanted.map((one) => holdingAny(sql, [one]));
  const { parts, alike, called } = reading;
  const inFull = alike === null ? [] : [sql`or (${alikeGrams} ${inside(sql, [alike])})`];
  const asCalled = called === null ? [] : [sql`or ${calledSo(sql, called)}`];
  const others = [...inFull, ...asCalled];
  const asTyped = sql`(${grams} ${inside(sql, parts)})`;
  return others.length === 0 ? asTyped : sql`(${asTyped} ${others})`;
}

/** Few are; where all names are read they are looked up by themselves, so that no wide row is. */
export const calledSo = (sql: ISql, key: string) => sql`d.uscc = any(array(
  select c.uscc from published.search_document c where c.grams @> ${gramArray([callingGram(key)])}::int[]))`;

/** The filters on `d`, a document or a row of `search_total`. Most searches have none, and each fragment takes its microseconds. */
export function filtering(sql: ISql, query: SearchQuery): Fragment {
  const { district, status, industry, type, list } = query;
  const oneOf = (column: () => Fragment, values: readonly string[]) =>
    values.length === 0 ? [] : [sql`and ${column()} = any(${[...values]}::text[])`];
  const filters = [
    ...oneOf(() => sql`d.district`, district),
    ...oneOf(() => sql`d.status`, status),
    ...oneOf(() => sql`d.industry`, industry),
    ...oneOf(() => sql`d.type`, type),
    ...(list.length === 0 ? [] : [sql`and d.lists && ${[...list]}::text[]`]),
  ];
  return filters.length === 0 ? sql`` : sql`${filters}`;
}

/** Whether document `d` comes first: it begins with the letters asked for, or is called as was typed. */
export function beginning(sql: ISql, reading: QueryReading): Fragment {
  if (reading.readAs === "name" && reading.called !== null) return calledSo(sql, reading.called);
  const grams = startGramsOf(reading);
  return grams.length === 0 ? sql`false` : sql`d.grams && ${gramArray(grams)}::int[]`;
}

/** Where the key of the current name ends; former names stand on lines of their own behind it. */
const currentLength = (sql: ISql) => sql`(position(e'\n' in m.name_key || e'\n') - 1)`;

/** How near to the beginning of the name a part stands, in the steps of `distanceStep`, of what is counted from 1 here. */
function byPlace(sql: ISql, part: string, alike: string | null): Fragment {
  const first = sql`position(${part} in m.name_key)`;
  const at = alike === null ? first : sql`greatest(${first}, position(${alike} in m.name_key))`;
  return sql`(${at} > ${currentLength(sql)}), case when ${at} <= 2 then ${at} when ${at} <= 5 then 3 when ${at} <= 8 then 4
    when ${at} <= 12 then 5 when ${at} <= 17 then 6 when ${at} <= 25 then 7 else 8 end`;
}

/** Those that have the letters themselves (`hasLetters`), then those that begin with the sounds. */
function byLetters(sql: ISql, parts: readonly string[]): Fragment {
  const current = sql`split_part(m.name_key, e'\n', 1)`;
  const isAnywhere = tellAnywhere(parts);
  const written = parts.map((part) =>
    isAnywhere
      ? sql`and position(${part} in ${current}) > 0`
      : sql`and ${current} collate "C" ~ ${`(^|[^A-Z])${part}`}`,
  );
  return sql`case when ${parts.length > 0} ${written} then 0 when m.begins then 1 else 2 end`;
}

/** The order of matches `m`. Relevance as in score.ts; without text, the youngest first. */
export function ordering(sql: ISql, query: SearchQuery, reading: QueryReading): Fragment {
  const byCode = sql`m.uscc collate "C"`;
  if (query.sort === "established") return sql`m.established asc nulls last, ${byCode}`;
  if (query.sort === "-established" || (query.sort === "relevance" && reading.readAs === "all"))
    return sql`m.established desc nulls last, ${byCode} desc`;
  if (query.sort === "name") return sql`m.name_key collate "C", ${byCode}`;
  const byLength = sql`${currentLength(sql)}, (m.status <> 'active'), ${byCode}`;
  switch (reading.readAs) {
    case "name": {
      const byName = sql`${byPlace(sql, reading.parts[0] ?? "", reading.alike)}, ${byLength}`;
      return reading.called === null ? byName : sql`(not m.begins), ${byName}`;
    }
    case "pinyin":
      return sql`${byLetters(sql, reading.parts)}, ${byLength}`;
    case "mixed":
      return sql`(not m.begins), ${byLength}`;
    case "words":
    case "address":
      return byLength;
    default:
      return byCode;
  }
}
