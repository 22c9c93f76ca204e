-- The current version of every record, and whose it is. Keyed by enterprise (its code).
create schema ledger;

create table ledger.enterprise (
  uscc       text primary key,
  name_key   text not null
);

-- Everything an enterprise is known by, beside its code. kind: org_code, reg_no, name, former_name.
create table ledger.enterprise_key (
  kind  text not null,
  value text not null,
  uscc  text not null,
  primary key (kind, value, uscc)
);
create index enterprise_key_uscc on ledger.enterprise_key (uscc);

create table ledger.record (
  restricted boolean not null,
  id         uuid not null,
  source     text not null,
  feed       text not null,
  kind       text not null,
  delivery   integer not null,
  line       integer not null,
  content    uuid not null,
  withdrawn  text,
  uscc       text,
  org_code   text,
  reg_no     text,
  name       text,
  name_keys  text[] not null,
  rep        text,
  enterprise text,                 -- whose it is, once linked
  outcome    text not null,        -- linked, review, unlinked
  rule       text not null,        -- uscc, org_code, reg_no, name, former_name; '' when not linked
  score      real,
  why        text not null,        -- a stable code; said in words at the edge
  rivals     text[] not null,      -- other enterprises the evidence points at
  linked_in  integer,              -- the snapshot that first published it under this enterprise
  -- False while an enterprise that arrives later may change the outcome.
  settled    boolean not null generated always as (outcome = 'linked' and rule = 'uscc' and why <> 'code_name_differs') stored,
  body       json not null,
  primary key (id, restricted)
) partition by list (restricted);
create table ledger.record_public partition of ledger.record for values in (false);
create table restricted.record partition of ledger.record for values in (true);
create index record_enterprise on ledger.record (enterprise) where enterprise is not null;
create index record_waiting_uscc on ledger.record (uscc) where not settled and uscc is not null;
create index record_waiting_org on ledger.record (org_code) where not settled and org_code is not null;
create index record_waiting_reg on ledger.record (reg_no) where not settled and reg_no is not null;
create index record_waiting_name on ledger.record using gin (name_keys) where not settled;

-- Names a base record gave up without a change record: seen as an older version of it.
create table ledger.former_name (
  uscc     text not null,
  name_key text not null,
  name     text not null,
  delivery integer not null,        -- the one that still had it
  primary key (uscc, name_key)
);

-- What the next merge has to look at again. Filled with the ledger, emptied with the snapshot that took it in.
create table ledger.touched (uscc text primary key);
create table ledger.touched_entry (id uuid primary key);   -- list entries without an enterprise

-- What the merge made of it, until the snapshot is published. Rebuilt by each night, so never logged.
create unlogged table ledger.merged (
  uscc        text not null,
  hash        uuid not null,
  rebuild_on  date,
  body        text not null,
  name_key    text not null,
  grams       text[] not null,
  status      text not null,
  district    text,
  industry    text,
  type        text,
  lists       text[] not null,
  established date,
  document    json not null
);
create unlogged table ledger.merged_entry (
  list       text not null,
  id         uuid not null,
  uscc       text,
  district   text,
  listed_on  date not null,
  rebuild_on date,
  hash       uuid not null,
  body       text not null
);
