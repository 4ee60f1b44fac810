-- Hand-over of open work (decision 13): a record with the matters that were open, and a fact in the history of each.

alter table recommendation_event drop constraint recommendation_event_act_check,
  add constraint recommendation_event_act_check check (act in (
    'rule', 'assign', 'return', 'ask_extension', 'refuse_extension', 'extend', 'draft_answer', 'approve_answer', 'answer',
    'schedule', 'block', 'forward_up', 'reply_from_above', 'merge', 'hold', 'release', 'route_out', 'reject',
    'confirm', 'close', 'reopen', 'hand_over'));
create index recommendation_event_handed_over on recommendation_event (to_unit_id) where act = 'hand_over';

create table hand_over (
  id uuid primary key,
  from_unit_id uuid not null references unit,
  on_date date not null,
  symbol text,
  given_by text,
  received_by text,
  note text,
  recorded_at timestamptz not null,
  recorded_by uuid references person,
  recorded_in uuid references post
);
create index hand_over_from on hand_over (from_unit_id);

-- How each matter stood when it was handed over; what it says stays with the matter, where it can be put out of sight.
create table hand_over_line (
  hand_over_id uuid not null references hand_over,
  position int not null check (position > 0),
  recommendation_id uuid not null references recommendation,
  to_unit_id uuid not null references unit,
  event_id uuid not null references recommendation_event,
  is_owner boolean not null,
  is_lead boolean not null,
  is_coordinator boolean not null,
  status text not null,
  lead_id uuid references unit,
  due_on date,
  original_due_on date,
  primary key (hand_over_id, position),
  unique (hand_over_id, recommendation_id),
  check (is_owner or is_lead or is_coordinator)
);
create index hand_over_line_of on hand_over_line (recommendation_id);
create index hand_over_line_to on hand_over_line (to_unit_id);

create trigger hand_over_is_final before update or delete on hand_over
  for each row execute function forbid_change();
create trigger hand_over_line_is_final before update or delete on hand_over_line
  for each row execute function forbid_change();

-- Which unit carries on the work of one that has ended, as the records say.
create view handed_over_unit as
  select distinct h.from_unit_id, l.to_unit_id
  from hand_over h
  join unit u on u.id = h.from_unit_id and u.until_on < 'infinity'
  join hand_over_line l on l.hand_over_id = h.id;
