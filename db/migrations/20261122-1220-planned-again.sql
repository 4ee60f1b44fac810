-- A plan that replaces another takes its planned conferences over: what was prepared or held for the earlier line
-- stands for the later one as well.
alter table planned_conference add column continues_id uuid references planned_conference (id);
create index planned_conference_continues on planned_conference (continues_id) where continues_id is not null;
