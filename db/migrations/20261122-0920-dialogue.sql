-- Plan, conference, turn, recommendation: facts as rows with a when and a who.

create table plan (
  id uuid primary key,
  unit_id uuid not null references unit,
  ref text,
  year int not null check (year between 1945 and 2200),
  symbol text,
  issued_on date,
  recorded_at timestamptz not null,
  unique (unit_id, ref)
);
create table plan_requirement (
  plan_id uuid not null references plan,
  unit_id uuid not null references unit,
  required int not null check (required >= 0),
  primary key (plan_id, unit_id)
);

create table conference (
  id uuid primary key,
  unit_id uuid not null references unit,
  ref text,
  form text not null check (form in ('periodic', 'ad_hoc', 'thematic', 'briefing', 'indirect', 'online')),
  held_on date not null,
  topic text,
  place text,
  plan_id uuid references plan,
  ad_hoc_reason text,
  attendances int check (attendances >= 0),
  villages_represented int check (villages_represented >= 0),
  legal_bases text[] not null default '{}',
  version int not null default 1,
  recorded_at timestamptz not null,
  unique (unit_id, ref)
);
create index conference_held on conference (unit_id, held_on);

create table conference_chair (
  conference_id uuid not null references conference,
  position int not null,
  name text,
  capacity text not null check (capacity in ('party_secretary', 'chairperson', 'council', 'front', 'deputy', 'other')),
  is_head boolean not null,
  substitution_reason text,
  primary key (conference_id, position)
);

create table turn (
  id uuid primary key,
  conference_id uuid not null references conference,
  ref text,
  position int not null check (position > 0),
  speaker text,
  village_id uuid references unit,
  naming text not null default 'named' check (naming in ('named', 'secretariat_only', 'anonymous')),
  praise_only boolean not null default false,
  summary text,
  recorded_at timestamptz not null,
  unique (conference_id, position),
  unique (conference_id, ref)
);

create table ballot (
  conference_id uuid primary key references conference,
  issued int not null check (issued >= 0),
  returned int not null,
  valid int not null,
  very_satisfied int not null default 0 check (very_satisfied >= 0),
  satisfied int not null default 0 check (satisfied >= 0),
  neutral int not null default 0 check (neutral >= 0),
  dissatisfied int not null default 0 check (dissatisfied >= 0),
  very_dissatisfied int not null default 0 check (very_dissatisfied >= 0),
  recorded_at timestamptz not null,
  check (returned between 0 and issued),
  check (valid between 0 and returned),
  check (very_satisfied + satisfied + neutral + dissatisfied + very_dissatisfied = valid)
);

create table period_return (
  id uuid primary key,
  unit_id uuid not null references unit,
  period text not null,
  cutoff_on date,
  recorded_at timestamptz not null,
  unique (unit_id, period)
);
create table period_return_value (
  return_id uuid not null references period_return,
  indicator text not null check (indicator ~ '^[a-z][a-z0-9_]{0,59}$'),
  value numeric not null,
  primary key (return_id, indicator)
);

create table field (
  code text primary key,
  parent_code text references field,
  name text not null,
  position int not null,
  from_on date not null default '-infinity',
  until_on date not null default 'infinity'
);

create table recommendation (
  id uuid primary key,
  code text not null unique,
  unit_id uuid not null references unit,
  root_unit_id uuid not null references unit,
  ref text,
  conference_id uuid references conference,
  turn_id uuid references turn,
  forwarded_from_id uuid references recommendation deferrable initially deferred,
  channel text not null check (channel in
    ('conference', 'collected_beforehand', 'portal', 'village_head', 'reception', 'hotline', 'letter', 'supervision')),
  kind text not null check (kind in
    ('recommendation', 'report', 'question', 'opinion', 'praise', 'complaint', 'denunciation')),
  field_code text not null references field,
  received_on date not null,
  text text not null check (length(text) <= 50000),
  search text not null,
  naming text not null default 'named' check (naming in ('named', 'secretariat_only', 'anonymous')),
  village_id uuid references unit,
  version int not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid references person,
  unique (unit_id, ref)
);
create index recommendation_received on recommendation (unit_id, received_on);
create index recommendation_conference on recommendation (conference_id);
create index recommendation_village on recommendation (village_id);
create index recommendation_forwarded on recommendation (forwarded_from_id) where forwarded_from_id is not null;
create index recommendation_search on recommendation using gin (search gin_trgm_ops);

-- Numbers of short codes run per unit and year, so that no other unit waits for them.
create table recommendation_counter (
  unit_id uuid not null references unit,
  year int not null,
  last int not null,
  primary key (unit_id, year)
);

create table requester (
  id uuid primary key,
  recommendation_id uuid not null references recommendation,
  position int not null,
  name text,
  village_id uuid references unit,
  contact text,
  unique (recommendation_id, position)
);

create table recommendation_event (
  id uuid primary key,
  recommendation_id uuid not null references recommendation,
  sequence int not null,
  act text not null check (act in (
    'rule', 'assign', 'return', 'ask_extension', 'refuse_extension', 'extend', 'draft_answer', 'approve_answer', 'answer',
    'schedule', 'block', 'forward_up', 'reply_from_above', 'merge', 'hold', 'release', 'route_out', 'reject',
    'confirm', 'close', 'reopen')),
  on_date date not null,
  ruling text check (ruling in ('answered_now', 'written_answer', 'beyond_competence', 'noted')),
  outcome text check (outcome in ('done', 'document_issued', 'inspected', 'explained', 'refused')),
  lead_id uuid references unit,
  due_on date,
  until_on date,
  review_on date,
  to_unit_id uuid references unit,
  to_text text,
  into_id uuid references recommendation deferrable initially deferred,
  confirmed_by text check (confirmed_by in ('requester', 'village_head', 'front')),
  satisfied boolean,
  symbol text,
  reason text,
  text text,
  recorded_at timestamptz not null,
  recorded_by uuid references person,
  recorded_in uuid references post,
  unique (recommendation_id, sequence),
  check (act <> 'rule' or ruling is not null),
  check (act <> 'assign' or lead_id is not null),
  check (act not in ('extend', 'ask_extension') or due_on is not null),
  check (act not in ('answer', 'reply_from_above') or outcome is not null),
  check (act <> 'merge' or ((into_id is not null or to_text is not null) and into_id is distinct from recommendation_id)),
  check (act <> 'confirm' or (confirmed_by is not null and satisfied is not null))
);
create trigger recommendation_event_is_final before update or delete on recommendation_event
  for each row execute function forbid_change();

create table event_coordinator (
  event_id uuid not null references recommendation_event,
  position int not null,
  unit_id uuid not null references unit,
  duty text,
  due_on date,
  primary key (event_id, unit_id)
);

-- Derived from the events by the state table: in which state a matter was, on which days, and since when we know.
-- "In that state on day d, as known at t":  entered_on <= d < left_on  and  recorded_at <= t < superseded_at.
-- Several moves on one day leave rows with entered_on = left_on: they hold no day, but they are moves all the same.
create table state_period (
  id uuid primary key,
  recommendation_id uuid not null references recommendation,
  ordinal int not null,
  status text not null,
  class text not null check (class in (
    'awaiting_ruling', 'answered_in_room', 'noted', 'done', 'explained', 'refused', 'in_hand', 'scheduled', 'blocked',
    'passed_up', 'invalid', 'routed_out', 'duplicate')),
  is_open boolean not null,
  was_open boolean,
  lead_id uuid references unit,
  due_on date,
  original_due_on date,
  answered_on date,
  entered_on date not null,
  left_on date not null,
  recorded_at timestamptz not null,
  superseded_at timestamptz not null default 'infinity',
  check (entered_on <= left_on)
);
create index state_period_of on state_period (recommendation_id, ordinal);
create unique index state_period_present on state_period (recommendation_id)
  where superseded_at = 'infinity' and left_on = 'infinity';
create index state_period_lead on state_period (lead_id, due_on)
  where superseded_at = 'infinity' and left_on = 'infinity' and is_open;
