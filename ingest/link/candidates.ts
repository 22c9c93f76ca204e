import type { ISql } from "../../src/db/client.ts";
import { canonicalCode, repairUscc } from "../../src/enterprise/identifiers.ts";
import { linkKeys } from "../../src/enterprise/linking/linkKeys.ts";
import { readPartyName } from "../../src/enterprise/linking/partyName.ts";
import { copyInto } from "../stage/copyInto.ts";
import { copyLine } from "../stage/copyText.ts";
import { inPieces } from "./pieces.ts";

/** A key that more enterprises have says nothing by itself; another one has to bring them up. */
const MOST_BEARERS = 60;
/** Of one party those with most keys in common are compared, */
const MOST_CANDIDATES = 20;
/** and none that has so many times fewer than the first: that is another name. */
const FEWER_KEYS = 3;

interface Asking {
  party: string;
  name: string | null;
  rep: string | null;
  bad_code: string | null;
}

/**
 * Who may be meant by each party that is still undecided, as temporary table `candidate` (party, uscc): by keys of names and
 * persons, by codes a slip away, and who exact evidence already brought up.
 */
export async function collectCandidates(tx: ISql): Promise<void> {
  await tx`
    create temporary table asking on commit drop as
    select distinct on (party) party, name, region, rep, address, uscc, bad_code, org_code, reg_no, authority
    from undecided where outcome <> 'linked' and (uscc is null or cardinality(rivals) > 0) order by party, record`;
  await tx`create unique index on asking (party)`;
  await tx`create temporary table asked (key integer not null, party uuid not null) on commit drop`;
  await tx`create temporary table repaired (uscc text not null, party uuid not null) on commit drop`;
  await askKeys(tx);
  await tx`analyze asked`;
  await keepAskedKeys(tx);
  // The register's keys, ten of each enterprise, are gone through once; whose they are and how many is asked of what is left.
  await tx`
    create temporary table borne on commit drop as
    select k.key, k.uscc from ledger.link_key k where k.key in (select key from asked)`;
  await tx`analyze borne (key)`;
  await tx`
    create temporary table telling on commit drop as
    select key from borne group by key having count(*) <= ${MOST_BEARERS}`;
  await tx`analyze telling`;
  await tx`
    create temporary table candidate on commit drop as
    with found as (
      select a.party, k.uscc, count(*) as shared
      from asked a join telling t on t.key = a.key join borne k on k.key = a.key group by a.party, k.uscc
    ), ranked as (
      select party, uscc, shared, first_value(shared) over best as most, row_number() over best as place
      from found window best as (partition by party order by shared desc, uscc)
    )
    select c.party, c.uscc from (
      select party, uscc from ranked where place <= ${MOST_CANDIDATES} and shared * ${FEWER_KEYS} >= most
      union
      select r.party, e.uscc from repaired r join ledger.enterprise e on e.uscc = r.uscc
      union
      select u.party, r from undecided u cross join unnest(u.rivals) r where u.outcome <> 'linked'
    ) c
    where not exists (select from excluded x where x.party = c.party and x.uscc = c.uscc)`;
  await tx`analyze candidate`;
  await tx`drop table borne, telling`;
}

async function askKeys(tx: ISql): Promise<void> {
  const pieces = inPieces<Asking>(tx, {
    cursor: "asking_keys",
    rows: tx`select party, name, rep, bad_code from asking`,
  });
  for await (const piece of pieces) {
    await copyInto(tx, { table: "asked", columns: ["key", "party"] }, keyLines(piece));
    await copyInto(tx, { table: "repaired", columns: ["uscc", "party"] }, repairLines(piece));
  }
}

function* keyLines(piece: readonly Asking[]) {
  for (const { party, name, rep } of piece)
    if (name !== null) for (const key of linkKeys([readPartyName(name)], rep)) yield copyLine([key, party]);
}

function* repairLines(piece: readonly Asking[]) {
  for (const { party, bad_code } of piece)
    if (bad_code !== null)
      for (const uscc of repairUscc(canonicalCode(bad_code))) yield copyLine([uscc, party]);
}

/** What is asked for is kept, so that an enterprise that comes later finds who waited for it. */
async function keepAskedKeys(tx: ISql): Promise<void> {
  await tx`delete from ledger.party_key k using (select distinct party from undecided) u where k.party = u.party`;
  await tx`
    insert into ledger.party_key (key, party)
    select key, party from asked
    union all
    select ledger.code_key(uscc), party from repaired`;
}
