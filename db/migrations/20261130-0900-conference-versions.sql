-- What is put right of a conference that was held (its day, form, how many came) changes no figure as known on an earlier
-- day: what it said until then is kept, as of turns and ballots.
create table conference_version (
  conference_id uuid not null references conference (id),
  version integer not null,
  form text not null,
  held_on date not null,
  attendances integer,
  villages_represented integer,
  superseded_at timestamptz not null,
  superseded_by uuid references person (id),
  superseded_in uuid references post (id),
  primary key (conference_id, version)
);
create index conference_version_superseded on conference_version (superseded_at);
create trigger conference_version_is_final before update or delete on conference_version
  for each row execute function forbid_change();

-- Nobody can forget to keep it.
create function conference_is_kept() returns trigger language plpgsql as $$
begin
  if not exists (select from conference_version k where k.conference_id = old.id and k.version = old.version) then
    raise exception 'What a conference that was held said until now is kept in conference_version first.';
  end if;
  return new;
end $$;
create trigger conference_is_kept before update on conference for each row
  when (old.held_recorded_at is not null and
    (old.form, old.held_on, old.attendances, old.villages_represented) is distinct from
    (new.form, new.held_on, new.attendances, new.villages_represented))
  execute function conference_is_kept();
