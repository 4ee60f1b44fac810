-- A matter above that came of a passing up which was taken back. A thing is withdrawn by whoever gave it: an offer, an
-- invitation. Nobody withdrew this one.
alter table recommendation rename column withdrawn_at to taken_back_at;

create or replace function passed_up_from(matter uuid) returns table (id uuid)
language sql stable as $$
  select r.forwarded_from_id from recommendation r
  where r.id = matter and r.forwarded_from_id is not null and r.taken_back_at is null
$$;

create or replace function keep_present_matter_of_changed() returns trigger
language plpgsql as $$
declare
  turning uuid[] := array(
    select now_so.id from changed now_so join earlier on earlier.id = now_so.id
    where now_so.kind <> earlier.kind or now_so.taken_back_at is distinct from earlier.taken_back_at);
begin
  if cardinality(turning) > 0 then turning := matters_hanging_together(turning); end if;
  perform refresh_present_matters(array(select id from changed union select unnest(turning)));
  return null;
end $$;
