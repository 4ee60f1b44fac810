-- Papers that were issued, each as it was on its day, and what an office's papers look like (decision 14).

create table issued_document (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  side text not null check (side in ('party', 'government', 'front')),
  kind text not null check (kind ~ '^[a-z_]{1,60}$'),
  -- Abbreviation of the type, as it stands in the number; "CV" for letters, whose number does not say it.
  type text not null check (length(type) between 1 and 10),
  -- The year, or in the Party the committee's term.
  series_period text not null check (length(series_period) between 1 and 40),
  number integer not null check (number between 1 and 999999),
  letter text not null default '' check (length(letter) <= 1),
  symbol text not null check (length(symbol) between 1 and 100),
  issued_on date not null,
  abstract text check (length(abstract) <= 2000),
  subject_kind text not null check (subject_kind ~ '^[a-z_]{1,60}$'),
  subject_id uuid not null,
  paper jsonb not null,
  version integer not null default 1 check (version > 0),
  replaces_id uuid references issued_document (id),
  -- The number came with the paper; it was not given here.
  back_entered boolean not null,
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  recorded_in uuid references post (id),
  constraint issued_document_number unique (unit_id, side, type, series_period, number, letter)
);
create unique index issued_document_replaced_once on issued_document (replaces_id) where replaces_id is not null;
create index issued_document_of_unit on issued_document (unit_id, issued_on desc, id desc);
create index issued_document_subject on issued_document (subject_id);
create trigger issued_document_is_final before update or delete on issued_document
  for each row execute function forbid_change();

-- Facts: what is set anew supersedes what was, so that it can be said what the office's papers looked like when.
create table office_setting (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  side text not null check (side in ('party', 'government', 'front')),
  settings jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  recorded_in uuid references post (id),
  superseded_at timestamptz not null default 'infinity'
);
create unique index office_setting_present on office_setting (unit_id, side) where superseded_at = 'infinity';
