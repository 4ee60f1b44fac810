-- The matter that goes on (decision 23): what was merged goes on in another, through however many merges, and is hidden
-- where that one is; what was passed upward is told to nobody below by the matter above while it is hidden below.

alter table present_matter
  add column goes_on_id uuid not null default '00000000-0000-0000-0000-000000000000',
  add column held_below boolean not null default false;

create function present_merges_of(matter uuid) returns table (into_id uuid)
language sql stable as $$
  select e.into_id from standing_event e
  where e.recommendation_id = matter and e.act = 'merge' and e.into_id is not null
    and not exists (select from standing_event o where o.recommendation_id = matter and o.act = 'route_out')
$$;

create function present_merged_into(matter uuid) returns table (id uuid)
language sql stable as $$
  select e.recommendation_id from standing_event e
  where e.into_id = matter and e.act = 'merge'
    and not exists (select from standing_event o
      where o.recommendation_id = e.recommendation_id and o.act = 'route_out')
$$;

create function passed_up_from(matter uuid) returns table (id uuid)
language sql stable as $$
  select r.forwarded_from_id from recommendation r
  where r.id = matter and r.forwarded_from_id is not null and r.withdrawn_at is null
$$;

create or replace function present_matters_of(ids uuid[]) returns setof present_matter
language sql stable as $$
  with recursive below as (
    -- What came into each: merged into it, or passed upward into it, at any remove.
    select id as matter, id as at, false as lower from unnest(ids) as asked(id)
    union
    select b.matter, n.id, b.lower or n.lower from below b cross join lateral (
      select m.id, false as lower from present_merged_into(b.at) m
      union all select f.id, true from passed_up_from(b.at) f) n),
  line as (
    select distinct at as matter, at from below
    union
    select l.matter, m.into_id from line l cross join lateral present_merges_of(l.at) m),
  told as (
    select l.matter, l.at, not exists (select from present_merges_of(l.at)) as last,
      case coalesce(
          (select e.act from standing_event e
            where e.recommendation_id = l.at and e.act in ('hold', 'release', 'route_out')
            order by e.on_date desc, e.sequence desc limit 1),
          (select 'hold' from recommendation k where k.id = l.at and k.kind in ('complaint', 'denunciation')))
        when 'route_out' then 'routed_out' when 'hold' then 'held' end as hidden
    from line l),
  sight as (
    -- Its own reason first, else that of the one it goes on in; merges in a circle end where they began.
    select matter, coalesce(max(hidden) filter (where at = matter), max(hidden)) as hidden,
      coalesce((array_agg(at) filter (where last))[1], matter) as goes_on_id
    from told group by matter)
  select r.id, r.unit_id,
    coalesce(
      (select e.to_unit_id from standing_event e
        where e.recommendation_id = r.id and e.act = 'hand_over' and e.to_unit_id is not null
        order by e.on_date desc, e.sequence desc limit 1), r.unit_id),
    r.village_id, r.received_on, p.status, p.class, p.is_open, p.lead_id, p.due_on, p.original_due_on, p.answered_on,
    p.entered_on, s.hidden, null::date, s.goes_on_id,
    exists (select from below b join sight lower on lower.matter = b.at
      where b.matter = r.id and b.lower and lower.hidden is not null)
  from recommendation r
  join sight s on s.matter = r.id
  join state_period p on p.recommendation_id = r.id and p.superseded_at = 'infinity' and p.left_on = 'infinity'
  where r.id = any(ids)
$$;

-- Planned once for each connection: what follows merges is long to plan and short to do.
drop function refresh_present_matters(uuid[]);
create function refresh_present_matters(ids uuid[]) returns void
language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  with present as materialized (select * from present_matters_of(ids)),
  gone as (
    delete from present_matter m
    where m.recommendation_id = any(ids) and m.recommendation_id not in (select recommendation_id from present))
  insert into present_matter (recommendation_id, unit_id, keeper_id, village_id, received_on, status, class, is_open,
    lead_id, due_on, original_due_on, answered_on, entered_on, hidden, goes_on_id, held_below)
  select recommendation_id, unit_id, keeper_id, village_id, received_on, status, class, is_open,
    lead_id, due_on, original_due_on, answered_on, entered_on, hidden, goes_on_id, held_below
  from present
  on conflict (recommendation_id) do update set
    unit_id = excluded.unit_id, keeper_id = excluded.keeper_id, village_id = excluded.village_id,
    received_on = excluded.received_on, status = excluded.status, class = excluded.class, is_open = excluded.is_open,
    lead_id = excluded.lead_id, due_on = excluded.due_on, original_due_on = excluded.original_due_on,
    answered_on = excluded.answered_on, entered_on = excluded.entered_on, hidden = excluded.hidden,
    goes_on_id = excluded.goes_on_id, held_below = excluded.held_below;
end $$;

-- Every matter whose row may say something else because of these: what is merged into them, what they are merged into,
-- what came of them above. Locked as acts lock them, so that two who change one chain follow each other.
create function matters_hanging_together(ids uuid[]) returns uuid[]
language plpgsql as $$
declare
  known uuid[] := ids;
  found_now uuid[];
begin
  loop
    perform from recommendation where id = any(known) order by id for no key update;
    found_now := array(
      with recursive hanging as (
        select id from unnest(ids) as given(id)
        union
        select n.id from hanging h cross join lateral (
          select m.id from present_merged_into(h.id) m
          union all select i.into_id from present_merges_of(h.id) i
          union all select c.id from recommendation c where c.forwarded_from_id = h.id) n)
      select id from hanging);
    exit when found_now <@ known;
    known := found_now;
  end loop;
  return known;
end $$;

create function keep_present_matters_of_events() returns trigger
language plpgsql as $$
declare
  turning uuid[] := array(
    select recommendation_id from changed where act in ('merge', 'hold', 'release', 'route_out')
    union select into_id from changed where into_id is not null);
begin
  if cardinality(turning) > 0 then turning := matters_hanging_together(turning); end if;
  perform refresh_present_matters(array(select recommendation_id from changed union select unnest(turning)));
  return null;
end $$;

create function keep_present_matters_of_annulled() returns trigger
language plpgsql as $$
declare
  turning uuid[] := array(
    select unnest(array[e.recommendation_id, e.into_id]) from changed a join recommendation_event e on e.id = a.event_id
    where e.act in ('merge', 'hold', 'release', 'route_out'));
begin
  turning := array_remove(turning, null);
  if cardinality(turning) > 0 then turning := matters_hanging_together(turning); end if;
  perform refresh_present_matters(array(select recommendation_id from changed union select unnest(turning)));
  return null;
end $$;

create or replace function keep_present_matter_of_changed() returns trigger
language plpgsql as $$
declare
  turning uuid[] := array(
    select now_so.id from changed now_so join earlier on earlier.id = now_so.id
    where now_so.kind <> earlier.kind or now_so.withdrawn_at is distinct from earlier.withdrawn_at);
begin
  if cardinality(turning) > 0 then turning := matters_hanging_together(turning); end if;
  perform refresh_present_matters(array(select id from changed union select unnest(turning)));
  return null;
end $$;

drop trigger recommendation_event_inserted on recommendation_event;
drop trigger recommendation_annulled on recommendation_annulment;
drop trigger recommendation_updated on recommendation;
create trigger recommendation_event_inserted after insert on recommendation_event
  referencing new table as changed for each statement execute function keep_present_matters_of_events();
create trigger recommendation_annulled after insert on recommendation_annulment
  referencing new table as changed for each statement execute function keep_present_matters_of_annulled();
create trigger recommendation_updated after update on recommendation
  referencing old table as earlier new table as changed
  for each statement execute function keep_present_matter_of_changed();

select refresh_present_matters(array(select id from recommendation));
alter table present_matter alter column goes_on_id drop default;

-- Few are merged, and fewer hidden below: what is merged is found by where it goes on.
create index present_matter_merged on present_matter (goes_on_id) where goes_on_id <> recommendation_id;
create index present_matter_held_below on present_matter (recommendation_id) where held_below;

-- The matters that came into one, at any remove: merged into it, or passed upward from below, as far as nothing on the
-- way is hidden; the matter itself first.
create function came_in_sight(matter uuid) returns table (id uuid)
language sql stable as $$
  with recursive came as (
    select matter as id
    union
    select n.id from came c cross join lateral (
      select m.id from present_merged_into(c.id) m union all select f.id from passed_up_from(c.id) f) n
    join present_matter p on p.recommendation_id = n.id and p.hidden is null)
  select id from came
$$;

-- The units in which what was passed upward into a matter is hidden.
create function hidden_below_in(matter uuid) returns table (unit_id uuid)
language sql stable as $$
  with recursive below as (
    select matter as id, false as lower
    union
    select n.id, b.lower or n.lower from below b cross join lateral (
      select m.id, false as lower from present_merged_into(b.id) m
      union all select f.id, true from passed_up_from(b.id) f) n)
  select p.unit_id from below b join present_matter p on p.recommendation_id = b.id
  where b.lower and p.hidden is not null
$$;
