import type { Sql } from "../db/client.ts";
import { checkOrgCode } from "../enterprise/identifiers.ts";
import { gramNumber, neededGrams } from "./grams.ts";
import type { QueryReading } from "./reading.ts";
import { wantedBy } from "./wanted.ts";

/** From this share of all documents on, reading every name costs less than fetching each match by itself. */
const COMMON = 0.05;
/** Some sixty first letters and syllables are the beginning of so many names. */
const FREQUENT = 0.01;
/** Statistics change with the nights. */
const READ_AGAIN_MS = 600_000;
/** A longer part has a gram that is not common. */
const LONGEST_NAME_PART = 8;
/** All codes of a city have their first eight characters in common. */
const LONGEST_CODE_PART = 10;
/** What begins as many codes do: kind and region. An organisation code is one enterprise's own. */
const mayBeCommon = (part: string) =>
  part.length <= LONGEST_CODE_PART &&
  /^\w{0,2}\d*/.exec(part.slice(0, 8))?.[0].length === Math.min(8, part.length) &&
  checkOrgCode(part) === null;
/** So many codes with one beginning are many: a share of all, within these limits. */
const MANY_CODES = { least: 100, most: 10_000 };

/**
 * Tells of a reading how large a share of all documents answers it. Of grams by the statistics that PostgreSQL keeps itself
 * (`analyze`): without them none is common, and a search for one is right all the same, but slow.
 */
export function commonReadings(sql: Sql) {
  let known: { grams: Promise<ReadonlyMap<number, number>>; readAt: number } | null = null;

  async function readGrams(): Promise<ReadonlyMap<number, number>> {
    const rows = await sql<{ gram: number; share: number }[]>`
      select e.gram, e.share from pg_stats s
      cross join lateral unnest(s.most_common_elems::text::int[], s.most_common_elem_freqs) as e (gram, share)
      where s.schemaname = 'published' and s.tablename = 'search_document' and s.attname = 'grams'
        and e.gram is not null and e.share >= ${FREQUENT}`;
    return new Map(rows.map(({ gram, share }) => [gram, share]));
  }

  function sharesOfGrams(): Promise<ReadonlyMap<number, number>> {
    if (known !== null && Date.now() - known.readAt <= READ_AGAIN_MS) return known.grams;
    const reading = { grams: readGrams(), readAt: Date.now() };
    known = reading;
    const forget = () => {
      if (known === reading) known = null;
    };
    // A first night's come a minute after it.
    reading.grams.then(({ size }) => (size === 0 ? forget() : undefined), forget);
    return reading.grams;
  }

  async function isCommonBeginning(part: string): Promise<boolean> {
    const [row] = await sql<{ many: boolean }[]>`
      with enough as (
        select least(${MANY_CODES.most}, greatest(${MANY_CODES.least}, (${COMMON}::float8 * reltuples)::int)) as codes
        from pg_class where oid = 'published.search_document'::regclass
      ), found as (
        select from published.search_document d where d.uscc ~>=~ ${part} and d.uscc ~<~ ${`${part}\u{10ffff}`}
        limit (select codes from enough)
      ) select (select count(*) from found) = (select codes from enough) as many`;
    return row?.many === true;
  }

  return {
    /** Whether so many answer that all names are read. Of letters never: no more are read than can be paged through. */
    async isCommon(reading: QueryReading): Promise<boolean> {
      if (reading.readAs === "code_part") return mayBeCommon(reading.part) && isCommonBeginning(reading.part);
      if (reading.readAs !== "name" || reading.parts.length === 0) return false;
      if (reading.parts.some((part) => part.length > LONGEST_NAME_PART)) return false;
      const shares = await sharesOfGrams();
      return reading.parts
        .flatMap(neededGrams)
        .every((gram) => (shares.get(gramNumber(gram)) ?? 0) >= COMMON);
    },

    /** Whether many answer by the grams of one of its ways alone: what is typed first, and again and again. */
    async isFrequent(reading: QueryReading): Promise<boolean> {
      const shares = await sharesOfGrams();
      const has = (gram: string) => shares.has(gramNumber(gram));
      return (wantedBy(reading) ?? []).some(
        ({ all, any }) => all.length + any.length > 0 && all.every(has) && any.every((set) => set.some(has)),
      );
    },
  };
}
