-- A part of the work is a fact of its own: whoever carries it on, it is the part of the agency to which it was given
-- (`duty_of`; null where that is the unit itself). So one unit may have several, and a lead may have one.
alter table event_coordinator add column duty_of uuid references unit (id);
alter table event_coordinator drop constraint event_coordinator_pkey;
alter table event_coordinator add constraint event_coordinator_pkey primary key (event_id, position);
alter table event_coordinator add constraint event_coordinator_part check (duty_of <> unit_id);
create unique index event_coordinator_once on event_coordinator (event_id, coalesce(duty_of, unit_id));

alter table recommendation_event add column duty_of uuid references unit (id);
alter table recommendation_event add constraint recommendation_event_duty_of
  check (duty_of is null or (act = 'finish_duty' and duty_of <> coordinator_id));

create or replace view standing_event as
  select e.* from recommendation_event e
  where not exists (select from recommendation_annulment a where a.event_id = e.id);

-- What was handed over before: a unit kept its part, and where one alone was gone, whoever was new has that one's.
create function parts_before(event standing_event) returns table (unit_id uuid, part uuid)
language sql stable as $$
  select c.unit_id, coalesce(c.duty_of, c.unit_id) from event_coordinator c where c.event_id = (
    select e.id from standing_event e where e.recommendation_id = event.recommendation_id
      and e.act in ('assign', 'hand_over', 'return') and (e.on_date, e.sequence) < (event.on_date, event.sequence)
    order by e.on_date desc, e.sequence desc limit 1)
$$;

do $$
declare
  step standing_event;
begin
  alter table recommendation_event disable trigger recommendation_event_is_final;
  for step in select e.* from standing_event e
    where e.act in ('hand_over', 'finish_duty') and exists (select from standing_event h
      join event_coordinator c on c.event_id = h.id where h.recommendation_id = e.recommendation_id and h.act = 'hand_over')
    order by e.recommendation_id, e.on_date, e.sequence
  loop
    if step.act = 'hand_over' then
      update event_coordinator c set duty_of = given.part
      from (select here.unit_id, coalesce(kept.part, gone.part) as part from event_coordinator here
        left join parts_before(step) kept on kept.unit_id = here.unit_id
        left join (select (array_agg(b.part))[1] as part from parts_before(step) b
          where not exists (select from event_coordinator still where still.event_id = step.id and still.unit_id = b.unit_id)
          having count(*) = 1) gone on kept.part is null
            and 1 = (select count(*) from event_coordinator new where new.event_id = step.id
              and not exists (select from parts_before(step) had where had.unit_id = new.unit_id))
        where here.event_id = step.id) given
      where c.event_id = step.id and c.unit_id = given.unit_id and given.part <> c.unit_id;
    else
      update recommendation_event e set duty_of = b.part
      from parts_before(step) b where e.id = step.id and b.unit_id = e.coordinator_id and b.part <> e.coordinator_id;
    end if;
  end loop;
  alter table recommendation_event enable trigger recommendation_event_is_final;
end $$;

drop function parts_before(standing_event);

-- Whether a unit still helps is asked part by part.
create or replace function given_matters_of(ids uuid[]) returns setof given_matter
language sql stable as $$
  select given.unit_id, p.recommendation_id, p.is_open or p.unsettled,
    p.status in ('awaiting_assignment', 'in_hand', 'scheduled', 'blocked') and exists (
      select from event_coordinator c join standing_event team on team.id = c.event_id
      where c.unit_id = given.unit_id and team.recommendation_id = p.recommendation_id
        and not exists (select from standing_event later
          where later.recommendation_id = team.recommendation_id and later.act in ('assign', 'hand_over', 'return')
            and (later.on_date, later.sequence) > (team.on_date, team.sequence))
        and not exists (select from standing_event done
          where done.recommendation_id = team.recommendation_id and done.act = 'finish_duty'
            -- A register from elsewhere may not say whose part it was: who is new has that of who is gone.
            and (coalesce(done.duty_of, done.coordinator_id) = coalesce(c.duty_of, c.unit_id)
              or (team.act = 'hand_over' and c.duty_of is null and done.duty_of is null and not exists (
                select from event_coordinator still where still.event_id = team.id
                  and done.coordinator_id in (still.unit_id, still.duty_of))))
            and not exists (select from standing_event asked
              where asked.recommendation_id = team.recommendation_id and asked.act = 'assign'
                and (asked.on_date, asked.sequence) > (done.on_date, done.sequence)))),
    p.unit_id
  from present_matter p cross join lateral (
    select e.lead_id as unit_id from standing_event e where e.recommendation_id = p.recommendation_id and e.lead_id is not null
    union
    select c.unit_id from standing_event e join event_coordinator c on c.event_id = e.id
      where e.recommendation_id = p.recommendation_id
    union
    select d.agency_id from draft_request d where d.recommendation_id = p.recommendation_id and d.withdrawn_at is null) given
  where p.recommendation_id = any(ids)
$$;
select refresh_given_matters(array(
  select distinct e.recommendation_id from event_coordinator c join recommendation_event e on e.id = c.event_id
  where e.act = 'hand_over'));
