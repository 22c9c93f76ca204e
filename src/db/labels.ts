import type { Coded } from "../enterprise/record.ts";
import type { ISql } from "./client.ts";

export const LABELLED_FACETS = ["district", "status", "industry", "type"] as const;
export type LabelledFacet = (typeof LABELLED_FACETS)[number];

/** The codes of a facet that any published enterprise has or had, in order of their code. */
export async function labelsOf(sql: ISql, facet: LabelledFacet): Promise<Coded[]> {
  return sql<Coded[]>`select code, label from published.label where facet = ${facet} order by code`;
}

/** Which of these codes no published enterprise has or had. */
export async function unknownCodes(
  sql: ISql,
  facet: LabelledFacet,
  codes: readonly string[],
): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await sql<{ code: string }[]>`
    select code from published.label where facet = ${facet} and code = any(${[...codes]}::text[])`;
  const known = new Set(rows.map((row) => row.code));
  return codes.filter((code) => !known.has(code));
}
