-- What a desk shows of many registers is kept with the present rows (decision 43): of each matter what waits there for a word,
-- of each unit what it was given, and of each register how many there are of what.

alter table present_matter
  -- Where its draft answer stands, while it is not answered.
  add column draft text,
  -- Its agency asked for more time, and nobody has answered.
  add column asks_time boolean not null default false,
  -- The day of the Front's finding that it is not settled, while it is open.
  add column found_on date,
  -- Closed without anybody having said whether the answer is right.
  add column unheard boolean not null default false,
  -- Not open, and a no of the people stands.
  add column unsettled boolean not null default false,
  -- Open, while the unit below has entered the reply that it had from here on paper.
  add column paper_reply boolean not null default false;

-- What was given to a unit by a standing fact: to lead, to help, to draft an answer before a conference.
create table given_matter (
  unit_id uuid not null references unit (id),
  recommendation_id uuid not null references recommendation (id),
  -- Open or unsettled: there is something to be done or watched.
  waits boolean not null,
  -- The unit coordinates by the last assignment or hand-over, and its part is not called done since it was asked for.
  helps boolean not null,
  -- The unit in whose register the matter is.
  register_id uuid not null,
  primary key (recommendation_id, unit_id)
);

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
  select r.id, r.unit_id, coalesce(said.keeper, r.unit_id),
    r.village_id, r.received_on, p.status, p.class, p.is_open, p.lead_id, p.due_on, p.original_due_on, p.answered_on,
    p.entered_on, s.hidden, null::date, s.goes_on_id,
    exists (select from below b join sight lower on lower.matter = b.at
      where b.matter = r.id and b.lower and lower.hidden is not null),
    case when p.status in ('awaiting_assignment', 'in_hand', 'scheduled', 'blocked') then
      case said.about_answer when 'draft_answer' then 'drafted' when 'send_back' then 'sent_back'
        when 'approve_answer' then 'approved' end end,
    p.is_open and p.status = 'in_hand' and said.about_time is not distinct from 'ask_extension',
    case when p.is_open and not said.settled then said.found_on end,
    p.status = 'closed' and not said.heard,
    -- These follow from the rows of others too, and are put in once all are written.
    false, false
  from recommendation r
  join sight s on s.matter = r.id
  join state_period p on p.recommendation_id = r.id and p.superseded_at = 'infinity' and p.left_on = 'infinity'
  cross join lateral (
    select
      (array_agg(e.to_unit_id order by e.on_date desc, e.sequence desc)
        filter (where e.act = 'hand_over' and e.to_unit_id is not null))[1] as keeper,
      (array_agg(e.act order by e.on_date desc, e.sequence desc)
        filter (where e.act in ('draft_answer', 'send_back', 'approve_answer', 'answer', 'reply_from_above', 'assign',
          'return', 'reopen')))[1] as about_answer,
      (array_agg(e.act order by e.on_date desc, e.sequence desc)
        filter (where e.act in ('ask_extension', 'refuse_extension', 'extend', 'assign', 'return', 'reopen')))[1] as about_time,
      (array_agg(e.satisfied order by e.on_date desc, e.sequence desc)
        filter (where e.act = 'confirm' and e.confirmed_by = 'front'))[1] as settled,
      (array_agg(e.on_date order by e.on_date desc, e.sequence desc)
        filter (where e.act = 'confirm' and e.confirmed_by = 'front'))[1] as found_on,
      coalesce(bool_or(e.act = 'confirm' and e.on_date >= coalesce(p.answered_on, '-infinity')), false) as heard
    from standing_event e where e.recommendation_id = r.id) said
  where r.id = any(ids)
$$;

-- Whether a no of the people stands, as `unsettled` says it to reports: nothing has happened since, and one of those who said it
-- still belongs to the matter and has not said yes.
create function is_unsettled(matter uuid) returns boolean
language sql stable as $$
  select exists (
    select from standing_event no
    where no.recommendation_id = matter and no.act = 'confirm' and not no.satisfied
      and not exists (select from standing_event later
        where later.recommendation_id = matter and (later.on_date, later.sequence) > (no.on_date, no.sequence)
          and (later.act in ('answer', 'reply_from_above', 'reopen') or (later.act = 'close' and later.reason is not null)))
      and exists (
        select from unnest(coalesce(no.raised_in, array[matter])) speaker
        where (speaker = matter or exists (
            select from present_matter own join present_matter here on here.recommendation_id = matter
            where own.recommendation_id = speaker and own.goes_on_id = here.goes_on_id
              and (own.hidden is null or here.hidden is not null)))
          and not exists (select from standing_event yes
            where yes.recommendation_id = matter and yes.act = 'confirm' and yes.satisfied
              and yes.confirmed_by = no.confirmed_by
              and speaker = any(coalesce(yes.raised_in, array[yes.recommendation_id]))
              and (yes.on_date, yes.sequence) > (no.on_date, no.sequence))))
$$;

-- Whether the unit below has entered as answered here on paper what is still open here.
create function has_paper_reply(matter uuid) returns boolean
language sql stable as $$
  select exists (
    select from recommendation child
    join present_matter own on own.recommendation_id = child.id and own.is_open and own.status <> 'passed_up'
    join present_matter below on below.recommendation_id = child.forwarded_from_id and not below.is_open
      and below.status in ('answered', 'closed')
    join standing_event e on e.recommendation_id = child.forwarded_from_id and e.act = 'reply_from_above'
    where child.id = matter and child.taken_back_at is null)
$$;

-- What each unit was given of some matters.
create function given_matters_of(ids uuid[]) returns setof given_matter
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
            and (done.coordinator_id = c.unit_id or (team.act = 'hand_over' and not exists (
              select from event_coordinator still where still.event_id = team.id and still.unit_id = done.coordinator_id)))
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

create function refresh_given_matters(ids uuid[]) returns void
language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  with told as materialized (select * from given_matters_of(ids)),
  gone as (
    delete from given_matter g
    where g.recommendation_id = any(ids)
      and not exists (select from told where (told.recommendation_id, told.unit_id) = (g.recommendation_id, g.unit_id)))
  insert into given_matter select told.* from told
  where not exists (select from given_matter g where (g.recommendation_id, g.unit_id, g.waits, g.helps, g.register_id)
    = (told.recommendation_id, told.unit_id, told.waits, told.helps, told.register_id))
  on conflict (recommendation_id, unit_id) do update
    set waits = excluded.waits, helps = excluded.helps, register_id = excluded.register_id;
end $$;

create or replace function refresh_present_matters(ids uuid[]) returns void
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  -- Those in which they went on, or go on now: who said no there may belong to it no more, or again.
  near uuid[] := ids || array(
    select goes_on_id from present_matter where recommendation_id = any(ids) and goes_on_id <> recommendation_id);
begin
  with present as materialized (select * from present_matters_of(ids)),
  gone as (
    delete from present_matter m
    where m.recommendation_id = any(ids) and m.recommendation_id not in (select recommendation_id from present))
  insert into present_matter (recommendation_id, unit_id, keeper_id, village_id, received_on, status, class, is_open,
    lead_id, due_on, original_due_on, answered_on, entered_on, hidden, goes_on_id, held_below,
    draft, asks_time, found_on, unheard)
  select recommendation_id, unit_id, keeper_id, village_id, received_on, status, class, is_open,
    lead_id, due_on, original_due_on, answered_on, entered_on, hidden, goes_on_id, held_below,
    draft, asks_time, found_on, unheard
  from present
  on conflict (recommendation_id) do update set
    unit_id = excluded.unit_id, keeper_id = excluded.keeper_id, village_id = excluded.village_id,
    received_on = excluded.received_on, status = excluded.status, class = excluded.class, is_open = excluded.is_open,
    lead_id = excluded.lead_id, due_on = excluded.due_on, original_due_on = excluded.original_due_on,
    answered_on = excluded.answered_on, entered_on = excluded.entered_on, hidden = excluded.hidden,
    goes_on_id = excluded.goes_on_id, held_below = excluded.held_below,
    draft = excluded.draft, asks_time = excluded.asks_time, found_on = excluded.found_on, unheard = excluded.unheard;
  near := near
    || array(select goes_on_id from present_matter where recommendation_id = any(ids) and goes_on_id <> recommendation_id)
    || array(select id from recommendation where forwarded_from_id = any(ids));
  with told as (
    update present_matter p set unsettled = now_so.unsettled, paper_reply = now_so.paper_reply
    from (
      select m.recommendation_id as id, not m.is_open and is_unsettled(m.recommendation_id) as unsettled,
        m.is_open and has_paper_reply(m.recommendation_id) as paper_reply
      from present_matter m where m.recommendation_id = any(near)) now_so
    where p.recommendation_id = now_so.id and (p.unsettled, p.paper_reply) <> (now_so.unsettled, now_so.paper_reply)
    returning p.recommendation_id)
  select ids || coalesce(array_agg(recommendation_id), '{}') into near from told;
  perform refresh_given_matters(near);
end $$;

-- Who coordinates may be written after the fact by which they do; a draft is asked for, or no longer, beside all facts.
create function keep_given_to_coordinators() returns trigger
language plpgsql as $$
begin
  perform refresh_given_matters(array(
    select distinct e.recommendation_id from changed c join recommendation_event e on e.id = c.event_id));
  return null;
end $$;
create trigger given_to_coordinators after insert on event_coordinator
  referencing new table as changed for each statement
  when (current_setting('doi_thoai.kept_by_act', true) is distinct from 'yes') execute function keep_given_to_coordinators();

create function keep_given_to_drafters() returns trigger
language plpgsql as $$
begin
  perform refresh_given_matters(array(select distinct recommendation_id from changed));
  return null;
end $$;
create trigger given_to_drafters after insert on draft_request
  referencing new table as changed for each statement execute function keep_given_to_drafters();
create trigger given_to_drafters_no_more after update on draft_request
  referencing new table as changed for each statement execute function keep_given_to_drafters();

-- What there is already, all at once.
update present_matter p set
  draft = case when p.status in ('awaiting_assignment', 'in_hand', 'scheduled', 'blocked') then
    case said.about_answer when 'draft_answer' then 'drafted' when 'send_back' then 'sent_back'
      when 'approve_answer' then 'approved' end end,
  asks_time = p.is_open and p.status = 'in_hand' and said.about_time is not distinct from 'ask_extension',
  found_on = case when p.is_open and not said.settled then said.found_on end,
  unheard = p.status = 'closed' and coalesce(said.heard_on < coalesce(p.answered_on, '-infinity'), true)
from (
  select r.id,
    (array_agg(e.act order by e.on_date desc, e.sequence desc)
      filter (where e.act in ('draft_answer', 'send_back', 'approve_answer', 'answer', 'reply_from_above', 'assign',
        'return', 'reopen')))[1] as about_answer,
    (array_agg(e.act order by e.on_date desc, e.sequence desc)
      filter (where e.act in ('ask_extension', 'refuse_extension', 'extend', 'assign', 'return', 'reopen')))[1] as about_time,
    (array_agg(e.satisfied order by e.on_date desc, e.sequence desc)
      filter (where e.act = 'confirm' and e.confirmed_by = 'front'))[1] as settled,
    (array_agg(e.on_date order by e.on_date desc, e.sequence desc)
      filter (where e.act = 'confirm' and e.confirmed_by = 'front'))[1] as found_on,
    max(e.on_date) filter (where e.act = 'confirm') as heard_on
  from recommendation r left join standing_event e on e.recommendation_id = r.id group by r.id) said
where said.id = p.recommendation_id
  and (said.about_answer in ('draft_answer', 'send_back', 'approve_answer') or said.about_time = 'ask_extension'
    or not said.settled or p.status = 'closed');
update present_matter p set unsettled = true
where not p.is_open and p.recommendation_id in (
    select no.recommendation_id from recommendation_event no where no.act = 'confirm' and not no.satisfied)
  and is_unsettled(p.recommendation_id);
update present_matter p set paper_reply = true
where p.is_open and p.recommendation_id in (select id from recommendation where forwarded_from_id is not null)
  and has_paper_reply(p.recommendation_id);
insert into given_matter (unit_id, recommendation_id, waits, helps, register_id)
select given.unit_id, p.recommendation_id, p.is_open or p.unsettled, false, p.unit_id
from present_matter p join (
  select e.recommendation_id, e.lead_id as unit_id from standing_event e where e.lead_id is not null
  union
  select e.recommendation_id, c.unit_id from standing_event e join event_coordinator c on c.event_id = e.id
  union
  select d.recommendation_id, d.agency_id from draft_request d where d.withdrawn_at is null) given
  on given.recommendation_id = p.recommendation_id;
select refresh_given_matters(array(
  select distinct e.recommendation_id from event_coordinator c join recommendation_event e on e.id = c.event_id
  join present_matter p on p.recommendation_id = e.recommendation_id and p.is_open));

create index given_matter_of_unit on given_matter (unit_id, waits, register_id, recommendation_id);
create index given_matter_helps on given_matter (unit_id, recommendation_id) where helps;
create index present_matter_draft on present_matter (keeper_id, sort_due_on, recommendation_id) where draft is not null;
create index present_matter_led_for_others on present_matter (lead_id, recommendation_id) where is_open and lead_id <> keeper_id;
-- Each list in its order, of a unit and of all.
create index present_matter_asks_time on present_matter (unit_id, sort_due_on, recommendation_id) where asks_time;
create index present_matter_all_asks_time on present_matter (sort_due_on, recommendation_id) where asks_time;
create index present_matter_found on present_matter (unit_id, found_on, recommendation_id) where found_on is not null;
create index present_matter_all_found on present_matter (found_on, recommendation_id) where found_on is not null;
create index present_matter_unheard on present_matter (unit_id, entered_on, recommendation_id) where unheard;
create index present_matter_all_unheard on present_matter (entered_on, recommendation_id) where unheard;
create index present_matter_unsettled on present_matter (unit_id, sort_due_on, recommendation_id) where unsettled;
create index present_matter_all_unsettled on present_matter (sort_due_on, recommendation_id) where unsettled;
create index present_matter_of_village on present_matter (village_id, recommendation_id)
  where village_id is not null and (is_open or status in ('answered', 'answered_in_room'));
create index present_matter_merged_of_village on present_matter (village_id)
  where village_id is not null and goes_on_id <> recommendation_id;
