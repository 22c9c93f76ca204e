-- Long texts are read by nobody's condition: no statistics of them, which took most of an ANALYZE's time.
alter table archive.received_public alter column cells set statistics 0, alter column body set statistics 0;
alter table restricted.received alter column cells set statistics 0, alter column body set statistics 0;
alter table archive.received alter column cells set statistics 0, alter column body set statistics 0;
alter table ledger.record_public alter column body set statistics 0, alter column evidence set statistics 0;
alter table restricted.record alter column body set statistics 0, alter column evidence set statistics 0;
alter table ledger.record alter column body set statistics 0, alter column evidence set statistics 0;
alter table ledger.merged alter column body set statistics 0, alter column document set statistics 0;
alter table ledger.merged_entry alter column body set statistics 0;
alter table published.profile alter column body set statistics 0;
alter table published.list_entry alter column body set statistics 0;
alter table published.search_document alter column document set statistics 0;
