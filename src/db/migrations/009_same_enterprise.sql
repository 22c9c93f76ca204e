-- One enterprise under several codes: re-registered, converted, moved, absorbed. Which pairs are one is decided, dated and kept;
-- which code stays follows from what is known of them, so it is worked out each night and never decided.

-- Never changed, never deleted: a later one supersedes it. Pairs are unordered, so the smaller code stands first.
create table ledger.same_enterprise (
  seq        integer generated always as identity primary key,
  uscc       text not null collate "C",
  other      text not null collate "C" check (uscc < other),
  -- open: nobody says so any more, neither the register nor, with basis judgement, a person
  verdict    text not null check (verdict in ('same', 'different', 'open')),
  -- what says so: a shared organisation code, a shared registration number and name, a change record, a person
  basis      text not null check (basis in ('org_code', 'reg_no', 'change', 'judgement')),
  decided_by text not null,
  decided_at timestamptz not null default now(),
  reason     text not null check (reason <> ''),
  evidence   text not null,          -- JSON: what was decided upon
  supersedes integer unique references ledger.same_enterprise (seq),
  applied_in integer,                -- the snapshot of the night that took it in
  check (basis = 'judgement' or verdict <> 'different')
);
-- One chain of decisions for each pair and basis.
create unique index same_enterprise_first on ledger.same_enterprise (uscc, other, basis) where supersedes is null;
create index same_enterprise_waiting on ledger.same_enterprise (seq) where applied_in is null;

create view ledger.same_now as
select s.* from ledger.same_enterprise s where not exists (select from ledger.same_enterprise n where n.supersedes = s.seq);

-- Codes that change records give up, as they stand in the ledger: a code for another, or a registration number.
create table ledger.code_change (
  record  uuid primary key,
  subject text not null,             -- the code under which the change was delivered
  before  text not null,             -- a sound code or a verified registration number
  after   text                       -- a sound code, or null
);
create index code_change_before on ledger.code_change (before);
create index code_change_after on ledger.code_change (after);
create index code_change_subject on ledger.code_change (subject);

-- What follows from the decisions: codes whose records are shown under another. Records keep the code that they point at.
create table ledger.former_code (
  code  text primary key,
  uscc  text not null,               -- the code that stays; never itself a former one
  bases text[] not null              -- why, as in ledger.same_enterprise
);
create index former_code_uscc on ledger.former_code (uscc);

-- The same as readers see it, registration numbers included. Every row holds in the snapshots from_snapshot <= s < to_snapshot.
create table published.former_code (
  code          text not null,
  uscc          text not null,
  from_snapshot integer not null,
  to_snapshot   integer not null default 2147483647,
  primary key (code, uscc, from_snapshot)
);
create index former_code_uscc on published.former_code (uscc);
create index former_code_prefix on published.former_code (code text_pattern_ops) where to_snapshot = 2147483647;
create index former_code_suffix on published.former_code (reverse(code) text_pattern_ops) where to_snapshot = 2147483647;
create index former_code_org on published.former_code (substr(code, 9, 9) text_pattern_ops) where to_snapshot = 2147483647;

truncate ledger.merged;
alter table ledger.merged add column former_codes text[] not null;
