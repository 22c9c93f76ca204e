-- Whose a record is when no code says so: candidates by key, compared with what their enterprise is known by; what is doubtful
-- becomes a question, and what people decide is kept for good.

-- What a record says of its subject, as one value: equal ones are one question. `region`: its name with the authority's region in
-- front, where it has none of its own.
create function ledger.party_of(uscc text, bad_code text, org_code text, reg_no text, name text, region text, rep text) returns uuid
language sql immutable parallel safe as $$
  select md5(coalesce(uscc, '') || '|' || coalesce(bad_code, '') || '|' || coalesce(org_code, '') || '|' || coalesce(reg_no, '') || '|'
    || coalesce(name, '') || '|' || coalesce(region, '') || '|' || coalesce(rep, ''))::uuid
$$;

-- A code among the keys below.
create function ledger.code_key(uscc text) returns integer language sql immutable parallel safe as $$
  select ('x' || substr(md5(uscc), 1, 8))::bit(32)::integer
$$;

-- What an enterprise is compared by, as its base record and its changes tell it.
create table ledger.known_party (
  uscc        text primary key,
  name        text not null,
  former      text[] not null,       -- former names, as written
  rep         text,
  district    text,                  -- GB/T 2260, six digits
  address     text,
  reg_no      text,
  established date,
  closed      date,
  format      smallint not null      -- of its keys
);
-- Hashes under which an enterprise may be found by a name that is not quite its own. Many a key, many a uscc.
create table ledger.link_key (
  key  integer not null,
  uscc text not null
);
create index link_key_key on ledger.link_key (key);
create index link_key_uscc on ledger.link_key (uscc);
-- The same of parties that nothing exact has settled: who comes or changes later under one of these is compared with them.
create table ledger.party_key (
  key   integer not null,
  party uuid not null
);
create index party_key_key on ledger.party_key (key);
create index party_key_party on ledger.party_key (party);

alter table ledger.record
  add column party uuid,             -- null where a code that agrees with the name has settled whose it is
  add column evidence text;          -- JSON: how the link was weighed; null when an exact key decided
create index record_party on ledger.record (party) where party is not null;

-- Is the subject of these records this enterprise? Open while any of its records has outcome 'review'.
create table ledger.question (
  id          text primary key,      -- 16 hex digits of md5(party || uscc)
  party       uuid not null,
  uscc        text not null,
  probability real not null,
  why         text not null,         -- a stable code, as in ledger.record
  stated      text not null,         -- JSON: what the records say of their subject
  evidence    text,                  -- JSON, as in ledger.record
  asked_in    integer not null       -- the snapshot of the night that asked it first
);
create index question_party on ledger.question (party);

-- What people decided. Never changed, never deleted: a later one supersedes it.
create table ledger.judgement (
  seq        integer generated always as identity primary key,
  party      uuid not null,
  uscc       text not null,
  verdict    text not null check (verdict in ('same', 'different', 'unsure')),
  decided_by text not null,
  decided_at timestamptz not null default now(),
  reason     text not null check (reason <> ''),
  shown      text not null,          -- JSON: what was decided upon, as it was shown
  supersedes integer unique references ledger.judgement (seq),
  applied_in integer                 -- the snapshot of the night that took it in
);
create index judgement_pair on ledger.judgement (party, uscc);
create index judgement_waiting on ledger.judgement (party) where applied_in is null;
