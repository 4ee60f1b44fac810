-- One word for "nothing of the structure has changed": units, posts, hand-overs, fields, calendar and rules change rarely and are asked
-- for by every request. A process that has read them once keeps them for as long as the edition is the same
-- (decision 19). Written at the end of a transaction, so that two that change the structure do not wait for one another
-- while they work; once in each, however many rows it changes.
create table structure_edition (
  is_only boolean primary key default true check (is_only),
  edition uuid not null
);
insert into structure_edition (edition) values (gen_random_uuid());

create function renew_structure_edition() returns trigger
language plpgsql as $$
begin
  if current_setting('doi_thoai.structure_renewed_in', true) is distinct from pg_current_xact_id()::text then
    update structure_edition set edition = gen_random_uuid();
    perform set_config('doi_thoai.structure_renewed_in', pg_current_xact_id()::text, true);
  end if;
  return null;
end
$$;

do $$
declare watched text;
begin
  foreach watched in array array['unit', 'unit_name', 'unit_parent', 'unit_succession', 'unit_succession_side',
    'hand_over', 'hand_over_line', 'post', 'person', 'field', 'field_earlier_name', 'calendar_year', 'calendar_day', 'deadline_rule']
  loop
    execute format('create constraint trigger structure_edition after insert or update or delete on %I
      deferrable initially deferred for each row execute function renew_structure_edition()', watched);
  end loop;
end
$$;

-- A name or a parent on a day is asked for in every line of every list. Read from the index alone: the keys' own indexes
-- tie with those of the exclusion constraints, which cost forty times as much to walk.
create index unit_name_by_day on unit_name (unit_id, from_on, until_on) include (name);
create index unit_parent_by_day on unit_parent (unit_id, from_on, until_on) include (parent_id);
