-- What the balance of a report asks: matters open on a day, and moves in or out of being open in a period.
create index state_period_open on state_period (left_on, entered_on) where is_open;
create index state_period_moved on state_period (entered_on) where was_open is distinct from is_open;
