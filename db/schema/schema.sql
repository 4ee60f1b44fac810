-- The present schema, generated from the migrations by `npm run schema`.

create extension btree_gist;
create extension pg_trgm;
create extension unaccent;

CREATE OR REPLACE FUNCTION public.arrangement_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from conference_arrangement k where k.conference_id = old.id and k.version = old.version) then
    raise exception 'What a conference to come said until now is kept in conference_arrangement first.';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.begin_registers()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into unit_register (unit_id)
  select distinct c.unit_id from changed c
  where not exists (select from unit_register u where u.unit_id = c.unit_id)
  on conflict do nothing;
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION public.came_in_sight(matter uuid)
 RETURNS TABLE(id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  with recursive came as (
    select matter as id
    union
    select n.id from came c cross join lateral (
      select m.id from present_merged_into(c.id) m union all select f.id from passed_up_from(c.id) f) n
    join present_matter p on p.recommendation_id = n.id and p.hidden is null)
  select id from came
$function$
;
CREATE OR REPLACE FUNCTION public.code_key(code text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN replace(search_key(code), ' '::text, ''::text)
;
CREATE OR REPLACE FUNCTION public.conference_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from conference_version k where k.conference_id = old.id and k.version = old.version) then
    raise exception 'What a conference that was held said until now is kept in conference_version first.';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.count_registers(today date)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.document_key(symbol text, abstract text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((search_key(((symbol || ' '::text) || COALESCE(abstract, ''::text))) || ' '::text) || code_key(symbol))
;
CREATE OR REPLACE FUNCTION public.forbid_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the past of % may not be changed', tg_table_name using errcode = 'DT001';
end $function$
;
CREATE OR REPLACE FUNCTION public.forbid_change_once_issued()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from notice_of_conclusion n where n.id = old.notice_id and n.issued_on is not null) then
    raise exception '% is final once its notice is issued', tg_table_name;
  end if;
  return coalesce(new, old);
end $function$
;
CREATE OR REPLACE FUNCTION public.given_matters_of(ids uuid[])
 RETURNS SETOF given_matter
 LANGUAGE sql
 STABLE
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.has_paper_reply(matter uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from recommendation child
    join present_matter own on own.recommendation_id = child.id and own.is_open and own.status <> 'passed_up'
    join present_matter below on below.recommendation_id = child.forwarded_from_id and not below.is_open
      and below.status in ('answered', 'closed')
    join standing_event e on e.recommendation_id = child.forwarded_from_id and e.act = 'reply_from_above'
    where child.id = matter and child.taken_back_at is null)
$function$
;
CREATE OR REPLACE FUNCTION public.hidden_below_in(matter uuid)
 RETURNS TABLE(unit_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  with recursive below as (
    select matter as id, false as lower
    union
    select n.id, b.lower or n.lower from below b cross join lateral (
      select m.id, false as lower from present_merged_into(b.id) m
      union all select f.id, true from passed_up_from(b.id) f) n)
  select p.unit_id from below b join present_matter p on p.recommendation_id = b.id
  where b.lower and p.hidden is not null
$function$
;
CREATE OR REPLACE FUNCTION public.is_unsettled(matter uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.keep_given_to_coordinators()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform refresh_given_matters(array(
    select distinct e.recommendation_id from changed c join recommendation_event e on e.id = c.event_id));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_given_to_drafters()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform refresh_given_matters(array(select distinct recommendation_id from changed));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_present_matter_of_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  turning uuid[] := array(
    select now_so.id from changed now_so join earlier on earlier.id = now_so.id
    where now_so.kind <> earlier.kind or now_so.taken_back_at is distinct from earlier.taken_back_at);
begin
  if cardinality(turning) > 0 then turning := matters_hanging_together(turning); end if;
  perform refresh_present_matters(array(select id from changed union select unnest(turning)));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_present_matters()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform refresh_present_matters(array(select distinct recommendation_id from changed));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_present_matters_of_annulled()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  turning uuid[] := array(
    select unnest(array[e.recommendation_id, e.into_id]) from changed a join recommendation_event e on e.id = a.event_id
    where e.act in ('merge', 'hold', 'release', 'route_out'));
begin
  turning := array_remove(turning, null);
  if cardinality(turning) > 0 then turning := matters_hanging_together(turning); end if;
  perform refresh_present_matters(array(select recommendation_id from changed union select unnest(turning)));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_present_matters_of_events()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  turning uuid[] := array(
    select recommendation_id from changed where act in ('merge', 'hold', 'release', 'route_out')
    union select into_id from changed where into_id is not null);
begin
  if cardinality(turning) > 0 then turning := matters_hanging_together(turning); end if;
  perform refresh_present_matters(array(select recommendation_id from changed union select unnest(turning)));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_withheld_names_of_matter()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' and new.forwarded_from_id is null
    and exists (select from turn where id = new.turn_id and naming = 'named') then
    return null;
  end if;
  perform refresh_withheld_names(array[new.id]);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_withheld_names_of_merge()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform refresh_withheld_names(array[new.recommendation_id]);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_withheld_names_of_requesters()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform refresh_withheld_names(array(select distinct c.recommendation_id from changed c
    join recommendation r on r.id = c.recommendation_id left join turn t on t.id = r.turn_id
    where c.name is not null
      and (r.naming <> 'named' or t.naming <> 'named' or r.withheld_names <> '{}')));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_withheld_names_of_turn()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform refresh_withheld_names(array(select id from recommendation where turn_id = new.id));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.matters_hanging_together(ids uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.matters_that_hang_together(ids uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  known uuid[] := ids;
  found uuid[];
begin
  loop
    select array_agg(id) into found from (
      select unnest(known) as id
      union select forwarded_from_id from recommendation where id = any(known) and forwarded_from_id is not null
      union select id from recommendation where forwarded_from_id = any(known)
      union select into_id from recommendation_event where recommendation_id = any(known) and act = 'merge'
        and into_id is not null
      union select recommendation_id from recommendation_event where into_id = any(known)) together;
    exit when cardinality(found) = cardinality(known);
    known := found;
  end loop;
  return coalesce(found, known);
end $function$
;
CREATE OR REPLACE FUNCTION public.names_withheld(ids uuid[])
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  with own as materialized (
    select r.id, r.turn_id from recommendation r left join turn t on t.id = r.turn_id
    where r.id = any(ids) and (r.naming <> 'named' or t.naming <> 'named'))
  select coalesce(array_agg(name order by name), '{}') from (
    select q.name from own join requester q on q.recommendation_id = own.id
      -- What was passed upward was raised there by the unit below, which is no secret.
      where not exists (select from recommendation r join recommendation below on below.id = r.forwarded_from_id
        join unit_name n on n.unit_id = below.unit_id where r.id = own.id and n.name = q.name)
    union select said ->> 'name' from own join recommendation_correction k on k.recommendation_id = own.id
      cross join jsonb_array_elements(k.requesters) said
    union select t.speaker from own join turn t on t.id = own.turn_id
    union select v.speaker from own join turn_version v on v.turn_id = own.turn_id) names
  where btrim(name) <> ''
$function$
;
CREATE OR REPLACE FUNCTION public.no_longer()
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what the act was judged by holds no longer' using errcode = 'DT002';
end $function$
;
CREATE OR REPLACE FUNCTION public.passed_up_from(matter uuid)
 RETURNS TABLE(id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select r.forwarded_from_id from recommendation r
  where r.id = matter and r.forwarded_from_id is not null and r.taken_back_at is null
$function$
;
CREATE OR REPLACE FUNCTION public.plain_signs(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN translate(name, '’‘‛ʼʻʽʹ´`′＇‐‑‒–—―−'::text, '''''''''''''''''''''''-------'::text)
;
CREATE OR REPLACE FUNCTION public.present_matters_of(ids uuid[])
 RETURNS SETOF present_matter
 LANGUAGE sql
 STABLE
AS $function$
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
$function$
;
CREATE OR REPLACE FUNCTION public.present_merged_into(matter uuid)
 RETURNS TABLE(id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select e.recommendation_id from standing_event e
  where e.into_id = matter and e.act = 'merge'
    and not exists (select from standing_event o
      where o.recommendation_id = e.recommendation_id and o.act = 'route_out')
$function$
;
CREATE OR REPLACE FUNCTION public.present_merges_of(matter uuid)
 RETURNS TABLE(into_id uuid)
 LANGUAGE sql
 STABLE
AS $function$
  select e.into_id from standing_event e
  where e.recommendation_id = matter and e.act = 'merge' and e.into_id is not null
    and not exists (select from standing_event o where o.recommendation_id = matter and o.act = 'route_out')
$function$
;
CREATE OR REPLACE FUNCTION public.refresh_given_matters(ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.refresh_present_matters(ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.refresh_withheld_names(ids uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  one uuid;
  together uuid[];
  names text[];
begin
  foreach one in array ids loop
    together := matters_that_hang_together(array[one]);
    names := names_withheld(together);
    update recommendation set withheld_names = names where id = any(together) and withheld_names <> names;
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION public.renew_dialogue_edition()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('doi_thoai.dialogue_renewed_in', true) is distinct from pg_current_xact_id()::text then
    update dialogue_edition set edition = gen_random_uuid();
    perform set_config('doi_thoai.dialogue_renewed_in', pg_current_xact_id()::text, true);
  end if;
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION public.renew_structure_edition()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('doi_thoai.structure_renewed_in', true) is distinct from pg_current_xact_id()::text then
    update structure_edition set edition = gen_random_uuid();
    perform set_config('doi_thoai.structure_renewed_in', pg_current_xact_id()::text, true);
  end if;
  return null;
end
$function$
;
CREATE OR REPLACE FUNCTION public.search_key(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN btrim(regexp_replace(replace(regexp_replace(regexp_replace(translate(lower(regexp_replace(translate(NORMALIZE(replace(words, '´'::text, ''''::text), NFKD), '’‘‛ʼʻʽʹ`′'::text, ''''''''''''''''''''::text), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]'::text, ''::text, 'g'::text)), 'đðɖɗƀɓƚłŧħøıɨʉς'::text, 'ddddbbllthoiiuσ'::text), '[\u0001-&(-/:-`{-\u00bf\u00d7\u00f7\u02c0-\u02ff\u1680\u2000-\u2bff\u3000-\u303f\ufe10-\ufe6f\uff00-\uff0f\ufeff\ufffd]+'::text, ' '::text, 'g'::text), '(^| )([a-z]) ?'' ?(?=[a-z])'::text, '\1\2'::text, 'g'::text), ''''::text, ''::text), '([bcdfghjklmnprstvxz]|qu)y'::text, '\1i'::text, 'g'::text))
;
CREATE OR REPLACE FUNCTION public.syllables_of(search text)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT COST 1000
AS $function$
declare
  syllable text;
  before text;
  keys text[] := '{}';
begin
  foreach syllable in array string_to_array(search, ' ') loop
    continue when syllable = '';
    syllable := left(syllable, 64);
    keys := array_append(keys, syllable);
    if before is not null then keys := array_append(keys, '~' || before || ' ' || syllable); end if;
    before := syllable;
  end loop;
  return array_to_tsvector(keys);
end $function$
;
CREATE OR REPLACE FUNCTION public.tell_registers_of_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
    from (select 1 as by_one, come.* from come union all select -1 as by_one, gone.* from gone) m
    cross join lateral (select m.is_open and m.class = 'in_hand' and m.due_on is not null as in_hand) i
    group by 1, 2, 3, 4) change
  where (change.in_hand, change.open, change.unruled, change.unassigned, change.passed_up, change.blocked, change.answered,
    change.unsettled, change.paper_replies) <> (0, 0, 0, 0, 0, 0, 0, 0, 0);
  return null;
end$function$
;
CREATE OR REPLACE FUNCTION public.tell_registers_of_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
    from (select -1 as by_one, gone.* from gone) m
    cross join lateral (select m.is_open and m.class = 'in_hand' and m.due_on is not null as in_hand) i
    group by 1, 2, 3, 4) change
  where (change.in_hand, change.open, change.unruled, change.unassigned, change.passed_up, change.blocked, change.answered,
    change.unsettled, change.paper_replies) <> (0, 0, 0, 0, 0, 0, 0, 0, 0);
  return null;
end$function$
;
CREATE OR REPLACE FUNCTION public.tell_registers_of_new()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
    from (select 1 as by_one, come.* from come) m
    cross join lateral (select m.is_open and m.class = 'in_hand' and m.due_on is not null as in_hand) i
    group by 1, 2, 3, 4) change
  where (change.in_hand, change.open, change.unruled, change.unassigned, change.passed_up, change.blocked, change.answered,
    change.unsettled, change.paper_replies) <> (0, 0, 0, 0, 0, 0, 0, 0, 0);
  return null;
end$function$
;

create table account_credential (
  id uuid not null,
  user_id uuid not null,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint account_credential_pkey PRIMARY KEY (id),
  constraint account_credential_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint account_credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES account_user(id) ON DELETE CASCADE
);
CREATE INDEX account_credential_user ON public.account_credential USING btree (user_id);

create table account_lock (
  id uuid not null,
  user_id uuid not null,
  reason text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  constraint account_lock_pkey PRIMARY KEY (id),
  constraint account_lock_user_id_fkey FOREIGN KEY (user_id) REFERENCES account_user(id) ON DELETE CASCADE,
  constraint account_lock_check CHECK ((from_at <= until_at)),
  constraint account_lock_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);
CREATE UNIQUE INDEX account_lock_open ON public.account_lock USING btree (user_id) WHERE (until_at IS NULL);

create table account_rate_limit (
  id uuid not null,
  key text not null,
  count integer not null,
  last_request bigint not null,
  constraint account_rate_limit_pkey PRIMARY KEY (id),
  constraint account_rate_limit_key_key UNIQUE (key)
);

create table account_second_factor (
  id uuid not null,
  user_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamp with time zone,
  constraint account_second_factor_pkey PRIMARY KEY (id),
  constraint account_second_factor_user_id_key UNIQUE (user_id),
  constraint account_second_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES account_user(id) ON DELETE CASCADE
);
CREATE INDEX account_second_factor_secret ON public.account_second_factor USING btree (secret);

create table account_session (
  id uuid not null,
  user_id uuid not null,
  token text not null,
  ip_address text,
  user_agent text,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint account_session_pkey PRIMARY KEY (id),
  constraint account_session_token_key UNIQUE (token),
  constraint account_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES account_user(id) ON DELETE CASCADE
);
CREATE INDEX account_session_user ON public.account_session USING btree (user_id);

create table account_user (
  id uuid not null,
  person_id uuid not null,
  username text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint account_user_pkey PRIMARY KEY (id),
  constraint account_user_email_key UNIQUE (email),
  constraint account_user_person_id_key UNIQUE (person_id),
  constraint account_user_username_key UNIQUE (username),
  constraint account_user_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint account_user_username_check CHECK ((username ~ '^[a-z0-9][a-z0-9._-]{2,39}$'::text))
);

create table account_verification (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint account_verification_pkey PRIMARY KEY (id)
);
CREATE INDEX account_verification_identifier ON public.account_verification USING btree (identifier);

create table agenda_item (
  conference_id uuid not null,
  "position" integer not null,
  title text not null,
  speaker text,
  minutes integer,
  constraint agenda_item_pkey PRIMARY KEY (conference_id, "position"),
  constraint agenda_item_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id),
  constraint agenda_item_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600))),
  constraint agenda_item_position_check CHECK (("position" > 1)),
  constraint agenda_item_speaker_check CHECK ((length(speaker) <= 200)),
  constraint agenda_item_title_check CHECK (((length(title) >= 1) AND (length(title) <= 500)))
);

create table api_token (
  id uuid not null,
  post_id uuid not null,
  label text not null,
  token_hash text not null,
  recorded_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (id),
  constraint api_token_token_hash_key UNIQUE (token_hash),
  constraint api_token_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id),
  constraint api_token_check CHECK ((recorded_at < expires_at)),
  constraint api_token_label_check CHECK (((length(label) >= 1) AND (length(label) <= 100)))
);
CREATE INDEX api_token_post ON public.api_token USING btree (post_id);

create table attachment (
  id uuid not null,
  file_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  purpose text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in uuid,
  constraint attachment_pkey PRIMARY KEY (id),
  constraint attachment_file UNIQUE (file_id),
  constraint attachment_file_id_fkey FOREIGN KEY (file_id) REFERENCES file(id),
  constraint attachment_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint attachment_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id),
  constraint attachment_purpose_check CHECK ((purpose ~ '^[a-z_]{1,20}$'::text)),
  constraint attachment_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['recommendation'::text, 'conference'::text, 'issued_document'::text])))
);
CREATE INDEX attachment_subject ON public.attachment USING btree (subject_id);
CREATE TRIGGER attachment_is_final BEFORE DELETE OR UPDATE ON public.attachment FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table attachment_approval (
  id uuid not null,
  attachment_id uuid not null,
  approved boolean not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in uuid,
  constraint attachment_approval_pkey PRIMARY KEY (id),
  constraint attachment_approval_attachment_id_fkey FOREIGN KEY (attachment_id) REFERENCES attachment(id),
  constraint attachment_approval_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint attachment_approval_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id)
);
CREATE INDEX attachment_approval_of ON public.attachment_approval USING btree (attachment_id, id DESC);
CREATE TRIGGER attachment_approval_is_final BEFORE DELETE OR UPDATE ON public.attachment_approval FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table attachment_removal (
  attachment_id uuid not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in uuid,
  constraint attachment_removal_pkey PRIMARY KEY (attachment_id),
  constraint attachment_removal_attachment_id_fkey FOREIGN KEY (attachment_id) REFERENCES attachment(id),
  constraint attachment_removal_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint attachment_removal_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id),
  constraint attachment_removal_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
CREATE TRIGGER attachment_removal_is_final BEFORE DELETE OR UPDATE ON public.attachment_removal FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table audit_entry (
  id uuid not null,
  act text not null,
  at timestamp with time zone not null,
  person_id uuid,
  post_id uuid,
  actor_label text not null,
  unit_id uuid,
  subject_id uuid,
  input jsonb not null,
  request_id text,
  constraint audit_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_entry_person ON public.audit_entry USING btree (person_id, at);
CREATE INDEX audit_entry_subject ON public.audit_entry USING btree (subject_id, at);
CREATE TRIGGER audit_entry_is_final BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table ballot (
  conference_id uuid not null,
  issued integer not null,
  returned integer not null,
  valid integer not null,
  very_satisfied integer not null default 0,
  satisfied integer not null default 0,
  neutral integer not null default 0,
  dissatisfied integer not null default 0,
  very_dissatisfied integer not null default 0,
  recorded_at timestamp with time zone not null,
  version integer not null default 1,
  recorded_by uuid,
  recorded_in uuid,
  constraint ballot_pkey PRIMARY KEY (conference_id),
  constraint ballot_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id),
  constraint ballot_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint ballot_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id),
  constraint ballot_check CHECK (((returned >= 0) AND (returned <= issued))),
  constraint ballot_check1 CHECK (((valid >= 0) AND (valid <= returned))),
  constraint ballot_check2 CHECK ((((((very_satisfied + satisfied) + neutral) + dissatisfied) + very_dissatisfied) = valid)),
  constraint ballot_dissatisfied_check CHECK ((dissatisfied >= 0)),
  constraint ballot_issued_check CHECK ((issued >= 0)),
  constraint ballot_neutral_check CHECK ((neutral >= 0)),
  constraint ballot_satisfied_check CHECK ((satisfied >= 0)),
  constraint ballot_very_dissatisfied_check CHECK ((very_dissatisfied >= 0)),
  constraint ballot_very_satisfied_check CHECK ((very_satisfied >= 0))
);

create table ballot_version (
  conference_id uuid not null,
  version integer not null,
  issued integer not null,
  returned integer not null,
  valid integer not null,
  very_satisfied integer not null,
  satisfied integer not null,
  neutral integer not null,
  dissatisfied integer not null,
  very_dissatisfied integer not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in uuid,
  superseded_at timestamp with time zone not null,
  reason text not null,
  constraint ballot_version_pkey PRIMARY KEY (conference_id, version),
  constraint ballot_version_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id),
  constraint ballot_version_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint ballot_version_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id),
  constraint ballot_version_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
CREATE TRIGGER ballot_version_is_final BEFORE DELETE OR UPDATE ON public.ballot_version FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table calendar_day (
  id uuid not null,
  year integer not null,
  on_date date not null,
  kind text not null,
  name text not null,
  decision text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  superseded_at timestamp with time zone not null default 'infinity'::timestamp with time zone,
  constraint calendar_day_pkey PRIMARY KEY (id),
  constraint calendar_day_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint calendar_day_year_fkey FOREIGN KEY (year) REFERENCES calendar_year(year),
  constraint calendar_day_check CHECK ((EXTRACT(year FROM on_date) = (year)::numeric)),
  constraint calendar_day_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'compensation'::text, 'worked_rest_day'::text]))),
  constraint calendar_day_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE UNIQUE INDEX calendar_day_present ON public.calendar_day USING btree (on_date) WHERE (superseded_at = 'infinity'::timestamp with time zone);
CREATE INDEX calendar_day_year ON public.calendar_day USING btree (year) WHERE (superseded_at = 'infinity'::timestamp with time zone);
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.calendar_day DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table calendar_year (
  year integer not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  constraint calendar_year_pkey PRIMARY KEY (year),
  constraint calendar_year_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES person(id),
  constraint calendar_year_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint calendar_year_year_check CHECK (((year >= 1945) AND (year <= 2200)))
);
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.calendar_year DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table conference (
  id uuid not null,
  unit_id uuid not null,
  ref text,
  form text not null,
  held_on date not null,
  topic text,
  place text,
  plan_id uuid,
  ad_hoc_reason text,
  attendances integer,
  villages_represented integer,
  legal_bases text[] not null default '{}'::text[],
  version integer not null default 1,
  recorded_at timestamp with time zone not null,
  planned_id uuid,
  held_recorded_at timestamp with time zone,
  called_off_recorded_at timestamp with time zone,
  called_off_reason text,
  collect_until date,
  taken_for_held_at timestamp with time zone,
  starts_at text,
  constraint conference_pkey PRIMARY KEY (id),
  constraint conference_unit_id_ref_key UNIQUE (unit_id, ref),
  constraint conference_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  constraint conference_planned_id_fkey FOREIGN KEY (planned_id) REFERENCES planned_conference(id),
  constraint conference_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint conference_attendances_check CHECK ((attendances >= 0)),
  constraint conference_called_off_check CHECK (((called_off_recorded_at IS NULL) = (called_off_reason IS NULL))),
  constraint conference_called_off_reason_check CHECK (((length(called_off_reason) >= 1) AND (length(called_off_reason) <= 1000))),
  constraint conference_form_check CHECK ((form = ANY (ARRAY['periodic'::text, 'ad_hoc'::text, 'thematic'::text, 'briefing'::text, 'indirect'::text, 'online'::text]))),
  constraint conference_one_end_check CHECK (((held_recorded_at IS NULL) OR (called_off_recorded_at IS NULL))),
  constraint conference_starts_at_check CHECK ((starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint conference_taken_for_held_check CHECK (((taken_for_held_at IS NULL) OR (called_off_recorded_at IS NOT NULL))),
  constraint conference_villages_represented_check CHECK ((villages_represented >= 0))
);
CREATE INDEX conference_by_day ON public.conference USING btree (held_on, id);
CREATE INDEX conference_held ON public.conference USING btree (unit_id, held_on);
CREATE INDEX conference_planned ON public.conference USING btree (planned_id) WHERE (planned_id IS NOT NULL);
CREATE INDEX conference_prepared ON public.conference USING btree (held_on, id) WHERE ((held_recorded_at IS NULL) AND (called_off_recorded_at IS NULL));
CREATE TRIGGER arrangement_is_kept BEFORE UPDATE ON public.conference FOR EACH ROW WHEN (((old.held_recorded_at IS NULL) AND (old.called_off_recorded_at IS NULL) AND (old.version <> new.version))) EXECUTE FUNCTION arrangement_is_kept();
CREATE TRIGGER conference_is_kept BEFORE UPDATE ON public.conference FOR EACH ROW WHEN (((old.held_recorded_at IS NOT NULL) AND ((((old.form IS DISTINCT FROM new.form) OR (old.held_on IS DISTINCT FROM new.held_on)) OR (old.attendances IS DISTINCT FROM new.attendances)) OR (old.villages_represented IS DISTINCT FROM new.villages_represented)))) EXECUTE FUNCTION conference_is_kept();
CREATE CONSTRAINT TRIGGER dialogue_edition AFTER INSERT OR DELETE OR UPDATE ON public.conference DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_dialogue_edition();

create table conference_arrangement (
  conference_id uuid not null,
  version integer not null,
  form text not null,
  held_on date not null,
  starts_at text,
  place text,
  topic text,
  collect_until date,
  legal_bases text[] not null,
  chairs jsonb not null,
  agenda jsonb not null,
  superseded_at timestamp with time zone not null,
  constraint conference_arrangement_pkey PRIMARY KEY (conference_id, version),
  constraint conference_arrangement_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id)
);
CREATE TRIGGER conference_arrangement_is_final BEFORE DELETE OR UPDATE ON public.conference_arrangement FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table conference_chair (
  conference_id uuid not null,
  "position" integer not null,
  name text,
  capacity text not null,
  is_head boolean not null,
  substitution_reason text,
  constraint conference_chair_pkey PRIMARY KEY (conference_id, "position"),
  constraint conference_chair_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id),
  constraint conference_chair_capacity_check CHECK ((capacity = ANY (ARRAY['party_secretary'::text, 'chairperson'::text, 'council'::text, 'front'::text, 'deputy'::text, 'other'::text])))
);
CREATE CONSTRAINT TRIGGER dialogue_edition AFTER INSERT OR DELETE OR UPDATE ON public.conference_chair DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_dialogue_edition();

create table conference_invitation (
  id uuid not null,
  conference_id uuid not null,
  unit_id uuid,
  name text,
  quota integer not null,
  answer text,
  answered_on date,
  answer_note text,
  recorded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  version integer not null default 1,
  constraint conference_invitation_pkey PRIMARY KEY (id),
  constraint conference_invitation_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id),
  constraint conference_invitation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint conference_invitation_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text]))),
  constraint conference_invitation_answer_note_check CHECK ((length(answer_note) <= 1000)),
  constraint conference_invitation_check CHECK (((unit_id IS NOT NULL) OR (name IS NOT NULL))),
  constraint conference_invitation_check1 CHECK (((answer IS NULL) = (answered_on IS NULL))),
  constraint conference_invitation_name_check CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  constraint conference_invitation_quota_check CHECK (((quota >= 1) AND (quota <= 10000)))
);
CREATE INDEX conference_invitation_of ON public.conference_invitation USING btree (conference_id);
CREATE INDEX conference_invitation_of_unit ON public.conference_invitation USING btree (unit_id) WHERE ((unit_id IS NOT NULL) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX conference_invitation_unit ON public.conference_invitation USING btree (conference_id, unit_id) WHERE ((unit_id IS NOT NULL) AND (withdrawn_at IS NULL));

create table conference_invitation_quota (
  invitation_id uuid not null,
  quota integer not null,
  superseded_at timestamp with time zone not null,
  constraint conference_invitation_quota_pkey PRIMARY KEY (invitation_id, superseded_at),
  constraint conference_invitation_quota_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES conference_invitation(id)
);
CREATE TRIGGER conference_invitation_quota_is_final BEFORE DELETE OR UPDATE ON public.conference_invitation_quota FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table conference_step (
  id uuid not null,
  conference_id uuid not null,
  step text not null,
  done_on date not null,
  note text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  undone_at timestamp with time zone,
  by_act boolean not null default false,
  constraint conference_step_pkey PRIMARY KEY (id),
  constraint conference_step_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id),
  constraint conference_step_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint conference_step_note_check CHECK ((length(note) <= 1000)),
  constraint conference_step_step_check CHECK ((step ~ '^[a-z_]{1,60}$'::text))
);
CREATE UNIQUE INDEX conference_step_done ON public.conference_step USING btree (conference_id, step) WHERE (undone_at IS NULL);

create table conference_version (
  conference_id uuid not null,
  version integer not null,
  form text not null,
  held_on date not null,
  attendances integer,
  villages_represented integer,
  superseded_at timestamp with time zone not null,
  superseded_by uuid,
  superseded_in uuid,
  constraint conference_version_pkey PRIMARY KEY (conference_id, version),
  constraint conference_version_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id),
  constraint conference_version_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES person(id),
  constraint conference_version_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES post(id)
);
CREATE INDEX conference_version_superseded ON public.conference_version USING btree (superseded_at);
CREATE TRIGGER conference_version_is_final BEFORE DELETE OR UPDATE ON public.conference_version FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table deadline_rule (
  code text not null,
  name text not null,
  purpose text not null,
  amount integer not null,
  unit text not null,
  direction text not null,
  start_event text not null,
  citation text not null,
  rank text not null,
  territory_code text,
  unit_kinds text[],
  valid_from date not null,
  valid_until date not null default 'infinity'::date,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint deadline_rule_pkey PRIMARY KEY (code),
  constraint deadline_rule_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint deadline_rule_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint deadline_rule_amount_check CHECK (((amount >= 1) AND (amount <= 3650))),
  constraint deadline_rule_check CHECK ((valid_from <= valid_until)),
  constraint deadline_rule_check1 CHECK (((unit <> 'working_hour'::text) OR (direction = 'forward'::text))),
  constraint deadline_rule_citation_check CHECK (((length(citation) >= 1) AND (length(citation) <= 500))),
  constraint deadline_rule_code_check CHECK (((length(code) >= 1) AND (length(code) <= 80))),
  constraint deadline_rule_direction_check CHECK ((direction = ANY (ARRAY['forward'::text, 'backward'::text]))),
  constraint deadline_rule_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint deadline_rule_purpose_check CHECK ((purpose = ANY (ARRAY['announce'::text, 'publish_results'::text, 'written_reply'::text, 'word_of_party_head'::text, 'notice_of_conclusion'::text]))),
  constraint deadline_rule_rank_check CHECK ((rank = ANY (ARRAY['law'::text, 'central_party'::text, 'provincial'::text, 'plan'::text, 'product_default'::text]))),
  constraint deadline_rule_start_event_check CHECK ((start_event = ANY (ARRAY['conference'::text, 'receipt'::text, 'assignment'::text]))),
  constraint deadline_rule_unit_check CHECK ((unit = ANY (ARRAY['calendar_day'::text, 'working_day'::text, 'working_hour'::text])))
);
CREATE INDEX deadline_rule_territory ON public.deadline_rule USING btree (territory_code);
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.deadline_rule DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table delegate (
  id uuid not null,
  invitation_id uuid not null,
  conference_id uuid not null,
  name text not null,
  title text,
  badge text not null,
  present_at timestamp with time zone,
  recorded_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint delegate_pkey PRIMARY KEY (id),
  constraint delegate_conference_id_badge_key UNIQUE (conference_id, badge),
  constraint delegate_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id),
  constraint delegate_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES conference_invitation(id),
  constraint delegate_badge_check CHECK (((length(badge) >= 4) AND (length(badge) <= 20))),
  constraint delegate_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint delegate_title_check CHECK ((length(title) <= 200))
);
CREATE INDEX delegate_invitation ON public.delegate USING btree (invitation_id);

create table dialogue_edition (
  is_only boolean not null default true,
  edition uuid not null,
  constraint dialogue_edition_pkey PRIMARY KEY (is_only),
  constraint dialogue_edition_is_only_check CHECK (is_only)
);

create table draft_request (
  id uuid not null,
  conference_id uuid not null,
  recommendation_id uuid not null,
  agency_id uuid not null,
  due_on date not null,
  text text,
  given_at timestamp with time zone,
  given_by uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  withdrawn_at timestamp with time zone,
  constraint draft_request_pkey PRIMARY KEY (id),
  constraint draft_request_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES unit(id),
  constraint draft_request_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id),
  constraint draft_request_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id),
  constraint draft_request_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint draft_request_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint draft_request_check CHECK (((text IS NULL) = (given_at IS NULL))),
  constraint draft_request_text_check CHECK ((length(text) <= 20000))
);
CREATE INDEX draft_request_agency ON public.draft_request USING btree (agency_id) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX draft_request_open ON public.draft_request USING btree (recommendation_id, agency_id) WHERE (withdrawn_at IS NULL);
CREATE TRIGGER given_to_drafters AFTER INSERT ON public.draft_request REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_given_to_drafters();
CREATE TRIGGER given_to_drafters_no_more AFTER UPDATE ON public.draft_request REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_given_to_drafters();

create table event_coordinator (
  event_id uuid not null,
  "position" integer not null,
  unit_id uuid not null,
  duty text,
  due_on date,
  duty_of uuid,
  constraint event_coordinator_pkey PRIMARY KEY (event_id, "position"),
  constraint event_coordinator_duty_of_fkey FOREIGN KEY (duty_of) REFERENCES unit(id),
  constraint event_coordinator_event_id_fkey FOREIGN KEY (event_id) REFERENCES recommendation_event(id),
  constraint event_coordinator_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint event_coordinator_part CHECK ((duty_of <> unit_id))
);
CREATE UNIQUE INDEX event_coordinator_once ON public.event_coordinator USING btree (event_id, COALESCE(duty_of, unit_id));
CREATE INDEX event_coordinator_unit ON public.event_coordinator USING btree (unit_id);
CREATE TRIGGER given_to_coordinators AFTER INSERT ON public.event_coordinator REFERENCING NEW TABLE AS changed FOR EACH STATEMENT WHEN ((current_setting('doi_thoai.kept_by_act'::text, true) IS DISTINCT FROM 'yes'::text)) EXECUTE FUNCTION keep_given_to_coordinators();

create table field (
  code text not null,
  parent_code text,
  name text not null,
  "position" integer not null,
  from_on date not null default '-infinity'::date,
  until_on date not null default 'infinity'::date,
  constraint field_pkey PRIMARY KEY (code),
  constraint field_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES field(code)
);
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.field DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table field_earlier_name (
  field_code text not null,
  until_on date not null,
  name text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint field_earlier_name_pkey PRIMARY KEY (field_code, until_on),
  constraint field_earlier_name_field_code_fkey FOREIGN KEY (field_code) REFERENCES field(code),
  constraint field_earlier_name_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint field_earlier_name_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE TRIGGER field_earlier_name_is_final BEFORE DELETE OR UPDATE ON public.field_earlier_name FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.field_earlier_name DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table file (
  id uuid not null,
  name text not null,
  kind text not null,
  size integer not null,
  digest text not null,
  sent_digest text not null,
  thumbnail text,
  width integer,
  height integer,
  findings text[] not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint file_pkey PRIMARY KEY (id),
  constraint file_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint file_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint file_height_check CHECK ((height > 0)),
  constraint file_kind_check CHECK ((kind ~ '^[a-z]{1,20}$'::text)),
  constraint file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint file_sent_digest_check CHECK ((sent_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint file_size_check CHECK ((size > 0)),
  constraint file_thumbnail_check CHECK ((thumbnail ~ '^[0-9a-f]{64}$'::text)),
  constraint file_width_check CHECK ((width > 0))
);
CREATE INDEX file_brought ON public.file USING btree (recorded_by, recorded_at);
CREATE INDEX file_digest ON public.file USING btree (digest);
CREATE INDEX file_sent_digest ON public.file USING btree (sent_digest);
CREATE TRIGGER file_is_final BEFORE DELETE OR UPDATE ON public.file FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table given_matter (
  unit_id uuid not null,
  recommendation_id uuid not null,
  waits boolean not null,
  helps boolean not null,
  register_id uuid not null,
  constraint given_matter_pkey PRIMARY KEY (recommendation_id, unit_id),
  constraint given_matter_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint given_matter_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX given_matter_helps ON public.given_matter USING btree (unit_id, recommendation_id) WHERE helps;
CREATE INDEX given_matter_of_unit ON public.given_matter USING btree (unit_id, waits, register_id, recommendation_id);

create table hand_over (
  id uuid not null,
  from_unit_id uuid not null,
  on_date date not null,
  symbol text,
  given_by text,
  received_by text,
  note text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in uuid,
  constraint hand_over_pkey PRIMARY KEY (id),
  constraint hand_over_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES unit(id),
  constraint hand_over_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint hand_over_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id)
);
CREATE INDEX hand_over_from ON public.hand_over USING btree (from_unit_id);
CREATE TRIGGER hand_over_is_final BEFORE DELETE OR UPDATE ON public.hand_over FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.hand_over DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table hand_over_line (
  hand_over_id uuid not null,
  "position" integer not null,
  recommendation_id uuid not null,
  to_unit_id uuid not null,
  event_id uuid not null,
  is_owner boolean not null,
  is_lead boolean not null,
  is_coordinator boolean not null,
  status text not null,
  lead_id uuid,
  due_on date,
  original_due_on date,
  constraint hand_over_line_pkey PRIMARY KEY (hand_over_id, "position"),
  constraint hand_over_line_hand_over_id_recommendation_id_key UNIQUE (hand_over_id, recommendation_id),
  constraint hand_over_line_event_id_fkey FOREIGN KEY (event_id) REFERENCES recommendation_event(id),
  constraint hand_over_line_hand_over_id_fkey FOREIGN KEY (hand_over_id) REFERENCES hand_over(id),
  constraint hand_over_line_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES unit(id),
  constraint hand_over_line_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint hand_over_line_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES unit(id),
  constraint hand_over_line_check CHECK ((is_owner OR is_lead OR is_coordinator)),
  constraint hand_over_line_position_check CHECK (("position" > 0))
);
CREATE INDEX hand_over_line_of ON public.hand_over_line USING btree (recommendation_id);
CREATE INDEX hand_over_line_to ON public.hand_over_line USING btree (to_unit_id);
CREATE TRIGGER hand_over_line_is_final BEFORE DELETE OR UPDATE ON public.hand_over_line FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.hand_over_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table invitation (
  id uuid not null,
  person_id uuid,
  token_hash text not null,
  resets_second_factor boolean not null default false,
  recorded_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  recorded_by uuid,
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_token_hash_key UNIQUE (token_hash),
  constraint invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint invitation_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint invitation_check CHECK (((accepted_at IS NULL) OR (withdrawn_at IS NULL)))
);
CREATE UNIQUE INDEX invitation_open ON public.invitation USING btree (COALESCE(person_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX invitation_recorded_by ON public.invitation USING btree (recorded_by);

create table issued_document (
  id uuid not null,
  unit_id uuid not null,
  side text not null,
  kind text not null,
  type text not null,
  series_period text not null,
  number integer not null,
  letter text not null default ''::text,
  symbol text not null,
  issued_on date not null,
  abstract text,
  subject_kind text not null,
  subject_id uuid not null,
  paper jsonb not null,
  version integer not null default 1,
  replaces_id uuid,
  back_entered boolean not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in uuid,
  constraint issued_document_pkey PRIMARY KEY (id),
  constraint issued_document_number UNIQUE (unit_id, side, type, series_period, number, letter),
  constraint issued_document_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint issued_document_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id),
  constraint issued_document_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES issued_document(id),
  constraint issued_document_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint issued_document_abstract_check CHECK ((length(abstract) <= 2000)),
  constraint issued_document_kind_check CHECK ((kind ~ '^[a-z_]{1,60}$'::text)),
  constraint issued_document_letter_check CHECK ((length(letter) <= 1)),
  constraint issued_document_number_check CHECK (((number >= 1) AND (number <= 999999))),
  constraint issued_document_series_period_check CHECK (((length(series_period) >= 1) AND (length(series_period) <= 40))),
  constraint issued_document_side_check CHECK ((side = ANY (ARRAY['party'::text, 'government'::text, 'front'::text]))),
  constraint issued_document_subject_kind_check CHECK ((subject_kind ~ '^[a-z_]{1,60}$'::text)),
  constraint issued_document_symbol_check CHECK (((length(symbol) >= 1) AND (length(symbol) <= 100))),
  constraint issued_document_type_check CHECK (((length(type) >= 1) AND (length(type) <= 10))),
  constraint issued_document_version_check CHECK ((version > 0))
);
CREATE INDEX issued_document_of_unit ON public.issued_document USING btree (unit_id, issued_on DESC, id DESC);
CREATE UNIQUE INDEX issued_document_replaced_once ON public.issued_document USING btree (replaces_id) WHERE (replaces_id IS NOT NULL);
CREATE INDEX issued_document_search ON public.issued_document USING gin (document_key(symbol, abstract) gin_trgm_ops);
CREATE INDEX issued_document_subject ON public.issued_document USING btree (subject_id);
CREATE TRIGGER issued_document_is_final BEFORE DELETE OR UPDATE ON public.issued_document FOR EACH ROW EXECUTE FUNCTION forbid_change();

-- Work that the product does by itself at set times.
create table job_run (
  name text not null,
  done_through timestamp with time zone not null,
  taken_until timestamp with time zone,
  constraint job_run_pkey PRIMARY KEY (name)
);

create table late_tally (
  unit_id uuid not null,
  lead_id uuid not null,
  late integer not null,
  constraint late_tally_pkey PRIMARY KEY (unit_id, lead_id)
);
CREATE INDEX late_tally_most ON public.late_tally USING btree (unit_id, late DESC) WHERE (late > 0);

create table notice_line (
  notice_id uuid not null,
  "position" integer not null,
  recommendation_id uuid not null,
  task text not null,
  lead_id uuid,
  due_on date,
  constraint notice_line_pkey PRIMARY KEY (notice_id, "position"),
  constraint notice_line_notice_id_recommendation_id_key UNIQUE (notice_id, recommendation_id),
  constraint notice_line_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES unit(id),
  constraint notice_line_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice_of_conclusion(id),
  constraint notice_line_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint notice_line_position_check CHECK (("position" > 0)),
  constraint notice_line_task_check CHECK (((length(task) >= 1) AND (length(task) <= 50000)))
);
CREATE INDEX notice_line_recommendation ON public.notice_line USING btree (recommendation_id);
CREATE TRIGGER notice_line_is_final BEFORE DELETE OR UPDATE ON public.notice_line FOR EACH ROW EXECUTE FUNCTION forbid_change_once_issued();

create table notice_line_coordinator (
  notice_id uuid not null,
  recommendation_id uuid not null,
  "position" integer not null,
  unit_id uuid not null,
  duty text,
  due_on date,
  constraint notice_line_coordinator_pkey PRIMARY KEY (notice_id, recommendation_id, unit_id),
  constraint notice_line_coordinator_notice_id_recommendation_id_fkey FOREIGN KEY (notice_id, recommendation_id) REFERENCES notice_line(notice_id, recommendation_id) ON DELETE CASCADE,
  constraint notice_line_coordinator_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint notice_line_coordinator_duty_check CHECK ((length(duty) <= 1000))
);
CREATE TRIGGER notice_line_coordinator_is_final BEFORE DELETE OR UPDATE ON public.notice_line_coordinator FOR EACH ROW EXECUTE FUNCTION forbid_change_once_issued();

create table notice_of_conclusion (
  id uuid not null,
  conference_id uuid not null,
  edition integer not null,
  opening text,
  closing text,
  version integer not null default 1,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  issued_on date,
  issued_recorded_at timestamp with time zone,
  constraint notice_of_conclusion_pkey PRIMARY KEY (id),
  constraint notice_of_conclusion_conference_id_edition_key UNIQUE (conference_id, edition),
  constraint notice_of_conclusion_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id),
  constraint notice_of_conclusion_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint notice_of_conclusion_check CHECK (((issued_on IS NULL) = (issued_recorded_at IS NULL))),
  constraint notice_of_conclusion_closing_check CHECK ((length(closing) <= 20000)),
  constraint notice_of_conclusion_edition_check CHECK ((edition > 0)),
  constraint notice_of_conclusion_opening_check CHECK ((length(opening) <= 20000))
);
CREATE UNIQUE INDEX notice_of_conclusion_draft ON public.notice_of_conclusion USING btree (conference_id) WHERE (issued_on IS NULL);
CREATE TRIGGER notice_of_conclusion_is_final BEFORE DELETE OR UPDATE ON public.notice_of_conclusion FOR EACH ROW WHEN ((old.issued_on IS NOT NULL)) EXECUTE FUNCTION forbid_change();

create table notification (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  recommendation_id uuid,
  details jsonb not null,
  source text not null,
  recorded_at timestamp with time zone not null,
  read_at timestamp with time zone,
  mailed_at timestamp with time zone,
  conference_id uuid,
  plan_id uuid,
  offer_id uuid,
  constraint notification_pkey PRIMARY KEY (id),
  constraint notification_person_id_source_key UNIQUE (person_id, source),
  constraint notification_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id),
  constraint notification_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES post_offer(id),
  constraint notification_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint notification_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  constraint notification_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint notification_kind_check CHECK ((kind = ANY (ARRAY['moved'::text, 'reminder'::text]))),
  constraint notification_subject_check CHECK ((num_nonnulls(recommendation_id, conference_id, plan_id, offer_id) = 1))
);
CREATE INDEX notification_of ON public.notification USING btree (person_id, recorded_at);
CREATE INDEX notification_unread ON public.notification USING btree (person_id) WHERE (read_at IS NULL);

create table office_setting (
  id uuid not null,
  unit_id uuid not null,
  side text not null,
  settings jsonb not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in uuid,
  superseded_at timestamp with time zone not null default 'infinity'::timestamp with time zone,
  constraint office_setting_pkey PRIMARY KEY (id),
  constraint office_setting_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint office_setting_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id),
  constraint office_setting_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint office_setting_side_check CHECK ((side = ANY (ARRAY['party'::text, 'government'::text, 'front'::text])))
);
CREATE UNIQUE INDEX office_setting_present ON public.office_setting USING btree (unit_id, side) WHERE (superseded_at = 'infinity'::timestamp with time zone);

create table outbox (
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  recorded_at timestamp with time zone not null,
  processed_at timestamp with time zone,
  attempts integer not null default 0,
  last_error text,
  next_attempt_at timestamp with time zone not null default '-infinity'::timestamp with time zone,
  failed_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_failed ON public.outbox USING btree (failed_at) WHERE (failed_at IS NOT NULL);
CREATE INDEX outbox_waiting ON public.outbox USING btree (next_attempt_at, recorded_at) WHERE ((processed_at IS NULL) AND (failed_at IS NULL));

create table own_approval (
  id uuid not null,
  unit_id uuid not null,
  allowed boolean not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint own_approval_pkey PRIMARY KEY (id),
  constraint own_approval_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint own_approval_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX own_approval_of ON public.own_approval USING btree (unit_id, recorded_at);
CREATE TRIGGER own_approval_is_final BEFORE DELETE OR UPDATE ON public.own_approval FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table own_term (
  id uuid not null,
  unit_id uuid not null,
  amount integer,
  term_unit text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in uuid,
  superseded_at timestamp with time zone not null default 'infinity'::timestamp with time zone,
  constraint own_term_pkey PRIMARY KEY (id),
  constraint own_term_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint own_term_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id),
  constraint own_term_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint own_term_amount_check CHECK (((amount >= 1) AND (amount <= 365))),
  constraint own_term_term_unit_check CHECK ((term_unit = ANY (ARRAY['calendar_day'::text, 'working_day'::text])))
);
CREATE UNIQUE INDEX own_term_present ON public.own_term USING btree (unit_id) WHERE (superseded_at = 'infinity'::timestamp with time zone);

create table performed_act (
  actor_key text not null,
  idempotency_key text not null,
  act text not null,
  input_hash text not null,
  result jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint performed_act_pkey PRIMARY KEY (actor_key, idempotency_key),
  constraint performed_act_idempotency_key_check CHECK (((length(idempotency_key) >= 8) AND (length(idempotency_key) <= 200)))
);

create table period_return (
  id uuid not null,
  unit_id uuid not null,
  period text not null,
  cutoff_on date,
  recorded_at timestamp with time zone not null,
  constraint period_return_pkey PRIMARY KEY (id),
  constraint period_return_unit_id_period_key UNIQUE (unit_id, period),
  constraint period_return_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table period_return_value (
  return_id uuid not null,
  indicator text not null,
  value numeric not null,
  constraint period_return_value_pkey PRIMARY KEY (return_id, indicator),
  constraint period_return_value_return_id_fkey FOREIGN KEY (return_id) REFERENCES period_return(id),
  constraint period_return_value_indicator_check CHECK ((indicator ~ '^[a-z][a-z0-9_]{0,59}$'::text))
);

create table person (
  id uuid not null,
  full_name text not null,
  email text,
  phone text,
  recorded_at timestamp with time zone not null,
  brought_by uuid,
  version integer not null default 1,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_brought_by_fkey FOREIGN KEY (brought_by) REFERENCES unit(id),
  constraint person_full_name_check CHECK (((length(full_name) >= 1) AND (length(full_name) <= 200)))
);
CREATE INDEX person_full_name_search ON public.person USING gin (search_key(full_name) gin_trgm_ops);
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table person_version (
  person_id uuid not null,
  version integer not null,
  full_name text not null,
  email text,
  phone text,
  superseded_at timestamp with time zone not null,
  superseded_by uuid,
  superseded_in uuid,
  constraint person_version_pkey PRIMARY KEY (person_id, version),
  constraint person_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint person_version_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES person(id),
  constraint person_version_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES post(id)
);
CREATE TRIGGER person_version_is_final BEFORE DELETE OR UPDATE ON public.person_version FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table plan (
  id uuid not null,
  unit_id uuid not null,
  ref text,
  year integer not null,
  symbol text,
  issued_on date,
  recorded_at timestamp with time zone not null,
  is_draft boolean not null default false,
  note text,
  replaces_id uuid,
  version integer not null default 1,
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_unit_id_ref_key UNIQUE (unit_id, ref),
  constraint plan_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES plan(id),
  constraint plan_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint plan_draft_check CHECK (((NOT is_draft) OR ((symbol IS NULL) AND (issued_on IS NULL)))),
  constraint plan_note_check CHECK ((length(note) <= 5000)),
  constraint plan_year_check CHECK (((year >= 1945) AND (year <= 2200)))
);
CREATE UNIQUE INDEX plan_one_draft ON public.plan USING btree (unit_id, year) WHERE is_draft;
CREATE UNIQUE INDEX plan_replaced_once ON public.plan USING btree (replaces_id) WHERE (replaces_id IS NOT NULL);
CREATE CONSTRAINT TRIGGER dialogue_edition AFTER INSERT OR DELETE OR UPDATE ON public.plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_dialogue_edition();

create table plan_requirement (
  plan_id uuid not null,
  unit_id uuid not null,
  required integer not null,
  form text,
  chair_capacity text,
  constraint plan_requirement_pkey PRIMARY KEY (plan_id, unit_id),
  constraint plan_requirement_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  constraint plan_requirement_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint plan_requirement_chair_capacity_check CHECK ((chair_capacity = ANY (ARRAY['party_secretary'::text, 'chairperson'::text, 'council'::text, 'front'::text, 'deputy'::text, 'other'::text]))),
  constraint plan_requirement_form_check CHECK ((form = ANY (ARRAY['periodic'::text, 'ad_hoc'::text, 'thematic'::text, 'briefing'::text, 'indirect'::text, 'online'::text]))),
  constraint plan_requirement_required_check CHECK ((required >= 0))
);
CREATE CONSTRAINT TRIGGER dialogue_edition AFTER INSERT OR DELETE OR UPDATE ON public.plan_requirement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_dialogue_edition();

create table planned_conference (
  id uuid not null,
  plan_id uuid not null,
  "position" integer not null,
  unit_id uuid not null,
  quarter integer not null,
  planned_on date,
  form text not null,
  chair_capacity text,
  audience text,
  topic text,
  place text,
  continues_id uuid,
  constraint planned_conference_pkey PRIMARY KEY (id),
  constraint planned_conference_plan_id_position_key UNIQUE (plan_id, "position"),
  constraint planned_conference_continues_id_fkey FOREIGN KEY (continues_id) REFERENCES planned_conference(id),
  constraint planned_conference_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  constraint planned_conference_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint planned_conference_audience_check CHECK ((length(audience) <= 500)),
  constraint planned_conference_chair_capacity_check CHECK ((chair_capacity = ANY (ARRAY['party_secretary'::text, 'chairperson'::text, 'council'::text, 'front'::text, 'deputy'::text, 'other'::text]))),
  constraint planned_conference_form_check CHECK ((form = ANY (ARRAY['periodic'::text, 'ad_hoc'::text, 'thematic'::text, 'briefing'::text, 'indirect'::text, 'online'::text]))),
  constraint planned_conference_place_check CHECK ((length(place) <= 300)),
  constraint planned_conference_position_check CHECK (("position" > 0)),
  constraint planned_conference_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4))),
  constraint planned_conference_topic_check CHECK ((length(topic) <= 500))
);
CREATE INDEX planned_conference_continues ON public.planned_conference USING btree (continues_id) WHERE (continues_id IS NOT NULL);
CREATE INDEX planned_conference_unit ON public.planned_conference USING btree (unit_id);
CREATE CONSTRAINT TRIGGER dialogue_edition AFTER INSERT OR DELETE OR UPDATE ON public.planned_conference DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_dialogue_edition();

create table post (
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  capacity text not null,
  title text,
  acting boolean not null default false,
  from_on date not null,
  until_on date not null default 'infinity'::date,
  recorded_at timestamp with time zone not null,
  constraint post_pkey PRIMARY KEY (id),
  constraint post_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint post_check CHECK ((from_on <= until_on))
);
CREATE INDEX post_person ON public.post USING btree (person_id);
CREATE INDEX post_unit ON public.post USING btree (unit_id);
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.post DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table post_offer (
  id uuid not null,
  token_hash text not null,
  unit_id uuid not null,
  capacity text not null,
  title text,
  acting boolean not null,
  from_on date not null,
  until_on date,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in uuid,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  declined_at timestamp with time zone,
  declined_by uuid,
  declined_reason text,
  constraint post_offer_pkey PRIMARY KEY (id),
  constraint post_offer_token_hash_key UNIQUE (token_hash),
  constraint post_offer_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES person(id),
  constraint post_offer_declined_by_fkey FOREIGN KEY (declined_by) REFERENCES person(id),
  constraint post_offer_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint post_offer_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id),
  constraint post_offer_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint post_offer_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint post_offer_check CHECK (((accepted_at IS NULL) = (accepted_by IS NULL))),
  constraint post_offer_declined CHECK ((((declined_at IS NULL) = (declined_by IS NULL)) AND ((declined_at IS NULL) OR ((accepted_at IS NULL) AND (withdrawn_at IS NULL))))),
  constraint post_offer_declined_reason CHECK (((declined_reason IS NULL) OR (declined_at IS NOT NULL))),
  constraint post_offer_withdrawn_open CHECK (((withdrawn_at IS NULL) OR (accepted_at IS NULL)))
);
CREATE INDEX post_offer_accepted_by ON public.post_offer USING btree (accepted_by);
CREATE INDEX post_offer_declined_by ON public.post_offer USING btree (declined_by);
CREATE INDEX post_offer_recorded_by ON public.post_offer USING btree (recorded_by);
CREATE INDEX post_offer_recorded_in ON public.post_offer USING btree (recorded_in);
CREATE INDEX post_offer_unit ON public.post_offer USING btree (unit_id);
CREATE INDEX post_offer_withdrawn_by ON public.post_offer USING btree (withdrawn_by);

create table present_matter (
  recommendation_id uuid not null,
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
  sort_due_on date not null generated always as (
CASE
    WHEN (hidden IS NULL) THEN COALESCE(due_on, 'infinity'::date)
    ELSE 'infinity'::date
END) stored,
  goes_on_id uuid not null,
  held_below boolean not null default false,
  draft text,
  asks_time boolean not null default false,
  found_on date,
  unheard boolean not null default false,
  unsettled boolean not null default false,
  paper_reply boolean not null default false,
  constraint present_matter_pkey PRIMARY KEY (recommendation_id),
  constraint present_matter_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id)
);
CREATE INDEX present_matter_all_asks_time ON public.present_matter USING btree (sort_due_on, recommendation_id) WHERE asks_time;
CREATE INDEX present_matter_all_due ON public.present_matter USING btree (sort_due_on, recommendation_id);
CREATE INDEX present_matter_all_found ON public.present_matter USING btree (found_on, recommendation_id) WHERE (found_on IS NOT NULL);
CREATE INDEX present_matter_all_unheard ON public.present_matter USING btree (entered_on, recommendation_id) WHERE unheard;
CREATE INDEX present_matter_all_unsettled ON public.present_matter USING btree (sort_due_on, recommendation_id) WHERE unsettled;
CREATE INDEX present_matter_asks_time ON public.present_matter USING btree (unit_id, sort_due_on, recommendation_id) WHERE asks_time;
CREATE INDEX present_matter_draft ON public.present_matter USING btree (keeper_id, sort_due_on, recommendation_id) WHERE (draft IS NOT NULL);
CREATE INDEX present_matter_due ON public.present_matter USING btree (sort_due_on, recommendation_id) WHERE is_open;
CREATE INDEX present_matter_found ON public.present_matter USING btree (unit_id, found_on, recommendation_id) WHERE (found_on IS NOT NULL);
CREATE INDEX present_matter_held ON public.present_matter USING btree (received_on, recommendation_id) WHERE (hidden = 'held'::text);
CREATE INDEX present_matter_held_below ON public.present_matter USING btree (recommendation_id) WHERE held_below;
CREATE INDEX present_matter_held_of_unit ON public.present_matter USING btree (unit_id, received_on, recommendation_id) WHERE (hidden = 'held'::text);
CREATE INDEX present_matter_keeper ON public.present_matter USING btree (keeper_id) WHERE (keeper_id <> unit_id);
CREATE INDEX present_matter_lead ON public.present_matter USING btree (lead_id, sort_due_on, recommendation_id) WHERE (is_open AND (lead_id IS NOT NULL));
CREATE INDEX present_matter_led_for_others ON public.present_matter USING btree (lead_id, recommendation_id) WHERE (is_open AND (lead_id <> keeper_id));
CREATE INDEX present_matter_merged ON public.present_matter USING btree (goes_on_id) WHERE (goes_on_id <> recommendation_id);
CREATE INDEX present_matter_merged_of_village ON public.present_matter USING btree (village_id) WHERE ((village_id IS NOT NULL) AND (goes_on_id <> recommendation_id));
CREATE INDEX present_matter_of_unit ON public.present_matter USING btree (unit_id, received_on, recommendation_id);
CREATE INDEX present_matter_of_unit_due ON public.present_matter USING btree (unit_id, sort_due_on, recommendation_id);
CREATE INDEX present_matter_of_village ON public.present_matter USING btree (village_id, recommendation_id) WHERE ((village_id IS NOT NULL) AND (is_open OR (status = ANY (ARRAY['answered'::text, 'answered_in_room'::text]))));
CREATE INDEX present_matter_open ON public.present_matter USING btree (unit_id, sort_due_on, recommendation_id) WHERE is_open;
CREATE INDEX present_matter_open_received ON public.present_matter USING btree (unit_id, received_on, recommendation_id) WHERE is_open;
CREATE INDEX present_matter_received ON public.present_matter USING btree (received_on, recommendation_id);
CREATE INDEX present_matter_received_open ON public.present_matter USING btree (received_on, recommendation_id) WHERE is_open;
CREATE INDEX present_matter_unheard ON public.present_matter USING btree (unit_id, entered_on, recommendation_id) WHERE unheard;
CREATE INDEX present_matter_unsettled ON public.present_matter USING btree (unit_id, sort_due_on, recommendation_id) WHERE unsettled;
CREATE INDEX present_matter_village ON public.present_matter USING btree (village_id, received_on) WHERE (village_id IS NOT NULL);
CREATE TRIGGER told_to_register_changed AFTER UPDATE ON public.present_matter REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION tell_registers_of_changed();
CREATE TRIGGER told_to_register_gone AFTER DELETE ON public.present_matter REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tell_registers_of_gone();
CREATE TRIGGER told_to_register_new AFTER INSERT ON public.present_matter REFERENCING NEW TABLE AS come FOR EACH STATEMENT WHEN ((current_setting('doi_thoai.kept_by_act'::text, true) IS DISTINCT FROM 'yes'::text)) EXECUTE FUNCTION tell_registers_of_new();

create table printed_document (
  document_id uuid not null,
  ending text not null,
  file bytea not null,
  made_at timestamp with time zone not null,
  constraint printed_document_pkey PRIMARY KEY (document_id, ending),
  constraint printed_document_document_id_fkey FOREIGN KEY (document_id) REFERENCES issued_document(id),
  constraint printed_document_ending_check CHECK ((ending = ANY (ARRAY['pdf'::text, 'docx'::text]))),
  constraint printed_document_file_check CHECK ((length(file) > 0))
);
CREATE TRIGGER printed_document_is_final BEFORE DELETE OR UPDATE ON public.printed_document FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table public_version (
  id uuid not null,
  recommendation_id uuid not null,
  original_digest bytea not null,
  text text not null,
  approved_at timestamp with time zone not null,
  approved_by uuid,
  approved_in uuid,
  constraint public_version_pkey PRIMARY KEY (id),
  constraint public_version_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person(id),
  constraint public_version_approved_in_fkey FOREIGN KEY (approved_in) REFERENCES post(id),
  constraint public_version_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint public_version_original_digest_check CHECK ((length(original_digest) = 32)),
  constraint public_version_text_check CHECK (((length(text) >= 1) AND (length(text) <= 50000)))
);
CREATE INDEX public_version_of ON public.public_version USING btree (recommendation_id, original_digest, id DESC);
CREATE TRIGGER public_version_is_final BEFORE DELETE OR UPDATE ON public.public_version FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table recommendation (
  id uuid not null,
  code text not null,
  unit_id uuid not null,
  root_unit_id uuid not null,
  ref text,
  conference_id uuid,
  turn_id uuid,
  forwarded_from_id uuid,
  channel text not null,
  kind text not null,
  field_code text not null,
  received_on date not null,
  text text not null,
  search text not null,
  naming text not null default 'named'::text,
  village_id uuid,
  version integer not null default 1,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  taken_back_at timestamp with time zone,
  recorded_in uuid,
  withheld_names text[] not null default '{}'::text[],
  constraint recommendation_pkey PRIMARY KEY (id),
  constraint recommendation_code_key UNIQUE (code),
  constraint recommendation_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id),
  constraint recommendation_field_code_fkey FOREIGN KEY (field_code) REFERENCES field(code),
  constraint recommendation_forwarded_from_id_fkey FOREIGN KEY (forwarded_from_id) REFERENCES recommendation(id) DEFERRABLE INITIALLY DEFERRED,
  constraint recommendation_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint recommendation_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id),
  constraint recommendation_root_unit_id_fkey FOREIGN KEY (root_unit_id) REFERENCES unit(id),
  constraint recommendation_turn_id_fkey FOREIGN KEY (turn_id) REFERENCES turn(id),
  constraint recommendation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint recommendation_village_id_fkey FOREIGN KEY (village_id) REFERENCES unit(id),
  constraint recommendation_channel_check CHECK ((channel = ANY (ARRAY['conference'::text, 'collected_beforehand'::text, 'portal'::text, 'village_head'::text, 'reception'::text, 'hotline'::text, 'letter'::text, 'supervision'::text]))),
  constraint recommendation_kind_check CHECK ((kind = ANY (ARRAY['recommendation'::text, 'report'::text, 'question'::text, 'opinion'::text, 'praise'::text, 'complaint'::text, 'denunciation'::text]))),
  constraint recommendation_naming_check CHECK ((naming = ANY (ARRAY['named'::text, 'secretariat_only'::text, 'anonymous'::text]))),
  constraint recommendation_text_check CHECK ((length(text) <= 50000))
);
CREATE INDEX recommendation_conference ON public.recommendation USING btree (conference_id) WHERE (conference_id IS NOT NULL);
CREATE INDEX recommendation_forwarded ON public.recommendation USING btree (forwarded_from_id) WHERE (forwarded_from_id IS NOT NULL);
CREATE INDEX recommendation_names_withheld ON public.recommendation USING btree (unit_id) WHERE (withheld_names <> '{}'::text[]);
CREATE INDEX recommendation_passed_up ON public.recommendation USING btree (id) WHERE (forwarded_from_id IS NOT NULL);
CREATE INDEX recommendation_received ON public.recommendation USING btree (unit_id, received_on) INCLUDE (id, forwarded_from_id, taken_back_at, recorded_at);
CREATE INDEX recommendation_syllables ON public.recommendation USING gin (syllables_of(search)) WITH (fastupdate='on', gin_pending_list_limit='256');
CREATE INDEX recommendation_turn ON public.recommendation USING btree (turn_id) WHERE (turn_id IS NOT NULL);
CREATE UNIQUE INDEX recommendation_unit_id_ref_key ON public.recommendation USING btree (unit_id, ref) WHERE (ref IS NOT NULL);
CREATE INDEX recommendation_village ON public.recommendation USING btree (village_id) WHERE (village_id IS NOT NULL);
CREATE INDEX recommendation_withheld ON public.recommendation USING btree (id) WHERE (withheld_names <> '{}'::text[]);
CREATE TRIGGER recommendation_updated AFTER UPDATE ON public.recommendation REFERENCING OLD TABLE AS earlier NEW TABLE AS changed FOR EACH STATEMENT WHEN ((current_setting('doi_thoai.kept_by_act'::text, true) IS DISTINCT FROM 'yes'::text)) EXECUTE FUNCTION keep_present_matter_of_changed();
CREATE TRIGGER register_begun AFTER INSERT ON public.recommendation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT WHEN ((current_setting('doi_thoai.kept_by_act'::text, true) IS DISTINCT FROM 'yes'::text)) EXECUTE FUNCTION begin_registers();
CREATE TRIGGER register_begun_by_change AFTER UPDATE ON public.recommendation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT WHEN ((current_setting('doi_thoai.kept_by_act'::text, true) IS DISTINCT FROM 'yes'::text)) EXECUTE FUNCTION begin_registers();
CREATE TRIGGER withheld_names_of_child AFTER INSERT ON public.recommendation FOR EACH ROW WHEN (((new.forwarded_from_id IS NOT NULL) OR (new.turn_id IS NOT NULL))) EXECUTE FUNCTION keep_withheld_names_of_matter();
CREATE TRIGGER withheld_names_of_naming AFTER UPDATE OF naming, turn_id, forwarded_from_id ON public.recommendation FOR EACH ROW WHEN (((new.naming <> old.naming) OR (new.turn_id IS DISTINCT FROM old.turn_id) OR (new.forwarded_from_id IS DISTINCT FROM old.forwarded_from_id))) EXECUTE FUNCTION keep_withheld_names_of_matter();

create table recommendation_annulment (
  event_id uuid not null,
  recommendation_id uuid not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in uuid,
  constraint recommendation_annulment_pkey PRIMARY KEY (event_id),
  constraint recommendation_annulment_event_id_fkey FOREIGN KEY (event_id) REFERENCES recommendation_event(id),
  constraint recommendation_annulment_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint recommendation_annulment_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint recommendation_annulment_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id),
  constraint recommendation_annulment_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 5000)))
);
CREATE INDEX recommendation_annulment_of ON public.recommendation_annulment USING btree (recommendation_id);
CREATE TRIGGER recommendation_annulled AFTER INSERT ON public.recommendation_annulment REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_present_matters_of_annulled();
CREATE TRIGGER recommendation_annulment_is_final BEFORE DELETE OR UPDATE ON public.recommendation_annulment FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table recommendation_correction (
  id uuid not null,
  recommendation_id uuid not null,
  version integer not null,
  field_code text not null,
  kind text not null,
  naming text not null,
  village_id uuid,
  received_on date not null,
  text text not null,
  requesters jsonb not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in uuid,
  constraint recommendation_correction_pkey PRIMARY KEY (id),
  constraint recommendation_correction_recommendation_id_version_key UNIQUE (recommendation_id, version),
  constraint recommendation_correction_field_code_fkey FOREIGN KEY (field_code) REFERENCES field(code),
  constraint recommendation_correction_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint recommendation_correction_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint recommendation_correction_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id),
  constraint recommendation_correction_village_id_fkey FOREIGN KEY (village_id) REFERENCES unit(id),
  constraint recommendation_correction_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 5000)))
);
CREATE INDEX recommendation_correction_recorded ON public.recommendation_correction USING btree (recorded_at);
CREATE TRIGGER recommendation_correction_is_final BEFORE DELETE OR UPDATE ON public.recommendation_correction FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table recommendation_counter (
  unit_id uuid not null,
  year integer not null,
  last integer not null,
  constraint recommendation_counter_pkey PRIMARY KEY (unit_id, year),
  constraint recommendation_counter_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table recommendation_event (
  id uuid not null,
  recommendation_id uuid not null,
  sequence integer not null,
  act text not null,
  on_date date not null,
  ruling text,
  outcome text,
  lead_id uuid,
  due_on date,
  until_on date,
  review_on date,
  to_unit_id uuid,
  to_text text,
  into_id uuid,
  confirmed_by text,
  satisfied boolean,
  symbol text,
  reason text,
  text text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in uuid,
  coordinator_id uuid,
  raised_in uuid[],
  duty_of uuid,
  constraint recommendation_event_pkey PRIMARY KEY (id),
  constraint recommendation_event_recommendation_id_sequence_key UNIQUE (recommendation_id, sequence),
  constraint recommendation_event_coordinator_id_fkey FOREIGN KEY (coordinator_id) REFERENCES unit(id),
  constraint recommendation_event_duty_of_fkey FOREIGN KEY (duty_of) REFERENCES unit(id),
  constraint recommendation_event_into_id_fkey FOREIGN KEY (into_id) REFERENCES recommendation(id) DEFERRABLE INITIALLY DEFERRED,
  constraint recommendation_event_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES unit(id),
  constraint recommendation_event_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint recommendation_event_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint recommendation_event_recorded_in_fkey FOREIGN KEY (recorded_in) REFERENCES post(id),
  constraint recommendation_event_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES unit(id),
  constraint recommendation_event_act_check CHECK ((act = ANY (ARRAY['rule'::text, 'assign'::text, 'return'::text, 'ask_extension'::text, 'refuse_extension'::text, 'extend'::text, 'finish_duty'::text, 'draft_answer'::text, 'send_back'::text, 'approve_answer'::text, 'answer'::text, 'schedule'::text, 'block'::text, 'forward_up'::text, 'reply_from_above'::text, 'merge'::text, 'hold'::text, 'release'::text, 'route_out'::text, 'reject'::text, 'confirm'::text, 'close'::text, 'reopen'::text, 'hand_over'::text]))),
  constraint recommendation_event_check CHECK (((act <> 'rule'::text) OR (ruling IS NOT NULL))),
  constraint recommendation_event_check1 CHECK (((act <> 'assign'::text) OR (lead_id IS NOT NULL))),
  constraint recommendation_event_check2 CHECK (((act <> ALL (ARRAY['extend'::text, 'ask_extension'::text])) OR (due_on IS NOT NULL))),
  constraint recommendation_event_check3 CHECK (((act <> ALL (ARRAY['answer'::text, 'reply_from_above'::text])) OR (outcome IS NOT NULL))),
  constraint recommendation_event_check4 CHECK (((act <> 'merge'::text) OR (((into_id IS NOT NULL) OR (to_text IS NOT NULL)) AND (into_id IS DISTINCT FROM recommendation_id)))),
  constraint recommendation_event_check5 CHECK (((act <> 'confirm'::text) OR ((confirmed_by IS NOT NULL) AND (satisfied IS NOT NULL)))),
  constraint recommendation_event_confirmed_by_check CHECK ((confirmed_by = ANY (ARRAY['requester'::text, 'village_head'::text, 'front'::text]))),
  constraint recommendation_event_duty_check CHECK (((act <> 'finish_duty'::text) OR (coordinator_id IS NOT NULL))),
  constraint recommendation_event_duty_of CHECK (((duty_of IS NULL) OR ((act = 'finish_duty'::text) AND (duty_of <> coordinator_id)))),
  constraint recommendation_event_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'document_issued'::text, 'inspected'::text, 'explained'::text, 'refused'::text]))),
  constraint recommendation_event_raised_in_check CHECK (((raised_in IS NULL) OR ((act = 'confirm'::text) AND (cardinality(raised_in) > 0)))),
  constraint recommendation_event_ruling_check CHECK ((ruling = ANY (ARRAY['answered_now'::text, 'written_answer'::text, 'beyond_competence'::text, 'noted'::text])))
);
CREATE INDEX recommendation_event_asked ON public.recommendation_event USING btree (recommendation_id) WHERE (act = 'ask_extension'::text);
CREATE INDEX recommendation_event_handed_over ON public.recommendation_event USING btree (to_unit_id) WHERE (act = 'hand_over'::text);
CREATE INDEX recommendation_event_into ON public.recommendation_event USING btree (into_id) WHERE (into_id IS NOT NULL);
CREATE INDEX recommendation_event_lead ON public.recommendation_event USING btree (lead_id, recommendation_id) WHERE (lead_id IS NOT NULL);
CREATE INDEX recommendation_event_no ON public.recommendation_event USING btree (recommendation_id, on_date) WHERE ((act = 'confirm'::text) AND (NOT satisfied));
CREATE INDEX recommendation_event_review ON public.recommendation_event USING btree (recommendation_id, sequence) WHERE (act = ANY (ARRAY['hold'::text, 'release'::text, 'route_out'::text]));
CREATE TRIGGER recommendation_event_inserted AFTER INSERT ON public.recommendation_event REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_present_matters_of_events();
CREATE TRIGGER recommendation_event_is_final BEFORE DELETE OR UPDATE ON public.recommendation_event FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER withheld_names_of_merge AFTER INSERT ON public.recommendation_event FOR EACH ROW WHEN ((new.into_id IS NOT NULL)) EXECUTE FUNCTION keep_withheld_names_of_merge();

create table register_change (
  unit_id uuid not null,
  hidden boolean not null,
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
CREATE INDEX register_change_unit ON public.register_change USING btree (unit_id);

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
  constraint register_tally_pkey PRIMARY KEY (unit_id, hidden)
);

create table reminder (
  recommendation_id uuid not null,
  due_on date not null,
  kind text not null,
  person_id uuid not null,
  on_date date not null,
  recorded_at timestamp with time zone not null,
  constraint reminder_pkey PRIMARY KEY (recommendation_id, due_on, kind, person_id),
  constraint reminder_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint reminder_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint reminder_kind_check CHECK ((kind ~ '^(assigned|half_time|three_days_before|one_day_before|late_[1-9][0-9]{0,3})$'::text))
);

create table requester (
  id uuid not null,
  recommendation_id uuid not null,
  "position" integer not null,
  name text,
  village_id uuid,
  contact text,
  constraint requester_pkey PRIMARY KEY (id),
  constraint requester_recommendation_id_position_key UNIQUE (recommendation_id, "position"),
  constraint requester_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint requester_village_id_fkey FOREIGN KEY (village_id) REFERENCES unit(id)
);
CREATE TRIGGER withheld_names_of_corrected AFTER UPDATE ON public.requester REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_withheld_names_of_requesters();
CREATE TRIGGER withheld_names_of_requesters AFTER INSERT ON public.requester REFERENCING NEW TABLE AS changed FOR EACH STATEMENT WHEN ((current_setting('doi_thoai.kept_by_act'::text, true) IS DISTINCT FROM 'yes'::text)) EXECUTE FUNCTION keep_withheld_names_of_requesters();

create table saved_filter (
  id uuid not null,
  person_id uuid not null,
  name text not null,
  address text not null,
  recorded_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint saved_filter_pkey PRIMARY KEY (id),
  constraint saved_filter_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint saved_filter_address_check CHECK (((address ~ '^/[^/\\]'::text) AND (length(address) <= 2000))),
  constraint saved_filter_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
CREATE INDEX saved_filter_person ON public.saved_filter USING btree (person_id) WHERE (removed_at IS NULL);

create table schema_migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migration_pkey PRIMARY KEY (name)
);

create table shared_setting (
  name text not null,
  value text not null,
  constraint shared_setting_pkey PRIMARY KEY (name)
);

create table sign_in_failure (
  name_hash text not null,
  failures integer not null,
  last_failure_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint sign_in_failure_pkey PRIMARY KEY (name_hash),
  constraint sign_in_failure_failures_check CHECK ((failures > 0))
);

create table state_period (
  id uuid not null,
  recommendation_id uuid not null,
  ordinal integer not null,
  status text not null,
  class text not null,
  is_open boolean not null,
  was_open boolean,
  lead_id uuid,
  due_on date,
  original_due_on date,
  answered_on date,
  entered_on date not null,
  left_on date not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone not null default 'infinity'::timestamp with time zone,
  constraint state_period_pkey PRIMARY KEY (id),
  constraint state_period_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES unit(id),
  constraint state_period_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES recommendation(id),
  constraint state_period_check CHECK ((entered_on <= left_on)),
  constraint state_period_class_check CHECK ((class = ANY (ARRAY['awaiting_ruling'::text, 'answered_in_room'::text, 'noted'::text, 'done'::text, 'explained'::text, 'refused'::text, 'in_hand'::text, 'scheduled'::text, 'blocked'::text, 'passed_up'::text, 'invalid'::text, 'routed_out'::text, 'duplicate'::text])))
);
CREATE INDEX state_period_moved ON public.state_period USING btree (entered_on) WHERE (was_open IS DISTINCT FROM is_open);
CREATE INDEX state_period_of ON public.state_period USING btree (recommendation_id, ordinal);
CREATE INDEX state_period_open ON public.state_period USING btree (left_on, entered_on) WHERE is_open;
CREATE UNIQUE INDEX state_period_present ON public.state_period USING btree (recommendation_id) WHERE ((superseded_at = 'infinity'::timestamp with time zone) AND (left_on = 'infinity'::date));
CREATE TRIGGER state_period_inserted AFTER INSERT ON public.state_period REFERENCING NEW TABLE AS changed FOR EACH STATEMENT WHEN ((current_setting('doi_thoai.kept_by_act'::text, true) IS DISTINCT FROM 'yes'::text)) EXECUTE FUNCTION keep_present_matters();
CREATE TRIGGER state_period_updated AFTER UPDATE ON public.state_period REFERENCING NEW TABLE AS changed FOR EACH STATEMENT WHEN ((current_setting('doi_thoai.kept_by_act'::text, true) IS DISTINCT FROM 'yes'::text)) EXECUTE FUNCTION keep_present_matters();

create table structure_edition (
  is_only boolean not null default true,
  edition uuid not null,
  constraint structure_edition_pkey PRIMARY KEY (is_only),
  constraint structure_edition_is_only_check CHECK (is_only)
);

create table tally_day (
  is_only boolean not null default true,
  day date,
  constraint tally_day_pkey PRIMARY KEY (is_only),
  constraint tally_day_is_only_check CHECK (is_only)
);

create table turn (
  id uuid not null,
  conference_id uuid not null,
  ref text,
  "position" integer not null,
  speaker text,
  village_id uuid,
  naming text not null default 'named'::text,
  praise_only boolean not null default false,
  summary text,
  recorded_at timestamp with time zone not null,
  version integer not null default 1,
  constraint turn_pkey PRIMARY KEY (id),
  constraint turn_conference_id_position_key UNIQUE (conference_id, "position") DEFERRABLE,
  constraint turn_conference_id_ref_key UNIQUE (conference_id, ref),
  constraint turn_conference_id_fkey FOREIGN KEY (conference_id) REFERENCES conference(id),
  constraint turn_village_id_fkey FOREIGN KEY (village_id) REFERENCES unit(id),
  constraint turn_naming_check CHECK ((naming = ANY (ARRAY['named'::text, 'secretariat_only'::text, 'anonymous'::text]))),
  constraint turn_position_check CHECK (("position" > 0))
);
CREATE TRIGGER withheld_names_of_turn AFTER UPDATE OF naming, speaker ON public.turn FOR EACH ROW WHEN (((new.naming <> old.naming) OR (new.speaker IS DISTINCT FROM old.speaker))) EXECUTE FUNCTION keep_withheld_names_of_turn();

create table turn_version (
  turn_id uuid not null,
  version integer not null,
  "position" integer not null,
  speaker text,
  village_id uuid,
  naming text not null,
  praise_only boolean not null,
  summary text,
  superseded_at timestamp with time zone not null,
  superseded_by uuid,
  superseded_in uuid,
  constraint turn_version_pkey PRIMARY KEY (turn_id, version),
  constraint turn_version_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES person(id),
  constraint turn_version_superseded_in_fkey FOREIGN KEY (superseded_in) REFERENCES post(id),
  constraint turn_version_turn_id_fkey FOREIGN KEY (turn_id) REFERENCES turn(id),
  constraint turn_version_village_id_fkey FOREIGN KEY (village_id) REFERENCES unit(id)
);
CREATE TRIGGER turn_version_is_final BEFORE DELETE OR UPDATE ON public.turn_version FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table unit (
  id uuid not null,
  code text not null,
  kind text not null,
  subtype text,
  from_on date not null default '-infinity'::date,
  until_on date not null default 'infinity'::date,
  root_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_code_key UNIQUE (code),
  constraint unit_root_id_fkey FOREIGN KEY (root_id) REFERENCES unit(id) DEFERRABLE INITIALLY DEFERRED,
  constraint unit_check CHECK ((from_on <= until_on)),
  constraint unit_code_check CHECK ((((length(code) >= 1) AND (length(code) <= 100)) AND (code !~ '[[:cntrl:]]'::text))),
  constraint unit_kind_check CHECK ((kind = ANY (ARRAY['centre'::text, 'province'::text, 'district'::text, 'commune'::text, 'village'::text, 'agency'::text, 'organisation'::text])))
);
CREATE INDEX unit_code_search ON public.unit USING btree (code_key(code));
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table unit_alias (
  unit_id uuid not null,
  name text not null,
  district_name text not null,
  province_name text not null,
  search text not null,
  recorded_at timestamp with time zone not null,
  constraint unit_alias_pkey PRIMARY KEY (unit_id, name, district_name),
  constraint unit_alias_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX unit_alias_search ON public.unit_alias USING gin (search gin_trgm_ops);

create table unit_ancestry (
  ancestor_id uuid not null,
  descendant_id uuid not null,
  depth integer not null,
  from_on date not null,
  until_on date not null,
  constraint unit_ancestry_pkey PRIMARY KEY (descendant_id, ancestor_id, from_on),
  constraint unit_ancestry_ancestor_id_fkey FOREIGN KEY (ancestor_id) REFERENCES unit(id),
  constraint unit_ancestry_descendant_id_fkey FOREIGN KEY (descendant_id) REFERENCES unit(id)
);
CREATE INDEX unit_ancestry_below ON public.unit_ancestry USING btree (ancestor_id, descendant_id) INCLUDE (from_on, until_on, depth);

create table unit_finding (
  id uuid not null,
  source_row text,
  unit_code text,
  code text not null,
  outcome text not null,
  vi text not null,
  en text not null,
  recorded_at timestamp with time zone not null,
  constraint unit_finding_pkey PRIMARY KEY (id),
  constraint unit_finding_source_row_unit_code_code_key UNIQUE NULLS NOT DISTINCT (source_row, unit_code, code),
  constraint unit_finding_outcome_check CHECK ((outcome = ANY (ARRAY['repaired'::text, 'supplied'::text, 'set_aside'::text, 'gap'::text])))
);
CREATE INDEX unit_finding_code ON public.unit_finding USING btree (code, id);

create table unit_name (
  unit_id uuid not null,
  name text not null,
  search text not null,
  from_on date not null default '-infinity'::date,
  until_on date not null default 'infinity'::date,
  constraint unit_name_pkey PRIMARY KEY (unit_id, from_on),
  constraint unit_name_unit_id_daterange_excl EXCLUDE USING gist (unit_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&),
  constraint unit_name_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint unit_name_check CHECK ((from_on <= until_on)),
  constraint unit_name_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE INDEX unit_name_by_day ON public.unit_name USING btree (unit_id, from_on, until_on) INCLUDE (name);
CREATE INDEX unit_name_search ON public.unit_name USING gin (search gin_trgm_ops);
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.unit_name DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table unit_parent (
  unit_id uuid not null,
  parent_id uuid not null,
  from_on date not null default '-infinity'::date,
  until_on date not null default 'infinity'::date,
  constraint unit_parent_pkey PRIMARY KEY (unit_id, from_on),
  constraint unit_parent_unit_id_daterange_excl EXCLUDE USING gist (unit_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&),
  constraint unit_parent_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id),
  constraint unit_parent_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint unit_parent_check CHECK ((unit_id <> parent_id)),
  constraint unit_parent_check1 CHECK ((from_on <= until_on))
);
CREATE INDEX unit_parent_by_day ON public.unit_parent USING btree (unit_id, from_on, until_on) INCLUDE (parent_id);
CREATE INDEX unit_parent_of ON public.unit_parent USING btree (parent_id);
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.unit_parent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table unit_register (
  unit_id uuid not null,
  constraint unit_register_pkey PRIMARY KEY (unit_id),
  constraint unit_register_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.unit_register DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table unit_succession (
  id uuid not null,
  kind text not null,
  on_date date not null,
  symbol text,
  recorded_at timestamp with time zone not null,
  constraint unit_succession_pkey PRIMARY KEY (id),
  constraint unit_succession_kind_check CHECK ((kind = ANY (ARRAY['rename'::text, 'merge'::text, 'split'::text, 'partial'::text, 'reparent'::text, 'abolish'::text])))
);
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.unit_succession DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table unit_succession_side (
  succession_id uuid not null,
  side text not null,
  unit_id uuid not null,
  constraint unit_succession_side_pkey PRIMARY KEY (succession_id, side, unit_id),
  constraint unit_succession_side_succession_id_fkey FOREIGN KEY (succession_id) REFERENCES unit_succession(id),
  constraint unit_succession_side_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint unit_succession_side_side_check CHECK ((side = ANY (ARRAY['from'::text, 'to'::text])))
);
CREATE INDEX unit_succession_side_unit ON public.unit_succession_side USING btree (unit_id, side);
CREATE CONSTRAINT TRIGGER structure_edition AFTER INSERT OR DELETE OR UPDATE ON public.unit_succession_side DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION renew_structure_edition();

create table used_second_factor_code (
  user_id uuid not null,
  code_hash text not null,
  used_at timestamp with time zone not null,
  constraint used_second_factor_code_pkey PRIMARY KEY (user_id, code_hash),
  constraint used_second_factor_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES account_user(id) ON DELETE CASCADE
);
CREATE INDEX used_second_factor_code_at ON public.used_second_factor_code USING btree (used_at);

create view ballot_count as
 SELECT ballot.conference_id,
    ballot.version,
    ballot.issued,
    ballot.returned,
    ballot.valid,
    ballot.very_satisfied,
    ballot.satisfied,
    ballot.neutral,
    ballot.dissatisfied,
    ballot.very_dissatisfied,
    ballot.recorded_at,
    ballot.recorded_by,
    ballot.recorded_in,
    'infinity'::timestamp with time zone AS superseded_at
   FROM ballot
UNION ALL
 SELECT ballot_version.conference_id,
    ballot_version.version,
    ballot_version.issued,
    ballot_version.returned,
    ballot_version.valid,
    ballot_version.very_satisfied,
    ballot_version.satisfied,
    ballot_version.neutral,
    ballot_version.dissatisfied,
    ballot_version.very_dissatisfied,
    ballot_version.recorded_at,
    ballot_version.recorded_by,
    ballot_version.recorded_in,
    ballot_version.superseded_at
   FROM ballot_version;
create view handed_over_unit as
 SELECT h.from_unit_id,
    l.to_unit_id,
    min(h.on_date) AS since
   FROM hand_over h
     JOIN unit u ON u.id = h.from_unit_id AND u.until_on < 'infinity'::date
     JOIN hand_over_line l ON l.hand_over_id = h.id
  GROUP BY h.from_unit_id, l.to_unit_id;
create view standing_event as
 SELECT id,
    recommendation_id,
    sequence,
    act,
    on_date,
    ruling,
    outcome,
    lead_id,
    due_on,
    until_on,
    review_on,
    to_unit_id,
    to_text,
    into_id,
    confirmed_by,
    satisfied,
    symbol,
    reason,
    text,
    recorded_at,
    recorded_by,
    recorded_in,
    coordinator_id,
    raised_in,
    duty_of
   FROM recommendation_event e
  WHERE NOT (EXISTS ( SELECT
           FROM recommendation_annulment a
          WHERE a.event_id = e.id));
