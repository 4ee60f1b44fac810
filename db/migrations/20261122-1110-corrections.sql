-- Corrections (decision 12): what was said before stays, with who put it right and when.

-- What a turn said until then. The present wording is the turn's own.
alter table turn add column version integer not null default 1;
create table turn_version (
  turn_id uuid not null references turn (id),
  version integer not null,
  position integer not null,
  speaker text,
  village_id uuid references unit (id),
  naming text not null,
  praise_only boolean not null,
  summary text,
  superseded_at timestamptz not null,
  superseded_by uuid references person (id),
  superseded_in uuid references post (id),
  primary key (turn_id, version)
);
create trigger turn_version_is_final before update or delete on turn_version
  for each row execute function forbid_change();

-- Two turns may change places in one transaction.
alter table turn drop constraint turn_conference_id_position_key,
  add constraint turn_conference_id_position_key unique (conference_id, position) deferrable initially immediate;

-- What a matter said until it was put right. As known on a day it said what the first row recorded after that day holds,
-- and what it says now where there is none.
create table recommendation_correction (
  id uuid primary key,
  recommendation_id uuid not null references recommendation (id),
  version integer not null,
  field_code text not null references field (code),
  kind text not null,
  naming text not null,
  village_id uuid references unit (id),
  received_on date not null,
  text text not null,
  requesters jsonb not null,
  reason text not null check (length(reason) between 1 and 5000),
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  recorded_in uuid references post (id),
  unique (recommendation_id, version)
);
create index recommendation_correction_recorded on recommendation_correction (recorded_at);
create trigger recommendation_correction_is_final before update or delete on recommendation_correction
  for each row execute function forbid_change();

-- A step that was entered by mistake. The event itself is never changed.
create table recommendation_annulment (
  event_id uuid primary key references recommendation_event (id),
  recommendation_id uuid not null references recommendation (id),
  reason text not null check (length(reason) between 1 and 5000),
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  recorded_in uuid references post (id)
);
create index recommendation_annulment_of on recommendation_annulment (recommendation_id);
create trigger recommendation_annulment_is_final before update or delete on recommendation_annulment
  for each row execute function forbid_change();

-- The events that hold: whatever asks what became of a matter asks this.
create view standing_event as
  select e.* from recommendation_event e
  where not exists (select from recommendation_annulment a where a.event_id = e.id);

-- A matter above that came of a step below which was annulled: from then on it is not there.
alter table recommendation add column withdrawn_at timestamptz;
