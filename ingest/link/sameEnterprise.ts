import type { ISql } from "../../src/db/client.ts";
import { collectCodeChanges, registerGivenUpNumbers } from "./codeChanges.ts";
import { decide } from "./decide.ts";
import { collectSuspects, decideByEvidence, readFirms } from "./sameEvidence.ts";
import { regroup } from "./sameGroups.ts";

/**
 * Which codes are one enterprise, as of tonight's base and change records and of what people decided since the last night.
 * Reads `news`, `absent`, `forgotten` and `new_key`, to which it adds; comes before anything is decided about records.
 * @returns how many codes joined, left or changed the profile that they are shown under
 */
export async function groupEnterprises(tx: ISql, snapshot: number): Promise<number> {
  await collectCodeChanges(tx);
  await registerGivenUpNumbers(tx);
  await collectSuspects(tx);
  await readFirms(tx);
  await decideByEvidence(tx, snapshot);
  const regrouped = await regroup(tx);
  await tx`update ledger.same_enterprise set applied_in = ${snapshot} where applied_in is null`;
  return regrouped;
}

/** Decides whose the pending records are, and then what only looked doubtful because one enterprise has several codes. */
export async function decideOfGroups(tx: ISql): Promise<void> {
  await decide(tx);
  const [grouped] = await tx<{ any: boolean }[]>`select exists (select from ledger.former_code) as any`;
  if (grouped?.any !== true) return;
  await linkRivalsOfOne(tx);
  await linkFormerCodes(tx);
}

/** Exact evidence that points at several codes of one enterprise. Linked to the smallest of them, whichever stays: a split undoes it. */
async function linkRivalsOfOne(tx: ISql): Promise<void> {
  await tx`
    update decided d
    set enterprise = (select min(r collate "C") from unnest(d.rivals) as r), outcome = 'linked', rule = 'same_enterprise',
      score = 0.98, why = 'one_enterprise', rivals = '{}'
    where d.outcome = 'review' and d.why in ('name_of_several', 'codes_disagree', 'name_is_anothers') and cardinality(d.rivals) > 1
      and (select count(distinct coalesce(f.uscc, r)) from unnest(d.rivals) as r left join ledger.former_code f on f.code = r) = 1`;
}

/** Codes that no base record bears any more, but that are known as former ones; not when the name is another enterprise's. */
async function linkFormerCodes(tx: ISql): Promise<void> {
  await tx`
    update decided d
    set enterprise = f.code, outcome = 'linked', rule = 'same_enterprise', score = 0.99, why = 'former_code', rivals = '{}'
    from (
      select n.record, o.code, o.uscc from ledger.former_code o join news n on n.uscc = o.code
      union
      select r.id, o.code, o.uscc from ledger.former_code o
      join ledger.record r on r.uscc = o.code and not r.settled and r.uscc is not null
    ) f
    where d.record = f.record and d.why in ('unknown_code', 'unknown_code_known_name')
      and not exists (
        select from unnest(d.rivals) as r left join ledger.former_code o on o.code = r where coalesce(o.uscc, r) <> f.uscc)`;
}
