-- A paper of a day tells what was arranged for a conference by the end of that day. What a conference to come said until it
-- was changed is kept: when, where, about what, with whom in the chair, in which order; and for how many somebody was invited.
create table conference_arrangement (
  conference_id uuid not null references conference (id),
  version integer not null,
  form text not null,
  held_on date not null,
  starts_at text,
  place text,
  topic text,
  collect_until date,
  legal_bases text[] not null,
  -- In their order.
  chairs jsonb not null,
  agenda jsonb not null,
  superseded_at timestamptz not null,
  primary key (conference_id, version)
);
create trigger conference_arrangement_is_final before update or delete on conference_arrangement
  for each row execute function forbid_change();

-- Nobody can forget to keep it.
create function arrangement_is_kept() returns trigger language plpgsql as $$
begin
  if not exists (select from conference_arrangement k where k.conference_id = old.id and k.version = old.version) then
    raise exception 'What a conference to come said until now is kept in conference_arrangement first.';
  end if;
  return new;
end $$;
create trigger arrangement_is_kept before update on conference for each row
  when (old.held_recorded_at is null and old.called_off_recorded_at is null and old.version <> new.version)
  execute function arrangement_is_kept();

create table conference_invitation_quota (
  invitation_id uuid not null references conference_invitation (id),
  quota integer not null,
  superseded_at timestamptz not null,
  primary key (invitation_id, superseded_at)
);
create trigger conference_invitation_quota_is_final before update or delete on conference_invitation_quota
  for each row execute function forbid_change();

-- Since when a unit carries on what was handed over to it.
create or replace view handed_over_unit as
  select h.from_unit_id, l.to_unit_id, min(h.on_date) as since
  from hand_over h
    join unit u on u.id = h.from_unit_id and u.until_on < 'infinity'::date
    join hand_over_line l on l.hand_over_id = h.id
  group by h.from_unit_id, l.to_unit_id;
