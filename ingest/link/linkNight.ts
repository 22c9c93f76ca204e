import type { ISql } from "../../src/db/client.ts";
import type { Feed } from "../feed.ts";
import { collectBatch, withdrawAbsent } from "./batch.ts";
import { pend, prepareDecisions } from "./decide.ts";
import {
  collectNameChanges,
  forgetWithdrawn,
  registerChangedNames,
  registerEnterprises,
} from "./enterprises.ts";
import { takeKnownParties } from "./knownParties.ts";
import { decideOfGroups as decide, groupEnterprises } from "./sameEnterprise.ts";
import { storeNews, storeReconsidered, touch } from "./store.ts";
import { weighNight } from "./weighNight.ts";

/** Rows of record feeds taken in tonight, and where they went; the base register is no record feed. */
export interface LinkCounts {
  records: number;
  linked: number;
  unlinked: number;
  review: number;
  /** Records of earlier nights whose outcome changed because of what came tonight. */
  reconsidered: number;
  /** Codes that joined, left or changed the profile under which they are shown. */
  regrouped: number;
}

export interface LinkNight {
  /** Sequence numbers of the deliveries to take in. */
  deliveries: readonly number[];
  feeds: ReadonlyMap<string, Feed>;
  /** The snapshot that this night will publish. */
  snapshot: number;
}

/**
 * Takes the waiting deliveries into the ledger: which records are news, whose they are, and which profiles that touches.
 * Set-based, in the caller's transaction; nothing that readers see changes here.
 */
export async function linkNight(tx: ISql, night: LinkNight): Promise<LinkCounts> {
  await tx`set local work_mem = '192MB'`;
  // The night's own tables are analysed a dozen times; they are joined by keys, of which a few thousand rows tell enough.
  await tx`set local default_statistics_target = 10`;
  const kinds = new Map([...night.feeds].map(([name, feed]) => [name, feed.kind]));
  await withdrawAbsent(tx, night.deliveries);
  await collectBatch(tx, night.deliveries, kinds);
  await registerEnterprises(tx, night.deliveries);
  await forgetWithdrawn(tx);
  const regrouped = await groupEnterprises(tx, night.snapshot);
  await prepareDecisions(tx);

  await tx`
    insert into decided
    select record, uscc, 'linked', 'uscc', 1, 'code', '{}'::text[] from news where kind = 'base' and withdrawn is null
    union all
    select record, null, 'unlinked', '', 0, 'withdrawn', '{}'::text[] from news where kind = 'base' and withdrawn is not null`;
  // Changes first: the names they tell of are what other records may be known by.
  await pendNews(tx, true);
  await pendEarlier(tx, true);
  await collectNameChanges(tx);
  await decide(tx);
  do await registerChangedNames(tx);
  while (await decideChangesAgain(tx));
  const { all } = await takeKnownParties(tx);
  await pendNews(tx, false);
  await pendEarlier(tx, false);
  await pendWaiting(tx, all);
  await decide(tx);
  await tx`analyze decided`;
  await weighNight(tx, night.snapshot);
  await storeNews(tx, night);
  const reconsidered = await storeReconsidered(tx, night.snapshot);
  await touch(tx);
  await tx`analyze ledger.touched`;
  await tx`update archive.delivery set applied_in = ${night.snapshot} where seq = any(${[...night.deliveries]}::int[])`;
  return { ...(await countOutcomes(tx)), reconsidered, regrouped };
}

async function pendNews(tx: ISql, changes: boolean): Promise<void> {
  await pend(
    tx,
    tx`
    select record, uscc, org_code, reg_no, name, name_keys from news where kind <> 'base' and (kind = 'change') = ${changes}`,
  );
}

/**
 * A change may name its enterprise by a name that another change has just told of.
 * @returns whether any such change found its enterprise, whose names may settle others in turn
 */
async function decideChangesAgain(tx: ISql): Promise<boolean> {
  await tx`analyze decided (why)`; // else the few that found nobody are looked for in all of the ledger
  await tx`
    insert into pending
    select distinct on (c.record) c.record, c.uscc, c.org_code, c.reg_no, c.name, c.name_keys
    from (
      select n.record, n.uscc, n.org_code, n.reg_no, n.name, n.name_keys
      from decided d join news n on n.record = d.record and n.kind = 'change' where d.why = 'no_match'
      union all
      select r.id, r.uscc, r.org_code, r.reg_no, r.name, r.name_keys
      from decided d join ledger.record r on r.id = d.record and r.kind = 'change'
      where d.why = 'no_match' and not exists (select from news n where n.record = d.record)
    ) c
    cross join unnest(c.name_keys) as n (key)
    join new_key k on k.kind = 'former_name' and k.value = n.key
    order by c.record`;
  const again = await tx`delete from decided d using pending p where d.record = p.record`;
  if (again.count === 0) return false;
  await decide(tx);
  return true;
}

/** Records of earlier nights that tonight's enterprises, names or withdrawals may concern. */
async function pendEarlier(tx: ISql, changes: boolean): Promise<void> {
  await pend(
    tx,
    tx`
    select r.id as record, r.uscc, r.org_code, r.reg_no, r.name, r.name_keys
    from ledger.record r
    where r.kind <> 'base' and (r.kind = 'change') = ${changes} and r.id in (
      select w.id from ledger.record w join new_key k on k.kind = 'uscc' and w.uscc = k.value where not w.settled and w.uscc is not null
      union
      select w.id from ledger.record w join new_key k on k.kind = 'org_code' and w.org_code = k.value
      where not w.settled and w.org_code is not null
      union
      select w.id from ledger.record w join new_key k on k.kind = 'reg_no' and w.reg_no = k.value
      where not w.settled and w.reg_no is not null
      union
      select w.id from new_key k join ledger.record w on w.name_keys @> array[k.value] and not w.settled
      where k.kind in ('name', 'former_name')
      union
      select w.id from forgotten f join ledger.record w on w.enterprise = f.uscc
    ) and not exists (select from news n where n.record = r.id)`,
  );
}

/**
 * Records that evidence may decide in another way tonight: whose party waits under a key that changed, or was judged since.
 * @param all nothing was ever compared in this format: everything that no code settled
 */
async function pendWaiting(tx: ISql, all: boolean): Promise<void> {
  await pend(
    tx,
    tx`
    select r.id as record, r.uscc, r.org_code, r.reg_no, r.name, r.name_keys
    from ledger.record r
    where r.kind <> 'base' and not exists (select from news n where n.record = r.id)
      and not exists (select from decided d where d.record = r.id) and not exists (select from pending p where p.record = r.id)
      and ${
        all
          ? tx`not r.settled`
          : tx`r.party in (
              select w.party from (select distinct key from changed_key) c join ledger.party_key w on w.key = c.key
              union
              select party from ledger.judgement where applied_in is null)`
      }`,
  );
}

/** Of tonight's rows; those of records that are no news went where they stand already. */
async function countOutcomes(tx: ISql): Promise<Omit<LinkCounts, "reconsidered" | "regrouped">> {
  const rows = await tx<{ outcome: string; rows: number }[]>`
    select o.outcome, sum(o.versions)::int as rows
    from (
      select d.outcome, b.versions from news b join decided d on d.record = b.record where b.kind <> 'base'
      union all
      select r.outcome, b.versions from batch b join ledger.record r on r.id = b.record and r.restricted = b.restricted
      where b.kind <> 'base' and not b.is_news
    ) o group by o.outcome`;
  const of = (outcome: string) => rows.find((row) => row.outcome === outcome)?.rows ?? 0;
  const counts = { linked: of("linked"), unlinked: of("unlinked"), review: of("review") };
  return { records: counts.linked + counts.unlinked + counts.review, ...counts };
}
