import { consequencesOf } from "../enterprise/consequences.ts";
import { LINK_WORDS } from "../enterprise/linking/linkWords.ts";
import {
  type AskedRecords,
  type Judgement,
  type KnownParty,
  type Question,
  readEvidence,
  readStated,
  type Sibling,
  Words,
} from "../enterprise/question.ts";
import { regionLabel } from "../enterprise/regions.ts";
import type { ISql } from "./client.ts";

export interface QuestionRow {
  id: string;
  party: string;
  uscc: string;
  probability: number;
  why: string;
  stated: string;
  evidence: string | null;
  asked_in: number;
}

/** The judgement that stands on the pair of `q`: seq and verdict. Looked up by index for each, whatever the planner thinks of numbers. */
export const standingOn = (sql: ISql) => sql`
  (select j.seq, j.verdict from ledger.judgement j where j.party = q.party and j.uscc = q.uscc order by j.seq desc limit 1)`;

/** Rows of the queue with all that one decides by: four statements for a page, however long. */
export async function withContext(sql: ISql, rows: readonly QuestionRow[]): Promise<Question[]> {
  if (rows.length === 0) return [];
  const parties = [...new Set(rows.map(({ party }) => party))];
  const [known, records, siblings, judgements] = await Promise.all([
    knownParties(sql, [...new Set(rows.map(({ uscc }) => uscc))]),
    askedRecords(sql, rows),
    questionsOf(sql, parties),
    judgementsOf(sql, parties),
  ]);
  return rows.map((row) => {
    const { id, party, uscc, probability, why } = row;
    const enterprise = known.get(uscc) ?? null;
    const own = records.filter((record) => record.party === party && record.asked === uscc);
    return {
      ...{ id, uscc, probability, why, whyWords: LINK_WORDS[why] ?? { zh: why, en: why } },
      stated: readStated(row.stated),
      enterprise,
      evidence: readEvidence(row.evidence),
      consequences: consequencesOf(
        own.map(({ party: _, asked: __, ...record }) => record),
        enterprise?.name ?? uscc,
      ),
      siblings: siblings
        .filter((other) => other.party === party && other.id !== id)
        .map(({ party: _, ...other }) => other),
      judgement: judgements.find((one) => one.party === party && one.uscc === uscc)?.judgement ?? null,
      askedIn: row.asked_in,
    };
  });
}

async function knownParties(sql: ISql, usccs: readonly string[]): Promise<Map<string, KnownParty>> {
  const rows = await sql<
    {
      uscc: string;
      name: string;
      former: string[];
      rep: string | null;
      district: string | null;
      address: string | null;
      reg_no: string | null;
      established: string | null;
      closed: string | null;
    }[]
  >`
    select uscc, name, former, rep, district, address, reg_no, established, closed
    from ledger.known_party where uscc = any(${[...usccs]}::text[])`;
  return new Map(
    rows.map(({ former, rep, reg_no, district, ...row }) => [
      row.uscc,
      {
        ...row,
        formerNames: former,
        legalRepresentative: rep,
        district: district === null ? null : { code: district, label: regionLabel(district) ?? district },
        regNo: reg_no,
      },
    ]),
  );
}

/** The records of each pair, by feed; withdrawn ones go nowhere. */
async function askedRecords(sql: ISql, pairs: readonly QuestionRow[]) {
  const parties = pairs.map(({ party }) => party);
  const usccs = pairs.map(({ uscc }) => uscc);
  const rows = await sql<
    (Omit<AskedRecords, "title"> & { title: string | null; party: string; asked: string })[]
  >`
    select c.party, c.asked, c.source, c.feed, f.title, c.kind, f.list, c.restricted, c.count, c.linked
    from (
      select r.party, a.uscc as asked, r.source, r.feed, r.kind, r.restricted, count(*)::int as count,
        (count(*) filter (where r.enterprise = a.uscc))::int as linked
      from unnest(${parties}::uuid[], ${usccs}::text[]) as a (party, uscc)
      join ledger.record r on r.party = a.party
      where r.withdrawn is null and r.kind <> 'base'
      group by r.party, a.uscc, r.source, r.feed, r.kind, r.restricted
    ) c
    left join published.feed f on f.source = c.source and f.feed = c.feed
    order by c.restricted, c.source, c.feed, c.kind, c.party, c.asked`;
  return rows.map(({ title, ...row }) => ({
    ...row,
    title: title === null ? null : Words.parse(JSON.parse(title)),
  }));
}

async function questionsOf(sql: ISql, parties: readonly string[]) {
  return sql<(Sibling & { party: string })[]>`
    select q.party, q.id, q.uscc, k.name, q.probability, s.verdict
    from ledger.question q
    left join ledger.known_party k on k.uscc = q.uscc
    left join lateral ${standingOn(sql)} s on true
    where q.party = any(${[...parties]}::uuid[])
    order by q.probability desc, q.id`;
}

interface JudgementRow {
  party: string;
  uscc: string;
  seq: number;
  verdict: Judgement["verdict"];
  decided_by: string;
  decided_at: Date;
  reason: string;
  supersedes: number | null;
  applied_in: number | null;
}

export interface PairJudgement {
  party: string;
  uscc: string;
  judgement: Judgement;
}

/** Every judgement of these parties, the last one first; on each pair that is the one that stands. */
export async function judgementsOf(sql: ISql, parties: readonly string[]): Promise<PairJudgement[]> {
  const rows = await sql<JudgementRow[]>`
    select party, uscc, seq, verdict, decided_by, decided_at, reason, supersedes, applied_in
    from ledger.judgement where party = any(${[...parties]}::uuid[]) order by seq desc`;
  return rows.map(({ party, uscc, decided_by, decided_at, applied_in, ...rest }) => ({
    party,
    uscc,
    judgement: { ...rest, by: decided_by, at: decided_at.toISOString(), appliedIn: applied_in },
  }));
}
