-- What the people said no to (decision 26), found without reading what they said yes to.
create index recommendation_event_no on recommendation_event (recommendation_id, on_date)
  where act = 'confirm' and not satisfied;
