-- What the service reads. Every row holds in the snapshots from_snapshot <= s < to_snapshot.
create schema published;

create table published.snapshot (
  id           integer primary key,
  published_at timestamptz not null,
  day          date not null,              -- in Asia/Shanghai
  enterprises  integer not null,
  changed      integer not null,
  list_totals  json not null,              -- {list: entries}
  coverage     json not null,              -- SourceCoverage[]
  coverage_hash text not null,
  demo         boolean not null
);
create index snapshot_day on published.snapshot (day, id);

create table published.profile (
  uscc          text not null,
  from_snapshot integer not null,
  to_snapshot   integer not null default 2147483647,
  hash          uuid not null,
  rebuild_on    date,                      -- the first day on which this text may no longer be shown whole
  body          text not null,             -- Profile as JSON text
  primary key (uscc, from_snapshot)
);
-- A read is one heap page: texts stay in their row, whole, up to its size.
alter table published.profile alter column body set storage external;
alter table published.profile set (toast_tuple_target = 8160);
create unique index profile_current on published.profile (uscc) where to_snapshot = 2147483647;
create index profile_rebuild on published.profile (rebuild_on) where to_snapshot = 2147483647 and rebuild_on is not null;

create table published.list_entry (
  list          text not null,
  id            uuid not null,
  from_snapshot integer not null,
  to_snapshot   integer not null default 2147483647,
  uscc          text,                      -- null: a firm without a base record here
  district      text,
  listed_on     date not null,             -- 0001-01-01 when it was not delivered
  rebuild_on    date,
  hash          uuid not null,
  body          text not null,             -- the entry as JSON text, with the subject's name
  primary key (list, id, from_snapshot)
);
create index list_entry_page on published.list_entry (list, listed_on desc, id, from_snapshot);
create index list_entry_current on published.list_entry (id) where to_snapshot = 2147483647;

-- The PostgreSQL engine's index: always that of the current snapshot.
create table published.search_document (
  uscc        text primary key,
  name_key    text not null,
  grams       text[] not null,
  status      text not null,
  district    text,
  industry    text,
  type        text,
  lists       text[] not null,
  established date,
  changed_in  integer not null default 0,  -- the snapshot that changed the document last
  document    json not null                -- SearchDocument
);
create index search_document_changed on published.search_document (changed_in);
-- Documents that went, so that an engine that was away can catch up.
create table published.search_removed (
  uscc       text primary key,
  removed_in integer not null
);
create index search_document_grams on published.search_document using gin (grams);
create index search_document_district on published.search_document (district);
create index search_document_lists on published.search_document using gin (lists);

create table published.label (
  facet text not null,                     -- district, status, industry, type
  code  text not null,
  label text not null,
  primary key (facet, code)
);

-- Feeds as declared, so that the service knows what was promised.
create table published.feed (
  source     text not null,
  feed       text not null,
  kind       text not null,
  list       text,
  title      json not null,
  keeper     json not null,
  disclosure text not null,
  every_days integer not null,
  primary key (source, feed)
);

-- Look-ups served, a row a day and route; no query text, no caller.
create table published.lookup (
  day   date not null,
  route text not null,
  count bigint not null,
  primary key (day, route)
);
create index list_entry_enterprise on published.list_entry (uscc) where to_snapshot = 2147483647 and uscc is not null;
create index list_entry_rebuild on published.list_entry (rebuild_on) where to_snapshot = 2147483647 and rebuild_on is not null;
