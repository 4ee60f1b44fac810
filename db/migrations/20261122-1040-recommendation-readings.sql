-- What the readings of matters ask of facts: whether a matter is held for review, whose it is or was,
-- and what was merged into it.
create index recommendation_event_review on recommendation_event (recommendation_id, sequence)
  where act in ('hold', 'release', 'route_out');
create index recommendation_event_lead on recommendation_event (lead_id, recommendation_id)
  where lead_id is not null;
create index recommendation_event_into on recommendation_event (into_id) where into_id is not null;
create index event_coordinator_unit on event_coordinator (unit_id);
