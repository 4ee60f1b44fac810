-- One dialogue from the annual plan to the notice of conclusion (decision 15).

-- Planning. A draft binds nobody; a plan that replaces another takes its place from the day it is issued.
alter table plan
  add column is_draft boolean not null default false,
  add column note text check (length(note) <= 5000),
  add column replaces_id uuid references plan (id),
  add column version integer not null default 1,
  add constraint plan_draft_check check (not is_draft or (symbol is null and issued_on is null));
create unique index plan_replaced_once on plan (replaces_id) where replaces_id is not null;
create unique index plan_one_draft on plan (unit_id, year) where is_draft;

alter table plan_requirement
  add column form text check (form in ('periodic', 'ad_hoc', 'thematic', 'briefing', 'indirect', 'online')),
  add column chair_capacity text
    check (chair_capacity in ('party_secretary', 'chairperson', 'council', 'front', 'deputy', 'other'));

create table planned_conference (
  id uuid primary key,
  plan_id uuid not null references plan (id),
  position integer not null check (position > 0),
  unit_id uuid not null references unit (id),
  quarter integer not null check (quarter between 1 and 4),
  planned_on date,
  form text not null check (form in ('periodic', 'ad_hoc', 'thematic', 'briefing', 'indirect', 'online')),
  chair_capacity text
    check (chair_capacity in ('party_secretary', 'chairperson', 'council', 'front', 'deputy', 'other')),
  audience text check (length(audience) <= 500),
  topic text check (length(topic) <= 500),
  place text check (length(place) <= 300),
  unique (plan_id, position)
);
create index planned_conference_unit on planned_conference (unit_id);

-- The life of a conference: prepared, then held or called off. `held_on` is the day it is (to be) held;
-- it counts as held only from when that was entered.
alter table conference
  add column planned_id uuid references planned_conference (id),
  add column held_recorded_at timestamptz,
  add column called_off_recorded_at timestamptz,
  add column called_off_reason text check (length(called_off_reason) between 1 and 1000),
  add column collect_until date,
  add constraint conference_called_off_check
    check ((called_off_recorded_at is null) = (called_off_reason is null)),
  add constraint conference_one_end_check check (held_recorded_at is null or called_off_recorded_at is null);
update conference set held_recorded_at = recorded_at;
create index conference_planned on conference (planned_id) where planned_id is not null;

-- What was done of a conference's checklist; undone is a fact as well.
create table conference_step (
  id uuid primary key,
  conference_id uuid not null references conference (id),
  step text not null check (step ~ '^[a-z_]{1,60}$'),
  done_on date not null,
  note text check (length(note) <= 1000),
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  undone_at timestamptz
);
create unique index conference_step_done on conference_step (conference_id, step) where undone_at is null;

create table conference_invitation (
  id uuid primary key,
  conference_id uuid not null references conference (id),
  unit_id uuid references unit (id),
  name text check (length(name) between 1 and 300),
  quota integer not null check (quota between 1 and 10000),
  answer text check (answer in ('accepted', 'declined')),
  answered_on date,
  answer_note text check (length(answer_note) <= 1000),
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  check (unit_id is not null or name is not null),
  check ((answer is null) = (answered_on is null))
);
create unique index conference_invitation_unit on conference_invitation (conference_id, unit_id)
  where unit_id is not null and withdrawn_at is null;
create index conference_invitation_of on conference_invitation (conference_id);

-- A delegate of an invitation; the badge is what the door reads.
create table delegate (
  id uuid primary key,
  invitation_id uuid not null references conference_invitation (id),
  conference_id uuid not null references conference (id),
  name text not null check (length(name) between 1 and 200),
  title text check (length(title) <= 200),
  badge text not null check (length(badge) between 4 and 20),
  present_at timestamptz,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  unique (conference_id, badge)
);
create index delegate_invitation on delegate (invitation_id);

-- The agenda after its first item, which is always what became of last time's recommendations.
create table agenda_item (
  conference_id uuid not null references conference (id),
  position integer not null check (position > 1),
  title text not null check (length(title) between 1 and 500),
  speaker text check (length(speaker) <= 200),
  minutes integer check (minutes between 1 and 600),
  primary key (conference_id, position)
);

-- An answer asked of an agency before the day, so that the chair has it in the room. Not yet a move of the matter.
create table draft_request (
  id uuid primary key,
  conference_id uuid not null references conference (id),
  recommendation_id uuid not null references recommendation (id),
  agency_id uuid not null references unit (id),
  due_on date not null,
  text text check (length(text) <= 20000),
  given_at timestamptz,
  given_by uuid references person (id),
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  withdrawn_at timestamptz,
  check ((text is null) = (given_at is null))
);
create unique index draft_request_open on draft_request (recommendation_id, agency_id) where withdrawn_at is null;
create index draft_request_agency on draft_request (agency_id) where withdrawn_at is null;

-- Ballots are the Front's; a count put right keeps its version.
alter table ballot
  add column version integer not null default 1,
  add column recorded_by uuid references person (id),
  add column recorded_in uuid references post (id);

-- The notice of conclusion: a draft, then versions that were issued. Its lines are recommendations.
create table notice_of_conclusion (
  id uuid primary key,
  conference_id uuid not null references conference (id),
  edition integer not null check (edition > 0),
  opening text check (length(opening) <= 20000),
  closing text check (length(closing) <= 20000),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  issued_on date,
  issued_recorded_at timestamptz,
  unique (conference_id, edition),
  check ((issued_on is null) = (issued_recorded_at is null))
);
create unique index notice_of_conclusion_draft on notice_of_conclusion (conference_id) where issued_on is null;

create table notice_line (
  notice_id uuid not null references notice_of_conclusion (id),
  position integer not null check (position > 0),
  recommendation_id uuid not null references recommendation (id),
  task text not null check (length(task) between 1 and 5000),
  lead_id uuid references unit (id),
  due_on date,
  primary key (notice_id, position),
  unique (notice_id, recommendation_id)
);
create index notice_line_recommendation on notice_line (recommendation_id);

create table notice_line_coordinator (
  notice_id uuid not null,
  recommendation_id uuid not null,
  position integer not null,
  unit_id uuid not null references unit (id),
  duty text check (length(duty) <= 1000),
  due_on date,
  primary key (notice_id, recommendation_id, unit_id),
  foreign key (notice_id, recommendation_id) references notice_line (notice_id, recommendation_id) on delete cascade
);

-- A list one comes back to: its address and a name for it.
create table saved_filter (
  id uuid primary key,
  person_id uuid not null references person (id),
  name text not null check (length(name) between 1 and 100),
  address text not null check (address ~ '^/[^/\\]' and length(address) <= 2000),
  recorded_at timestamptz not null,
  removed_at timestamptz
);
create index saved_filter_person on saved_filter (person_id) where removed_at is null;

-- A word may be about a matter, a conference or a plan.
alter table notification
  alter column recommendation_id drop not null,
  add column conference_id uuid references conference (id),
  add column plan_id uuid references plan (id),
  add constraint notification_subject_check
    check (num_nonnulls(recommendation_id, conference_id, plan_id) = 1);
