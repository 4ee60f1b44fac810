-- How many matters of each register are open, late and so on (decision 43). Whoever changes a present row writes beside it by how
-- much the numbers change, and waits for nobody; a round of work adds the changes up. What is shown is always both together.

create table register_change (
  unit_id uuid not null,
  hidden boolean not null,
  -- Who leads what is in hand, and until when.
  lead_id uuid,
  due_on date,
  in_hand integer not null,
  open integer not null,
  unruled integer not null,
  unassigned integer not null,
  passed_up integer not null,
  blocked integer not null,
  answered integer not null,
  unsettled integer not null,
  paper_replies integer not null
);
create index register_change_unit on register_change (unit_id);

-- The day for which the numbers that follow the calendar were counted; none until they are.
create table tally_day (
  is_only boolean primary key default true check (is_only),
  day date
);
insert into tally_day (day) values (null);

-- Of each register, and under the unit 0 of all together.
create table register_tally (
  unit_id uuid not null,
  hidden boolean not null,
  overdue integer not null,
  due_week integer not null,
  open integer not null,
  unruled integer not null,
  unassigned integer not null,
  passed_up integer not null,
  blocked integer not null,
  answered integer not null,
  unsettled integer not null,
  paper_replies integer not null,
  primary key (unit_id, hidden)
);

-- What each leads that is past its date and not hidden.
create table late_tally (
  unit_id uuid not null,
  lead_id uuid not null,
  late integer not null,
  primary key (unit_id, lead_id)
);
create index late_tally_most on late_tally (unit_id, late desc) where late > 0;

-- Rows that count as before cancel each other out.
do $make$
declare
  told constant text := $told$
begin
  insert into register_change (unit_id, hidden, lead_id, due_on, in_hand, open, unruled, unassigned, passed_up, blocked, answered,
    unsettled, paper_replies)
  select * from (
    select m.unit_id, m.hidden is not null, case when i.in_hand then m.lead_id end, case when i.in_hand then m.due_on end,
      sum(by_one * i.in_hand::int) as in_hand,
      sum(by_one * m.is_open::int) as open,
      sum(by_one * (m.status = 'awaiting_ruling')::int) as unruled,
      sum(by_one * (m.status = 'awaiting_assignment')::int) as unassigned,
      sum(by_one * (m.class = 'passed_up')::int) as passed_up,
      sum(by_one * (m.class = 'blocked')::int) as blocked,
      sum(by_one * (m.status = 'answered')::int) as answered,
      sum(by_one * m.unsettled::int) as unsettled,
      sum(by_one * m.paper_reply::int) as paper_replies
    from (%s) m
    cross join lateral (select m.is_open and m.class = 'in_hand' and m.due_on is not null as in_hand) i
    group by 1, 2, 3, 4) change
  where (change.in_hand, change.open, change.unruled, change.unassigned, change.passed_up, change.blocked, change.answered,
    change.unsettled, change.paper_replies) <> (0, 0, 0, 0, 0, 0, 0, 0, 0);
  return null;
end$told$;
  come constant text := 'select 1 as by_one, come.* from come';
  gone constant text := 'select -1 as by_one, gone.* from gone';
  making constant text := 'create function %I() returns trigger language plpgsql as %L';
begin
  execute format(making, 'tell_registers_of_new', format(told, come));
  execute format(making, 'tell_registers_of_changed', format(told, come || ' union all ' || gone));
  execute format(making, 'tell_registers_of_gone', format(told, gone));
end $make$;

create trigger told_to_register_new after insert on present_matter
  referencing new table as come for each statement execute function tell_registers_of_new();
create trigger told_to_register_changed after update on present_matter
  referencing old table as gone new table as come for each statement execute function tell_registers_of_changed();
create trigger told_to_register_gone after delete on present_matter
  referencing old table as gone for each statement execute function tell_registers_of_gone();

-- Adds the changes up. On another day than before everything is counted anew: what is late is so by the day.
create function count_registers(today date) returns void
language plpgsql as $$
declare
  everywhere constant uuid := '00000000-0000-0000-0000-000000000000';
  this_week constant date := today + (7 - extract(isodow from today)::int);
begin
  -- One after another; each statement below sees what the one before it left.
  perform pg_advisory_xact_lock(hashtext('count_registers'));
  if exists (select from tally_day where day = today) then
    if not exists (select from register_change) then return; end if;
    with told as (delete from register_change returning *),
    each as materialized (
      select case when grouping(unit_id) = 1 then everywhere else unit_id end as unit_id, hidden,
        coalesce(sum(in_hand) filter (where due_on < today), 0) as overdue,
        coalesce(sum(in_hand) filter (where due_on between today and this_week), 0) as due_week,
        sum(open) as open, sum(unruled) as unruled, sum(unassigned) as unassigned, sum(passed_up) as passed_up,
        sum(blocked) as blocked, sum(answered) as answered, sum(unsettled) as unsettled,
        sum(paper_replies) as paper_replies
      from told group by grouping sets ((unit_id, hidden), (hidden))),
    late as materialized (
      select case when grouping(unit_id) = 1 then everywhere else unit_id end as unit_id, lead_id, sum(in_hand) as late
      from told where lead_id is not null and not hidden and due_on < today
      group by grouping sets ((unit_id, lead_id), (lead_id)) having sum(in_hand) <> 0),
    late_kept as (
      insert into late_tally as known select * from late
      on conflict (unit_id, lead_id) do update set late = known.late + excluded.late)
    insert into register_tally as known select * from each
    on conflict (unit_id, hidden) do update set
      overdue = known.overdue + excluded.overdue, due_week = known.due_week + excluded.due_week,
      open = known.open + excluded.open, unruled = known.unruled + excluded.unruled,
      unassigned = known.unassigned + excluded.unassigned, passed_up = known.passed_up + excluded.passed_up,
      blocked = known.blocked + excluded.blocked, answered = known.answered + excluded.answered,
      unsettled = known.unsettled + excluded.unsettled, paper_replies = known.paper_replies + excluded.paper_replies;
    return;
  end if;
  with counted_in as (delete from register_change),
  each as materialized (
    select case when grouping(unit_id) = 1 then everywhere else unit_id end as unit_id, hidden is not null as hidden,
      count(*) filter (where is_open and class = 'in_hand' and due_on < today) as overdue,
      count(*) filter (where is_open and class = 'in_hand' and due_on between today and this_week) as due_week,
      count(*) filter (where is_open) as open,
      count(*) filter (where status = 'awaiting_ruling') as unruled,
      count(*) filter (where status = 'awaiting_assignment') as unassigned,
      count(*) filter (where class = 'passed_up') as passed_up,
      count(*) filter (where class = 'blocked') as blocked,
      count(*) filter (where status = 'answered') as answered,
      count(*) filter (where unsettled) as unsettled,
      count(*) filter (where paper_reply) as paper_replies
    from present_matter group by grouping sets ((unit_id, hidden is not null), (hidden is not null))),
  none as (
    update register_tally t set overdue = 0, due_week = 0, open = 0, unruled = 0, unassigned = 0, passed_up = 0, blocked = 0,
      answered = 0, unsettled = 0, paper_replies = 0
    where not exists (select from each e where (e.unit_id, e.hidden) = (t.unit_id, t.hidden))),
  late as materialized (
    select case when grouping(unit_id) = 1 then everywhere else unit_id end as unit_id, lead_id, count(*) as late
    from present_matter
    where is_open and class = 'in_hand' and due_on < today and lead_id is not null and hidden is null
    group by grouping sets ((unit_id, lead_id), (lead_id))),
  late_none as (
    delete from late_tally t where not exists (select from late l where (l.unit_id, l.lead_id) = (t.unit_id, t.lead_id))),
  late_kept as (
    insert into late_tally select * from late on conflict (unit_id, lead_id) do update set late = excluded.late),
  kept as (
    insert into register_tally select * from each
    on conflict (unit_id, hidden) do update set
      overdue = excluded.overdue, due_week = excluded.due_week, open = excluded.open, unruled = excluded.unruled,
      unassigned = excluded.unassigned, passed_up = excluded.passed_up, blocked = excluded.blocked,
      answered = excluded.answered, unsettled = excluded.unsettled, paper_replies = excluded.paper_replies)
  update tally_day set day = today;
end $$;
