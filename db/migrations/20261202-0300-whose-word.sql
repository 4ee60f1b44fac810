-- Whose word a confirmation is (decision 26): the matters, of all that go on in this one, whose people spoke; null where
-- it was raised once, and for the Front. What one village or one person said, another does not take back.
alter table recommendation_event add column raised_in uuid[],
  add constraint recommendation_event_raised_in_check
    check (raised_in is null or (act = 'confirm' and cardinality(raised_in) > 0));

create or replace view standing_event as
  select e.* from recommendation_event e
  where not exists (select from recommendation_annulment a where a.event_id = e.id);
