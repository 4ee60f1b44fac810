-- Who raised a matter and is not to be named is named nowhere: not in its own words, nor in those of the steps that
-- followed, nor where it goes on. The names are kept with the matter, so that every reading has them in the row. Derived:
-- the database keeps them true inside the transaction that changes the facts, whoever writes them.

alter table recommendation add column withheld_names text[] not null default '{}';

-- Matters that say the same: merged, in either direction, and passed upward, in either direction, at any remove.
create function matters_that_hang_together(ids uuid[]) returns uuid[]
language plpgsql stable as $$
declare
  known uuid[] := ids;
  found uuid[];
begin
  loop
    select array_agg(id) into found from (
      select unnest(known) as id
      union select forwarded_from_id from recommendation where id = any(known) and forwarded_from_id is not null
      union select id from recommendation where forwarded_from_id = any(known)
      union select into_id from recommendation_event where recommendation_id = any(known) and act = 'merge'
        and into_id is not null
      union select recommendation_id from recommendation_event where into_id = any(known)) together;
    exit when cardinality(found) = cardinality(known);
    known := found;
  end loop;
  return coalesce(found, known);
end $$;

-- The names, now and before, of those who raised one of some matters and are not to be named today.
create function names_withheld(ids uuid[]) returns text[]
language sql stable as $$
  with own as materialized (
    select r.id, r.turn_id from recommendation r left join turn t on t.id = r.turn_id
    where r.id = any(ids) and (r.naming <> 'named' or t.naming <> 'named'))
  select coalesce(array_agg(name order by name), '{}') from (
    select q.name from own join requester q on q.recommendation_id = own.id
      -- What was passed upward was raised there by the unit below, which is no secret.
      where not exists (select from recommendation r join recommendation below on below.id = r.forwarded_from_id
        join unit_name n on n.unit_id = below.unit_id where r.id = own.id and n.name = q.name)
    union select said ->> 'name' from own join recommendation_correction k on k.recommendation_id = own.id
      cross join jsonb_array_elements(k.requesters) said
    union select t.speaker from own join turn t on t.id = own.turn_id
    union select v.speaker from own join turn_version v on v.turn_id = own.turn_id) names
  where btrim(name) <> ''
$$;

create function refresh_withheld_names(ids uuid[]) returns void
language plpgsql as $$
declare
  one uuid;
  together uuid[];
  names text[];
begin
  foreach one in array ids loop
    together := matters_that_hang_together(array[one]);
    names := names_withheld(together);
    update recommendation set withheld_names = names where id = any(together) and withheld_names <> names;
  end loop;
end $$;

create function keep_withheld_names_of_requesters() returns trigger
language plpgsql as $$
begin
  perform refresh_withheld_names(array(select distinct c.recommendation_id from changed c
    join recommendation r on r.id = c.recommendation_id left join turn t on t.id = r.turn_id
    where c.name is not null
      and (r.naming <> 'named' or t.naming <> 'named' or r.withheld_names <> '{}')));
  return null;
end $$;

create function keep_withheld_names_of_matter() returns trigger
language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.forwarded_from_id is null
    and exists (select from turn where id = new.turn_id and naming = 'named') then
    return null;
  end if;
  perform refresh_withheld_names(array[new.id]);
  return null;
end $$;

create function keep_withheld_names_of_turn() returns trigger
language plpgsql as $$
begin
  perform refresh_withheld_names(array(select id from recommendation where turn_id = new.id));
  return null;
end $$;

create function keep_withheld_names_of_merge() returns trigger
language plpgsql as $$
begin
  perform refresh_withheld_names(array[new.recommendation_id]);
  return null;
end $$;

create trigger withheld_names_of_requesters after insert on requester
  referencing new table as changed for each statement execute function keep_withheld_names_of_requesters();
create trigger withheld_names_of_corrected after update on requester
  referencing new table as changed for each statement execute function keep_withheld_names_of_requesters();
create trigger withheld_names_of_child after insert on recommendation
  for each row when (new.forwarded_from_id is not null or new.turn_id is not null)
  execute function keep_withheld_names_of_matter();
create trigger withheld_names_of_naming after update of naming, turn_id, forwarded_from_id on recommendation
  for each row when (new.naming <> old.naming or new.turn_id is distinct from old.turn_id
    or new.forwarded_from_id is distinct from old.forwarded_from_id)
  execute function keep_withheld_names_of_matter();
create trigger withheld_names_of_turn after update of naming, speaker on turn
  for each row when (new.naming <> old.naming or new.speaker is distinct from old.speaker)
  execute function keep_withheld_names_of_turn();
create trigger withheld_names_of_merge after insert on recommendation_event
  for each row when (new.into_id is not null)
  execute function keep_withheld_names_of_merge();

update recommendation r set withheld_names = names_withheld(matters_that_hang_together(array[r.id]))
where names_withheld(matters_that_hang_together(array[r.id])) <> '{}';
