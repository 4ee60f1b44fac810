-- A conference entered as held that never was: it is called off, and a report as known on a day before still counts it.
alter table conference
  add column taken_for_held_at timestamptz,
  add constraint conference_taken_for_held_check
    check (taken_for_held_at is null or called_off_recorded_at is not null);
