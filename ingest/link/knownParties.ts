import type { ISql } from "../../src/db/client.ts";
import { LINK_KEYS_FORMAT, linkKeys } from "../../src/enterprise/linking/linkKeys.ts";
import { readPartyName } from "../../src/enterprise/linking/partyName.ts";
import { copyInto } from "../stage/copyInto.ts";
import { copyLine } from "../stage/copyText.ts";
import { inPieces } from "./pieces.ts";

interface KnownName {
  uscc: string;
  name: string;
  former: string[];
  rep: string | null;
}

/**
 * Takes in by what enterprises are compared: those whose base record is news, or who have another name tonight. Makes temporary
 * table `changed_key` (key): under what somebody can be found tonight, or could be until now, with other values.
 * @returns `all`: nothing was known in this format, so that nothing earlier was compared with it
 */
export async function takeKnownParties(tx: ISql): Promise<{ all: boolean }> {
  await tx`create temporary table changed_key (key integer not null) on commit drop`;
  // They are written all at once, so that any of them tells the format of all.
  const [known] = await tx<{ format: number }[]>`select format from ledger.known_party limit 1`;
  const all = known?.format !== LINK_KEYS_FORMAT;
  await collectParties(tx, all);
  if (all) {
    await fillParties(tx);
    return { all };
  }
  await tx`
    delete from refreshed r using ledger.known_party k
    where k.uscc = r.uscc and k.format = ${LINK_KEYS_FORMAT} and (k.name, k.former) = (r.name, r.former)
      and (k.rep, k.district, k.address, k.reg_no, k.established, k.closed)
        is not distinct from (r.rep, r.district, r.address, r.reg_no, r.established, r.closed)`;
  await forgetParties(tx);
  await storeParties(tx);
  await tx`
    insert into changed_key
    select k.key from refreshed r join ledger.link_key k on k.uscc = r.uscc
    union all
    select ledger.code_key(uscc) from refreshed`;
  return { all };
}

/** `refreshed`: what is known tonight of the enterprises that news speak of. */
async function collectParties(tx: ISql, all: boolean): Promise<void> {
  await tx`
    create temporary table told_party on commit drop as
    select n.uscc, n.name, n.rep, n.reg_no, a.body
    from news n join archive.received a on a.delivery = n.delivery and a.line = n.line and a.restricted = n.restricted
    where n.kind = 'base' and n.withdrawn is null and a.delivery = any(array(select distinct delivery from news where kind = 'base'))
    union all
    select r.uscc, r.name, r.rep, r.reg_no, r.body
    from ledger.record r
    where r.kind = 'base' and r.withdrawn is null and not exists (select from news n where n.record = r.id)
      and ${all ? tx`true` : tx`r.enterprise in (select uscc from new_key where kind = 'former_name')`}`;
  await tx`analyze told_party (uscc)`;
  // A table with an index of its own: the planner expects one of these names, whatever their number is.
  await tx`
    create temporary table party_formers on commit drop as
    select k.uscc, array_agg(k.value order by k.value) as names
    from ledger.enterprise_key k
    where k.kind = 'former_name' and k.uscc in (select uscc from told_party)
    group by k.uscc`;
  await tx`create unique index on party_formers (uscc)`;
  await tx`analyze party_formers`;
  await tx`
    create temporary table refreshed on commit drop as
    select distinct on (t.uscc) t.uscc, coalesce(t.name, '') as name,
      coalesce(f.names, '{}') as former,
      t.rep, b.district ->> 'code' as district, b.address, t.reg_no, b.established, b.closed
    from told_party t
    left join party_formers f on f.uscc = t.uscc
    cross join lateral json_to_record(t.body::json) as b (address text, district json, established date, closed date)
    order by t.uscc`;
  await tx`drop table told_party, party_formers`;
  await tx`create unique index on refreshed (uscc)`;
  await tx`analyze refreshed`;
}

/** What has no enterprise any more, and what is to be written again. */
async function forgetParties(tx: ISql): Promise<void> {
  await tx`
    create temporary table outdated on commit drop as
    select uscc from refreshed union select uscc from forgotten`;
  await tx`insert into changed_key select k.key from outdated o join ledger.link_key k on k.uscc = o.uscc`;
  await tx`delete from ledger.link_key k using outdated o where k.uscc = o.uscc`;
  await tx`delete from ledger.known_party k using outdated o where k.uscc = o.uscc`;
}

/** The first night, or another format: indexes row by row cost several times what building them once does. */
async function fillParties(tx: ISql): Promise<void> {
  await tx`truncate ledger.link_key, ledger.known_party`;
  await tx`drop index ledger.link_key_key, ledger.link_key_uscc`;
  await storeParties(tx);
  await tx`set local maintenance_work_mem = '512MB'`;
  await tx`create index link_key_key on ledger.link_key (key)`;
  await tx`create index link_key_uscc on ledger.link_key (uscc)`;
  await tx`analyze ledger.link_key`;
  await tx`analyze ledger.known_party`;
}

/** In pieces, because keys are made here and memory stays bounded. */
async function storeParties(tx: ISql): Promise<void> {
  await tx`
    insert into ledger.known_party (uscc, name, former, rep, district, address, reg_no, established, closed, format)
    select uscc, name, former, rep, district, address, reg_no, established, closed, ${LINK_KEYS_FORMAT} from refreshed order by uscc`;
  const pieces = inPieces<KnownName>(tx, {
    cursor: "known_names",
    rows: tx`select uscc, name, former, rep from refreshed order by uscc`,
  });
  for await (const piece of pieces)
    await copyInto(tx, { table: "ledger.link_key", columns: ["key", "uscc"] }, keyLines(piece));
}

function* keyLines(piece: readonly KnownName[]) {
  for (const { uscc, name, former, rep } of piece)
    for (const key of linkKeys([name, ...former].map(readPartyName), rep)) yield copyLine([key, uscc]);
}
