import type { ISql } from "../../src/db/client.ts";

/**
 * Fills the ledger without its indexes and makes them after it: row by row they cost ten times what building them once does.
 * For the first night, which fills an empty ledger; its lock shuts nobody out but another night. As in migration 002.
 */
export async function withoutLedgerIndexes(tx: ISql, fill: () => Promise<void>): Promise<void> {
  await tx`drop index ledger.record_enterprise, ledger.record_waiting_uscc, ledger.record_waiting_org, ledger.record_waiting_reg,
    ledger.record_waiting_name, ledger.record_party`;
  await tx`alter table ledger.record drop constraint record_pkey`;
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
