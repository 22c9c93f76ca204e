import { joined, NOTHING, type Piece, piece } from "../db/statement.ts";
import type { SearchQuery } from "./engine.ts";
import { callingGram, gramArray, personGram } from "./grams.ts";
import type { QueryReading } from "./reading.ts";
import { startGramsOf, type Wanted, wantedBy } from "./wanted.ts";
import { tellAnywhere } from "./writtenLetters.ts";

/** What sorts behind everything that begins with `text`, by bytes. */
export const behind = (text: string) => `${text}\u{10ffff}`;
const reversed = (text: string) => [...text].reverse().join("");

/** A name reading's condition on documents `d` that needs no grams: every part stands in the name's key. */
const inside = (parts: readonly string[]) =>
  joined(
    parts.map((part) => piece`and position(${part} in d.name_key) > 0`),
    " ",
  );

/** A words reading's condition besides its grams: but for a representative, whom a gram tells, each part is in a name or the address. */
const somewhere = (parts: readonly string[]) =>
  joined(
    parts.map(
      (part) => piece`and (position(${part} in d.name_key) > 0 or position(${part} in d.place_key) > 0
        or d.grams @> ${gramArray([personGram(part)])}::int[])`,
    ),
    " ",
  );

/** `range` of bytes, not `like`: its limits are parameters, and any plan may use the index. */
export const beginsWith = (column: Piece, text: string) =>
  piece`(${column} ~>=~ ${text} and ${column} ~<~ ${behind(text)})`;

export function codeColumns(part: string): { column: Piece; text: string }[] {
  return [
    { column: piece`d.uscc`, text: part },
    { column: piece`reverse(d.uscc)`, text: reversed(part) },
    { column: piece`substr(d.uscc, 9, 9)`, text: part },
    { column: piece`(d.document ->> 'regNo')`, text: part },
  ];
}

/** Who has, or had, one of these codes. */
const bearing = (codes: readonly string[]) => piece`d.uscc = any(array(
  select unnest(${codes}::text[])
  union all
  select f.uscc from published.former_code f where f.code = any(${codes}::text[]) and f.to_snapshot = 2147483647))`;

/** Who had a code of which this is a part. */
export const formerlyBearing = (part: string) => piece`d.uscc = any(array(
  select f.uscc from published.former_code f where f.to_snapshot = 2147483647 and (${beginsWith(piece`f.code`, part)}
    or ${beginsWith(piece`reverse(f.code)`, reversed(part))} or ${beginsWith(piece`substr(f.code, 9, 9)`, part)})))`;

function codePart(part: string, common: boolean): Piece {
  const conditions = codeColumns(part).map(({ column, text }) => beginsWith(column, text));
  const [uscc = NOTHING, end = NOTHING, org = NOTHING, regNo = NOTHING] = conditions;
  const numbered = piece`(d.document ->> 'regNo') is not null and ${regNo}`;
  const former = formerlyBearing(part);
  if (!common) return piece`(${uscc} or ${end} or ${org} or ${numbered} or ${former})`;
  return piece`(${uscc} or ${end} or ${org} or ${former} or d.uscc = any(array(select d.uscc from published.search_document d where ${numbered})))`;
}

function holding({ all, any }: Wanted): Piece {
  const sets = any.map((set) => piece`d.grams && ${gramArray(set)}::int[]`);
  const conditions = all.length === 0 ? sets : [piece`d.grams @> ${gramArray(all)}::int[]`, ...sets];
  return piece`(${joined(conditions, " and ")})`;
}

/** One of these at least: each is one look at the index of grams. */
export function holdingAny(wanted: readonly Wanted[]): Piece {
  const ways = wanted.filter(({ all, any }) => all.length + any.length > 0).map(holding);
  return ways.length === 0 ? piece`false` : piece`(${joined(ways, " or ")})`;
}

/**
 * The condition that a reading puts on documents `d`.
 * @param common whether so many documents answer that a narrow index is read from end to end, and no wide row
 */
export function matching(reading: QueryReading, common: boolean): Piece {
  if (reading.readAs === "all") return piece`true`;
  if (reading.readAs === "code") return bearing([reading.uscc]);
  if (reading.readAs === "code_repaired") return bearing(reading.repairs);
  if (reading.readAs === "code_part") return codePart(reading.part, common);
  const wanted = wantedBy(reading) ?? [];
  if (reading.readAs === "address")
    return piece`${holdingAny(wanted)} and position(${reading.text} in d.place_key) > 0`;
  if (reading.readAs === "words") return piece`${holdingAny(wanted)} ${somewhere(reading.parts)}`;
  if (reading.readAs !== "name" || wanted.length === 0) return holdingAny(wanted);
  const [grams = piece`true`, alikeGrams = piece`true`] = common
    ? []
    : wanted.map((one) => holdingAny([one]));
  const { parts, alike, called } = reading;
  const inFull = alike === null ? [] : [piece`(${alikeGrams} ${inside([alike])})`];
  const asCalled = called === null ? [] : [calledSo(called)];
  return piece`(${joined([piece`(${grams} ${inside(parts)})`, ...inFull, ...asCalled], " or ")})`;
}

/** Few are; where all names are read they are looked up by themselves, so that no wide row is. */
export const calledSo = (key: string) => piece`d.uscc = any(array(
  select c.uscc from published.search_document c where c.grams @> ${gramArray([callingGram(key)])}::int[]))`;

/** The filters on `d`, a document or a row of `search_total`. */
export function filtering(query: SearchQuery): Piece {
  const { district, status, industry, type, list } = query;
  const when = (values: readonly string[], condition: Piece) => (values.length === 0 ? [] : [condition]);
  const filters = [
    ...when(district, piece`and d.district = any(${district}::text[])`),
    ...when(status, piece`and d.status = any(${status}::text[])`),
    ...when(industry, piece`and d.industry = any(${industry}::text[])`),
    ...when(type, piece`and d.type = any(${type}::text[])`),
    ...when(list, piece`and d.lists && ${list}::text[]`),
  ];
  return joined(filters, " ");
}

/** Whether document `d` comes first: it begins with the letters asked for, or is called as was typed. */
export function beginning(reading: QueryReading): Piece {
  if (reading.readAs === "name" && reading.called !== null) return calledSo(reading.called);
  const grams = startGramsOf(reading);
  return grams.length === 0 ? piece`false` : piece`d.grams && ${gramArray(grams)}::int[]`;
}

/** Where the key of the current name ends; former names stand on lines of their own behind it. */
const CURRENT_LENGTH = piece`(position(e'\n' in m.name_key || e'\n') - 1)`;

/** How near to the beginning of the name a part stands, in the steps of `distanceStep`, of what is counted from 1 here. */
function byPlace(part: string, alike: string | null): Piece {
  const first = piece`position(${part} in m.name_key)`;
  const at = alike === null ? first : piece`greatest(${first}, position(${alike} in m.name_key))`;
  return piece`(${at} > ${CURRENT_LENGTH}), case when ${at} <= 2 then ${at} when ${at} <= 5 then 3 when ${at} <= 8 then 4
    when ${at} <= 12 then 5 when ${at} <= 17 then 6 when ${at} <= 25 then 7 else 8 end`;
}

/** Those that have the letters themselves (`hasLetters`), then those that begin with the sounds. */
function byLetters(parts: readonly string[]): Piece {
  const current = piece`split_part(m.name_key, e'\n', 1)`;
  const isAnywhere = tellAnywhere(parts);
  const written = parts.map((part) =>
    isAnywhere
      ? piece`and position(${part} in ${current}) > 0`
      : piece`and ${current} collate "C" ~ ${`(^|[^A-Z])${part}`}`,
  );
  return piece`case when ${parts.length > 0} ${joined(written, " ")} then 0 when m.begins then 1 else 2 end`;
}

/** The order of matches `m`. Relevance as in score.ts; without text, the youngest first. */
export function ordering(query: SearchQuery, reading: QueryReading): Piece {
  const byCode = piece`m.uscc collate "C"`;
  if (query.sort === "established") return piece`m.established asc nulls last, ${byCode}`;
  if (query.sort === "-established" || (query.sort === "relevance" && reading.readAs === "all"))
    return piece`m.established desc nulls last, ${byCode} desc`;
  if (query.sort === "name") return piece`m.name_key collate "C", ${byCode}`;
  const byLength = piece`${CURRENT_LENGTH}, (m.status <> 'active'), ${byCode}`;
  switch (reading.readAs) {
    case "name": {
      const byName = piece`${byPlace(reading.parts[0] ?? "", reading.alike)}, ${byLength}`;
      return reading.called === null ? byName : piece`(not m.begins), ${byName}`;
    }
    case "pinyin":
      return piece`${byLetters(reading.parts)}, ${byLength}`;
    case "mixed":
      return piece`(not m.begins), ${byLength}`;
    case "words":
    case "address":
      return byLength;
    default:
      return byCode;
  }
}
