-- What a load of the national units leaves besides the units themselves.

-- Names that had gone before the load's trees begin, and the units that carry them on: for search only.
create table unit_alias (
  unit_id uuid not null references unit,
  name text not null,
  district_name text not null,
  province_name text not null,
  search text not null,
  recorded_at timestamptz not null,
  primary key (unit_id, name, district_name)
);
create index unit_alias_search on unit_alias using gin (search gin_trgm_ops);

-- What became of each row of the source that could not be taken as it stood.
create table unit_finding (
  id uuid primary key,
  source_row text,
  unit_code text,
  code text not null,
  outcome text not null check (outcome in ('repaired', 'supplied', 'set_aside', 'gap')),
  vi text not null,
  en text not null,
  recorded_at timestamptz not null,
  unique nulls not distinct (source_row, unit_code, code)
);
create index unit_finding_code on unit_finding (code, id);

-- People are found by name without tone marks; the column itself keeps what was written.
create function fold_tone(words text) returns text language sql immutable strict parallel safe
return translate(
  lower(normalize(words, nfc)),
  'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ',
  'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd'
);
create index person_full_name_search on person using gin (fold_tone(full_name) gin_trgm_ops);
