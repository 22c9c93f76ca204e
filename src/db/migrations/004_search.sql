-- Codes by their beginning and end. text_pattern_ops, because a server's own collation may not compare bytes.
create index search_document_prefix on published.search_document (uscc text_pattern_ops);
create index search_document_suffix on published.search_document (reverse(uscc) text_pattern_ops);
create index search_document_org on published.search_document (substr(uscc, 9, 9) text_pattern_ops);
create index search_document_reg_no on published.search_document ((document ->> 'regNo') text_pattern_ops)
  where document ->> 'regNo' is not null;
create index search_document_established on published.search_document (established desc nulls last, uscc);
