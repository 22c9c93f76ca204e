-- A small delivery's rows fill what room older pages have left, one here and one there: summaries of pages (BRIN) then name nearly
-- all of them, and a night of 10,000 rows read half of the archive several times. One number a row, mostly at the index's end.
drop index archive.received_delivery;
create index received_delivery on archive.received (delivery);
