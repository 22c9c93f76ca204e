-- What was received, as it was received. Nothing here is read by the service.
create schema archive;
-- What only some may see: raw and cleaned rows of feeds that are not public, and of natural persons.
create schema restricted;

create table archive.delivery (
  seq           integer generated always as identity primary key,  -- order of arrival: the last one wins
  id            text not null unique,                              -- made of source/feed, is_full and sha256
  source        text not null,
  feed          text not null,
  file          text not null,
  sha256        text not null,
  format        text,
  encoding      text,
  is_full       boolean not null,
  demo          boolean not null default false,                    -- generated data, and labelled so wherever it shows
  received_at   timestamptz not null,
  rows          integer not null default 0,
  accepted      integer not null default 0,
  rejected      integer not null default 0,
  header        text[],
  refused_code  text,
  refused_message text,
  applied_in    integer                                            -- the snapshot that took it in
);
create unique index delivery_bytes on archive.delivery (source, feed, is_full, sha256);
create index delivery_feed on archive.delivery (source, feed, seq);
create index delivery_waiting on archive.delivery (seq) where applied_in is null and refused_code is null;

-- Every accepted row: its cells as received beside its cleaned form. Never updated.
create table archive.received (
  restricted     boolean not null,
  delivery       integer not null,
  line           integer not null,
  record         uuid not null,       -- identity: source/feed, authority, document number (or kind and date), subject
  content        uuid not null,       -- hash of the cleaned form: the same again changes nothing
  natural_person boolean not null,
  withdrawn      text,                -- why, when the row withdraws its record
  uscc           text,                -- sound codes only
  org_code       text,
  reg_no         text,
  name           text,
  name_keys      text[] not null,     -- normalised names under which the subject may be registered
  rep            text,
  cells          text[] not null,
  body           json not null,
  primary key (delivery, line, restricted)
) partition by list (restricted);
create table archive.received_public partition of archive.received for values in (false);
create table restricted.received partition of archive.received for values in (true);

-- Refused rows whole, to be mended: whatever they hold, ids of persons included.
create table restricted.rejection (
  delivery integer not null references archive.delivery (seq) on delete cascade,
  line     integer not null,
  cells    text[] not null,
  code     text not null,
  field    text,
  expected text,
  message  text not null,
  primary key (delivery, line)
);

-- Ids of natural persons, taken out of the cells of public rows; together they are the row as received.
create table restricted.personal_cell (
  delivery integer not null references archive.delivery (seq) on delete cascade,
  line     integer not null,
  "column" integer not null,          -- from 0, as in cells
  text     text not null,
  primary key (delivery, line, "column")
);
