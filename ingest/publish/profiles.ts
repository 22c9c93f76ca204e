import type { ISql } from "../../src/db/client.ts";

/**
 * Ends the versions that differ from what was merged and begins the new ones.
 * @returns profiles that changed, and by how many the enterprises grew
 */
export async function publishProfiles(
  tx: ISql,
  snapshot: number,
): Promise<{ changed: number; delta: number }> {
  await tx`
    create temporary table changed_profile on commit drop as
    select t.uscc, p.uscc is not null as was, m.uscc is not null as is
    from ledger.touched t
    left join ledger.merged m on m.uscc = t.uscc
    left join published.profile p on p.uscc = t.uscc and p.to_snapshot = 2147483647
    where m.hash is distinct from p.hash`;
  await tx`create unique index on changed_profile (uscc)`;
  await tx`analyze changed_profile`;
  await tx`
    update published.profile p set to_snapshot = ${snapshot} from changed_profile c
    where c.was and p.uscc = c.uscc and p.to_snapshot = 2147483647`;
  await tx`
    insert into published.profile (uscc, from_snapshot, hash, rebuild_on, body)
    select m.uscc, ${snapshot}, m.hash, m.rebuild_on, m.body
    from ledger.merged m join changed_profile c on c.uscc = m.uscc
    order by m.uscc`;
  const [row] = await tx<{ changed: number; delta: number }[]>`
    select count(*)::int as changed, coalesce(sum("is"::int - was::int), 0)::int as delta from changed_profile`;
  return row ?? { changed: 0, delta: 0 };
}

/** Brings the documents of the PostgreSQL engine, and what other engines will be sent, up to the snapshot. */
export async function publishDocuments(tx: ISql, snapshot: number): Promise<void> {
  await tx`
    create temporary table changed_document on commit drop as
    select c.uscc, m.uscc is not null as is
    from changed_profile c
    left join ledger.merged m on m.uscc = c.uscc
    left join published.search_document d on d.uscc = c.uscc
    where m.document::text is distinct from d.document::text`;
  await tx`
    delete from published.search_document d using changed_document c where d.uscc = c.uscc and not c.is`;
  const [known] = await tx<{ any: boolean }[]>`select exists (select from published.search_document) as any`;
  // Grams into an index row by row cost ten times what building it once does; the first fill has no readers yet.
  if (known?.any === false) await tx`drop index published.search_document_grams`;
  await tx`
    insert into published.search_document (uscc, name_key, grams, grams_format, place_key, status, district, industry, type, lists, established, changed_in, document)
    select m.uscc, m.name_key, m.grams, m.grams_format, m.place_key, m.status, m.district, m.industry, m.type, m.lists, m.established, ${snapshot}, m.document
    from ledger.merged m join changed_document c on c.uscc = m.uscc
    on conflict (uscc) do update set name_key = excluded.name_key, grams = excluded.grams, grams_format = excluded.grams_format,
      place_key = excluded.place_key, status = excluded.status,
      district = excluded.district, industry = excluded.industry, type = excluded.type, lists = excluded.lists,
      established = excluded.established, changed_in = excluded.changed_in, document = excluded.document`;
  if (known?.any === false) {
    await tx`set local maintenance_work_mem = '512MB'`;
    await tx`create index search_document_grams on published.search_document using gin (grams) with (gin_pending_list_limit = 65536)`;
  }
  await tx`
    insert into published.search_removed (uscc, removed_in) select uscc, ${snapshot} from changed_document where not "is"
    on conflict (uscc) do update set removed_in = excluded.removed_in`;
  await tx`delete from published.search_removed r using changed_document c where r.uscc = c.uscc and c.is`;
  // New grams are kept aside while they are written; searches would read them from end to end.
  await tx`select gin_clean_pending_list('published.search_document_grams')`;
  await tx`
    insert into published.label (facet, code, label)
    select distinct on (l.facet, l.code) l.facet, l.code, l.label
    from ledger.merged m join changed_document c on c.uscc = m.uscc
    cross join lateral (values
      ('status', m.document -> 'status'), ('district', m.document -> 'district'),
      ('industry', m.document -> 'industry'), ('type', m.document -> 'type')) as f (facet, coded)
    cross join lateral (select f.facet, f.coded ->> 'code' as code, f.coded ->> 'label' as label) l
    where l.code is not null
    order by l.facet, l.code, l.label
    on conflict (facet, code) do update set label = excluded.label where label.label <> excluded.label`;
}
