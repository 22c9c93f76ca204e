import type { ISql } from "../../src/db/client.ts";

/*
 * For the first night, which fills empty tables: indexes cost several times as much row by row as when they are built once, and
 * rows need no write-ahead log where their table was truncated by the same transaction (wal_level minimal; elsewhere no harm).
 * The locks shut nobody out but another night. The indexes are those of migrations 002 and 008.
 */

/** Fills `ledger.record`, which is empty, and makes its indexes after it. */
export async function withoutLedgerIndexes(tx: ISql, fill: () => Promise<void>): Promise<void> {
  await tx`drop index ledger.record_enterprise, ledger.record_waiting_uscc, ledger.record_waiting_org, ledger.record_waiting_reg,
    ledger.record_waiting_name, ledger.record_party`;
  await tx`alter table ledger.record drop constraint record_pkey`;
  await tx`truncate ledger.record`;
  await fill();
  await tx`set local maintenance_work_mem = '512MB'`;
  await tx`alter table ledger.record add primary key (id, restricted)`;
  await tx`create index record_enterprise on ledger.record (enterprise) where enterprise is not null`;
  await tx`create index record_waiting_uscc on ledger.record (uscc) where not settled and uscc is not null`;
  await tx`create index record_waiting_org on ledger.record (org_code) where not settled and org_code is not null`;
  await tx`create index record_waiting_reg on ledger.record (reg_no) where not settled and reg_no is not null`;
  await tx`create index record_waiting_name on ledger.record using gin (name_keys) where not settled`;
  await tx`create index record_party on ledger.record (party) where party is not null`;
  await tx`analyze ledger.record`;
}

/** Fills `ledger.enterprise` and `ledger.enterprise_key`, which are empty, and makes their indexes after it. */
export async function withoutKeyIndexes(tx: ISql, fill: () => Promise<void>): Promise<void> {
  await tx`truncate ledger.enterprise, ledger.enterprise_key`;
  await tx`alter table ledger.enterprise drop constraint enterprise_pkey`;
  await tx`alter table ledger.enterprise_key drop constraint enterprise_key_pkey`;
  await tx`drop index ledger.enterprise_key_uscc`;
  await fill();
  await tx`set local maintenance_work_mem = '512MB'`;
  await tx`alter table ledger.enterprise add primary key (uscc)`;
  await tx`alter table ledger.enterprise_key add primary key (kind, value, uscc)`;
  await tx`create index enterprise_key_uscc on ledger.enterprise_key (uscc)`;
  await tx`analyze ledger.enterprise, ledger.enterprise_key`;
}
