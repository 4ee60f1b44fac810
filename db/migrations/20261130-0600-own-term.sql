-- How long a unit gives for a written answer where no rule gives a date (decision 27). A fact: what is set anew
-- supersedes what was. Without an amount it gives none.
create table own_term (
  id uuid primary key,
  unit_id uuid not null references unit (id),
  amount int check (amount between 1 and 365),
  term_unit text not null check (term_unit in ('calendar_day', 'working_day')),
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  recorded_in uuid references post (id),
  superseded_at timestamptz not null default 'infinity'
);
create unique index own_term_present on own_term (unit_id) where superseded_at = 'infinity';
