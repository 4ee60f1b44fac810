-- How each matter stands at present, in one row that an index can serve (decision 16). Derived: the database keeps it
-- true inside the transaction that changes the facts, whoever writes them.

create table present_matter (
  recommendation_id uuid primary key references recommendation (id),
  unit_id uuid not null,
  keeper_id uuid not null,
  village_id uuid,
  received_on date not null,
  status text not null,
  class text not null,
  is_open boolean not null,
  lead_id uuid,
  due_on date,
  original_due_on date,
  answered_on date,
  entered_on date not null,
  hidden text,
  -- Where the matter comes in a list by date: nothing tells when a matter out of sight is due.
  sort_due_on date not null generated always as
    (case when hidden is null then coalesce(due_on, 'infinity'::date) else 'infinity'::date end) stored
);

create function present_matters_of(ids uuid[]) returns setof present_matter
language sql stable as $$
  select r.id, r.unit_id,
    coalesce(
      (select e.to_unit_id from standing_event e
        where e.recommendation_id = r.id and e.act = 'hand_over' and e.to_unit_id is not null
        order by e.sequence desc limit 1), r.unit_id),
    r.village_id, r.received_on, p.status, p.class, p.is_open, p.lead_id, p.due_on, p.original_due_on, p.answered_on,
    p.entered_on,
    case coalesce(
        (select e.act from standing_event e
          where e.recommendation_id = r.id and e.act in ('hold', 'release', 'route_out')
          order by e.sequence desc limit 1),
        case when r.kind in ('complaint', 'denunciation') then 'hold' end)
      when 'route_out' then 'routed_out' when 'hold' then 'held' end,
    null::date
  from recommendation r
  join state_period p on p.recommendation_id = r.id and p.superseded_at = 'infinity' and p.left_on = 'infinity'
  where r.id = any(ids)
$$;

create function refresh_present_matters(ids uuid[]) returns void
language sql as $$
  with present as materialized (select * from present_matters_of(ids)),
  gone as (
    delete from present_matter m
    where m.recommendation_id = any(ids) and m.recommendation_id not in (select recommendation_id from present))
  insert into present_matter (recommendation_id, unit_id, keeper_id, village_id, received_on, status, class, is_open,
    lead_id, due_on, original_due_on, answered_on, entered_on, hidden)
  select recommendation_id, unit_id, keeper_id, village_id, received_on, status, class, is_open,
    lead_id, due_on, original_due_on, answered_on, entered_on, hidden
  from present
  on conflict (recommendation_id) do update set
    unit_id = excluded.unit_id, keeper_id = excluded.keeper_id, village_id = excluded.village_id,
    received_on = excluded.received_on, status = excluded.status, class = excluded.class, is_open = excluded.is_open,
    lead_id = excluded.lead_id, due_on = excluded.due_on, original_due_on = excluded.original_due_on,
    answered_on = excluded.answered_on, entered_on = excluded.entered_on, hidden = excluded.hidden
$$;

create function keep_present_matters() returns trigger
language plpgsql as $$
begin
  perform refresh_present_matters(array(select distinct recommendation_id from changed));
  return null;
end $$;

create function keep_present_matter_of_changed() returns trigger
language plpgsql as $$
begin
  perform refresh_present_matters(array(select id from changed));
  return null;
end $$;

create trigger state_period_inserted after insert on state_period
  referencing new table as changed for each statement execute function keep_present_matters();
create trigger state_period_updated after update on state_period
  referencing new table as changed for each statement execute function keep_present_matters();
create trigger recommendation_event_inserted after insert on recommendation_event
  referencing new table as changed for each statement execute function keep_present_matters();
create trigger recommendation_annulled after insert on recommendation_annulment
  referencing new table as changed for each statement execute function keep_present_matters();
create trigger recommendation_updated after update on recommendation
  referencing new table as changed for each statement execute function keep_present_matter_of_changed();

select refresh_present_matters(array(select id from recommendation));

create index present_matter_open on present_matter (unit_id, sort_due_on, recommendation_id) where is_open;
create index present_matter_of_unit on present_matter (unit_id, received_on, recommendation_id);
create index present_matter_due on present_matter (sort_due_on, recommendation_id) where is_open;
create index present_matter_received on present_matter (received_on, recommendation_id);
create index present_matter_lead on present_matter (lead_id, sort_due_on, recommendation_id) where is_open;
create index present_matter_keeper on present_matter (keeper_id) where keeper_id <> unit_id;
create index present_matter_village on present_matter (village_id, received_on);
