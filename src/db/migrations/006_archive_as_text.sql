-- The archive is written once and read rarely: JSON text is neither parsed on the way in nor kept as an array (half of a COPY's
-- time), and a row is found by its delivery, whose rows lie together, so that a few summaries do for what an index of every row did.
alter table archive.received
  alter column cells type text using array_to_json(cells)::text,
  alter column body type text using body::text,
  drop constraint received_pkey;
create index received_delivery on archive.received using brin (delivery);
alter table ledger.record alter column body type text using body::text;
