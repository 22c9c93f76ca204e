import type { ISql } from "../../src/db/client.ts";
import { canonicalCode } from "../../src/enterprise/identifiers.ts";
import { type ReadParty, readParty } from "../../src/enterprise/linking/explain.ts";
import { NOBODY } from "../../src/enterprise/linking/party.ts";
import { regionOfAuthority } from "../../src/enterprise/regions.ts";
import { copyInto } from "../stage/copyInto.ts";
import { copyLine } from "../stage/copyText.ts";
import { collectCandidates } from "./candidates.ts";
import { type Candidate, type Verdict, verdictOf, weighCandidates } from "./partyVerdict.ts";
import { inPieces } from "./pieces.ts";
import { storeQuestions } from "./questions.ts";
import { applyJudgements, collectUndecided } from "./undecided.ts";

interface AskingParty {
  party: string;
  name: string | null;
  rep: string | null;
  address: string | null;
  uscc: string | null;
  bad_code: string | null;
  org_code: string | null;
  reg_no: string | null;
  authority: string | null;
}

interface AskingRow extends AskingParty {
  candidates: string | null;
  records: string;
}

interface Asking extends AskingParty {
  /** [uscc, name, former, rep, district, address, reg_no, established, closed, the code that stays of its enterprise] */
  candidates: [string, string, string[], ...(string | null)[]][] | null;
  /** [record, day, rivals, why] */
  records: [string, string | null, string[], string][];
}

/**
 * Weighs what exact evidence and people left undecided, and brings `decided` up to it. Candidates come from sets; each party is then
 * compared with its own, here, in pieces of bounded size.
 */
export async function weighNight(tx: ISql, snapshot: number): Promise<void> {
  await collectUndecided(tx);
  await applyJudgements(tx, snapshot);
  await collectCandidates(tx);
  await tx`
    create temporary table weighed (record uuid not null, party uuid not null, outcome text not null, uscc text, score real not null,
      rivals text[] not null, explained text not null) on commit drop`;
  const columns = ["record", "party", "outcome", "uscc", "score", "rivals", "explained"];
  const pieces = inPieces<AskingRow>(tx, { cursor: "weighing", rows: askingRows(tx) });
  for await (const piece of pieces)
    await copyInto(
      tx,
      { table: "weighed", columns },
      piece.flatMap((row) => linesOf(askingOf(row))),
    );
  await tx`create unique index on weighed (record)`;
  await tx`analyze weighed`;
  await takeWeighed(tx);
  await storeQuestions(tx, snapshot);
}

/** The parties, with whom they may be and their records. */
const askingRows = (tx: ISql) => tx`
  with may as (
    select c.party, json_agg(json_build_array(k.uscc, k.name, k.former, k.rep, k.district, k.address, k.reg_no, k.established, k.closed,
      coalesce(f.uscc, k.uscc)) order by k.uscc) as candidates
    from candidate c join ledger.known_party k on k.uscc = c.uscc
    left join ledger.former_code f on f.code = k.uscc
    group by c.party
  ), rows as (
    select party, json_agg(json_build_array(record, day, rivals, why) order by record) as records
    from undecided where outcome <> 'linked' group by party
  )
  select a.party, a.name, a.rep, a.address, a.uscc, a.bad_code, a.org_code, a.reg_no, a.authority,
    m.candidates::text as candidates, r.records::text as records
  from asking a left join may m on m.party = a.party join rows r on r.party = a.party`;

/** The texts of a row, because the driver leaves json as it came. */
function askingOf({ candidates, records, ...party }: AskingRow): Asking {
  return {
    ...party,
    candidates: candidates === null ? null : JSON.parse(candidates),
    records: JSON.parse(records),
  };
}

function partyOf(asking: Asking): ReadParty {
  const authority: { name: string | null; code: string | null } | null =
    asking.authority?.startsWith("{") === true ? JSON.parse(asking.authority) : null;
  return readParty({
    ...NOBODY,
    name: asking.name,
    uscc: asking.uscc,
    badCode: asking.bad_code === null ? null : canonicalCode(asking.bad_code),
    orgCode: asking.org_code,
    regNo: asking.reg_no,
    legalRepresentative: asking.rep,
    address: asking.address,
    district: authority === null ? null : regionOfAuthority(authority.name, authority.code),
  });
}

function candidateOf([
  uscc,
  name,
  former,
  rep,
  district,
  address,
  regNo,
  established,
  closed,
  group,
]: NonNullable<Asking["candidates"]>[number]): Candidate {
  const party = {
    ...{ name, uscc, badCode: null, orgCode: null, regNo: regNo ?? null, formerNames: former },
    ...{ legalRepresentative: rep ?? null, address: address ?? null, district: district ?? null },
  };
  return {
    uscc,
    group: group ?? uscc,
    party: readParty(party),
    established: established ?? null,
    closed: closed ?? null,
  };
}

function linesOf(asking: Asking): string[] {
  const query = partyOf(asking);
  const weighed = weighCandidates(query, (asking.candidates ?? []).map(candidateOf));
  const verdicts = new Map<string, Verdict>();
  return asking.records.map(([record, day, rivals, why]) => {
    const of = `${day ?? ""}|${why}|${rivals.join()}`;
    const contradicts = rivals.length > 0 && why !== "name_of_several";
    const verdict = verdicts.get(of) ?? verdictOf(query, weighed, { day, rivals, contradicts });
    verdicts.set(of, verdict);
    const { uscc, probability, explained } = verdict;
    const inDoubt = verdict.outcome === "review" ? explained.map((one) => one.uscc).sort() : [];
    const told = explained.map((one) => ({ uscc: one.uscc, ...one.explanation }));
    return copyLine([
      ...[record, asking.party, verdict.outcome, uscc, Math.round(probability * 1e6) / 1e6, inDoubt],
      JSON.stringify(told),
    ]);
  });
}

/**
 * A link by evidence stands where exact evidence had none; what exact evidence left to people is linked by it too, when one of
 * those in question leads by far, and stays a question else.
 */
async function takeWeighed(tx: ISql): Promise<void> {
  await tx`
    update decided d set outcome = w.outcome, enterprise = w.uscc, rule = 'evidence', score = w.score, why = 'weighed', rivals = '{}'
    from weighed w where w.record = d.record and w.outcome = 'linked'`;
  await tx`
    update decided d set outcome = 'review', score = w.score, rivals = w.rivals,
      why = case when d.outcome = 'review' then d.why else 'weighed_review' end
    from weighed w where w.record = d.record and w.outcome = 'review'`;
}
