-- How many documents there are of each kind: what a search without text counts. Kept with the documents by triggers, so that
-- no search counts a million rows again.
create table published.search_total (
  status    text not null,
  district  text,
  industry  text,
  type      text,
  lists     text[] not null,
  documents integer not null,
  unique nulls not distinct (status, district, industry, type, lists)
);
insert into published.search_total
select status, district, industry, type, lists, count(*) from published.search_document group by 1, 2, 3, 4, 5;

create function published.count_documents() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into published.search_total as t
    select status, district, industry, type, lists, count(*) from added group by 1, 2, 3, 4, 5
    on conflict (status, district, industry, type, lists) do update set documents = t.documents + excluded.documents;
  end if;
  if tg_op <> 'INSERT' then
    insert into published.search_total as t
    select status, district, industry, type, lists, -count(*) from removed group by 1, 2, 3, 4, 5
    on conflict (status, district, industry, type, lists) do update set documents = t.documents + excluded.documents;
    delete from published.search_total where documents = 0;
  end if;
  return null;
end $$;
create trigger search_document_added after insert on published.search_document
  referencing new table as added for each statement execute function published.count_documents();
create trigger search_document_updated after update on published.search_document
  referencing new table as added old table as removed for each statement execute function published.count_documents();
create trigger search_document_removed after delete on published.search_document
  referencing old table as removed for each statement execute function published.count_documents();

-- Two ways through all documents in order that hold what filters and counts look at, so that neither reads the wide rows:
-- by name (a beginning, a common part, order by name) and by day. C, so that a beginning is a range of bytes on every server.
create index search_document_name on published.search_document (name_key collate "C", uscc collate "C")
  include (established, status, district, industry, type, lists);
drop index published.search_document_established;
create index search_document_established on published.search_document (established nulls first, uscc collate "C")
  include (status, district, industry, type, lists);
drop index published.search_document_district;
-- A night writes many grams: kept aside and sorted in large pieces it costs a third. Whoever publishes ends with
-- gin_clean_pending_list, because a search reads what is kept aside from end to end.
alter index published.search_document_grams set (gin_pending_list_limit = 65536);
