-- The balance of a report asks of every matter of a subtree only its days, where it came from and whether it still counts: an
-- index that says this spares it the rows, of which a nation has many.
create index recommendation_received_told on recommendation (unit_id, received_on)
  include (id, forwarded_from_id, taken_back_at, recorded_at);
drop index recommendation_received;
alter index recommendation_received_told rename to recommendation_received;
