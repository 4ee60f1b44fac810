-- A village head's desk asks of each of its matters whether a unit below passed it upward, which few were (decision 43).
create index recommendation_passed_up on recommendation (id) where forwarded_from_id is not null;
