-- Lists are walked unit by unit in their own order (decision 36).

-- The units that have a register: some matter came in there once. Few of the nation's, and a unit's first matter is rare:
-- so it is part of the structure, and its edition is new when a register begins.
create table unit_register (
  unit_id uuid primary key references unit (id)
);
insert into unit_register (unit_id) select distinct unit_id from recommendation;

create constraint trigger structure_edition after insert or update or delete on unit_register
  deferrable initially deferred for each row execute function renew_structure_edition();

create function begin_registers() returns trigger
language plpgsql as $$
begin
  insert into unit_register (unit_id)
  select distinct c.unit_id from changed c
  where not exists (select from unit_register u where u.unit_id = c.unit_id)
  on conflict do nothing;
  return null;
end
$$;

create trigger register_begun after insert on recommendation
  referencing new table as changed for each statement execute function begin_registers();
create trigger register_begun_by_change after update on recommendation
  referencing new table as changed for each statement execute function begin_registers();

-- One index for each order of a list, of a unit and of all: open or not, by date or by day of receipt.
create index present_matter_of_unit_due on present_matter (unit_id, sort_due_on, recommendation_id);
create index present_matter_open_received on present_matter (unit_id, received_on, recommendation_id) where is_open;
create index present_matter_all_due on present_matter (sort_due_on, recommendation_id);
create index present_matter_received_open on present_matter (received_on, recommendation_id) where is_open;
