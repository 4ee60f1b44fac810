-- Deadlines: the days of the calendar, the rules, who was reminded of what, and what people were told.

create table calendar_year (
  year int primary key check (year between 1945 and 2200),
  recorded_at timestamptz not null,
  recorded_by uuid references person,
  -- Taken back by every later change of a day: what is confirmed is the year as it stands.
  confirmed_at timestamptz,
  confirmed_by uuid references person
);

-- A day that differs from the plain week. A changed mind is a new row; the old one says until when it was held.
create table calendar_day (
  id uuid primary key,
  year int not null references calendar_year,
  on_date date not null,
  kind text not null check (kind in ('holiday', 'compensation', 'worked_rest_day')),
  name text not null check (length(name) between 1 and 200),
  decision text,
  recorded_at timestamptz not null,
  recorded_by uuid references person,
  superseded_at timestamptz not null default 'infinity',
  check (extract(year from on_date) = year)
);
create unique index calendar_day_present on calendar_day (on_date) where superseded_at = 'infinity';
create index calendar_day_year on calendar_day (year) where superseded_at = 'infinity';

-- Rules are ended, never deleted: a date once given can be explained for ever.
create table deadline_rule (
  code text primary key check (length(code) between 1 and 80),
  name text not null check (length(name) between 1 and 200),
  purpose text not null check (purpose in
    ('announce', 'publish_results', 'written_reply', 'word_of_party_head', 'notice_of_conclusion')),
  amount int not null check (amount between 1 and 3650),
  unit text not null check (unit in ('calendar_day', 'working_day', 'working_hour')),
  direction text not null check (direction in ('forward', 'backward')),
  start_event text not null check (start_event in ('conference', 'receipt', 'assignment')),
  citation text not null check (length(citation) between 1 and 500),
  rank text not null check (rank in ('law', 'central_party', 'provincial', 'plan', 'product_default')),
  -- A unit's code: the rule holds in its subtree, also when the unit is entered later. Null for the whole country.
  territory_code text,
  unit_kinds text[],
  valid_from date not null,
  valid_until date not null default 'infinity',
  recorded_at timestamptz not null,
  recorded_by uuid references person,
  ended_at timestamptz,
  ended_by uuid references person,
  check (valid_from <= valid_until),
  check (unit <> 'working_hour' or direction = 'forward')
);
create index deadline_rule_territory on deadline_rule (territory_code);

-- What a person is told: a sentence that is made of its data when it is read, in the reader's language.
create table notification (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('moved', 'reminder')),
  recommendation_id uuid not null references recommendation,
  details jsonb not null,
  -- What it came from; nobody is told the same thing twice.
  source text not null,
  recorded_at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  unique (person_id, source)
);
create index notification_of on notification (person_id, recorded_at);
create index notification_unread on notification (person_id) where read_at is null;

create table reminder (
  recommendation_id uuid not null references recommendation,
  due_on date not null,
  -- assigned, half_time, three_days_before, one_day_before, late_1, late_2 …
  kind text not null check (kind ~ '^(assigned|half_time|three_days_before|one_day_before|late_[1-9][0-9]{0,3})$'),
  person_id uuid not null references person,
  on_date date not null,
  recorded_at timestamptz not null,
  primary key (recommendation_id, due_on, kind, person_id)
);

-- A word that could not be sent is tried again later, and after the last attempt marked as failed for good.
alter table outbox add column next_attempt_at timestamptz not null default '-infinity';
alter table outbox add column failed_at timestamptz;
drop index outbox_waiting;
create index outbox_waiting on outbox (next_attempt_at, recorded_at)
  where processed_at is null and failed_at is null;
create index outbox_failed on outbox (failed_at) where failed_at is not null;
