-- The file of an issued paper as it was first made (decision 37): whoever saves it again gets the same bytes, whatever has
-- become of the template since. Only of the paper as it was frozen: what a reader is told less of is made for them anew.
create table printed_document (
  document_id uuid not null references issued_document (id),
  ending text not null check (ending in ('pdf', 'docx')),
  file bytea not null check (length(file) > 0),
  made_at timestamptz not null,
  primary key (document_id, ending)
);
create trigger printed_document_is_final before update or delete on printed_document
  for each row execute function forbid_change();
