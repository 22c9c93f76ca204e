import { addDays } from "../enterprise/dates.ts";
import type { ISql } from "./client.ts";
import type { Snapshot } from "./snapshots.ts";

const LABELLED_FACETS = ["district", "status", "industry", "type"] as const;
type LabelledFacet = (typeof LABELLED_FACETS)[number];

export interface CodedCount {
  code: string;
  label: string;
  count: number;
}

/** How many enterprises have each code, most first, and how many records are published. */
export type Coverage = Record<LabelledFacet, CodedCount[]> & {
  /** Enterprises with at least one published record of the kind. */
  withRecords: { lists: number; abnormal: number; penalties: number; licences: number };
  /** Published records. */
  records: { lists: number; abnormal: number; penalties: number; licences: number };
};

export interface LookupCounts {
  today: number;
  last30Days: number;
  total: number;
  /** The last thirty days that had any, newest first. */
  days: { day: string; count: number }[];
}

const kept = new Map<string, Coverage>();
const KEPT_SNAPSHOTS = 4;
/** Counting now, so that readers who come at once wait for one count. Per pool: on Workers no request waits for another's. */
const counting = new WeakMap<ISql, Map<string, Promise<Coverage>>>();

/** Of the current snapshot. Costs some 3 s per million enterprises, once per snapshot and process. */
export async function coverageOf(sql: ISql, snapshot: Snapshot): Promise<Coverage> {
  const key = `${snapshot.id}/${snapshot.publishedAt}/${snapshot.enterprises}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const own = counting.get(sql) ?? new Map<string, Promise<Coverage>>();
  counting.set(sql, own);
  const work = own.get(key) ?? countAll(sql).finally(() => own.delete(key));
  own.set(key, work);
  const coverage = await work;
  const [oldest] = kept.size >= KEPT_SNAPSHOTS ? kept.keys() : [];
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, coverage);
  return coverage;
}

async function countAll(sql: ISql): Promise<Coverage> {
  const [facets, counts] = await Promise.all([countFacets(sql), countRecords(sql)]);
  return { ...facets, ...counts };
}

async function countFacets(sql: ISql): Promise<Record<LabelledFacet, CodedCount[]>> {
  const rows = await sql<(CodedCount & { facet: LabelledFacet })[]>`
    select l.facet, l.code, l.label, c.count
    from (
      select case when grouping(district) = 0 then 'district' when grouping(status) = 0 then 'status'
          when grouping(industry) = 0 then 'industry' else 'type' end as facet,
        coalesce(district, status, industry, type) as code, count(*)::int as count
      from published.search_document group by grouping sets ((district), (status), (industry), (type))) c
    join published.label l on l.facet = c.facet and l.code = c.code
    order by l.facet, c.count desc, l.code`;
  const of = (facet: LabelledFacet) =>
    rows.filter((row) => row.facet === facet).map(({ code, label, count }) => ({ code, label, count }));
  const [district, status, industry, type] = LABELLED_FACETS.map(of);
  return { district: district ?? [], status: status ?? [], industry: industry ?? [], type: type ?? [] };
}

async function countRecords(sql: ISql): Promise<Pick<Coverage, "withRecords" | "records">> {
  const rows = await sql<{ kind: string; enterprises: number; records: number }[]>`
    select k.key as kind, count(*) filter (where k.value <> '0')::int as enterprises, sum(k.value::int)::int as records
    from published.search_document d cross join lateral json_each_text(d.document -> 'counts') k group by k.key`;
  const of = (name: string) => rows.find((row) => row.kind === name);
  const pick = (which: "enterprises" | "records") => ({
    lists: of("lists")?.[which] ?? 0,
    abnormal: of("abnormal")?.[which] ?? 0,
    penalties: of("penalties")?.[which] ?? 0,
    licences: of("licences")?.[which] ?? 0,
  });
  return { withRecords: pick("enterprises"), records: pick("records") };
}

/** @param today `YYYY-MM-DD` in Asia/Shanghai */
export async function lookupCounts(sql: ISql, today: string): Promise<LookupCounts> {
  const days = await sql<{ day: string; count: number }[]>`
    select day, sum(count)::int as count from published.lookup where day > ${addDays(today, -30)}
    group by day order by day desc`;
  const [all] = await sql<{ total: number }[]>`
    select coalesce(sum(count), 0)::float8 as total from published.lookup`;
  return {
    today: days.find((row) => row.day === today)?.count ?? 0,
    last30Days: days.reduce((sum, row) => sum + row.count, 0),
    total: all?.total ?? 0,
    days: [...days],
  };
}
