-- What a field (lĩnh vực) was called before it was renamed, through its last day under that name. Its present name
-- stays in `field`, so that whatever asks for today asks one table.
create table field_earlier_name (
  field_code text not null references field (code),
  until_on date not null,
  name text not null check (length(name) between 1 and 200),
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  primary key (field_code, until_on)
);
create trigger field_earlier_name_is_final before update or delete on field_earlier_name
  for each row execute function forbid_change();
