-- A name or a parent on a day, read from the index alone: the indexes made before tie with those of the exclusion
-- constraints, which cost forty times as much to walk.
drop index unit_name_by_day;
drop index unit_parent_by_day;
create index unit_name_by_day on unit_name (unit_id, from_on, until_on) include (name);
create index unit_parent_by_day on unit_parent (unit_id, from_on, until_on) include (parent_id);
