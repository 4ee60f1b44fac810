-- The room asks what was split from each turn, every few seconds.
create index recommendation_turn on recommendation (turn_id) where turn_id is not null;

-- What a ballot's count was until the Front put it right. The present count is the ballot's own.
create table ballot_version (
  conference_id uuid not null references conference (id),
  version integer not null,
  issued integer not null,
  returned integer not null,
  valid integer not null,
  very_satisfied integer not null,
  satisfied integer not null,
  neutral integer not null,
  dissatisfied integer not null,
  very_dissatisfied integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid references person (id),
  recorded_in uuid references post (id),
  superseded_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 1000),
  primary key (conference_id, version)
);
create trigger ballot_version_is_final before update or delete on ballot_version
  for each row execute function forbid_change();

-- Every count there ever was, with the time for which it was the one that was known.
create view ballot_count as
  select conference_id, version, issued, returned, valid, very_satisfied, satisfied, neutral, dissatisfied,
    very_dissatisfied, recorded_at, recorded_by, recorded_in, 'infinity'::timestamptz as superseded_at
  from ballot
  union all
  select conference_id, version, issued, returned, valid, very_satisfied, satisfied, neutral, dissatisfied,
    very_dissatisfied, recorded_at, recorded_by, recorded_in, superseded_at
  from ballot_version;
