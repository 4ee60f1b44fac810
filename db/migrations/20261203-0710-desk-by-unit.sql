-- The desk (decision 16) finds requests for more time by themselves, and not by all that is in hand.
create index recommendation_event_asked on recommendation_event (recommendation_id) where act = 'ask_extension';
