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
  rule       text,                 -- uscc, org_code, reg_no, name, former_name
  score      real,
  why        text not null,        -- a stable code; said in words at the edge
  rivals     text[] not null,      -- other enterprises the evidence points at
  linked_on  date,                 -- the day it was first published under this enterprise
  body       json not null,
  primary key (restricted, id)
) partition by list (restricted);
create table ledger.record_public partition of ledger.record for values in (false);
create table restricted.record partition of ledger.record for values in (true);
create index record_enterprise on ledger.record (enterprise) where enterprise is not null;
create index record_waiting_uscc on ledger.record (uscc) where outcome <> 'linked' and uscc is not null;
create index record_waiting_org on ledger.record (org_code) where outcome <> 'linked' and org_code is not null;
create index record_waiting_reg on ledger.record (reg_no) where outcome <> 'linked' and reg_no is not null;
create index record_waiting_name on ledger.record using gin (name_keys) where outcome <> 'linked';
create index record_feed on ledger.record (source, feed);
