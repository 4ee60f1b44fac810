-- Whose administrator brought a person in: until the first post is given, they and those above alone keep the person.
-- Null of those from before of whom it cannot be told, and of the first administrator.
alter table person add column brought_by uuid references unit (id);
update person set brought_by = (
  select u.id from audit_entry a join unit u on u.code = a.input ->> 'unit'
  where a.act = 'organization.add_person' and a.input ->> 'full_name' = person.full_name
    and a.at between person.recorded_at - interval '1 minute' and person.recorded_at + interval '1 minute'
  order by a.at limit 1);
set constraints all immediate;
