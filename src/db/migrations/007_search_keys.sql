-- Grams are numbers now: a third of the size, so that sound, address and representative find their way in. Which code made a row's
-- keys is kept with it: rows of another format are written again at start or by the next night, and never read until then.
alter table published.search_document drop column grams;
alter table published.search_document
  add column grams integer[] not null default '{}',
  add column grams_format smallint not null default 0,
  add column place_key text not null default '';
create index search_document_grams on published.search_document using gin (grams) with (gin_pending_list_limit = 65536);
create index search_document_format on published.search_document (grams_format);
truncate ledger.merged;
alter table ledger.merged drop column grams;
alter table ledger.merged
  add column grams integer[] not null,
  add column grams_format smallint not null,
  add column place_key text not null;
