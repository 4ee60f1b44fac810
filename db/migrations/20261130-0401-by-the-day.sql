-- What is out of sight and who keeps a matter follow its facts by their days, as its state does (decision 25): a fact
-- that is written down late stands where its day puts it.

create or replace function present_matters_of(ids uuid[]) returns setof present_matter
language sql stable as $$
  select r.id, r.unit_id,
    coalesce(
      (select e.to_unit_id from standing_event e
        where e.recommendation_id = r.id and e.act = 'hand_over' and e.to_unit_id is not null
        order by e.on_date desc, e.sequence desc limit 1), r.unit_id),
    r.village_id, r.received_on, p.status, p.class, p.is_open, p.lead_id, p.due_on, p.original_due_on, p.answered_on,
    p.entered_on,
    case coalesce(
        (select e.act from standing_event e
          where e.recommendation_id = r.id and e.act in ('hold', 'release', 'route_out')
          order by e.on_date desc, e.sequence desc limit 1),
        case when r.kind in ('complaint', 'denunciation') then 'hold' end)
      when 'route_out' then 'routed_out' when 'hold' then 'held' end,
    null::date
  from recommendation r
  join state_period p on p.recommendation_id = r.id and p.superseded_at = 'infinity' and p.left_on = 'infinity'
  where r.id = any(ids)
$$;

select refresh_present_matters(array(select id from recommendation));
