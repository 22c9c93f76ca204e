-- The address that some keepers write beside the name is part of what a record says of its subject. Parties without one stay what
-- they were, with their questions and judgements.
create function ledger.party_of(
  uscc text, bad_code text, org_code text, reg_no text, name text, region text, rep text, address text
) returns uuid
language sql immutable parallel safe as $$
  select case
    when address is null then ledger.party_of(uscc, bad_code, org_code, reg_no, name, region, rep)
    else md5(ledger.party_of(uscc, bad_code, org_code, reg_no, name, region, rep)::text || '|' || address)::uuid
  end
$$;
